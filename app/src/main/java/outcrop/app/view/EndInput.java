package outcrop.app.view;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import javafx.scene.Node;
import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.render.AxisText;
import outcrop.analysis.spec.ChartStyle.AxisSide;
import outcrop.analysis.spec.Measure;
import outcrop.app.viewmodel.ChartViewModel;
import outcrop.app.viewmodel.Words;

/// What the user types and chooses to say where a line stands or a band ends.
final class EndInput {
  /// Fields with more values than this are not offered to narrow the rows.
  private static final int MOST_VALUES = 12;

  private final Words words;
  private final ChartViewModel<?, ?> model;

  EndInput(Words words, ChartViewModel<?, ?> model) {
    this.words = words;
    this.model = model;
  }

  /// Whether there is anything to type: a value, or which quantile.
  boolean isTyped(Measure measure) {
    return measure.kind() == Measure.Kind.VALUE || measure.kind() == Measure.Kind.QUANTILE;
  }

  String prompt(Measure measure) {
    return words.of(measure.measured() ? "editor.quantile" : "editor.lineValue");
  }

  String text(String value, Measure measure) {
    return measure.kind() == Measure.Kind.QUANTILE
        ? NumberColumn.textOf(measure.quantile())
        : value;
  }

  String value(String typed, String old, Measure measure) {
    return measure.measured() ? old : typed;
  }

  Measure measure(String typed, Measure old) {
    return old.kind() == Measure.Kind.QUANTILE
        ? old.withQuantile(AxisText.number(typed).orElse(old.quantile()))
        : old;
  }

  String faultOf(AxisSide side, String typed, Measure measure) {
    if (measure.kind() == Measure.Kind.QUANTILE) {
      OptionalDouble q = AxisText.number(typed);
      boolean right = q.isPresent() && q.getAsDouble() >= 0 && q.getAsDouble() <= 1;
      return right ? "" : words.of("editor.quantileWrong");
    }
    return measure.measured()
        ? ""
        : model.axis(side).faultOf(typed, model.specProperty().get().fields().getFirst(), words);
  }

  /// Whose rows are measured: the selected, all, or those of a value of a small field such as a
  /// split.
  Node rows(Measure measure, Consumer<Measure> chosen, ListEditor<?> editor) {
    List<Measure> choices = new ArrayList<>();
    choices.add(measure.withRows(Measure.Rows.SELECTED).among("", ""));
    choices.add(measure.withRows(Measure.Rows.ALL).among("", ""));
    for (Field field : model.project().columns().schema().fields()) {
      if (field.type() == FieldType.CATEGORY
          && model.project().columns().column(field.name()) instanceof CategoryColumn values
          && values.dictionary().size() <= MOST_VALUES) {
        values.dictionary().values().stream()
            .map(model.project().displays().of(field.name())::name)
            .distinct()
            .forEach(
                value ->
                    choices.add(
                        measure.withRows(Measure.Rows.SELECTED).among(field.name(), value)));
      }
    }
    if (!choices.contains(measure)) {
      choices.add(measure);
    }
    return editor.box(words.of("editor.measuredRows"), choices, this::named, measure, chosen);
  }

  private String named(Measure measure) {
    if (!measure.field().isEmpty()) {
      return words.of("editor.rowsOf", measure.field(), measure.value());
    }
    return words.of("rows." + measure.rows());
  }
}
