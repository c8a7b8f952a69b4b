package outcrop.app.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.spec.ChartSpec;
import outcrop.analysis.spec.ChartStyle;
import outcrop.analysis.spec.ChartStyle.AxisSide;
import outcrop.analysis.spec.DistributionSpec.Scale;
import outcrop.app.viewmodel.ChartViewModel;
import outcrop.app.viewmodel.Words;

/// What the editor of one kind of chart begins with, whatever the kind: its title, fields to choose
/// from, the field of small multiples, and the title and scale of each axis. Each change shows at
/// once and can be undone.
///
/// @param <S> the kind of spec
abstract class ChartEditor<S extends ChartSpec> extends VBox {
  private final Words words;
  private final ChartViewModel<S, ?> model;
  private final EditorRows rows = new EditorRows();

  ChartEditor(Words words, ChartViewModel<S, ?> model) {
    super(16);
    this.words = words;
    this.model = model;
    getStyleClass().add("editor");
    getChildren().add(rows);
    model.specProperty().subscribe(_ -> rows.refresh());
  }

  final S spec() {
    return model.specProperty().get();
  }

  final EditorRows rows() {
    return rows;
  }

  final String word(String key) {
    return words.of("editor." + key);
  }

  /// The title of the drawing.
  ///
  /// @param prompt the title that it has without one
  final void title(Supplier<String> prompt) {
    rows.heading(word("content"));
    text("title", prompt, () -> spec().title(), text -> put(now -> now.withTitle(text), "title"))
        .setId("editor-title");
  }

  /// Changes the spec by what every kind of chart has.
  private void put(UnaryOperator<ChartSpec> change, String mergeKey) {
    model.change(change, mergeKey);
  }

  private TextField text(
      String key, Supplier<String> prompt, Supplier<String> value, Consumer<String> taken) {
    TextField field =
        rows.text(
            word(key),
            prompt.get(),
            value,
            text -> {
              taken.accept(text);
              return "";
            });
    rows.onRefresh(() -> field.setPromptText(prompt.get()));
    return field;
  }

  /// The field that the chart shows.
  final void field(List<String> fields, Supplier<String> value, Consumer<String> chosen) {
    rows.search(word("field"), fields, Function.identity(), value, chosen).setId("editor-field");
  }

  /// One of some fields, or none.
  ///
  /// @param none what the choice of none is called
  final ComboBox<String> optional(
      String name,
      List<String> fields,
      String none,
      Supplier<String> value,
      Consumer<String> chosen) {
    List<String> all = new ArrayList<>(List.of(""));
    all.addAll(fields);
    if (!all.contains(value.get())) {
      all.add(value.get());
    }
    return rows.search(name, all, one -> one.isEmpty() ? none : one, value, chosen);
  }

  /// The field whose values repeat the chart.
  final void facet(List<String> fields, Consumer<String> chosen) {
    optional(word("facet"), fields, word("noFacet"), () -> spec().facet(), chosen)
        .setId("editor-facet");
  }

  /// The names of the fields of some types that can be counted.
  final List<String> fields(FieldType... types) {
    List<FieldType> wanted = List.of(types);
    return model.project().countable().stream()
        .filter(field -> wanted.contains(field.type()))
        .map(Field::name)
        .toList();
  }

  /// The title of an axis.
  final TextField axisTitle(AxisSide side, Supplier<String> prompt) {
    boolean across = side == AxisSide.X;
    String key = across ? "xTitle" : "yTitle";
    TextField field =
        text(
            key,
            prompt,
            () -> across ? spec().style().xTitle() : spec().style().yTitle(),
            text ->
                model.editStyle(
                    (ChartStyle style) -> across ? style.withXTitle(text) : style.withYTitle(text),
                    key));
    field.setId(across ? "editor-x-title" : "editor-y-title");
    return field;
  }

  /// The scale of an axis.
  final ComboBox<Scale> scale(AxisSide side, Supplier<Scale> value, Consumer<Scale> chosen) {
    boolean across = side == AxisSide.X;
    ComboBox<Scale> box =
        rows.choice(
            word(across ? "xScale" : "yScale"),
            List.of(Scale.values()),
            scale -> words.of("scale." + scale),
            value,
            chosen);
    box.setId(across ? "editor-x-scale" : "editor-y-scale");
    return box;
  }
}
