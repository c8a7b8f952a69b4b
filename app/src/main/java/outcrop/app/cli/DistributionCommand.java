package outcrop.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.query.ViewData.DistributionData;
import outcrop.analysis.spec.DistributionSpec;
import outcrop.analysis.spec.DistributionSpec.Axes;
import outcrop.analysis.spec.DistributionSpec.Bins;
import outcrop.analysis.spec.DistributionSpec.Order;
import outcrop.analysis.spec.DistributionSpec.Scale;
import outcrop.analysis.spec.DistributionSpec.Shape;
import outcrop.analysis.spec.DistributionSpec.Step;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/// `distribution`: how the values of a field are spread.
@Command(
    name = "distribution",
    mixinStandardHelpOptions = true,
    description = {
      "Counts the values of a field, in bins or by value.",
      "With --by, split by a second field. With --plot, drawn into a file as well.",
      "In JSON, n are the rows counted; n + missing + offScale are all rows asked for."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  outcrop distribution reviews.outcrop -f rating --by category",
      "  outcrop distribution reviews.csv -f price --log-x --bins 40 --plot price.svg",
      "  outcrop distribution reviews.csv -f price --by shop --shape box --plot price.pdf"
    })
final class DistributionCommand implements Callable<Integer> {
  private static final int MOST_BINS = 1000;

  private final Session session;

  @Mixin private final PlaceOptions place = new PlaceOptions();
  @Mixin private final RowOptions rows = new RowOptions();
  @Mixin private final PictureOptions picture = new PictureOptions();

  @Option(
      names = {"-f", "--field"},
      required = true,
      paramLabel = "FIELD",
      description = "The field to count.")
  private String field = "";

  @Option(names = "--by", paramLabel = "FIELD", description = "The field that splits the counts.")
  private String by = "";

  @Option(
      names = "--bins",
      paramLabel = "N",
      description = "The number of bins, 1 to 1000; by default as many as suit the values.")
  private int bins;

  @Option(
      names = "--order",
      paramLabel = "ORDER",
      description = "The order of categories: count_down, count_up, value_up, value_down, data.")
  private Order order = Order.COUNT_DOWN;

  @Option(names = "--log-x", description = "Bins of equal width on a logarithmic scale.")
  private boolean logX;

  @Option(names = "--log-y", description = "Draw counts on a logarithmic scale.")
  private boolean logY;

  @Option(
      names = "--shape",
      paramLabel = "SHAPE",
      description =
          "What is drawn and estimated: bars, density, ecdf, box, violin, strip, qq, line; bars by"
              + " default.")
  private Shape shape = Shape.BARS;

  @Option(
      names = "--step",
      paramLabel = "STEP",
      description = "The calendar step of times: hour, day, week, month, quarter, year.")
  private Step step = Step.AUTO;

  @Option(
      names = "--groups",
      paramLabel = "A,B",
      split = ",",
      description =
          "Values of --by that come first, whatever their size; the first two are compared.")
  private List<String> groups = List.of();

  @Option(
      names = {"-n", "--limit"},
      paramLabel = "N",
      description = "The most values listed for people, 0 for all; ${DEFAULT-VALUE} by default.")
  private int limit = 40;

  @Option(
      names = "--plot",
      paramLabel = "FILE",
      description = "Draw into a file that ends in .svg, .pdf or .png.")
  private @Nullable Path plot;

  DistributionCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (bins < 0 || bins > MOST_BINS) {
      throw new UsageFailure("--bins wants 1 to 1000, not " + bins + ".");
    }
    if (!groups.isEmpty() && by.isEmpty()) {
      throw new UsageFailure("--groups names values of the field of --by: say that too.");
    }
    if (limit < 0) {
      throw new UsageFailure("--limit wants 0 or more, not " + limit + ".");
    }
    picture.check();
    if (plot != null) {
      PictureFile.check(plot);
    }
    try (OpenedData data = OpenedData.open(session, place.place())) {
      FieldNames.checkCountable(data.field(field));
      if (!by.isEmpty()) {
        FieldNames.checkCountable(data.field(by));
      }
      RowSet selected = rows.rows(data);
      DistributionSpec spec = spec();
      DistributionData counts = data.distribution(spec, selected);
      if (plot != null) {
        PictureFile.write(session, data, picture.applyTo(spec), counts, plot, picture.options());
      }
      print(counts);
    }
    return ExitCode.DONE;
  }

  private DistributionSpec spec() {
    return DistributionSpec.of("distribution", field)
        .withBy(by)
        .withShape(shape)
        .withBins(Bins.DEFAULT.withCount(bins).withOrder(order).withStep(step).withGroups(groups))
        .withAxes(
            Axes.DEFAULT
                .withX(logX ? Scale.LOG : Scale.LINEAR)
                .withY(logY ? Scale.LOG : Scale.LINEAR));
  }

  private void print(DistributionData counts) {
    if (place.json()) {
      ObjectNode document = DistributionJson.of(field, by, counts);
      document.put("shape", shape.name().toLowerCase(Locale.ROOT));
      SpreadJson.add(document, counts);
      if (plot != null) {
        document.put("plot", plot.toString());
      }
      session.print(document);
      return;
    }
    if (counts.spread().isPresent()) {
      session.print(SpreadText.of(spec(), counts));
      session.print("");
    }
    DistributionText text = new DistributionText(counts, session.canPrintBlocks());
    session.print(text.summary(field));
    session.print("");
    session.print(text.table(field, by, limit));
    if (text.hidden(limit) > 0) {
      session.print("");
      session.print(
          Words.count(text.hidden(limit)) + " more values are not shown: --limit 0 shows all.");
    }
    if (plot != null) {
      session.print("");
      session.print("Drawn into " + plot + ".");
    }
  }
}
