package outcrop.app.viewmodel;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldRole;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.project.ProjectState;
import outcrop.analysis.query.RowOrder;
import outcrop.analysis.query.ViewData.RowsData;
import outcrop.analysis.spec.ReaderSpec;
import outcrop.analysis.spec.ViewSpec;

/// A long text of the focused row, and the way to the rows before and after it.
public final class ReaderViewModel extends RowsViewModel {
  private final ReadOnlyObjectWrapper<ReaderSpec> spec;

  ReaderViewModel(WorkspaceViewModel project, ReaderSpec spec) {
    super(project, spec.id());
    this.spec = new ReadOnlyObjectWrapper<>(spec);
  }

  @Override
  public ReadOnlyObjectProperty<ReaderSpec> specProperty() {
    return spec.getReadOnlyProperty();
  }

  @Override
  public void update(ViewSpec newSpec, ProjectState state) {
    if (newSpec instanceof ReaderSpec reader) {
      spec.set(reader);
      ask(RowsAnswer.orderOf(state));
    }
  }

  /// Fields with something to read: those of the main text first, then other texts, then
  /// categories.
  static List<Field> readable(List<Field> fields) {
    return Stream.of(
            fields.stream().filter(field -> field.role() == FieldRole.TEXT),
            fields.stream()
                .filter(ReaderViewModel::isText)
                .filter(field -> field.role() != FieldRole.TEXT && field.role() != FieldRole.ID),
            fields.stream()
                .filter(field -> field.type() == FieldType.CATEGORY)
                .filter(field -> field.role() != FieldRole.TEXT))
        .flatMap(found -> found)
        .toList();
  }

  private static boolean isText(Field field) {
    return field.type() == FieldType.TEXT;
  }

  /// What can be read.
  public List<Field> readable() {
    return readable(project().workspace().schema().fields());
  }

  /// What is read now, empty where the dataset has no text.
  public Optional<Field> field() {
    List<Field> fields = readable();
    return fields.stream()
        .filter(field -> field.name().equals(spec.get().field()))
        .findFirst()
        .or(() -> fields.stream().findFirst());
  }

  /// The row to read: the focused one, else the first; −1 where there is none.
  public int row() {
    int focused = project().chosen().focused();
    RowsData answer = rowsProperty().get();
    if (focused >= 0 || answer == null || answer.order().size() == 0) {
      return focused;
    }
    return answer.order().rowAt(0);
  }

  /// The place of the row in the order, −1 where it is filtered out.
  public int position() {
    RowsData answer = rowsProperty().get();
    return answer == null || row() < 0 ? -1 : answer.order().positionOf(row());
  }

  /// Goes to the row before or after; from a row that is filtered out to the first.
  ///
  /// @param by 1 or −1
  public void step(int by) {
    RowsData answer = rowsProperty().get();
    if (answer != null && answer.order().size() > 0) {
      RowOrder order = answer.order();
      int target = Math.clamp((long) position() + by, 0, order.size() - 1);
      project().chosen().focus(order.rowAt(target), spec.get().id());
    }
  }

  public void setField(String field) {
    edit(spec.get().withField(field), "");
  }

  /// Sizes the letters; one step of the history while the user is at it.
  public void setTextSize(double size) {
    edit(spec.get().withTextSize(size), "size");
  }

  public void setBeside(boolean shown) {
    edit(spec.get().withBeside(shown), "");
  }
}
