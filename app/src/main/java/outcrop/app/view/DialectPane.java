package outcrop.app.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.io.Importer;
import outcrop.analysis.io.ReaderOption;
import outcrop.app.viewmodel.ImportViewModel;
import outcrop.app.viewmodel.Words;

/// How the files are read: every setting of the reader, whatever the format. A change looks at the
/// files again.
final class DialectPane extends VBox {
  /// What most people come to change; the rest is folded away.
  private static final Set<String> FIRST =
      Set.of("delimiter", "quote", "header", "encoding", "layout", "sheet", "table");

  private final Words words;
  private final ImportViewModel model;
  private final GridPane first = grid();
  private final GridPane more = grid();
  private final TitledPane fold;

  DialectPane(Words words, ImportViewModel model) {
    super(6);
    this.words = words;
    this.model = model;
    fold = new TitledPane(words.of("dialect.more"), more);
    fold.setExpanded(false);
    fold.setAnimated(false);
    fold.setId("dialect-more");
    fold.getStyleClass().addAll("dense", "dialect-more");
    getChildren().addAll(Nodes.heading(words.of("import.dialect")), first, fold);
    model.previewProperty().subscribe(_ -> refresh());
  }

  private static GridPane grid() {
    GridPane grid = new GridPane();
    grid.setHgap(8);
    grid.setVgap(6);
    return grid;
  }

  private void refresh() {
    boolean shown = model.previewProperty().get() != null;
    setVisible(shown);
    setManaged(shown);
    first.getChildren().clear();
    more.getChildren().clear();
    if (!shown) {
      return;
    }
    add(
        first,
        "format",
        "",
        choice(
            Importer.formats(),
            model.format(),
            name -> words.has("format." + name) ? words.of("format." + name) : name,
            model::setFormat));
    for (ReaderOption option : model.options()) {
      add(
          FIRST.contains(option.name()) ? first : more,
          option.name(),
          option.help(),
          control(option));
    }
    boolean any = !more.getChildren().isEmpty();
    fold.setVisible(any);
    fold.setManaged(any);
  }

  private Control control(ReaderOption option) {
    String now = model.option(option.name());
    Consumer<String> chosen = value -> model.setOption(option.name(), value);
    return switch (option.kind()) {
      case CHOICE, FLAG -> choice(withNow(option.choices(), now), now, this::named, chosen);
      case TEXT -> {
        if (option.choices().isEmpty()) {
          yield text(now, chosen);
        }
        ComboBox<String> box = choice(withNow(option.choices(), now), now, this::named, chosen);
        box.setEditable(true);
        yield box;
      }
      case NUMBER ->
          text(
              now,
              value -> {
                if (value.strip().matches("\\d{1,9}")) {
                  chosen.accept(value.strip());
                }
              });
    };
  }

  private static List<String> withNow(List<String> choices, String now) {
    List<String> all = new ArrayList<>(choices);
    if (!all.contains(now)) {
      all.addFirst(now);
    }
    return all;
  }

  /// A value in words, where there are any.
  private String named(String value) {
    String key = "dialect.value." + value;
    return words.has(key) ? words.of(key) : value;
  }

  /// A setting that is typed; it counts when it is confirmed or left.
  private static TextField text(String now, Consumer<String> chosen) {
    TextField field = new TextField(now);
    field.setOnAction(event -> chosen.accept(field.getText()));
    field
        .focusedProperty()
        .subscribe(
            (before, focused) -> {
              if (before && !focused) {
                chosen.accept(field.getText());
              }
            });
    return field;
  }

  private static ComboBox<String> choice(
      List<String> values, String now, UnaryOperator<String> names, Consumer<String> chosen) {
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
            return values.stream()
                .filter(value -> names.apply(value).equals(text))
                .findFirst()
                .orElse(text);
          }
        });
    box.setValue(now);
    box.setMaxWidth(Double.MAX_VALUE);
    box.setOnAction(_ -> chosen.accept(box.getValue()));
    return box;
  }

  private void add(GridPane grid, String name, String help, Control control) {
    String text = words.has("dialect." + name) ? words.of("dialect." + name) : name;
    Label label = Nodes.label(text, "muted");
    label.setLabelFor(control);
    label.setMinWidth(88);
    if (!help.isEmpty()) {
      Nodes.tooltip(label, help);
      Nodes.tooltip(control, help);
    }
    control.setAccessibleText(text);
    control.setAccessibleHelp(help);
    control.setId("dialect-" + name);
    control.setMaxWidth(Double.MAX_VALUE);
    GridPane.setHgrow(control, Priority.ALWAYS);
    grid.addRow(grid.getRowCount(), label, control);
  }
}
