package outcrop.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.dataset.Json;
import outcrop.analysis.io.ExportFormat;
import outcrop.analysis.io.ExportOptions;
import outcrop.analysis.io.ExportRows;
import outcrop.analysis.io.RowExporter;
import outcrop.analysis.query.RowOrder;
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
      "Writes rows into a CSV, JSON lines or Parquet file.",
      "The file is there whole, or not at all; an old one is replaced in the last moment.",
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

  @Option(
      names = "--keys",
      description =
          "Write the row's key as the first field, named key (row:key if a field is named key).")
  private boolean keys;

  @Option(
      names = "--sort",
      paramLabel = "FIELD[:desc]",
      description = "Sort by a field, by several with commas.")
  private List<String> sort = List.of();

  ExportCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    ExportFormat written = format == null ? formatOf(file) : format;
    try (OpenedData data = OpenedData.open(session, place.place())) {
      data.checkNotSource(file);
      List<String> names = FieldNames.list(data.schema(), fields);
      RowOrder order = data.order(rows.rows(data), FieldNames.sort(data.schema(), sort));
      ColumnStore columns = data.columns();
      long count =
          session.work(
              "Exporting",
              context ->
                  RowExporter.export(
                      columns,
                      ExportRows.of(order.size(), order::rowAt),
                      names,
                      written,
                      new ExportOptions(guard, keys ? keyField(names) : null),
                      file,
                      context));
      print(count, written, names);
    }
    return ExitCode.DONE;
  }

  /// A name for the field of keys that no field of the export has.
  private static String keyField(List<String> names) {
    String name = "key";
    while (names.contains(name)) {
      name = "row:" + name;
    }
    return name;
  }

  /// The format that the name of a file says.
  private static ExportFormat formatOf(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return Stream.of(ExportFormat.values())
        .filter(format -> name.endsWith("." + FieldNames.word(format)))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageFailure(
                    "The name of "
                        + file
                        + " does not say a format: add --format csv, jsonl or parquet."));
  }

  private void print(long count, ExportFormat written, List<String> names) {
    if (place.json()) {
      ObjectNode document = Json.MAPPER.createObjectNode();
      document.put("file", file.toString());
      document.put("format", FieldNames.word(written));
      document.put("rows", count);
      ArrayNode list = document.putArray("fields");
      names.forEach(list::add);
      session.print(document);
    } else {
      session.print("Wrote " + Words.count(count, "row") + " into " + file + ".");
    }
  }
}
