package outcrop.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.query.ViewData;
import outcrop.analysis.query.ViewData.RelationData;
import outcrop.analysis.spec.DistributionSpec.Order;
import outcrop.analysis.spec.DistributionSpec.Scale;
import outcrop.analysis.spec.RelationSpec;
import outcrop.analysis.spec.RelationSpec.Axes;
import outcrop.analysis.spec.RelationSpec.Bins;
import outcrop.analysis.spec.RelationSpec.Measure;
import outcrop.analysis.spec.RelationSpec.Shape;
import outcrop.analysis.spec.RelationSpec.Trend;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/// `relation`: how the values of several fields go together.
@Command(
    name = "relation",
    mixinStandardHelpOptions = true,
    description = {
      "Counts the rows by the values of several fields at once.",
      "With --plot, drawn into a file as well: as a heat map, scatter, parallel sets or treemap."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  outcrop relation reviews.outcrop -f category -f rating --measure residual",
      "  outcrop relation reviews.csv -f price -f rating --shape scatter --plot price.svg",
      "  outcrop relation reviews.csv -f category -f brand -f rating --shape treemap --plot all.pdf"
    })
final class RelationCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private final PlaceOptions place = new PlaceOptions();
  @Mixin private final RowOptions rows = new RowOptions();
  @Mixin private final PictureOptions picture = new PictureOptions();

  @Option(
      names = {"-f", "--field"},
      required = true,
      paramLabel = "FIELD",
      description = "A field; once for each, in order: across and upwards, or from the outermost.")
  private List<String> fields = List.of();

  @Option(
      names = "--shape",
      paramLabel = "SHAPE",
      description =
          "heat_map, scatter, parallel_sets or treemap; by default a heat map of two fields, a"
              + " treemap of one, parallel sets of more.")
  private @Nullable Shape shape;

  @Option(
      names = "--measure",
      paramLabel = "MEASURE",
      description =
          "What colours say: rows, share_of_row, share_of_column, residual or share_selected.")
  private Measure measure = Measure.ROWS;

  @Option(
      names = "--colour",
      paramLabel = "FIELD",
      description =
          "The field that gives the colours: a category in a scatter, a number whose mean is taken"
              + " in a heat map or treemap, one of the fields in parallel sets.")
  private String colour = "";

  @Option(
      names = "--facet",
      paramLabel = "FIELD",
      description = "Draw the picture once for each value of this field, on the same scales.")
  private String facet = "";

  @Option(
      names = "--trend",
      paramLabel = "TREND",
      description = "A line over a scatter: none, median or quartiles.")
  private Trend trend = Trend.NONE;

  @Option(
      names = "--bins",
      paramLabel = "N",
      description =
          "Bins of numbers and times, and the most values of categories that are named, 1 to 1000;"
              + " by default as many as suit.")
  private int bins;

  @Option(
      names = "--order",
      paramLabel = "ORDER",
      description = "The order of categories: count_down, count_up, value_up, value_down, data.")
  private Order order = Order.COUNT_DOWN;

  @Option(names = "--log-x", description = "The first field on a logarithmic scale.")
  private boolean logX;

  @Option(names = "--log-y", description = "The second field on a logarithmic scale.")
  private boolean logY;

  @Option(names = "--log-colour", description = "Colours of counts on a logarithmic scale.")
  private boolean logColour;

  @Option(
      names = {"-n", "--limit"},
      paramLabel = "N",
      description = "The most cells listed for people, 0 for all; ${DEFAULT-VALUE} by default.")
  private int limit = 40;

  @Option(
      names = "--plot",
      paramLabel = "FILE",
      description = "Draw into a file that ends in .svg, .pdf or .png.")
  private @Nullable Path plot;

  RelationCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (bins < 0 || bins > Bins.MOST) {
      throw new UsageFailure("--bins wants 1 to 1000, not " + bins + ".");
    }
    if (limit < 0) {
      throw new UsageFailure("--limit wants 0 or more, not " + limit + ".");
    }
    picture.check();
    if (plot != null) {
      PictureFile.check(plot);
    }
    RelationSpec spec = spec();
    try (OpenedData data = OpenedData.open(session, place.place())) {
      spec.fields().forEach(name -> FieldNames.checkCountable(data.field(name)));
      if (!facet.isEmpty()) {
        FieldNames.checkCountable(data.field(facet));
      }
      RowSet selected = rows.rows(data);
      RelationData counts = data.relation(spec, selected);
      if (plot != null) {
        RelationSpec drawn = spec.withFacet(facet);
        ViewData shown = facet.isEmpty() ? counts : data.chart(drawn, selected);
        PictureFile.write(session, data, picture.applyTo(drawn), shown, plot, picture.options());
      }
      print(spec, counts);
    }
    return ExitCode.DONE;
  }

  private RelationSpec spec() {
    Shape drawn =
        shape != null
            ? shape
            : switch (fields.size()) {
              case 1 -> Shape.TREEMAP;
              case 2 -> Shape.HEAT_MAP;
              default -> Shape.PARALLEL_SETS;
            };
    if (fields.size() < drawn.fewest() || fields.size() > drawn.most()) {
      throw new UsageFailure(
          "--shape "
              + FieldNames.word(drawn)
              + " wants "
              + (drawn.fewest() == drawn.most()
                  ? drawn.most()
                  : drawn.fewest() + " to " + drawn.most())
              + " fields, not "
              + fields.size()
              + ": name each with -f.");
    }
    RelationSpec spec = RelationSpec.of("relation", drawn, fields);
    Axes axes = spec.axes().withMeasure(measure).withTrend(trend);
    axes = logX ? axes.withX(Scale.LOG) : axes;
    axes = logY ? axes.withY(Scale.LOG) : axes;
    axes = logColour ? axes.withColour(Scale.LOG) : axes;
    return spec.withColour(colour).withBins(new Bins(bins, bins, true, order)).withAxes(axes);
  }

  private void print(RelationSpec spec, RelationData counts) {
    if (place.json()) {
      ObjectNode document = RelationJson.of(spec, counts);
      if (plot != null) {
        document.put("plot", plot.toString());
      }
      session.print(document);
      return;
    }
    RelationText text = new RelationText(counts);
    session.print(text.summary(spec));
    session.print("");
    session.print(text.table(limit));
    if (text.hidden(limit) > 0) {
      session.print("");
      session.print(
          Words.count(text.hidden(limit)) + " more cells are not shown: --limit 0 shows all.");
    }
    if (plot != null) {
      session.print("");
      session.print("Drawn into " + plot + ".");
    }
  }
}
