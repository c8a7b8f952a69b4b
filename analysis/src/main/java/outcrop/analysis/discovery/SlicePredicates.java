package outcrop.analysis.discovery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.ListColumn;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.column.TextColumn;
import outcrop.analysis.column.TimeColumn;
import outcrop.analysis.column.VectorColumn;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.selection.Predicate;
import outcrop.analysis.task.UserFailure;

/// The simple statements about a row of which slices are made: one per value of a category or
/// element of a list, one per bin of a number, one for rows without a value.
///
/// Numbers of at most ten values have one statement per value, others at most ten bins with about
/// as many rows each, or the edges that the caller names.
public final class SlicePredicates {
  private static final int MOST_BINS = 10;

  private final RowSet rows;
  private final int fewest;
  private final Map<String, List<Double>> edges;
  private final List<Statement> statements = new ArrayList<>();

  /// A statement and the rows for which it holds.
  ///
  /// @param field its field, by number
  record Statement(int field, Predicate predicate, RowSet rows) {}

  /// @param rows the rows searched
  /// @param fewest statements that hold for fewer rows are left out
  /// @param edges rising edges of the bins of some fields, the last one exclusive; rows outside
  ///   have no statement
  SlicePredicates(RowSet rows, int fewest, Map<String, List<Double>> edges) {
    this.rows = rows;
    this.fewest = fewest;
    this.edges = Map.copyOf(edges);
  }

  /// All statements about the columns, by field and within it in the order of the values.
  ///
  /// @throws UserFailure where a field has no values to tell apart
  List<Statement> of(List<Column> columns) {
    for (int field = 0; field < columns.size(); field++) {
      Column column = columns.get(field);
      switch (column) {
        case CategoryColumn categories -> addValues(field, categories);
        case ListColumn lists -> addElements(field, lists);
        case NumberColumn numbers -> addNumbers(field, numbers);
        case TextColumn _, TimeColumn _, VectorColumn _ ->
            throw new UserFailure(
                "“"
                    + column.field().name()
                    + "” has no values to make slices of: name category, list and number fields.");
      }
      RowSet missing = column.missing();
      if (missing != null) {
        add(field, new Predicate.IsMissing(column.field().name()), missing.and(rows));
      }
    }
    return statements;
  }

  private void add(int field, Predicate predicate, RowSet holds) {
    if (holds.cardinality() >= fewest) {
      statements.add(new Statement(field, predicate, holds));
    }
  }

  private void addValues(int field, CategoryColumn column) {
    int[] counts = new int[column.dictionary().size()];
    rows.forEach(
        row -> {
          int value = column.ordinal(row);
          if (value >= 0) {
            counts[value]++;
          }
        });
    long[][] words = wordsOf(counts);
    rows.forEach(row -> mark(words, column.ordinal(row), row));
    addMarked(field, column.field().name(), column.dictionary()::value, words);
  }

  private void addElements(int field, ListColumn column) {
    int[] counts = new int[column.dictionary().size()];
    rows.forEach(
        row -> {
          for (long at = column.start(row); at < column.start(row + 1); at++) {
            int value = column.ordinals().getAtIndex(ListColumn.INT, at);
            if (value >= 0) {
              counts[value]++;
            }
          }
        });
    long[][] words = wordsOf(counts);
    rows.forEach(
        row -> {
          for (long at = column.start(row); at < column.start(row + 1); at++) {
            mark(words, column.ordinals().getAtIndex(ListColumn.INT, at), row);
          }
        });
    addMarked(field, column.field().name(), column.dictionary()::value, words);
  }

  /// A bitmap for each value with enough rows, an empty one for the others.
  private long[][] wordsOf(int[] counts) {
    long[][] words = new long[counts.length][];
    for (int value = 0; value < counts.length; value++) {
      words[value] = new long[counts[value] >= fewest ? RowSet.wordCount(rows.rowCount()) : 0];
    }
    return words;
  }

  private static void mark(long[][] words, int value, int row) {
    if (value >= 0 && words[value].length > 0) {
      words[value][row >>> 6] |= 1L << row;
    }
  }

  private void addMarked(
      int field, String name, java.util.function.IntFunction<String> text, long[][] words) {
    for (int value = 0; value < words.length; value++) {
      if (words[value].length > 0) {
        add(
            field,
            new Predicate.In(name, List.of(text.apply(value))),
            RowSet.ofWords(words[value], rows.rowCount()));
      }
    }
  }

  private void addNumbers(int field, NumberColumn column) {
    String name = column.field().name();
    if (edges.containsKey(name)) {
      double[] own = edges.get(name).stream().mapToDouble(Double::doubleValue).toArray();
      addBins(field, column, own, false);
      return;
    }
    double[] sorted = finite(column);
    TreeMap<Double, List<Integer>> values = new TreeMap<>();
    for (double value : sorted) {
      values.putIfAbsent(value, List.of());
      if (values.size() > MOST_BINS) {
        addBins(field, column, quantiles(sorted), true);
        return;
      }
    }
    for (double value : values.keySet()) {
      String text = column.integral() ? Long.toString((long) value) : NumberColumn.textOf(value);
      add(field, new Predicate.In(name, List.of(text)), matching(column, value, value, true));
    }
  }

  private double[] finite(NumberColumn column) {
    double[] values = new double[rows.cardinality()];
    int count = 0;
    for (int row = rows.next(0); row >= 0; row = rows.next(row + 1)) {
      double value = column.at(row);
      if (!column.isMissing(row) && Double.isFinite(value)) {
        values[count++] = value + 0.0;
      }
    }
    double[] sorted = Arrays.copyOf(values, count);
    Arrays.sort(sorted);
    return sorted;
  }

  /// Edges between bins of about as many rows, each once.
  private static double[] quantiles(double[] sorted) {
    double[] all = new double[MOST_BINS + 1];
    for (int i = 0; i <= MOST_BINS; i++) {
      all[i] = sorted[(int) ((sorted.length - 1L) * i / MOST_BINS)];
    }
    return Arrays.stream(all).distinct().toArray();
  }

  private void addBins(int field, NumberColumn column, double[] own, boolean closed) {
    for (int bin = 0; bin + 1 < own.length; bin++) {
      boolean last = closed && bin + 2 == own.length;
      Predicate predicate =
          new Predicate.Range(
              column.field().name(),
              NumberColumn.textOf(own[bin]),
              NumberColumn.textOf(own[bin + 1]),
              true,
              last);
      add(field, predicate, matching(column, own[bin], own[bin + 1], last));
    }
  }

  private RowSet matching(NumberColumn column, double lo, double hi, boolean closed) {
    long[] words = new long[RowSet.wordCount(rows.rowCount())];
    rows.forEach(
        row -> {
          double value = column.at(row);
          if (!column.isMissing(row) && value >= lo && (closed ? value <= hi : value < hi)) {
            words[row >>> 6] |= 1L << row;
          }
        });
    return RowSet.ofWords(words, rows.rowCount());
  }
}
