package outcrop.app.view;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.controlsfx.control.SearchableComboBox;
import org.jspecify.annotations.Nullable;

/// Rows of names and inputs, aligned, with room below each input for what is wrong with it.
///
/// Every input follows a value that may change from elsewhere, such as by undo: [#refresh] brings
/// all inputs up to date without telling anybody.
class EditorRows extends GridPane {
  private final java.util.ArrayList<Runnable> refreshers = new java.util.ArrayList<>();
  private boolean refreshing;

  /// A text that is right or wrong.
  @FunctionalInterface
  interface Entry {
    /// Takes a text over.
    ///
    /// @return what is wrong with it, empty where nothing is
    String accept(String text);
  }

  EditorRows() {
    setHgap(12);
    setVgap(8);
    getStyleClass().add("editor-rows");
    javafx.scene.layout.ColumnConstraints names = new javafx.scene.layout.ColumnConstraints(88);
    javafx.scene.layout.ColumnConstraints inputs = new javafx.scene.layout.ColumnConstraints();
    inputs.setHgrow(Priority.ALWAYS);
    inputs.setFillWidth(true);
    getColumnConstraints().setAll(names, inputs);
  }

  /// Brings all inputs up to date.
  void refresh() {
    refreshing = true;
    refreshers.forEach(Runnable::run);
    refreshing = false;
  }

  void heading(String text) {
    Label heading = Nodes.heading(text);
    heading.getStyleClass().add("editor-heading");
    add(heading, 0, getRowCount(), 2, 1);
  }

  void row(String name, Node input) {
    Label label = Nodes.label(name, "muted");
    if (input instanceof Control control) {
      label.setLabelFor(control);
      control.setAccessibleText(name);
      control.setMaxWidth(Double.MAX_VALUE);
    }
    GridPane.setValignment(label, javafx.geometry.VPos.TOP);
    label.setMinHeight(28);
    label.setWrapText(true);
    addRow(getRowCount(), label, input);
  }

  void wide(Node node) {
    add(node, 0, getRowCount(), 2, 1);
  }

  /// A text that is taken over while it is typed.
  TextField text(
      String name, String prompt, java.util.function.Supplier<String> value, Entry entry) {
    TextField field = new TextField();
    field.setPromptText(prompt);
    Label problem = Nodes.wrapped("", "field-problem");
    hide(problem);
    field
        .textProperty()
        .subscribe(
            (_, text) -> {
              if (!refreshing) {
                String wrong = entry.accept(text);
                problem.setText(wrong);
                problem.setVisible(!wrong.isEmpty());
                problem.setManaged(!wrong.isEmpty());
                field.pseudoClassStateChanged(
                    javafx.css.PseudoClass.getPseudoClass("danger"), !wrong.isEmpty());
              }
            });
    refreshers.add(
        () -> {
          boolean wrong = problem.isVisible();
          if (!field.getText().equals(value.get()) && !(wrong && field.isFocused())) {
            field.setText(value.get());
            hide(problem);
            field.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("danger"), false);
          }
        });
    VBox box = new VBox(2, field, problem);
    HBox.setHgrow(box, Priority.ALWAYS);
    field.setAccessibleText(name);
    row(name, box);
    return field;
  }

  private static void hide(Node node) {
    node.setVisible(false);
    node.setManaged(false);
  }

  /// One of some values.
  <T> ComboBox<T> choice(
      String name,
      List<T> values,
      Function<T, String> names,
      java.util.function.Supplier<T> value,
      Consumer<T> chosen) {
    ComboBox<T> box = choiceBox(values, names, value, chosen);
    row(name, box);
    return box;
  }

  /// One of so many values that one finds it by typing some letters of its name.
  <T> ComboBox<T> search(
      String name,
      List<T> values,
      Function<T, String> names,
      java.util.function.Supplier<T> value,
      Consumer<T> chosen) {
    ComboBox<T> box = new SearchableComboBox<>();
    fill(box, new Values<>(values, names, value, chosen));
    row(name, box);
    return box;
  }

  /// What a box chooses from.
  ///
  /// @param value the one that is in force
  /// @param chosen told another one
  private record Values<T>(
      List<T> all,
      Function<T, String> names,
      java.util.function.Supplier<T> value,
      Consumer<T> chosen) {}

  <T> ComboBox<T> choiceBox(
      List<T> values,
      Function<T, String> names,
      java.util.function.Supplier<T> value,
      Consumer<T> chosen) {
    ComboBox<T> box = new ComboBox<>();
    fill(box, new Values<>(values, names, value, chosen));
    return box;
  }

  private <T> void fill(ComboBox<T> box, Values<T> values) {
    box.getItems().setAll(values.all());
    box.setMaxWidth(Double.MAX_VALUE);
    box.setMinWidth(0);
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable T item) {
            return item == null ? "" : values.names().apply(item);
          }

          @Override
          public T fromString(String text) {
            throw new UnsupportedOperationException("The box is not edited as text");
          }
        });
    box.setOnAction(
        _ -> {
          T now = box.getValue();
          // A searchable box tells one choice several times.
          if (!refreshing && now != null && !now.equals(values.value().get())) {
            values.chosen().accept(now);
          }
        });
    refreshers.add(() -> box.setValue(values.value().get()));
  }

  /// A thing that is on or off.
  CheckBox check(String name, java.util.function.BooleanSupplier value, Consumer<Boolean> chosen) {
    CheckBox box = Nodes.plain(new CheckBox(name));
    box.setOnAction(
        _ -> {
          if (!refreshing) {
            chosen.accept(box.isSelected());
          }
        });
    refreshers.add(() -> box.setSelected(value.getAsBoolean()));
    box.setMaxWidth(Double.MAX_VALUE);
    wide(box);
    return box;
  }

  /// Called with every refresh.
  void onRefresh(Runnable action) {
    refreshers.add(action);
  }
}
