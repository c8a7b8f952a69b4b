package outcrop.analysis.discovery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.ListColumn;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.column.TextColumn;
import outcrop.analysis.column.TimeColumn;
import outcrop.analysis.column.VectorColumn;
import outcrop.analysis.selection.Predicate;
import outcrop.analysis.stats.Normal;
import outcrop.analysis.stats.Wilson;
import outcrop.analysis.task.TaskContext;

/// The values that tell groups of rows apart: of categories and lists each value, of numbers each
/// quarter of the rows. Missing values are none.
public final class ClusterValues {
  private static final int MOST_VALUES = 2_000;
  private static final int FEWEST_ROWS = 5;
  private static final int OF_ONE_FIELD = 2;
  private static final int QUARTERS = 4;

  private ClusterValues() {}

  /// The values of each group, the most surprising first (z > 1.96 and at least five rows), at most
  /// two of a field.
  ///
  /// @param fields to look at; those that are neither category, list nor number are passed over
  /// @param rows ordinals of the rows looked at
  /// @param groups the group of each of them, from 0; −1 for rows in none
  /// @param most values of a group
  public static List<List<DistinguishingValue>> of(
      ColumnStore columns,
      List<String> fields,
      int[] rows,
      int[] groups,
      int number,
      int most,
      TaskContext context) {
    int[] sizes = new int[number];
    for (int group : groups) {
      if (group >= 0) {
        sizes[group]++;
      }
    }
    List<List<DistinguishingValue>> found = new ArrayList<>();
    for (int group = 0; group < number; group++) {
      found.add(new ArrayList<>());
    }
    for (String field : fields) {
      context.checkCancelled();
      Coded coded = coded(columns.column(field), rows);
      if (coded.size() > 0 && coded.size() <= MOST_VALUES) {
        addTo(found, field, coded, groups, sizes);
      }
    }
    return found.stream().map(values -> best(values, most)).toList();
  }

  /// The values of a field as numbers.
  ///
  /// @param of the values of a row's line
  private record Coded(
      int size, IntFunction<int[]> of, IntFunction<String> text, IntFunction<Predicate> rows) {
    static final Coded NONE = new Coded(0, _ -> new int[0], _ -> "", _ -> new Predicate.All());
  }

  private static Coded coded(Column column, int[] rows) {
    String field = column.field().name();
    return switch (column) {
      case CategoryColumn c ->
          new Coded(
              c.dictionary().size(),
              line -> c.ordinal(rows[line]) < 0 ? new int[0] : new int[] {c.ordinal(rows[line])},
              c.dictionary()::value,
              value -> new Predicate.In(field, List.of(c.dictionary().value(value))));
      case ListColumn c ->
          new Coded(
              c.dictionary().size(),
              line -> elements(c, rows[line]),
              c.dictionary()::value,
              value -> new Predicate.In(field, List.of(c.dictionary().value(value))));
      case NumberColumn c -> quarters(c, rows);
      case TextColumn _, TimeColumn _, VectorColumn _ -> Coded.NONE;
    };
  }

  /// The elements of a list, each once.
  static int[] elements(ListColumn column, int row) {
    long start = column.start(row);
    int[] found = new int[(int) (column.start(row + 1) - start)];
    int count = 0;
    for (int i = 0; i < found.length; i++) {
      int value = column.ordinals().getAtIndex(ListColumn.INT, start + i);
      if (value >= 0) {
        found[count++] = value;
      }
    }
    return Arrays.stream(found, 0, count).distinct().toArray();
  }

  private static Coded quarters(NumberColumn column, int[] rows) {
    double[] sorted =
        Arrays.stream(rows)
            .filter(row -> !column.isMissing(row) && Double.isFinite(column.at(row)))
            .mapToDouble(column::at)
            .sorted()
            .toArray();
    if (sorted.length < QUARTERS) {
      return Coded.NONE;
    }
    double[] bounds = new double[QUARTERS - 1];
    for (int i = 0; i < bounds.length; i++) {
      bounds[i] = sorted[(i + 1) * sorted.length / QUARTERS];
    }
    double[] steps = Arrays.stream(bounds).filter(b -> b > sorted[0]).distinct().toArray();
    String field = column.field().name();
    return new Coded(
        steps.length == 0 ? 0 : steps.length + 1,
        line -> {
          int row = rows[line];
          if (column.isMissing(row) || !Double.isFinite(column.at(row))) {
            return new int[0];
          }
          int at = Arrays.binarySearch(steps, column.at(row));
          return new int[] {at >= 0 ? at + 1 : -at - 1};
        },
        quarter -> {
          String low = quarter == 0 ? "" : number(steps[quarter - 1], column);
          String high = quarter == steps.length ? "" : number(steps[quarter], column);
          return low.isEmpty() ? "< " + high : high.isEmpty() ? "≥ " + low : low + " … " + high;
        },
        quarter ->
            Predicate.Range.halfOpen(
                field,
                quarter == 0 ? null : number(steps[quarter - 1], column),
                quarter == steps.length ? null : number(steps[quarter], column)));
  }

  private static String number(double value, NumberColumn column) {
    return column.integral() && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  private static void addTo(
      List<List<DistinguishingValue>> found, String field, Coded coded, int[] groups, int[] sizes) {
    int[][] counts = new int[sizes.length][coded.size()];
    int[] all = new int[coded.size()];
    for (int line = 0; line < groups.length; line++) {
      if (groups[line] >= 0) {
        for (int value : coded.of().apply(line)) {
          counts[groups[line]][value]++;
          all[value]++;
        }
      }
    }
    int rows = Arrays.stream(sizes).sum();
    for (int group = 0; group < sizes.length; group++) {
      int[] outside = new int[all.length];
      for (int value = 0; value < all.length; value++) {
        outside[value] = all[value] - counts[group][value];
      }
      double[] z = LogOdds.z(counts[group], outside);
      int others = rows - sizes[group];
      for (int value = 0; value < all.length; value++) {
        int inside = counts[group][value];
        double share = (double) inside / sizes[group];
        double shareOutside = others == 0 ? 0 : (double) outside[value] / others;
        if (inside >= FEWEST_ROWS && z[value] > Normal.Z95 && share > shareOutside) {
          found
              .get(group)
              .add(
                  new DistinguishingValue(
                      field,
                      coded.text().apply(value),
                      coded.rows().apply(value),
                      inside,
                      share,
                      shareOutside,
                      Wilson.difference(inside, sizes[group], outside[value], others),
                      z[value]));
        }
      }
    }
  }

  private static List<DistinguishingValue> best(List<DistinguishingValue> values, int most) {
    values.sort(
        Comparator.comparingDouble(DistinguishingValue::z)
            .reversed()
            .thenComparing(DistinguishingValue::field)
            .thenComparing(DistinguishingValue::text));
    List<DistinguishingValue> kept = new ArrayList<>();
    for (DistinguishingValue value : values) {
      long same = kept.stream().filter(other -> other.field().equals(value.field())).count();
      if (same < OF_ONE_FIELD && kept.size() < most) {
        kept.add(value);
      }
    }
    return kept;
  }
}
