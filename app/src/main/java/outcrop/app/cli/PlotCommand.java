package outcrop.app.cli;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import outcrop.analysis.dataset.Json;
import outcrop.analysis.dataset.NearestNames;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.dataset.Schema;
import outcrop.analysis.export.ViewExport;
import outcrop.analysis.export.ViewExportOptions;
import outcrop.analysis.export.ViewFormat;
import outcrop.analysis.query.ViewData;
import outcrop.analysis.selection.Predicate;
import outcrop.analysis.selection.SelectionClause;
import outcrop.analysis.spec.ChartSpec;
import outcrop.analysis.spec.CompareSpec;
import outcrop.analysis.spec.FieldMapping;
import outcrop.analysis.spec.GallerySpec;
import outcrop.analysis.spec.OverviewSpec;
import outcrop.analysis.spec.ReaderSpec;
import outcrop.analysis.spec.TableSpec;
import outcrop.analysis.spec.UnknownSpec;
import outcrop.analysis.spec.ViewFile;
import outcrop.analysis.spec.ViewSpec;
import outcrop.analysis.task.UserFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/// `plot`: a saved view as a picture.
@Command(
    name = "plot",
    mixinStandardHelpOptions = true,
    description = {
      "Writes a saved view into a file: a picture (.svg, .pdf, .png), a Vega-Lite specification",
      "(.vl.json), the data behind (.csv, .json) or the spec itself (.view.json).",
      "The view is one of the project, by its id, or one from a JSON file.",
      "As in the window, the filter saved in the project narrows it, except for clauses that the"
          + " view",
      "itself has set; --query narrows it further."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  outcrop plot reviews.outcrop distribution-1 -o rating.pdf",
      "  outcrop plot reviews.csv rating.view.json -o rating.svg --no-filter",
      "  outcrop plot films.csv rating.view.json --map rating=stars -o stars.vl.json"
    })
final class PlotCommand implements Callable<Integer> {
  private final Session session;

  /// What the spec needs of a dataset, once it is read.
  private List<ViewFile.Needed> needed = List.of();

  @Mixin private final PlaceOptions place = new PlaceOptions();

