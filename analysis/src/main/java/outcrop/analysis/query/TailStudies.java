package outcrop.analysis.query;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.ColumnUse;
import outcrop.analysis.column.ListColumn;
import outcrop.analysis.column.TextColumn;
import outcrop.analysis.column.VectorColumn;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.model.ClassVariation;
import outcrop.analysis.query.ViewData.TailData;
import outcrop.analysis.spec.TailSpec;
import outcrop.analysis.spec.TailSpec.Beside;
import outcrop.analysis.spec.TailSpec.Counted;
import outcrop.analysis.spec.TailSpec.Fit;
import outcrop.analysis.spec.TailSpec.Shape;
import outcrop.analysis.stats.Burstiness;
import outcrop.analysis.stats.ClassCrossing;
import outcrop.analysis.stats.ColumnEvents;
import outcrop.analysis.stats.ColumnMeaning;
import outcrop.analysis.stats.EventRaster;
import outcrop.analysis.stats.PowerLawFit;
import outcrop.analysis.stats.PowerLawFitter;
import outcrop.analysis.stats.PowerLawResult;
import outcrop.analysis.stats.Rarefaction;
import outcrop.analysis.stats.TailMeasures;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;
import outcrop.analysis.task.UserFailure;

/// Studies long tails: what takes longer than a look. Results are kept by rows and parameters, the
/// last ones, as many as have room. Safe for several threads.
final class TailStudies {
  private static final int KEPT = 64;
  private static final long KEPT_NUMBERS = 16_000_000;
  private static final int CURVE_POINTS = 60;
  private static final int MOST_AMBIGUOUS = 5000;

  private final ColumnStore columns;
  private final TaskRunner runner;
  private final Map<Key, Object> kept = new LinkedHashMap<>(16, 0.75f, true);

  /// What a result depends on.
  ///
  /// @param version of the columns
  /// @param what the kind of result with its parameters
  private record Key(long version, String field, Counted counted, RowSet rows, Object what) {}

  private record BurstsBy(String events, long seed) {}

  private record CrossedBy(String other) {}

  private record RasterBy(String events) {}

  private record MeaningOf(String label, String context) {}

  private record VariationBy(String vector) {}

  TailStudies(ColumnStore columns, TaskRunner runner) {
    this.columns = columns;
    this.runner = runner;
  }

  /// All that the spec shows.
  ///
  /// @param data the answer to the query of the spec
  /// @throws java.util.concurrent.CancellationException when cancelled; what was finished is kept
  /// @throws outcrop.analysis.task.UserFailure where a field beside cannot be used so
  TailStudy study(TailSpec spec, TailData data, TaskContext context) {
    TailMeasures measures = data.measures().orElse(null);
    if (measures == null) {
      return TailStudy.NONE;
    }
    try (ColumnUse use = columns.use()) {
      Column column = columns.column(spec.field());
      Optional<Rarefaction> curve =
          spec.shape() == Shape.RAREFACTION && measures.richness() != null
              ? Optional.of(
                  kept(
                      key(spec, data, Shape.RAREFACTION),
                      Rarefaction.class,
                      () -> Rarefaction.of(measures.counts(), CURVE_POINTS)))
              : Optional.empty();
      Optional<ClassCrossing> crossing =
          spec.beside().other().isEmpty() || data.counted() == Counted.VALUES
              ? Optional.empty()
              : Optional.of(crossing(spec, data, column, use, context));
      Optional<Burstiness> bursts =
          spec.shape() == Shape.BURSTINESS && hasOrder(spec, column)
              ? Optional.of(bursts(spec, data, column, use, context))
              : Optional.empty();
      return new TailStudy(
          Optional.of(powerLaw(spec, data, measures, context)),
          curve,
          bursts,
          crossing,
          raster(spec, data, column, use),
          meaning(spec, data, column, use),
          variation(spec, data, column, use, context));
    }
  }

  private Optional<EventRaster> raster(TailSpec spec, TailData data, Column column, ColumnUse use) {
    String events = spec.beside().events();
    return spec.shape() == Shape.RASTER && hasRowClasses(spec, column)
        ? Optional.of(
            kept(
                key(spec, data, new RasterBy(events)),
                EventRaster.class,
                () -> EventRaster.of(column, column(events), data.rows(), use)))
        : Optional.empty();
  }

  private Optional<ColumnMeaning> meaning(
      TailSpec spec, TailData data, Column column, ColumnUse use) {
    Beside beside = spec.beside();
    return spec.shape() == Shape.LABELS && hasRowClasses(spec, column) && !beside.label().isEmpty()
        ? Optional.of(
            kept(
                key(spec, data, new MeaningOf(beside.label(), beside.events())),
                ColumnMeaning.class,
                () ->
                    ColumnMeaning.of(
                        column,
                        columns.column(beside.label()),
                        column(beside.events()),
                        data.rows(),
                        MOST_AMBIGUOUS,
                        use)))
        : Optional.empty();
  }

