package outcrop.app.view;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.query.BinAxis;
import outcrop.analysis.spec.ChartStyle.AxisSide;
import outcrop.analysis.spec.ChartStyle.ReferenceLine;
import outcrop.analysis.spec.DistributionSpec;
import outcrop.app.viewmodel.DistributionViewModel;
import outcrop.app.viewmodel.Words;

/// The reference lines of a distribution.
final class LineEditor extends VBox {
  private final Words words;
  private final DistributionViewModel model;
  private final VBox list = Nodes.column(6);
  private final Label problem = Nodes.wrapped("", "field-problem");
  private @Nullable List<ReferenceLine> shown;
  private String shownField = "";

  LineEditor(Words words, DistributionViewModel model) {
    super(8);
    this.words = words;
    this.model = model;
    Button add = Nodes.button(words.of("editor.addLine"), this::addLine, "small", "flat");
    add.setGraphic(Nodes.icon("plus"));
    add.setId("editor-add-line");
    getChildren()
        .addAll(
            Nodes.row(8, Nodes.heading(words.of("editor.lines")), Nodes.spacer(), add),
            list,
            problem);
    explain("");
    model.specProperty().subscribe(_ -> refresh());
  }

  private List<ReferenceLine> lines() {
    return model.specProperty().get().style().lines();
  }

  private void refresh() {
    List<ReferenceLine> lines = lines();
    String axis = model.specProperty().get().field();
    if (lines.equals(shown) && axis.equals(shownField)) {
      return;
    }
    shown = lines;
    shownField = axis;
    list.getChildren().clear();
    explain("");
    for (int i = 0; i < lines.size(); i++) {
      list.getChildren().add(row(i, lines.get(i)));
    }
  }

  private void addLine() {
    List<ReferenceLine> lines = new ArrayList<>(lines());
    lines.add(new ReferenceLine(AxisSide.X, "", ""));
    change(lines, "");
    if (list.getChildren().getLast() instanceof HBox row
        && row.getChildren().get(1) instanceof TextField value) {
      value.requestFocus();
    }
  }

  private Node row(int index, ReferenceLine line) {
    ComboBox<AxisSide> axis = new ComboBox<>();
    axis.getItems().setAll(AxisSide.values());
    axis.setValue(line.axis());
    axis.setPrefWidth(64);
    axis.setMinWidth(64);
    axis.setAccessibleText(words.of("editor.lineAxis"));
    axis.setOnAction(
        _ -> {
          // Its value now means something else and has to be read anew.
          shown = null;
          List<ReferenceLine> lines = new ArrayList<>(lines());
          lines.set(index, new ReferenceLine(axis.getValue(), value(index), label(index)));
          change(lines, "");
        });
    TextField value = new TextField(line.value());
    value.setPromptText(words.of("editor.lineValue"));
    value.setAccessibleText(words.of("editor.lineValue"));
    value.setId("editor-line-" + index);
    judge(value, line.axis(), line.value());
    value
        .textProperty()
        .subscribe(
            (before, now) -> {
              if (judge(value, lines().get(index).axis(), now.strip())) {
                replace(
                    index, new ReferenceLine(lines().get(index).axis(), now.strip(), label(index)));
              }
            });
    TextField label = new TextField(line.label());
    label.setPromptText(words.of("editor.lineLabel"));
    label.setAccessibleText(words.of("editor.lineLabel"));
    label
        .textProperty()
        .subscribe(
            (before, now) ->
                replace(index, new ReferenceLine(lines().get(index).axis(), value(index), now)));
    HBox.setHgrow(value, Priority.ALWAYS);
    HBox.setHgrow(label, Priority.ALWAYS);
    value.setMinWidth(48);
    label.setMinWidth(48);
    Button remove = Nodes.iconButton("x", words.of("editor.removeLine"), () -> remove(index));
    return Nodes.row(4, axis, value, label, remove);
  }

  /// Says what is wrong with a value in place.
  ///
  /// @return whether nothing is
  private boolean judge(TextField field, AxisSide axis, String value) {
    String wrong = fault(axis, value);
    field.pseudoClassStateChanged(
        javafx.css.PseudoClass.getPseudoClass("danger"), !wrong.isEmpty());
    if (!wrong.isEmpty() || field.isFocused()) {
      explain(wrong);
    }
    return wrong.isEmpty();
  }

  private String value(int index) {
    return lines().get(index).value();
  }

  private String label(int index) {
    return lines().get(index).label();
  }

  private void explain(String sentence) {
    problem.setText(sentence);
    problem.setVisible(!sentence.isEmpty());
    problem.setManaged(!sentence.isEmpty());
  }

  /// What is wrong with a value, empty where nothing is or it is not finished.
  private String fault(AxisSide axis, String value) {
    DistributionSpec spec = model.specProperty().get();
    FieldType type =
        model
            .project()
            .columns()
            .schema()
            .find(spec.field())
            .map(field -> field.type())
            .orElse(FieldType.NUMBER);
    if (value.isEmpty()) {
      return "";
    }
    if (axis == AxisSide.Y) {
      String number = value.endsWith("%") ? value.substring(0, value.length() - 1) : value;
      return isNumber(number) ? "" : words.of("editor.lineNumber", value);
    }
    return switch (type) {
      case NUMBER -> isNumber(value) ? "" : words.of("editor.lineNumber", value);
      case TIME -> isMoment(value) ? "" : words.of("editor.lineTime", value);
      default -> isShown(value) ? "" : words.of("editor.lineCategory", value, spec.field());
    };
  }

  /// Whether a bar has the value; every value is one while nothing is counted.
  private boolean isShown(String value) {
    return model.dataProperty().get() == null
        || !(model.dataProperty().get().axis() instanceof BinAxis.Values(List<String> values))
        || values.contains(value);
  }

  private static boolean isMoment(String text) {
    try {
      switch (text.length()) {
        case 4 -> LocalDate.parse(text + "-01-01");
        case 7 -> LocalDate.parse(text + "-01");
        case 10 -> LocalDate.parse(text);
        default -> {
          if (text.endsWith("Z")) {
            OffsetDateTime.parse(text);
          } else {
            LocalDateTime.parse(text);
          }
        }
      }
      return true;
    } catch (DateTimeParseException noMoment) {
      return false;
    }
  }

  private static boolean isNumber(String text) {
    try {
      return Double.isFinite(Double.parseDouble(text));
    } catch (NumberFormatException notANumber) {
      return false;
    }
  }

  private void replace(int index, ReferenceLine line) {
    List<ReferenceLine> lines = new ArrayList<>(lines());
    lines.set(index, line);
    shown = List.copyOf(lines);
    change(lines, "line" + index);
  }

  private void remove(int index) {
    List<ReferenceLine> lines = new ArrayList<>(lines());
    lines.remove(index);
    explain("");
    change(lines, "");
  }

  private void change(List<ReferenceLine> lines, String mergeKey) {
    model.edit(now -> now.withStyle(now.style().withLines(lines)), mergeKey);
  }
}
