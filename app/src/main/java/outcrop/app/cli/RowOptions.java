package outcrop.app.cli;

import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.selection.Predicate;
import picocli.CommandLine.Option;

/// Which rows a command speaks of.
final class RowOptions {
  @Option(
      names = {"-q", "--query"},
      paramLabel = "QUERY",
      description = "Only rows that match, such as 'rating:[3 TO 5] AND NOT split:test'.")
  private String query = "";

  @Option(
      names = "--filtered",
      description = "Only rows that the filter saved in the project keeps.")
  private boolean filtered;

  /// The same as a predicate.
  Predicate predicate(OpenedData data) {
    return data.predicate(query, filtered);
  }

  RowSet rows(OpenedData data) {
    return data.rows(query, filtered);
  }
}