  @Parameters(
      index = "1",
      paramLabel = "SPEC",
      description = "The id of a view saved in the project, or a JSON file that holds a view spec.")
  private String spec = "";

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "FILE",
      description =
          "The file to write, ending in .svg, .pdf, .png, .vl.json, .csv, .json or .view.json.")
  private Path file = Path.of("");

  @Option(
      names = {"-q", "--query"},
      paramLabel = "QUERY",
      description = "Only rows that match.")
  private String query = "";

  @Option(names = "--no-filter", description = "Leave the filter saved in the project aside.")
  private boolean noFilter;

  @Option(
      names = "--map",
      paramLabel = "OLD=NEW",
      description = "Show the field NEW where the spec names OLD; may be given several times.")
  private Map<String, String> mapping = Map.of();

  @Option(
      names = "--data-beside",
      description = "Write the data of a Vega-Lite specification into a file beside it.")
  private boolean dataBeside;

  @Option(
      names = "--no-guard",
      description = "Write values into CSV as they are, also those that are formulas.")
  private boolean unguarded;

  @Mixin private final PictureOptions picture = new PictureOptions();

  PlotCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    ViewFormat format = PictureFile.format(file);
    picture.check();
    ViewExportOptions options =
        picture.options().withGuarded(!unguarded).withDataBeside(dataBeside);
    try (OpenedData data = OpenedData.open(session, place.place())) {
      data.checkNotSource(file);
      if (format == ViewFormat.VEGA_LITE && dataBeside) {
        data.checkNotSource(ViewExport.dataBeside(file));
      }
      ChartSpec drawn = picture.applyTo(mapped(drawable(find(data)), data.schema()));
      drawn.fields().forEach(data::field);
      RowSet selected = data.rows(predicate(data, drawn.id()));
      ViewData counts = data.chart(drawn, selected);
      PictureFile.write(session, data, drawn, counts, file, options);
      print(drawn, counts);
    }
    return ExitCode.DONE;
  }

  /// The view with the fields of this dataset.
  private ChartSpec mapped(ChartSpec chart, Schema schema) {
    for (Map.Entry<String, String> entry : mapping.entrySet()) {
      if (!chart.fields().contains(entry.getKey())) {
        throw new UsageFailure(
            "The view has no field \""
                + entry.getKey()
                + "\" to map; its fields are: "
                + String.join(", ", chart.fields())
                + ".");
      }
      FieldNames.find(schema, entry.getValue());
    }
    FieldMapping fields = FieldMapping.of(chart, needed, schema, mapping);
    for (ViewFile.Needed field : fields.needed()) {
      String target = fields.target(field).orElse(field.name());
      if (fields.target(field).isEmpty()) {
        throw unmapped(chart, field, schema);
      }
      fields
          .wrong(field)
          .ifPresent(
              type -> {
                throw new UsageFailure(
                    "\""
                        + target
                        + "\" cannot stand for \""
                        + field.name()
                        + "\": the view needs a field of the type "
                        + FieldNames.word(type)
                        + ", and this is "
                        + FieldNames.word(FieldNames.find(schema, target).type())
                        + ".");
              });
    }
    return fields.apply();
  }

  private UsageFailure unmapped(ChartSpec chart, ViewFile.Needed field, Schema schema) {
    FieldMapping guess = FieldMapping.guess(chart, needed, schema);
    return guess
        .target(field)
        .map(
            near ->
                new UsageFailure(
                    "There is no field \""
                        + field.name()
                        + "\". Did you mean \""
                        + near
                        + "\"? Then add --map \""
                        + field.name()
                        + "="
                        + near
                        + "\"."))
        .orElseGet(() -> FieldNames.unknown(field.name(), FieldNames.names(schema)));
  }

  private ViewSpec find(OpenedData data) {
    List<ViewSpec> views = data.workspace().state().views();
    ViewFile file =
        data.workspace()
            .state()
            .view(spec)
            .map(view -> new ViewFile(view, data.schema()))
            .orElseGet(() -> read(Path.of(spec), views.stream().map(ViewSpec::id).toList()));
    needed = file.fields();
    return file.view();
  }

  private static ViewFile read(Path path, List<String> ids) {
    if (!Files.isRegularFile(path)) {
      throw new UsageFailure(
          "There is neither a view nor a file \""
              + path
              + "\"; views are: "
              + String.join(", ", ids)
              + "."
              + NearestNames.question(path.toString(), ids));
    }
    try {
      return ViewFile.parse(Files.readString(path), path.toString());
    } catch (MalformedInputException notText) {
      throw new UserFailure(path + " is not a view spec: it is not UTF-8 text.", notText);
    } catch (IOException failure) {
      throw new UserFailure(path + " cannot be read: check that you may read it.", failure);
    }
  }

  private ChartSpec drawable(ViewSpec view) {
    return switch (view) {
      case ChartSpec chart -> chart;
      case TableSpec _ ->
          throw new UsageFailure(
              "\"" + spec + "\" is a table, which is no picture: use search or export.");
      case OverviewSpec _ ->
          throw new UsageFailure(
              "\"" + spec + "\" shows many fields, which is no picture: use profile.");
      case GallerySpec _, ReaderSpec _, CompareSpec _ ->
          throw new UsageFailure(
              "\"" + spec + "\" shows rows one by one, which is no picture: use search or export.");
      case UnknownSpec unknown ->
          throw new UserFailure(
              "\""
                  + spec
                  + "\" is a view of the kind \""
                  + unknown.type()
                  + "\", which this Outcrop cannot draw: update Outcrop.");
    };
  }

  /// As in the window: every clause but the view's own.
  private Predicate predicate(OpenedData data, String viewId) {
    List<Predicate> parts = new ArrayList<>();
    if (!noFilter) {
      data.workspace().state().selection().clauses().stream()
          .filter(clause -> viewId.isEmpty() || !clause.viewId().equals(viewId))
          .map(SelectionClause::effective)
          .forEach(parts::add);
    }
    if (!query.isBlank()) {
      parts.add(new Predicate.Query(query));
    }
    return new Predicate.And(parts);
  }

  private void print(ChartSpec drawn, ViewData counts) {
    if (place.json()) {
      ObjectNode document = Json.MAPPER.createObjectNode();
      document.put("file", file.toString());
      document.put("field", drawn.fields().getFirst());
      document.put("rows", counts.selected());
      document.put("total", counts.total());
      session.print(document);
    } else {
      session.print(
          "Drew "
              + CellText.harmless(String.join(", ", drawn.fields()))
              + " of "
              + Words.count(counts.selected())
              + " of "
              + Words.count(counts.total(), "row")
              + " into "
              + file
              + ".");
    }
  }
}
