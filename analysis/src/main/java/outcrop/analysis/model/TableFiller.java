package outcrop.analysis.model;

import java.util.HashMap;
import java.util.Map;
import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.Dictionary;
import outcrop.analysis.column.ListColumn;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.column.TimeColumn;
import outcrop.analysis.task.UserFailure;

/// Writes the numbers of one field into vectors. Safe for several threads.
sealed interface TableFiller {
  /// Writes where there is something to write; the vector holds zeros there before.
  ///
  /// @return whether the row has a value
  boolean fill(int row, float[] vector);

  /// @param column of this dataset, which need not be the one that was learnt from
  /// @param at where in the vector the numbers of the field begin
  /// @throws UserFailure where the column is of another kind than the field that was learnt from
  static TableFiller of(TableField field, Column column, int at) {
    return switch (field) {
      case TableField.Number number when column instanceof NumberColumn numbers ->
          new OfNumber(number, numbers, at);
      case TableField.Number number when column instanceof TimeColumn times ->
          new OfNumber(number, TableSpace.numbers(times), at);
      case TableField.Values values
          when column instanceof CategoryColumn || column instanceof ListColumn ->
          new OfValues(values, column, placesOf(values, TableSpace.dictionary(column)), at);
      case TableField.Number _, TableField.Values _ ->
          throw new UserFailure(
              "“"
                  + field.field()
                  + "” is of another type than where the space was learnt; import it as that"
                  + " type.");
    };
  }

  private static int[] placesOf(TableField.Values values, Dictionary dictionary) {
    Map<String, Integer> known = new HashMap<>();
    for (String value : values.values()) {
      known.put(value, known.size());
    }
    int others = values.withOthers() ? values.values().size() : -1;
    int[] places = new int[dictionary.size()];
    for (int i = 0; i < places.length; i++) {
      places[i] = known.getOrDefault(dictionary.value(i), others);
    }
    return places;
  }

  record OfNumber(TableField.Number field, NumberColumn column, int at) implements TableFiller {
    @Override
    public boolean fill(int row, float[] vector) {
      if (TableSpace.isNumber(column, row)) {
        vector[at] = (float) ((column.at(row) - field.mean()) / field.deviation());
        return true;
      }
      if (field.withMissing()) {
        vector[at + 1] = 1;
      }
      return false;
    }
  }

  /// @param places of each value of the dictionary, −1 for values that have none
  record OfValues(TableField.Values field, Column column, int[] places, int at)
      implements TableFiller {
    @Override
    public boolean fill(int row, float[] vector) {
      if (column.isMissing(row)) {
        if (field.withMissing()) {
          vector[at + field.width() - 1] = 1;
        }
        return false;
      }
      if (column instanceof ListColumn list) {
        int[] values = list.distinctOrdinals(row);
        float share = (float) (1 / Math.sqrt(values.length));
        for (int value : values) {
          add(value, share, vector);
        }
      } else {
        add(((CategoryColumn) column).ordinal(row), 1, vector);
      }
      return true;
    }

    private void add(int value, float share, float[] vector) {
      int place = places[value];
      if (place >= 0) {
        vector[at + place] += share;
      }
    }
  }
}
