package outcrop.analysis.curation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.ColumnUse;
import outcrop.analysis.column.ListColumn;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.column.TextColumn;
import outcrop.analysis.column.TimeColumn;
import outcrop.analysis.column.VectorColumn;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldRole;
import outcrop.analysis.dataset.Schema;
import outcrop.analysis.task.TaskRunner;

/// The other fields while one is shaped: which of them move, and how much.
///
/// Rows of a class are all treated alike, so the rows of each pair of class and bin, counted once,
/// give every other distribution by one multiplication. Exact for weights; for rows that are left
/// out or repeated it is the expectation over the rows that the keyed hash may choose, and
/// [FieldShift#byChance] tells how far a draw may be from it.
public final class Consequences {
  private final List<OtherField> fields;
  private final int left;

  private Consequences(List<OtherField> fields, int left) {
    this.fields = fields;
    this.left = left;
  }

  /// Looks at every category, number and time field besides those that are shaped. Fields of role
  /// ID and categories in which almost every row has a value of its own say nothing about shape.
  ///
  /// @param shaped the names of the fields that are shaped
  public static Consequences of(
      ColumnStore columns,
      Schema schema,
      Set<String> shaped,
      RowClasses classes,
      TaskRunner runner) {
    List<Column> watched = new ArrayList<>();
    for (Field field : schema.fields()) {
      Column column = columns.column(field.name());
      if (!shaped.contains(field.name()) && field.role() != FieldRole.ID && canMove(column)) {
        watched.add(column);
      }
    }
    int fitting =
        (int) Math.max(1, Runtime.getRuntime().maxMemory() / 16 / (columns.rowCount() + 1L));
    List<Column> kept = watched.subList(0, Math.min(watched.size(), fitting));
    OtherField[] fields = new OtherField[kept.size()];
    try (ColumnUse use = columns.use()) {
      runner.forEachPart(fields.length, i -> fields[i] = new OtherField(kept.get(i), classes, use));
    }
    return new Consequences(List.of(fields), watched.size() - kept.size());
  }

  private static boolean canMove(Column column) {
    return switch (column) {
      case NumberColumn _, TimeColumn _ -> column.missingCount() < column.rowCount();
      case CategoryColumn categories ->
          categories.dictionary().size() > 0
              && categories.dictionary().size()
                  <= Math.max(OtherField.MOST_VALUES, column.rowCount() / 2);
      case TextColumn _, ListColumn _, VectorColumn _ -> false;
    };
  }

  /// The fields by falling effect; equal effects by name.
  ///
  /// @param perRow how often a row of each class counts afterwards
  /// @param effective the effective number of rows afterwards
  public List<FieldShift> of(double[] perRow, double effective, TaskRunner runner) {
    FieldShift[] shifts = new FieldShift[fields.size()];
    runner.forEachPart(shifts.length, i -> shifts[i] = fields.get(i).shift(perRow, effective));
    return Arrays.stream(shifts)
        .sorted(
            Comparator.comparingDouble(FieldShift::effect)
                .reversed()
                .thenComparing(FieldShift::field))
        .toList();
  }

  /// Fields that would not fit in memory and are not watched.
  public int notWatched() {
    return left;
  }
}
