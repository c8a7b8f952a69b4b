package outcrop.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.dataset.Json;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.io.ExportFormat;
import outcrop.analysis.io.ExportOptions;
import outcrop.analysis.io.RowExporter;
import outcrop.analysis.query.RowOrder;
import outcrop.analysis.spec.TableSpec.SortKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `export`: rows into a new file.
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = {
      "Writes rows into a file: CSV, JSON lines or Parquet. The file is there whole, or not at all.",
      "Values are written as they are; --guard-formulas puts an apostrophe before those that a",
      "spreadsheet would take for a formula."
    },
    footerHeading = "%nExample:%n",
    footer = "  outcrop export reviews.outcrop --query 'rating:1' --format csv -o bad.csv")
final class ExportCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private final PlaceOptions place = new PlaceOptions();
  @Mixin private final RowOptions rows = new RowOptions();

  @Option(
      names = "--fields",
      paramLabel = "A,B",
      description = "The fields to write; all by default.")
  private List<String> fields = List.of();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "csv, jsonl or parquet; as the file's name ends by default.")
  private @Nullable ExportFormat format;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "FILE",
      description = "The file to write.")
  private Path file = Path.of("");

  @Option(
      names = "--guard-formulas",
      description = "Make values harmless that a spreadsheet would take for a formula (CSV).")
  private boolean guard;

  @Option(names = "--keys", description = "Write the row's key as the first field.")
  private boolean keys;

  @Option(
      names = "--sort",
      paramLabel = "FIELD[:desc]",
      description = "Sort by a field, by several with commas.")
  private List<String> sort = List.of();

  ExportCommand(Session session) {
    this.session = session;
  }
}
