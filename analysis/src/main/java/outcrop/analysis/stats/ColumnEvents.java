package outcrop.analysis.stats;

import java.util.Arrays;
import java.util.function.IntFunction;
import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.ColumnUse;
import outcrop.analysis.column.ListColumn;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.column.TimeColumn;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.task.UserFailure;

/// The classes of a field row by row. Rows without a class are left out; a row with a list is one
/// event for each different value in it.
///
/// @param events in the order of the rows; the classes of numbers and times are numbered as they
///   rise
/// @param rows the row of each event
/// @param names the class of a number, as the user knows it
public record ColumnEvents(Events events, int[] rows, IntFunction<String> names) {

  /// @param rows the rows to take, whatever else they hold
  /// @throws UserFailure for a field without classes
  public static ColumnEvents of(Column column, RowSet rows, ColumnUse use) {
    return switch (column) {
      case CategoryColumn categories -> categories(categories, rows);
      case ListColumn lists -> lists(lists, rows, use);
      case NumberColumn numbers -> values(ValueKeys.of(numbers), rows, use);
      case TimeColumn times -> values(ValueKeys.of(times), rows, use);
      default ->
          throw new UserFailure(
              "“"
                  + column.field().name()
                  + "” has no classes row by row: choose a field of categories, lists, numbers or"
                  + " times.");
    };
  }

  private static ColumnEvents categories(CategoryColumn column, RowSet rows) {
    int[] classes = new int[rows.cardinality()];
    int[] rowOf = new int[classes.length];
    int at = 0;
    for (int row = rows.next(0); row >= 0; row = rows.next(row + 1)) {
      int ordinal = column.ordinal(row);
      if (ordinal >= 0) {
        classes[at] = ordinal;
        rowOf[at++] = row;
      }
    }
    return of(classes, rowOf, at, column.dictionary().size(), column.dictionary()::value);
  }

  private static ColumnEvents lists(ListColumn column, RowSet rows, ColumnUse use) {
    int[] classes = new int[rows.cardinality() + 16];
    int[] rowOf = new int[classes.length];
    int at = 0;
    for (int row = rows.next(0); row >= 0; row = rows.next(row + 1)) {
      use.checkWanted();
      int[] ordinals = column.distinctOrdinals(row);
      if (at + ordinals.length > classes.length) {
        int larger = Math.max(at + ordinals.length, classes.length + (classes.length >> 1));
        classes = Arrays.copyOf(classes, larger);
        rowOf = Arrays.copyOf(rowOf, larger);
      }
      for (int ordinal : ordinals) {
        classes[at] = ordinal;
        rowOf[at++] = row;
      }
    }
    return of(classes, rowOf, at, column.dictionary().size(), column.dictionary()::value);
  }

  private static ColumnEvents values(ValueKeys keys, RowSet rows, ColumnUse use) {
    long[] values = new long[rows.cardinality()];
    int[] rowOf = new int[values.length];
    int at = 0;
    for (int row = rows.next(0); row >= 0; row = rows.next(row + 1)) {
      if (keys.named(row)) {
        values[at] = keys.key().applyAsLong(row);
        rowOf[at++] = row;
      }
    }
    use.checkWanted();
    long[] distinct = Arrays.stream(values, 0, at).sorted().distinct().toArray();
    int[] classes = new int[at];
    for (int i = 0; i < at; i++) {
      classes[i] = Arrays.binarySearch(distinct, values[i]);
    }
    return of(classes, rowOf, at, distinct.length, number -> keys.text().apply(distinct[number]));
  }

  private static ColumnEvents of(
      int[] classes, int[] rowOf, int size, int classCount, IntFunction<String> names) {
    return new ColumnEvents(
        new Events(Arrays.copyOf(classes, size), classCount), Arrays.copyOf(rowOf, size), names);
  }

  /// The events in rows that have a class in another field as well.
  ///
  /// @param other the class of each event's row in the other field; of a list, its first value
  record Joined(ColumnEvents events, int[] other) {}

  Joined joined(ColumnEvents second) {
    int[] classes = new int[rows.length];
    int[] rowOf = new int[rows.length];
    int[] other = new int[rows.length];
    int size = 0;
    int at = 0;
    for (int i = 0; i < rows.length; i++) {
      while (at < second.rows.length && second.rows[at] < rows[i]) {
        at++;
      }
      if (at < second.rows.length && second.rows[at] == rows[i]) {
        classes[size] = events.classes()[i];
        rowOf[size] = rows[i];
        other[size++] = second.events.classes()[at];
      }
    }
    return new Joined(
        of(classes, rowOf, size, events.classCount(), names), Arrays.copyOf(other, size));
  }
}
