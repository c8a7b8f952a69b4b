package outcrop.app.view;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.spec.ChartStyle;
import outcrop.app.viewmodel.ChartViewModel;
import outcrop.app.viewmodel.Words;

/// A list of things that lie over a chart, one row or more each, with a button to add one and a
/// place to say what is wrong.
///
/// Rows are made anew when the list changes from elsewhere, such as by undo, and stay as they are
/// while the user types in them.
abstract class ListEditor<T> extends VBox {
  private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

  final Words words;
  final ChartViewModel<?, ?> model;
  private final VBox list = Nodes.column(6);
  private final Label problem = Nodes.wrapped("", "field-problem");
  private @Nullable List<T> shown;

  /// @param name of the list in the keys of the messages: `editor.NAME`, `editor.add.NAME`
  ListEditor(Words words, ChartViewModel<?, ?> model, String name) {
    super(8);
    this.words = words;
    this.model = model;
    Button add = Nodes.button(words.of("editor.addLine"), this::add, "small", "flat");
    add.setGraphic(Nodes.icon("plus"));
    add.setAccessibleText(words.of("editor.add." + name));
    add.setId("editor-add-" + name);
    getChildren()
        .addAll(
            Nodes.row(8, Nodes.heading(words.of("editor." + name)), Nodes.spacer(), add),
            list,
            problem);
    explain("");
  }

  /// Follows the chart from now on; called by the subclass when it is ready.
  final void follow() {
    model.specProperty().subscribe(_ -> refresh());
  }

  abstract List<T> items(ChartStyle style);

  abstract void put(List<T> items, String mergeKey);

  /// What the button adds.
  abstract T fresh();

  abstract Node row(int index, T item);

  final List<T> items() {
    return items(model.specProperty().get().style());
  }

  private void refresh() {
    List<T> items = items();
    if (items.equals(shown)) {
      return;
    }
    shown = items;
    list.getChildren().clear();
    explain("");
    for (int i = 0; i < items.size(); i++) {
      list.getChildren().add(row(i, items.get(i)));
    }
  }

  private void add() {
    List<T> items = new ArrayList<>(items());
    items.add(fresh());
    put(items, "");
    list.lookupAll(".text-field").stream()
        .reduce((first, last) -> last)
        .ifPresent(Node::requestFocus);
  }

  /// Replaces one by what is typed; its row stays as it is.
  final void type(int index, T item, String mergeKey) {
    List<T> items = new ArrayList<>(items());
    if (index < items.size()) {
      items.set(index, item);
      shown = List.copyOf(items);
      put(items, mergeKey + index);
    }
  }

  /// Replaces one by something that needs another row.
  final void choose(int index, T item) {
    List<T> items = new ArrayList<>(items());
    if (index < items.size()) {
      items.set(index, item);
      put(items, "");
    }
  }

  final Node removal(int index) {
    return Nodes.iconButton(
        "x",
        words.of("editor.removeLine"),
        () -> {
          List<T> items = new ArrayList<>(items());
          if (index < items.size()) {
            items.remove(index);
            put(items, "");
          }
        });
  }

  final void explain(String sentence) {
    problem.setText(sentence);
    problem.setVisible(!sentence.isEmpty());
    problem.setManaged(!sentence.isEmpty());
  }

  /// A text whose faults are said below the list; only texts without any are taken over.
  final TextField text(
      String name,
      String value,
      java.util.function.UnaryOperator<String> faultOf,
      java.util.function.Consumer<String> taken) {
    TextField field = new TextField(value);
    field.setPromptText(name);
    field.setAccessibleText(name);
    field.setMinWidth(40);
    HBox.setHgrow(field, Priority.ALWAYS);
    judge(field, faultOf.apply(value));
    field
        .textProperty()
        .subscribe(
            (_, now) -> {
              String fault = faultOf.apply(now.strip());
              judge(field, fault);
              if (fault.isEmpty()) {
                taken.accept(now.strip());
              }
            });
    return field;
  }

  private void judge(TextField field, String fault) {
    field.pseudoClassStateChanged(DANGER, !fault.isEmpty());
    if (!fault.isEmpty() || field.isFocused()) {
      explain(fault);
    }
  }

  /// One of some values.
  final <V> ComboBox<V> box(
      String name,
      List<V> values,
      java.util.function.Function<V, String> names,
      V value,
      java.util.function.Consumer<V> chosen) {
    ComboBox<V> box = new ComboBox<>();
    box.getItems().setAll(values);
    box.setAccessibleText(name);
    box.setMinWidth(86);
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable V item) {
            return item == null ? "" : names.apply(item);
          }

          @Override
          public V fromString(String text) {
            throw new UnsupportedOperationException("The box is not edited as text");
          }
        });
    box.setValue(value);
    box.setOnAction(_ -> chosen.accept(box.getValue()));
    return box;
  }
}
