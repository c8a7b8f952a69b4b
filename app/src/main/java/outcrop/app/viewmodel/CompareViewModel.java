package outcrop.app.viewmodel;

import java.util.List;
import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.TextColumn;
import outcrop.analysis.command.Command;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.project.ProjectState;
import outcrop.analysis.spec.CompareSpec;
import outcrop.analysis.spec.ViewSpec;

/// Some rows beside each other, and in which fields they differ.
public final class CompareViewModel implements ViewModel {
  private final WorkspaceViewModel project;
  private final ReadOnlyObjectWrapper<CompareSpec> spec;

  CompareViewModel(WorkspaceViewModel project, CompareSpec spec) {
    this.project = project;
    this.spec = new ReadOnlyObjectWrapper<>(spec);
  }

  @Override
  public ReadOnlyObjectProperty<CompareSpec> specProperty() {
    return spec.getReadOnlyProperty();
  }

  public WorkspaceViewModel project() {
    return project;
  }

  @Override
  public void update(ViewSpec newSpec, ProjectState state) {
    if (newSpec instanceof CompareSpec compare) {
      spec.set(compare);
    }
  }

  /// The dataset rows, left to right; those that are gone are left out.
  public List<Integer> rows() {
    ColumnStore columns = project.columns();
    return spec.get().rows().stream()
        .map(columns::find)
        .filter(java.util.OptionalInt::isPresent)
        .map(java.util.OptionalInt::getAsInt)
        .toList();
  }

  /// Rows that the project names and the dataset no longer has.
  public int gone() {
    return spec.get().rows().size() - rows().size();
  }

  /// The fields to show.
  public List<Field> fields() {
    List<Integer> rows = rows();
    return project.columns().schema().fields().stream()
        .filter(field -> !spec.get().onlyDifferences() || differs(field, rows))
        .toList();
  }

  /// Whether not all of the rows have the same value; missing is a value like others.
  public boolean differs(Field field, List<Integer> rows) {
    Column column = project.columns().column(field.name());
    return rows.stream().skip(1).anyMatch(row -> !isEqual(column, rows.getFirst(), row));
  }

  private static boolean isEqual(Column column, int one, int other) {
    if (column.isMissing(one) || column.isMissing(other)) {
      return column.isMissing(one) == column.isMissing(other);
    }
    // Texts may be very long: they are made only where they are equally so.
    return !(column instanceof TextColumn text && text.byteLength(one) != text.byteLength(other))
        && Objects.equals(column.textAt(one), column.textAt(other));
  }

  public void setOnlyDifferences(boolean only) {
    project.execute(new Command.EditView(spec.get().withOnlyDifferences(only)), "");
  }

  /// Takes one of the rows out.
  public void remove(int row) {
    var key = project.columns().key(row);
    project.execute(
        new Command.EditView(
            spec.get()
                .withRows(spec.get().rows().stream().filter(other -> !other.equals(key)).toList())),
        "");
  }

  @Override
  public void close() {}
}
