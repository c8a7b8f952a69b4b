package outcrop.analysis.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.Dictionary;
import outcrop.analysis.column.ListColumn;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.column.TextColumn;
import outcrop.analysis.column.TimeColumn;
import outcrop.analysis.column.VectorColumn;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.task.UserFailure;

/// A fitted space of table fields: numbers and times standardised, categories and lists one-hot.
/// The mean squared distance that a field adds is 2 for a number and at most 2 for a category, so
/// fields count about equally. Vectors keep their length: it says how unusual a row is.
///
/// @param fields that were found to tell rows apart
record TableSpace(List<TableField> fields) implements FittedSpace {
  /// Values of one field that get a number of their own; rarer ones share one.
  static final int MOST_VALUES = 64;

  private static final int MOST_DIMENSIONS = 2048;

  /// @throws IllegalArgumentException for no or too many dimensions
  TableSpace {
    fields = List.copyOf(fields);
    int dimensions = dimensions(fields);
    if (dimensions < 1 || dimensions > MOST_DIMENSIONS) {
      throw new IllegalArgumentException("Dimensions out of range: " + dimensions);
    }
  }

  private static int dimensions(List<TableField> fields) {
    return Math.toIntExact(fields.stream().mapToLong(TableField::width).sum());
  }

  @Override
  public int dimensions() {
    return dimensions(fields);
  }

  /// Learns means, deviations and values from all rows.
  ///
  /// @param notes gets a sentence for each field that was cut or left out
  /// @throws UserFailure where no field tells rows apart, or they are too many
  static TableSpace fit(List<String> names, ModelInput input, List<String> notes) {
    List<TableField> fields = new ArrayList<>();
    input.context().stage("Learning values");
    for (String name : names) {
      input.context().checkCancelled();
      TableField field = field(input.column(name), notes);
      if (field == null) {
        notes.add("“" + name + "” is the same in all rows and was left out.");
      } else {
        fields.add(field);
      }
    }
    if (fields.isEmpty()) {
      throw new UserFailure(
          "“"
              + String.join("”, “", names)
              + "” is the same in all rows, which makes no space; choose other fields.");
    }
    if (dimensions(fields) > MOST_DIMENSIONS) {
      throw new UserFailure(
          "These fields would make "
              + dimensions(fields)
              + " dimensions, more than "
              + MOST_DIMENSIONS
              + "; choose fewer fields.");
    }
    return new TableSpace(fields);
  }

  private static @Nullable TableField field(Column column, List<String> notes) {
    String name = column.field().name();
    if (column.field().type() == FieldType.IMAGE) {
      throw new UserFailure(
          "“" + name + "” names images: make an image space of it and join the two.");
    }
    return switch (column) {
      case NumberColumn numbers -> number(numbers);
      case TimeColumn times -> number(numbers(times));
      case CategoryColumn values -> values(values, counts(values), notes);
      case ListColumn values -> values(values, counts(values), notes);
      case TextColumn _ ->
          throw new UserFailure(
              "“" + name + "” is a text: make a text space of it and join the two.");
      case VectorColumn _ ->
          throw new UserFailure(
              "“" + name + "” holds vectors and is a space as it is; join the two.");
    };
  }

  private static @Nullable TableField number(NumberColumn column) {
    double sum = 0;
    long count = 0;
    int rows = column.rowCount();
    for (int row = 0; row < rows; row++) {
      if (isNumber(column, row)) {
        sum += column.at(row);
        count++;
      }
    }
    double mean = sum / count;
    double squares = 0;
    for (int row = 0; row < rows; row++) {
      if (isNumber(column, row)) {
        double difference = column.at(row) - mean;
        squares += difference * difference;
      }
    }
    double deviation = Math.sqrt(squares / count);
    boolean known = count > 0 && deviation > 0 && Double.isFinite(deviation);
    return known
        ? new TableField.Number(column.field().name(), mean, deviation, count < rows)
        : null;
  }

  static boolean isNumber(NumberColumn column, int row) {
    return !column.isMissing(row) && Double.isFinite(column.at(row));
  }

  /// The moments of a time field as numbers.
  static NumberColumn numbers(TimeColumn column) {
    return new NumberColumn(
        column.field(), column.rowCount(), column.micros(), true, column.missing());
  }

  private static @Nullable TableField values(Column column, long[] counts, List<String> notes) {
    Dictionary dictionary = dictionary(column);
    Integer[] byCount = new Integer[counts.length];
    Arrays.setAll(byCount, i -> i);
    Arrays.sort(byCount, (a, b) -> Long.compare(counts[b], counts[a]));
    List<String> values = new ArrayList<>();
    int present = 0;
    for (int value : byCount) {
      if (counts[value] > 0) {
        present++;
        if (values.size() < MOST_VALUES) {
          values.add(dictionary.value(value));
        }
      }
    }
    boolean withOthers = present > values.size();
    boolean withMissing = column.missingCount() > 0;
    String name = column.field().name();
    if (withOthers) {
      notes.add(
          "“"
              + name
              + "” has "
              + present
              + " values; the "
              + (present - MOST_VALUES)
              + " rarest of them count as one.");
    }
    boolean tellsApart = column instanceof ListColumn ? present > 0 : present > 1;
    return tellsApart || present == 1 && withMissing
        ? new TableField.Values(name, values, withOthers, withMissing)
        : null;
  }

  static Dictionary dictionary(Column column) {
    return column instanceof ListColumn list
        ? list.dictionary()
        : ((CategoryColumn) column).dictionary();
  }

  private static long[] counts(CategoryColumn column) {
    long[] counts = new long[column.dictionary().size()];
    for (int row = 0; row < column.rowCount(); row++) {
      int value = column.ordinal(row);
      if (value >= 0) {
        counts[value]++;
      }
    }
    return counts;
  }

  private static long[] counts(ListColumn column) {
    long[] counts = new long[column.dictionary().size()];
    for (int row = 0; row < column.rowCount(); row++) {
      for (int value : column.distinctOrdinals(row)) {
        counts[value]++;
      }
    }
    return counts;
  }

  /// The vectors of all rows; missing where a row has none of the values. The fields are those that
  /// the space was learnt from.
  @Override
  public Placed place(List<String> names, ModelInput input) {
    List<TableFiller> fillers = new ArrayList<>();
    int at = 0;
    for (TableField field : fields) {
      fillers.add(TableFiller.of(field, input.column(field.field()), at));
      at += field.width();
    }
    input.context().stage("Placing rows");
    RowVectors.Maker maker =
        (row, vector) -> {
          Arrays.fill(vector, 0);
          boolean any = false;
          for (TableFiller filler : fillers) {
            any |= filler.fill(row, vector);
          }
          return any;
        };
    return new Placed(RowVectors.of(dimensions(), input, () -> maker));
  }
}
