package outcrop.app.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.dataset.Json;
import outcrop.analysis.task.UserFailure;
import picocli.CommandLine;
import tools.jackson.databind.node.ObjectNode;

/// The command line of Outcrop: takes the arguments, prints the answer, gives the exit code.
///
/// Exit codes are 0 for done, 1 for failed and 2 for bad usage. A failure is one sentence on the
/// error stream; with `--json` the output stream then carries `{"error": {"message": …}}`, so that
/// it always holds one JSON document. No user's mistake prints a stack trace; a defect of the
/// program goes into a log file.
public final class CommandLineFace {
  private CommandLineFace() {}

  /// Runs a command line in a program that has no window.
  public static int run(String[] arguments, PrintStream out, PrintStream err) {
    return run(arguments, out, err, Surroundings.ofProgram(null));
  }

  /// Runs a command line.
  ///
  /// @param window opens the window for `open`; nothing of a toolkit is loaded before it is called
  /// @return the exit code
  public static int run(
      String[] arguments, PrintStream out, PrintStream err, @Nullable WindowLauncher window) {
    return run(arguments, out, err, Surroundings.ofProgram(window));
  }

  static int run(String[] arguments, PrintStream out, PrintStream err, Surroundings surroundings) {
    try (Session session = new Session(out, err, surroundings)) {
      boolean json = Arrays.asList(arguments).contains("--json");
      Outcome outcome = new Outcome(session, json, String.join(" ", arguments));
      try {
        return commandLine(session, out, err, outcome).execute(arguments);
      } catch (OutOfMemoryError tooLarge) {
        return outcome.failed(
            "Outcrop ran out of memory ("
                + Words.count(Runtime.getRuntime().maxMemory() >> 20)
                + " MiB): give it more with JAVA_TOOL_OPTIONS=-Xmx8g, or take fewer rows.");
      } catch (Error defect) {
        return outcome.of(defect);
      }
    }
  }

  private static CommandLine commandLine(
      Session session, PrintStream out, PrintStream err, Outcome outcome) {
    CommandLine line = new CommandLine(new RootCommand(session));
    List.of(
            new ImportCommand(session),
            new ProfileCommand(session),
            new SearchCommand(session),
            new DistributionCommand(session),
            new TailCommand(session),
            new RelationCommand(session),
            new DeriveCommand(session),
            new DiscoverCommand(session),
            new EmbedCommand(session),
            new ClusterCommand(session),
            new MapCommand(session),
            new ShapeCommand(session),
            new SlicesCommand(session),
            new PlotCommand(session),
            new ReportCommand(session),
            new ExportCommand(session),
            new OpenCommand(session),
            new SamplesCommand(session))
        .forEach(line::addSubcommand);
    boolean colours = session.terminal().out() && session.terminal().colours();
    line.setColorScheme(
        CommandLine.Help.defaultColorScheme(
            colours ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
    line.setOut(new PrintWriter(out, true, out.charset()));
    line.setErr(new PrintWriter(err, true, err.charset()));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    // A query may well start with @ or hold quotes; it is taken as it is.
    line.setExpandAtFiles(false);
    line.setTrimQuotes(false);
    line.setUsageHelpWidth(100);
    line.setExecutionExceptionHandler((failure, _, _) -> outcome.of(failure));
    line.setParameterExceptionHandler((mistake, _) -> outcome.ofUsage(mistake));
    return line;
  }

  /// Turns what went wrong into words and an exit code.
  private record Outcome(Session session, boolean json, String command) {
    int of(Throwable failure) {
      return switch (failure) {
        case UsageFailure mistake -> badUsage(mistake.getMessage());
        case UserFailure known -> {
          if (session.surroundings().debug()) {
            session.note(DefectLog.trace(known));
          }
          yield known instanceof outcrop.analysis.index.QuerySyntaxException
              ? badUsage(known.getMessage())
              : failed(known.getMessage());
        }
        case CancellationException _ -> failed("Cancelled: nothing was written.");
        default -> defect(failure);
      };
    }

    int ofUsage(CommandLine.ParameterException mistake) {
      String message = String.valueOf(mistake.getMessage()).strip();
      List<String> near =
          mistake instanceof CommandLine.UnmatchedArgumentException unmatched
              ? unmatched.getSuggestions()
              : List.of();
      String name = mistake.getCommandLine().getCommandSpec().qualifiedName(" ");
      return badUsage(
          (message.endsWith(".") ? message : message + ".")
              + (near.isEmpty() ? "" : " Did you mean " + String.join(" or ", near) + "?")
              + " See: "
              + name
              + " --help");
    }

    private int defect(Throwable defect) {
      String where =
          DefectLog.write(session.surroundings().cache().resolve("logs"), command, defect)
              .map(file -> "; please report it with " + file)
              .orElse("; run again with OUTCROP_DEBUG=1 for the details");
      if (session.surroundings().debug()) {
        session.note(DefectLog.trace(defect));
      }
      return failed(
          "Outcrop has met a defect of its own ("
              + defect.getClass().getSimpleName()
              + ")"
              + where
              + ".");
    }

    private int badUsage(@Nullable String sentence) {
      say(sentence);
      return ExitCode.BAD_USAGE;
    }

    int failed(@Nullable String sentence) {
      say(sentence);
      return ExitCode.FAILED;
    }

    private void say(@Nullable String sentence) {
      String message = sentence == null ? "Failed." : CellText.harmless(sentence);
      session.note(message);
      if (json) {
        ObjectNode document = Json.MAPPER.createObjectNode();
        document.putObject("error").put("message", message);
        session.print(document);
      }
    }
  }
}
