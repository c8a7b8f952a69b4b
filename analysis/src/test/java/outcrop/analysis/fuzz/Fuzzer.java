package outcrop.analysis.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import outcrop.analysis.task.WholeFile;

/// Feeds parsers with random inputs until one fails in a way that it does not document, takes too
/// long, or asks for more memory than there is.
///
/// The smoke run is a test ([FuzzTest]). A long run prints its seed and every input that fails:
///
/// ```
/// ./mvnw -q -pl analysis -Pfuzz test-compile exec:exec
/// ./mvnw -q -pl analysis -Pfuzz test-compile exec:exec -Dfuzz.seconds=3600 -Dfuzz.seed=7 -Dfuzz.target=query
/// ```
///
/// The profile gives it a heap of 256 MB, so that whatever grows with a declared size and not with
/// the input shows.
final class Fuzzer {
  private static final long MOST_SECONDS = 20;
  private static final int SHOWN = 4000;

  private final FuzzTarget target;
  private final long seed;
  private final Mutation mutation;
  private long refused;
  private long runs;

  Fuzzer(FuzzTarget target, long seed) {
    this.target = target;
    this.seed = seed;
    this.mutation = new Mutation(new Random(seed), target.seeds(), target.tokens());
  }

  /// An input and what came of it.
  record Defect(String target, long seed, byte[] input, String what) {
    @Override
    public String toString() {
      String shown = Base64.getEncoder().encodeToString(input);
      return target
          + " (seed "
          + seed
          + ", "
          + input.length
          + " bytes): "
          + what
          + "\n  input in base 64: "
          + (shown.length() > SHOWN ? shown.substring(0, SHOWN) + "…" : shown);
    }
  }

  /// Runs a target so often or until a defect shows.
  ///
  /// @param until time of [System#nanoTime()] at which to stop, for a run without a number
  /// @return the defect, or none
  List<Defect> run(long most, long until) throws IOException {
    try (ExecutorService worker = Executors.newSingleThreadExecutor(Fuzzer::daemon)) {
      for (runs = 0; runs < most && (until == 0 || System.nanoTime() < until); runs++) {
        // The seeds themselves come first: a target that refuses them is badly set up.
        byte[] input =
            runs < target.seeds().size() ? target.seeds().get((int) runs) : mutation.next();
        String what = answer(worker, input);
        if (!what.isEmpty()) {
          worker.shutdownNow();
          return List.of(new Defect(target.name(), seed, input, what));
        }
      }
    }
    return List.of();
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "fuzzing");
    thread.setDaemon(true);
    return thread;
  }

  private String answer(ExecutorService worker, byte[] input) throws IOException {
    Path scratch = Files.createTempDirectory("outcrop-fuzz");
    Future<String> answer = worker.submit(() -> read(input, scratch));
    try {
      return answer.get(MOST_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      return "takes longer than " + MOST_SECONDS + " s";
    } catch (ExecutionException e) {
      return trace(e.getCause());
    } catch (InterruptedException e) {
      throw new IOException(e);
    } finally {
      WholeFile.deleteTree(scratch);
    }
  }

  private String read(byte[] input, Path scratch) {
    try {
      target.parser().read(input.clone(), scratch);
      return "";
    } catch (FuzzTarget.Refused documented) {
      refused++;
      return "";
    } catch (Throwable defect) {
      return trace(defect);
    }
  }

  private static String trace(Throwable defect) {
    List<String> lines = new ArrayList<>();
    for (Throwable cause = defect; cause != null; cause = cause.getCause()) {
      lines.add(cause.toString().lines().findFirst().orElse(""));
      Arrays.stream(cause.getStackTrace()).limit(8).forEach(frame -> lines.add("  at " + frame));
    }
    return String.join("\n  ", lines);
  }

  /// The long run.
  ///
  /// @param arguments seconds in all, seed, name of a target or nothing for all
  public static void main(String[] arguments) throws IOException {
    long seconds = Long.parseLong(arguments[0]);
    long seed = Long.parseLong(arguments[1]);
    List<FuzzTarget> targets =
        FuzzTargets.all().stream()
            .filter(target -> arguments.length < 3 || target.name().equals(arguments[2]))
            .toList();
    Set<String> known = new HashSet<>();
    for (FuzzTarget target : targets) {
      long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds) / targets.size();
      long runs = 0;
      long refused = 0;
      for (long part = seed; System.nanoTime() < until; part++) {
        Fuzzer fuzzer = new Fuzzer(target, part);
        for (Defect defect : fuzzer.run(Long.MAX_VALUE, until)) {
          if (known.add(defect.what())) {
            System.out.println(defect);
          }
        }
        runs += fuzzer.runs;
        refused += fuzzer.refused;
      }
      System.out.printf("%s: %,d inputs, %,d refused%n", target.name(), runs, refused);
    }
    System.out.println("seed " + seed + ": " + known.size() + " defects");
    System.exit(known.isEmpty() ? 0 : 1);
  }
}
