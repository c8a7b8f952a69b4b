package outcrop.app.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import outcrop.app.viewmodel.ImportViewModel;
import outcrop.app.viewmodel.Words;

/// How the files are read; every change looks at them again.
final class DialectPane extends VBox {
  private static final List<String> FORMATS = List.of("csv", "jsonl", "parquet");
  private static final List<String> ENCODINGS =
      List.of("UTF-8", "UTF-16LE", "UTF-16BE", "ISO-8859-1", "windows-1252", "Shift_JIS", "Big5");

  private final Words words;
  private final ImportViewModel model;
  private final GridPane grid = new GridPane();

  DialectPane(Words words, ImportViewModel model) {
    super(6);
    this.words = words;
    this.model = model;
    grid.setHgap(8);
    grid.setVgap(6);
    getChildren().addAll(Nodes.heading(words.of("import.dialect")), grid);
    model.previewProperty().subscribe(_ -> refresh());
  }

  private void refresh() {
    boolean shown = model.previewProperty().get() != null;
    setVisible(shown);
    setManaged(shown);
    grid.getChildren().clear();
    if (!shown) {
      return;
    }
    List<Node> rows = new ArrayList<>();
    add(
        "format",
        choice(
            FORMATS,
            model.format(),
            name -> words.has("format." + name) ? words.of("format." + name) : name,
            model::setFormat));
    if (model.format().equals("csv")) {
      add("delimiter", option("delimiter", delimiters()));
      add("quote", option("quote", quotes()));
      add("header", option("header", Map.of("true", word("yes"), "false", word("no"))));
    }
    if (!model.format().equals("parquet")) {
      Map<String, String> encodings = new LinkedHashMap<>();
      ENCODINGS.forEach(name -> encodings.put(name, name));
      add("encoding", option("encoding", encodings));
    }
    grid.getChildren().addAll(rows);
  }

  private String word(String key) {
    return words.of("dialect." + key);
  }

  private Map<String, String> delimiters() {
    Map<String, String> names = new LinkedHashMap<>();
    names.put(",", word("comma"));
    names.put(";", word("semicolon"));
    names.put("\t", word("tab"));
    names.put("|", word("pipe"));
    names.put(" ", word("blank"));
    return names;
  }

  private Map<String, String> quotes() {
    Map<String, String> names = new LinkedHashMap<>();
    names.put("\"", word("doubleQuote"));
    names.put("'", word("singleQuote"));
    names.put("", word("noQuote"));
    return names;
  }

  private ComboBox<String> option(String name, Map<String, String> values) {
    List<String> all = new ArrayList<>(values.keySet());
    String now = model.option(name);
    if (!all.contains(now)) {
      all.addFirst(now);
    }
    return choice(
        all,
        now,
        value -> values.getOrDefault(value, value.isEmpty() ? word("none") : value),
        value -> model.setOption(name, value));
  }

  private static ComboBox<String> choice(
      List<String> values,
      String now,
      java.util.function.UnaryOperator<String> names,
      java.util.function.Consumer<String> chosen) {
    ComboBox<String> box = new ComboBox<>();
    box.getItems().setAll(values);
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable String value) {
            return value == null ? "" : names.apply(value);
          }

          @Override
          public String fromString(String text) {
            return text;
          }
        });
    box.setValue(now);
    box.setMaxWidth(Double.MAX_VALUE);
    box.setOnAction(_ -> chosen.accept(box.getValue()));
    return box;
  }

  private void add(String name, Control control) {
    Label label = Nodes.label(word(name), "muted");
    label.setLabelFor(control);
    label.setMinWidth(80);
    control.setAccessibleText(word(name));
    control.setId("dialect-" + name);
    GridPane.setHgrow(control, Priority.ALWAYS);
    grid.addRow(grid.getRowCount(), label, control);
  }
}
