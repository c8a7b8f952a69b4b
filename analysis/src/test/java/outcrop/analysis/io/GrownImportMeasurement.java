package outcrop.analysis.io;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import outcrop.analysis.task.PooledTaskRunner;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;
import outcrop.analysis.task.WholeFile;

/// Measures how long it takes to read one new file of ten, the rows of the others taken over,
/// against reading all ten. Hashing of the sources is part of both.
///
/// Run with `java -Xmx1g --enable-native-access=ALL-UNNAMED -cp …
/// outcrop.analysis.io.GrownImportMeasurement [ROWS] [REPETITIONS]`; the class path is that of the
/// tests. Rows are of all files together: a text of 60 words, 5 categories, 5 numbers.
public final class GrownImportMeasurement {
  private static final int FILES = 10;

  private GrownImportMeasurement() {}

  public static void main(String[] arguments) throws Exception {
    int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
    int repetitions = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
    Path folder = Files.createTempDirectory("outcrop-measure");
    double[] whole = new double[repetitions];
    double[] grown = new double[repetitions];
    try (TaskRunner runner = new PooledTaskRunner()) {
      List<Path> files = new ArrayList<>();
      for (int file = 0; file < FILES; file++) {
        files.add(write(folder.resolve(file + ".csv"), rows / FILES, new Random(file)));
      }
      Importer importer = new Importer(runner);
      ImportSpec all = importer.preview(files, TaskContext.NONE).spec();
      ImportSpec first = all.withSources(all.sources().subList(0, FILES - 1));
      Path before = folder.resolve("before");
      read(importer, first, Optional.empty(), before);
      for (int i = 0; i < repetitions; i++) {
        whole[i] = read(importer, all, Optional.empty(), folder.resolve("whole"));
        grown[i] = read(importer, all, Optional.of(before), folder.resolve("grown"));
        System.out.printf("run %d: all %.0f ms, one of ten %.0f ms%n", i + 1, whole[i], grown[i]);
      }
    } finally {
      WholeFile.deleteTree(folder);
    }
    System.out.printf(
        "| %,d rows in ten files, one of them new, median of %d | %.2f s : %.2f s = **%.2f** |%n",
        rows, repetitions, median(grown) / 1e3, median(whole) / 1e3, median(grown) / median(whole));
  }

  private static double read(
      Importer importer, ImportSpec spec, Optional<Path> before, Path target) {
    Path base = Path.of("").toAbsolutePath();
    long start = System.nanoTime();
    SourceContents now = importer.contents(spec, base);
    importer.read(
        spec,
        List.of(),
        before.map(directory -> new Importer.Earlier(directory, now)),
        base,
        target,
        TaskContext.NONE);
    importer.seal(spec, base, target);
    return (System.nanoTime() - start) / 1e6;
  }

  private static Path write(Path file, int rows, Random random) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("text,c0,c1,c2,c3,c4,n0,n1,n2,n3,n4\n");
      StringBuilder line = new StringBuilder();
      for (int row = 0; row < rows; row++) {
        line.setLength(0);
        for (int word = 0; word < 60; word++) {
          double skewed = random.nextDouble();
          line.append('w').append((int) (20_000 * skewed * skewed * skewed)).append(' ');
        }
        for (int field = 0; field < 5; field++) {
          line.append(",c").append(random.nextInt(10 << field));
        }
        for (int field = 0; field < 5; field++) {
          line.append(',').append(random.nextInt(1_000_000) / (field < 2 ? 1.0 : 8.0));
        }
        out.append(line).append('\n');
      }
    }
    return file;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
