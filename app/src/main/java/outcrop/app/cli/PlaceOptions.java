package outcrop.app.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What every command about data takes: the data, and how to answer.
final class PlaceOptions {
  @Parameters(
      index = "0",
      paramLabel = "P",
      description = {"A project folder, or a data file, which is imported into a cache once."})
  private Path place = Path.of("");

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  Path place() {
    return place;
  }

  boolean json() {
    return json;
  }
}
