package outcrop.app.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import outcrop.app.language.ProgramVersion;
import picocli.CommandLine.Command;

/// The program itself: without a subcommand it opens the window.
@Command(
    name = "outcrop",
    mixinStandardHelpOptions = true,
    versionProvider = RootCommand.Version.class,
    description = "Shows the shape of a dataset, and takes it apart.",
    synopsisSubcommandLabel = "COMMAND",
    footerHeading = "%nExamples:%n",
    footer = {
      "  outcrop                                  opens the window",
      "  outcrop import reviews.csv --project reviews.outcrop",
      "  outcrop search reviews.outcrop 'rating:[1 TO 2] AND text:broken'",
      "  outcrop distribution reviews.csv -f rating --by category",
      "  outcrop tail reviews.csv -f category --json",
      "",
      "Every command takes a project folder or a data file, prints one JSON document with",
      "--json, and ends with 0 when done, 1 when it failed, 2 when it was called wrongly."
    })
final class RootCommand implements Callable<Integer> {
  private final Session session;

  RootCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    return OpenCommand.open(session, Optional.empty());
  }

  /// The version that the build wrote into the jar.
  static final class Version implements picocli.CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"outcrop " + ProgramVersion.number()};
    }
  }
}