  private Optional<TailVariation> variation(
      TailSpec spec, TailData data, Column column, ColumnUse use, TaskContext context) {
    String vector = spec.beside().vector();
    if (spec.shape() != Shape.VARIATION || !hasRowClasses(spec, column) || vector.isEmpty()) {
      return Optional.empty();
    }
    if (!(columns.column(vector) instanceof VectorColumn vectors)) {
      throw new UserFailure("“%s” is no field of vectors; choose one.".formatted(vector));
    }
    context.stage("Comparing the vectors of each class");
    return Optional.of(
        kept(
            key(spec, data, new VariationBy(vector)),
            TailVariation.class,
            () -> {
              ColumnEvents events = ColumnEvents.of(column, data.rows(), use);
              return TailVariation.of(
                  ClassVariation.of(events, vectors, use, runner, context), events);
            }));
  }

  private @Nullable Column column(String field) {
    return field.isEmpty() ? null : columns.column(field);
  }

  /// Values and the terms of a text are no classes of rows.
  private static boolean hasRowClasses(TailSpec spec, Column column) {
    return spec.counted() == Counted.CLASSES && !(column instanceof TextColumn);
  }

  /// Lists and terms have several events per row, which only contexts order.
  private static boolean hasOrder(TailSpec spec, Column column) {
    return spec.counted() == Counted.CLASSES
        && !(column instanceof TextColumn)
        && (!(column instanceof ListColumn) || !spec.beside().events().isEmpty());
  }

  private PowerLawResult powerLaw(
      TailSpec spec, TailData data, TailMeasures measures, TaskContext context) {
    context.stage("Fitting a power law");
    PowerLawResult fitted =
        kept(
            key(spec, data, PowerLawFit.class),
            PowerLawResult.class,
            () ->
                PowerLawResult.of(
                        measures.counts(),
                        data.counted() == Counted.VALUES
                            ? PowerLawFitter.kindOf(measures.counts())
                            : PowerLawFit.Kind.DISCRETE)
                    .withAlternatives(context));
    Fit fit = spec.fit();
    if (fit.draws() == 0) {
      return fitted;
    }
    context.stage("Testing the power law");
    return kept(
        key(spec, data, fit),
        PowerLawResult.class,
        () -> fitted.withGoodness(fit.draws(), fit.seed(), runner, context));
  }

  private Burstiness bursts(
      TailSpec spec, TailData data, Column column, ColumnUse use, TaskContext context) {
    context.stage("Looking for bursts");
    String events = spec.beside().events();
    long seed = spec.fit().seed();
    return kept(
        key(spec, data, new BurstsBy(events, seed)),
        Burstiness.class,
        () ->
            Burstiness.of(
                column,
                events.isEmpty() ? null : columns.column(events),
                data.rows(),
                seed,
                use,
                runner,
                context));
  }

  private ClassCrossing crossing(
      TailSpec spec, TailData data, Column column, ColumnUse use, TaskContext context) {
    String other = spec.beside().other();
    context.stage("Comparing by " + other);
    return kept(
        key(spec, data, new CrossedBy(other)),
        ClassCrossing.class,
        () ->
            ClassCrossing.of(
                ColumnEvents.of(column, data.rows(), use),
                ColumnEvents.of(columns.column(other), data.rows(), use)));
  }

  private Key key(TailSpec spec, TailData data, Object what) {
    return new Key(columns.version(), spec.field(), spec.counted(), data.rows(), what);
  }

  private <T> T kept(Key key, Class<T> kind, Supplier<T> computation) {
    synchronized (kept) {
      Object known = kept.get(key);
      if (known != null) {
        return kind.cast(known);
      }
    }
    T result = computation.get();
    synchronized (kept) {
      kept.put(key, result);
      long numbers = kept.values().stream().mapToLong(TailStudies::numbers).sum();
      var oldest = kept.values().iterator();
      while (kept.size() > 1
          && (kept.size() > KEPT || numbers > KEPT_NUMBERS)
          && oldest.hasNext()) {
        numbers -= numbers(oldest.next());
        oldest.remove();
      }
    }
    return result;
  }

  /// About how many numbers a result holds.
  private static long numbers(Object result) {
    return switch (result) {
      case ClassCrossing crossing -> 2L * crossing.pairs();
      case EventRaster raster -> (long) raster.counts().length * EventRaster.STEPS;
      case TailVariation variation -> 8L * variation.counts().length;
      case Burstiness bursts -> 16L * bursts.counts().length;
      default -> 1000;
    };
  }
}
