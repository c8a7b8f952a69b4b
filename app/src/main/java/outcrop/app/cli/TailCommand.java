package outcrop.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.ColumnUse;
import outcrop.analysis.column.ListColumn;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.column.TextColumn;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.index.TextIndex;
import outcrop.analysis.spec.ChartSpec;
import outcrop.analysis.spec.TailSpec;
import outcrop.analysis.spec.TailSpec.Counted;
import outcrop.analysis.spec.TailSpec.Look;
import outcrop.analysis.spec.TailSpec.Measure;
import outcrop.analysis.spec.TailSpec.Shape;
import outcrop.analysis.stats.BandRule;
import outcrop.analysis.stats.Burstiness;
import outcrop.analysis.stats.ClassCounter;
import outcrop.analysis.stats.ClassCounts;
import outcrop.analysis.stats.FieldValues;
import outcrop.analysis.stats.PowerLawBootstrap;
import outcrop.analysis.stats.PowerLawFit.Kind;
import outcrop.analysis.stats.PowerLawFitter;
import outcrop.analysis.stats.PowerLawResult;
import outcrop.analysis.stats.Seeds;
import outcrop.analysis.stats.TailMeasures;
import outcrop.analysis.stats.TermSpread;
import outcrop.analysis.stats.ValueFrequencies;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.UserFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/// `tail`: how long the tail of a field is.
@Command(
    name = "tail",
    mixinStandardHelpOptions = true,
    description = {
      "Measures the long tail of a field: how unequal its classes are, how many were not seen,",
      "whether a power law fits, where head and tail part, and whether classes come in bursts.",
      "Classes are values; in a list, each different value of a row; in a text, its terms.",
      "With --values, the numbers themselves are fitted, each as the size of one class."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  outcrop tail reviews.outcrop -f category --bands 100,20",
      "  outcrop tail words.csv -f count --values --bootstrap 1000 --json",
      "  outcrop tail log.csv -f user --by time",
      "  outcrop tail words.csv -f count --values --shape ccdf --plot words.svg"
    })
final class TailCommand implements Callable<Integer> {
  /// More observations than this are tested for goodness only where the user asks.
  private static final long TESTED_UNASKED = 1_000_000;

  private static final int TERMS_SPREAD = 20;

  private final Session session;

  @Mixin private final PlaceOptions place = new PlaceOptions();
  @Mixin private final RowOptions rows = new RowOptions();
  @Mixin private final TailCrossings crossings = new TailCrossings();

  @Option(
      names = {"-f", "--field"},
      required = true,
      paramLabel = "FIELD",
      description = "The field whose classes are counted.")
  private String field = "";

