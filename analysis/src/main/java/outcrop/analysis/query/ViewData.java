package outcrop.analysis.query;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.spec.Measure;
import outcrop.analysis.spec.RelationSpec.Shape;
import outcrop.analysis.spec.TailSpec.Counted;
import outcrop.analysis.stats.Association;
import outcrop.analysis.stats.PowerLawFit;
import outcrop.analysis.stats.PowerLawResult;
import outcrop.analysis.stats.TailMeasures;

/// The answer to a view's question.
public sealed interface ViewData {
  /// Rows in the dataset.
  int total();

  /// Rows that the answer speaks of.
  int selected();

  /// Counts by bin and group, for all rows and for the selected ones. A row with a list counts in
  /// the bin of each different value, so that bins may add up to more than the rows there are.
  ///
  /// @param type of the field
  /// @param axis what the bins are
  /// @param groups names of the groups in falling size, one empty name where nothing splits the
  ///   field; at most [#MAX_GROUPS], the last then being [#OTHER_GROUPS] with the rest
  /// @param context counts of all rows, `[group][bin]`
  /// @param counts of the selected rows, `[group][bin]`
  /// @param apart counts of the rows that have no place on the axis
  /// @param measures what was asked for besides, numbers as they are and times in microseconds;
  ///   without those that no row has a value for
  /// @param spread how values are spread, for shapes that need more than counts
  record DistributionData(
      int total,
      int selected,
      FieldType type,
      BinAxis axis,
      List<String> groups,
      long[][] context,
      long[][] counts,
      Apart apart,
      Map<Measure, Double> measures,
      Optional<SpreadData> spread)
      implements ViewData {
    public DistributionData {
      measures = Map.copyOf(measures);
    }

    /// Counts with nothing measured besides.
    public DistributionData(
        int total,
        int selected,
        FieldType type,
        BinAxis axis,
        List<String> groups,
        long[][] context,
        long[][] counts,
        Apart apart) {
      this(total, selected, type, axis, groups, context, counts, apart, Map.of(), Optional.empty());
    }

    /// The same counts with something measured besides.
    DistributionData withMeasures(Map<Measure, Double> value) {
      return new DistributionData(
          total, selected, type, axis, groups, context, counts, apart, value, spread);
    }

    /// The same counts with how the values are spread.
    DistributionData withSpread(SpreadData value) {
      return new DistributionData(
          total,
          selected,
          type,
          axis,
          groups,
          context,
          counts,
          apart,
          measures,
          Optional.of(value));
    }

    public static final int MAX_GROUPS = 24;

    /// Never the name of a value: it starts with a control character.
    public static final String OTHER_GROUPS = "\u0001other";

    /// The group of rows that have no value in the splitting field.
    public static final String MISSING_GROUP = "\u0001missing";
  }

  /// Rows that are not on the axis, `[group]`: without a value; not a number, infinite, not
  /// positive on a logarithmic scale, or with a list that is empty.
  record Apart(long[] contextMissing, long[] missing, long[] contextOffScale, long[] offScale) {}

  /// The sizes of the classes of a field.
  ///
  /// @param total the rows there are: of the dataset, or of one value of small multiples
  /// @param rows the selected ones
  /// @param type of the field
  /// @param context the classes of all those rows
  /// @param classes those of the selected rows
  /// @param measures of those; empty where there is none
  /// @param study what takes longer to know; empty until it is known
  record TailData(
      int total,
      RowSet rows,
      FieldType type,
      Counted counted,
      TailClasses context,
      TailClasses classes,
      TailApart apart,
      Optional<TailMeasures> measures,
      Optional<TailStudy> study)
      implements ViewData {
    @Override
    public int selected() {
      return rows.cardinality();
    }

    public TailData withStudy(TailStudy value) {
      return new TailData(
          total, rows, type, counted, context, classes, apart, measures, Optional.of(value));
    }

    /// Where a fitted power law begins; empty where none is known or it is ruled out.
    public OptionalDouble xmin() {
      return study
          .flatMap(TailStudy::powerLaw)
          .filter(law -> law.goodness() == null || !law.goodness().ruledOut())
          .map(PowerLawResult::fit)
          .filter(PowerLawFit.class::isInstance)
          .map(fit -> OptionalDouble.of(((PowerLawFit) fit).xmin()))
          .orElse(OptionalDouble.empty());
    }
  }

