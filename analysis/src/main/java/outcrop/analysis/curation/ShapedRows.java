package outcrop.analysis.curation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.ColumnUse;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.dataset.Schema;
import outcrop.analysis.query.FieldClasses;
import outcrop.analysis.query.FieldClasses.Places;
import outcrop.analysis.spec.TargetSpec;
import outcrop.analysis.task.TaskRunner;
import outcrop.analysis.task.UserFailure;

/// The rows of one field or two that are being shaped, counted once together with all other fields;
/// every target is then answered from these counts, fast enough to follow a drag.
public final class ShapedRows {
  private final List<ClassSizes> counts;
  private final JointResult.@Nullable Table table;
  private final @Nullable EntryShaping entries;
  private final Consequences consequences;
  private final TaskRunner runner;

  /// A field that is shaped, and its classes.
  public record ShapedField(String name, FieldClasses classes) {}

  /// What targets make of the rows.
  ///
  /// @param shapes the forecast of each target
  /// @param fit how well two targets go together; null for one
  /// @param shifts how every other field moves, the most moved first
  /// @param notWatched how many other fields are too many for the memory there is
  public record Forecast(
      List<ShapeResult> shapes,
      @Nullable ProportionalFit fit,
      List<FieldShift> shifts,
      int notWatched) {}

  private ShapedRows(
      List<ClassSizes> counts,
      JointResult.@Nullable Table table,
      @Nullable EntryShaping entries,
      Consequences consequences,
      TaskRunner runner) {
    this.counts = counts;
    this.table = table;
    this.entries = entries;
    this.consequences = consequences;
    this.runner = runner;
  }

  /// Counts the rows.
  ///
  /// @param schema the fields that are watched, with the roles that the project gives them
  /// @param rows the rows that are shaped
  /// @param fields one field or two
  /// @throws UserFailure for a field that cannot be shaped, and for one that is shaped twice
  /// @throws java.util.concurrent.CancellationException when the dataset is being closed
  public static ShapedRows of(
      ColumnStore columns,
      Schema schema,
      RowSet rows,
      List<ShapedField> fields,
      TaskRunner runner,
      ColumnUse use) {
    Set<String> names = fields.stream().map(ShapedField::name).collect(Collectors.toSet());
    if (names.size() < fields.size()) {
      throw new UserFailure(
          "“%s” has two targets; shape another field beside it."
              .formatted(fields.getFirst().name()));
    }
    checkAlone(fields);
    if (fields.getFirst().classes().places() instanceof Places.Several several) {
      EntrySets sets = EntrySets.of(several, rows, use);
      EntryShaping entries =
          new EntryShaping(columns, sets, fields.getFirst().classes().keys(), runner);
      return new ShapedRows(
          List.of(entries.sizes()),
          null,
          entries,
          Consequences.of(columns, schema, names, sets.rows(), runner),
          runner);
    }
    List<RowClasses> classes = new ArrayList<>();
    List<ClassSizes> counts = new ArrayList<>();
    for (ShapedField field : fields) {
      RowClasses own = RowClasses.of(field.classes(), rows, runner);
      classes.add(own);
      counts.add(new ClassSizes(field.classes().keys(), own.counts()));
    }
    JointResult.Table table =
        fields.size() == 1
            ? null
            : new JointResult.Table(
                classes.getFirst(),
                counts.getFirst().keys(),
                classes.getLast(),
                counts.getLast().keys(),
                runner);
    RowClasses treatedAlike = table == null ? classes.getFirst() : table.pairs();
    return new ShapedRows(
        counts, table, null, Consequences.of(columns, schema, names, treatedAlike, runner), runner);
  }

  /// Margins can be fitted to two fields that part the rows; a field with several values in a row
  /// does not.
  static void checkAlone(List<ShapedField> fields) {
    if (fields.size() > 1) {
      fields.stream()
          .filter(field -> field.classes().areSeveral())
          .findFirst()
          .ifPresent(
              field -> {
                throw new UserFailure(
                    "“%s” has several values in a row and is shaped by itself; take the other target away."
                        .formatted(field.name()));
              });
    }
  }

  /// The rows of each class of a field.
  public ClassSizes counts(int field) {
    return counts.get(field);
  }

  /// Answers targets, one for each field.
  public Forecast forecast(List<TargetSpec> targets) {
    if (entries != null) {
      EntryShaping.Outcome outcome = entries.shape(targets.getFirst());
      return new Forecast(
          List.of(outcome.result()),
          null,
          shifts(outcome.perRow(), outcome.result()),
          consequences.notWatched());
    }
    if (table == null) {
      ShapeResult result = ShapeResult.of(counts.getFirst(), targets.getFirst());
      return new Forecast(
          List.of(result), null, shifts(result.perRow(), result), consequences.notWatched());
    }
    JointResult joint = table.shape(targets.getFirst(), targets.getLast());
    return new Forecast(
        List.of(joint.first(), joint.second()),
        joint.fit(),
        shifts(joint.perRow(), joint.first()),
        consequences.notWatched());
  }

  private List<FieldShift> shifts(double[] perRow, ShapeResult result) {
    return result.rowsAfter() == 0
        ? List.of()
        : consequences.of(perRow, result.effective(), runner);
  }
}