  @Option(
      names = "--values",
      description = "Fit the values of a number field instead of counting them.")
  private boolean values;

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      description = {
        "The power law: discrete or continuous. By default, counts of classes are discrete, and so",
        "are whole values whose tail starts at 100 or less."
      })
  private @Nullable Kind kind;

  @Option(
      names = "--bands",
      paramLabel = "BANDS",
      description = {
        "Where head, body and tail part: shares (50, 40, 10 %% of rows), oltr (> 100, < 20 rows),",
        "oltr_inclusive (>= 100, <= 20), lvis (> 100, <= 10), metaclip (>= 20,000), xmin, or the",
        "fewest rows of head and body, such as 100,20. ${DEFAULT-VALUE} by default."
      })
  private String bands = "shares";

  @Option(
      names = "--by",
      paramLabel = "FIELD",
      description = "For bursts: a time that orders rows, or contexts such as a user.")
  private String by = "";

  @Option(
      names = "--bootstrap",
      paramLabel = "N",
      description = {
        "Sets drawn to test the power law, 0 for none;",
        "100 by default, none by default beyond 1,000,000 observations."
      })
  private @Nullable Integer bootstrap;

  @Option(
      names = "--plot",
      paramLabel = "FILE",
      description = "Draw into a file that ends in .svg, .pdf or .png.")
  private @Nullable Path plot;

  @Option(
      names = "--shape",
      paramLabel = "SHAPE",
      description = {
        "As what it is drawn: rank, ccdf, lorenz, coverage, rarefaction, burstiness, raster,",
        "labels (with --label), variation (with --vector); ${DEFAULT-VALUE} by default."
      })
  private Shape shape = Shape.RANK;

  @Option(
      names = "--facet",
      paramLabel = "FIELD",
      description = "Draw small multiples, one for each value of a field.")
  private String facet = "";

  @Option(
      names = "--measures",
      paramLabel = "A,B",
      split = ",",
      description = {
        "Numbers written under the title of the drawing, such as gini,zipf; by default",
        "gini,singletons. Names: ${COMPLETION-CANDIDATES}."
      })
  private List<Measure> measures = Look.DEFAULT.measures();

  @Mixin private final PictureOptions picture = new PictureOptions();

  @Option(
      names = "--seed",
      paramLabel = "SEED",
      description = "Where random numbers start; ${DEFAULT-VALUE} by default.")
  private long seed = Seeds.DEFAULT;

  TailCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (bootstrap != null && (bootstrap < 0 || bootstrap > 100_000)) {
      throw new UsageFailure("--bootstrap wants 0 to 100000, not " + bootstrap + ".");
    }
    TailBands.check(bands);
    if (plot != null) {
      PictureFile.check(plot);
      crossings.check(shape);
    }
    try (OpenedData data = OpenedData.open(session, place.place())) {
      checkFields(data);
      RowSet selected = rows.rows(data);
      TailReport report = report(data, selected);
      cross(data, selected, report);
      if (plot != null) {
        draw(data, selected, plot, report.draws());
      }
      if (place.json()) {
        ObjectNode document = TailJson.of(report);
        crossings.putInto(document);
        if (plot != null) {
          document.put("plot", plot.toString());
        }
        session.print(document);
      } else {
        new TailText(report).lines(session);
        crossings.print(session);
        if (plot != null) {
          session.print("");
          session.print("Drawn into " + plot + ".");
        }
      }
    }
    return ExitCode.DONE;
  }

  /// The view of what was measured: the same bands, and the same test of the power law.
  private void draw(OpenedData data, RowSet selected, Path file, int draws) {
    TailSpec spec =
        TailSpec.of("tail", field)
            .withCounted(values ? Counted.VALUES : Counted.CLASSES)
            .withShape(shape)
            .withBands(TailBands.ofView(bands))
            .withFit(new TailSpec.Fit(Math.min(draws, TailSpec.Fit.MOST_DRAWS), seed))
            .withBeside(crossings.ofView(by))
            .withLook(Look.DEFAULT.withMeasures(measures))
            .withFacet(facet);
    ChartSpec drawn = picture.applyTo(spec);
    PictureFile.write(session, data, drawn, data.chart(drawn, selected), file, picture.options());
  }

  private void checkFields(OpenedData data) {
    Field wanted = data.field(field);
    FieldType type = wanted.type();
    if (values && type != FieldType.NUMBER) {
      throw new UsageFailure(
          "--values wants a number field, and \""
              + field
              + "\" is "
              + FieldNames.word(type)
              + ": leave it out to count its classes.");
    }
    if (type == FieldType.VECTOR) {
      throw new UsageFailure(
          "\"" + field + "\" is vector, which has no classes: choose another field.");
    }
    if (!facet.isEmpty()) {
      FieldNames.checkCountable(data.field(facet));
    }
    crossings.check(data, field, values);
    if (!by.isEmpty()) {
      data.field(by);
      if (values || data.column(field) instanceof TextColumn) {
        throw new UsageFailure(
            "--by tells bursts of classes, which "
                + (values ? "--values does" : "the terms of a text do")
                + " not have: leave it out.");
      }
    }
  }

  private void cross(OpenedData data, RowSet selected, TailReport report) {
    if (report.measures().isPresent()) {
      BandRule rule = TailBands.rule(bands, report.powerLaw());
      session.work(
          "Crossing fields",
          task ->
              use(
                  data,
                  u -> {
                    crossings.compute(data, field, by, selected, rule, u, session, task);
                    return true;
                  }));
    }
  }

  private TailReport report(OpenedData data, RowSet selected) {
    Column column = data.column(field);
    if (values && column instanceof NumberColumn numbers) {
      return ofValues(data, numbers, selected);
    }
    if (column instanceof TextColumn texts) {
      return ofTerms(data, texts, selected);
    }
    ClassCounts counted =
        session.work("Counting", _ -> use(data, u -> new ClassCounter(u).count(column, selected)));
    boolean ordered = !(column instanceof ListColumn) || !by.isEmpty();
    Burstiness bursts =
        ordered && counted.classes() > 0
            ? session.work("Looking for bursts", task -> bursts(data, column, selected, task))
            : null;
    return ofClasses(TailReport.Unit.CLASSES, counted, bursts, List.of());
  }

  private Burstiness bursts(OpenedData data, Column column, RowSet selected, TaskContext task) {
    Column other = by.isEmpty() ? null : data.column(by);
    return use(data, u -> Burstiness.of(column, other, selected, seed, u, session.runner(), task));
  }

  private static <T> T use(OpenedData data, Function<ColumnUse, T> work) {
    try (ColumnUse use = data.columns().use()) {
      return work.apply(use);
    }
  }

  private TailReport ofTerms(OpenedData data, TextColumn texts, RowSet selected) {
    session.awaitText(data.workspace());
    TextIndex index =
        data.workspace()
            .textIndex()
            .orElseThrow(
                () -> new UserFailure("\"" + field + "\" has no text index to count terms in."));
    ClassCounts counted =
        session.work(
            "Counting terms",
            _ -> use(data, u -> new ClassCounter(u).terms(index, texts, selected)));
    List<TermSpread> spread =
        session.work(
            "Spreading terms",
            _ -> use(data, u -> TermSpread.of(index, texts, selected, counted, TERMS_SPREAD, u)));
    return ofClasses(TailReport.Unit.TERMS, counted, null, spread);
  }

  private TailReport ofClasses(
      TailReport.Unit unit,
      ClassCounts counted,
      @Nullable Burstiness bursts,
      List<TermSpread> spread) {
    ValueFrequencies sizes = counted.sizes();
    Optional<TailMeasures> measures = TailMeasures.of(sizes);
    int draws = draws(sizes.size());
    PowerLawResult law = powerLaw(sizes, draws);
    return new TailReport(
        field,
        unit,
        counted.total(),
        counted.classes(),
        counted.rows(),
        counted.missing(),
        counted.unusable(),
        0,
        counted,
        measures,
        law,
        bands,
        measures.map(found -> TailBands.rule(bands, law).bands(found.counts())).orElse(List.of()),
        bursts,
        spread,
        by,
        draws,
        seed);
  }

  private TailReport ofValues(OpenedData data, NumberColumn column, RowSet selected) {
    FieldValues read =
        session.work("Reading", _ -> use(data, u -> FieldValues.of(column, selected, u)));
    Optional<TailMeasures> measures = TailMeasures.of(read.numbers());
    int draws = draws(read.numbers().size());
    PowerLawResult law = powerLaw(read.numbers(), draws);
    return new TailReport(
        field,
        TailReport.Unit.VALUES,
        read.numbers().size(),
        read.numbers().distinct(),
        read.rows(),
        read.missing(),
        read.notFinite(),
        read.notPositive(),
        null,
        measures,
        law,
        bands,
        measures.map(found -> TailBands.rule(bands, law).bands(found.counts())).orElse(List.of()),
        null,
        List.of(),
        by,
        draws,
        seed);
  }

  private int draws(long observations) {
    if (bootstrap != null) {
      return bootstrap;
    }
    return observations > TESTED_UNASKED ? 0 : PowerLawBootstrap.DEFAULT_DRAWS;
  }

  private PowerLawResult powerLaw(ValueFrequencies numbers, int draws) {
    boolean whole = numbers.positive().whole();
    if (kind == Kind.DISCRETE && !whole) {
      throw new UsageFailure(
          "--kind discrete wants whole numbers, which the values of \"" + field + "\" are not.");
    }
    return session.work(
        "Fitting a power law",
        task -> {
          Kind counts = values ? PowerLawFitter.kindOf(numbers) : Kind.DISCRETE;
          Kind wanted = kind == null ? counts : kind;
          PowerLawResult fitted = PowerLawResult.of(numbers, wanted).withAlternatives(task);
          task.stage("Testing the power law");
          return fitted.withGoodness(draws, seed, session.runner(), task);
        });
  }
}
