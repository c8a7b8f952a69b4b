package outcrop.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.derive.Derivation.Unit;
import outcrop.analysis.query.ViewData.DistributionData;
import outcrop.analysis.spec.DistributionSpec;
import outcrop.analysis.spec.DistributionSpec.Axes;
import outcrop.analysis.spec.DistributionSpec.Bins;
import outcrop.analysis.spec.DistributionSpec.Order;
import outcrop.analysis.spec.DistributionSpec.Scale;
import outcrop.analysis.spec.DistributionSpec.Shape;
import outcrop.analysis.spec.DistributionSpec.Step;
import outcrop.analysis.stats.Calibration;
import outcrop.analysis.stats.Packing;
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
      names = "--measure",
      paramLabel = "UNIT",
      description =
          "Count the lengths of a text field, in characters or words, and how they fill sequences"
              + " of a longest length.")
  private @Nullable Unit measure;

  @Option(
      names = "--pack",
      paramLabel = "N",
      split = ",",
      description =
          "Longest lengths to pack texts into, with --measure; by default some around the lengths.")
  private List<Integer> pack = List.of();

  @Option(
      names = "--right",
      paramLabel = "QUERY",
      description =
          "Rows whose prediction is right: the field holds probabilities, and the answer says"
              + " whether they are calibrated.")
  private String right = "";

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
    if (!pack.isEmpty() && measure == null) {
      throw new UsageFailure("--pack says how long texts may be: say --measure too.");
    }
    if (pack.stream().anyMatch(length -> length < 1)) {
      throw new UsageFailure("--pack wants lengths of 1 or more.");
    }
    picture.check();
    if (plot != null) {
      PictureFile.check(plot);
    }
    try (OpenedData data = OpenedData.open(session, place.place())) {
      if (measure == null) {
        FieldNames.checkCountable(data.field(field));
      }
      if (!by.isEmpty()) {
        FieldNames.checkCountable(data.field(by));
      }
      RowSet selected = rows.rows(data);
      TextMeasure lengths =
          measure == null ? null : TextMeasure.of(session, data, data.field(field), measure);
      DistributionSpec spec = lengths == null ? spec() : spec().withField(lengths.name());
      DistributionData counts =
          lengths == null ? data.distribution(spec, selected) : lengths.answer(spec, selected);
      Findings findings =
          new Findings(
              lengths == null ? List.of() : lengths.packings(selected, pack),
              right.isEmpty()
                  ? null
                  : Reliability.of(data.column(field), selected, data.rows(right, false)));
      if (plot != null) {
        PictureFile.write(session, data, picture.applyTo(spec), counts, plot, picture.options());
      }
      print(spec, counts, findings);
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

  /// What was asked for beside the distribution.
  ///
  /// @param packings empty where no texts are measured
  /// @param calibration null where nothing says which rows are right
  private record Findings(List<Packing> packings, @Nullable Calibration calibration) {}

  private void print(DistributionSpec spec, DistributionData counts, Findings findings) {
    if (place.json()) {
      ObjectNode document = DistributionJson.of(spec.field(), by, counts);
      document.put("shape", shape.name().toLowerCase(Locale.ROOT));
      SpreadJson.add(document, counts);
      if (measure != null) {
        TextMeasure.add(document, findings.packings());
      }
      if (findings.calibration() != null) {
        Reliability.add(document, findings.calibration());
      }
      if (plot != null) {
        document.put("plot", plot.toString());
      }
      session.print(document);
      return;
    }
    if (counts.spread().isPresent()) {
      session.print(SpreadText.of(spec, counts));
      session.print("");
    }
    DistributionText text = new DistributionText(counts, session.canPrintBlocks());
    session.print(text.summary(spec.field()));
    session.print("");
    session.print(text.table(spec.field(), by, limit));
    if (text.hidden(limit) > 0) {
      session.print("");
      session.print(
          Words.count(text.hidden(limit)) + " more values are not shown: --limit 0 shows all.");
    }
    printFindings(findings);
    if (plot != null) {
      session.print("");
      session.print("Drawn into " + plot + ".");
    }
  }

  private void printFindings(Findings findings) {
    if (!findings.packings().isEmpty()) {
      session.print("");
      session.print("Packed into sequences of a longest length (first-fit decreasing):");
      session.print(TextMeasure.table(findings.packings()));
    }
    Calibration calibration = findings.calibration();
    if (calibration != null && calibration.n() > 0) {
      session.print("");
      session.print(
          "Expected calibration error "
              + Reliability.rounded(calibration.error())
              + " over "
              + Words.count(calibration.bins().size())
              + " bins of equally many of "
              + Words.count(calibration.n(), "row")
              + ":");
      session.print(Reliability.table(calibration));
    }
  }
}