  /// Selected rows that are in no class.
  ///
  /// @param missing rows without a value
  /// @param without rows with an empty list; of values those that are not above zero or not finite
  record TailApart(int missing, int without) {}

  /// Counts of rows by the places that they have in several fields at once. A row with a list
  /// counts in a cell for each different value.
  ///
  /// @param fields in the order of the question; of a scatter that is coloured, its colour last
  /// @param places the place of a cell in each field, `[field][cell]`; each cell has at least one
  ///   row of the dataset
  /// @param context counts of all rows by cell
  /// @param counts of the selected rows
  /// @param points of a scatter of few rows, each row; empty where there are many
  /// @param means of the field that gives the colours; empty where none is averaged
  /// @param besides what is known of the fields beyond the counts
  record RelationData(
      int total,
      int selected,
      Shape shape,
      List<FieldSlots> fields,
      int[][] places,
      int[] context,
      int[] counts,
      Optional<Points> points,
      Optional<Means> means,
      Besides besides)
      implements ViewData {
    /// How many cells there are.
    public int cells() {
      return context.length;
    }

    RelationData with(Besides value) {
      return new RelationData(
          total, selected, shape, fields, places, context, counts, points, means, value);
    }
  }

  /// What is known of the fields of a relation beyond the counts.
  ///
  /// @param measures what was asked for of the first field and of the second, numbers as they are
  ///   and times in microseconds; without those that no row has a value for
  /// @param association how much two fields say about each other in the selected rows; empty for
  ///   more fields, for small multiples, and where nothing can be said
  record Besides(List<Map<Measure, Double>> measures, Optional<Association> association) {
    static final Besides NONE = new Besides(List.of(), Optional.empty());

    public Besides {
      measures = List.copyOf(measures);
    }

    /// A measure of one of the fields; empty where it was not asked for or has no value.
    public OptionalDouble measure(int field, Measure measure) {
      Double value = field < measures.size() ? measures.get(field).get(measure) : null;
      return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
  }

  /// Rows with a place on both axes of a scatter, in the order of the dataset.
  ///
  /// @param x numbers, or microseconds
  /// @param cells the cell of each
  /// @param selected whether the filter keeps it
  record Points(double[] x, double[] y, int[] cells, boolean[] selected) {}

  /// Sums of a number by cell over the selected rows.
  ///
  /// @param counts how many rows have a finite value
  record Means(double[] sums, int[] counts) {}

  /// Rows as points.
  ///
  /// @param rows the selected rows
  /// @param points all rows that have a place
  /// @param colours the colour of each; empty where all have the same
  /// @param counts selected points by colour; one number where all have the same
  /// @param densest the most selected points in a cell of the grid of points
  /// @param labels where values are named, for each field from the coarsest
  /// @param peaks rows where points are dense; empty where no texts are asked for
  record MapData(
      RowSet rows,
      PointGrid points,
      Optional<PointColours> colours,
      long[] counts,
      int densest,
      List<LabelSpots> labels,
      Optional<DensePeaks> peaks)
      implements ViewData {
    public MapData {
      labels = List.copyOf(labels);
    }

    @Override
    public int total() {
      return rows.rowCount();
    }

    @Override
    public int selected() {
      return rows.cardinality();
    }
  }

  /// Answers to the same question, one for each value of a field, on the same axes.
  ///
  /// @param panels in falling size, named like the groups of a distribution
  record FacetData(int total, int selected, String field, List<Panel> panels) implements ViewData {
    public FacetData {
      panels = List.copyOf(panels);
    }

    /// The same values with other answers.
    FacetData withPanels(UnaryOperator<ViewData> change) {
      return new FacetData(
          total,
          selected,
          field,
          panels.stream().map(one -> new Panel(one.name(), change.apply(one.data()))).toList());
    }
  }

  /// One of them.
  ///
  /// @param data speaks of the rows that have the value
  record Panel(String name, ViewData data) {}

  /// The rows of a table.
  ///
  /// @param rows the selected rows
  /// @param order their places in the table
  record RowsData(int total, RowSet rows, RowOrder order) implements ViewData {
    @Override
    public int selected() {
      return rows.cardinality();
    }
  }
}
