package outcrop.app.view;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.beans.property.Property;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.dataset.FieldRole;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.io.ImportPreview;
import outcrop.app.viewmodel.ImportField;
import outcrop.app.viewmodel.ImportViewModel;
import outcrop.app.viewmodel.Words;

/// The fields that come out of an import, each with name, type and role to change; with a search,
/// since there may be thousands.
final class ImportFieldsTable extends VBox {
  private static final List<FieldType> TYPES =
      List.of(
          FieldType.NUMBER,
          FieldType.CATEGORY,
          FieldType.TEXT,
          FieldType.TIME,
          FieldType.LIST,
          FieldType.VECTOR,
          FieldType.IMAGE);
  private static final List<FieldRole> ROLES =
      List.of(
          FieldRole.NONE,
          FieldRole.ID,
          FieldRole.TEXT,
          FieldRole.LABEL,
          FieldRole.SPLIT,
          FieldRole.TIME,
          FieldRole.IMAGE,
          FieldRole.VECTOR,
          FieldRole.SOURCE);
  private static final int EXAMPLES = 4;

  private final Words words;
  private final ImportViewModel model;
  private final FilteredList<ImportField> found;
  private final TableView<ImportField> table;

  ImportFieldsTable(Words words, ImportViewModel model) {
    this.words = words;
    this.model = model;
    this.found = new FilteredList<>(model.fields());
    this.table = new TableView<>(found);
    table.setId("import-fields");
    table.setAccessibleText(words.of("import.fields"));
    table.getStyleClass().addAll("dense", "import-fields");
    table.setFixedCellSize(36);
    table.setSelectionModel(null);
    VBox.setVgrow(table, Priority.ALWAYS);
    getChildren().addAll(head(), table);
    TableColumn<ImportField, ImportField> kept = column("", 40, KeptCell::new);
    kept.setResizable(false);
    table
        .getColumns()
        .setAll(
            List.of(
                kept,
                column(words.of("import.field"), 180, NameCell::new),
                column(
                    words.of("import.type"),
                    132,
                    () ->
                        new ChoiceCell<>(
                            TYPES, type -> words.of("type." + type.name()), "type", 0)),
                column(
                    words.of("import.role"),
                    132,
                    () ->
                        new ChoiceCell<>(
                            ROLES, role -> words.of("role." + role.name()), "role", 1)),
                column(words.of("import.pattern"), 120, PatternCell::new),
                column(words.of("import.examples"), 320, ExampleCell::new)));
    table.getColumns().forEach(column -> column.setSortable(false));
    table.getColumns().forEach(column -> column.setReorderable(false));
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
  }

  /// Finds fields by name, and keeps or drops those found together.
  private HBox head() {
    TextField search = new TextField();
    search.setId("import-find-field");
    search.setPromptText(words.of("import.findField"));
    search.setAccessibleText(words.of("import.findField"));
    Label count = Nodes.label("", "muted", "small-text");
    search
        .textProperty()
        .subscribe(
            text -> {
              String wanted = text.strip().toLowerCase(Locale.ROOT);
              found.setPredicate(
                  field ->
                      wanted.isEmpty() || field.source().toLowerCase(Locale.ROOT).contains(wanted));
            });
    Runnable counted =
        () ->
            count.setText(
                words.of(
                    "import.fieldsFound",
                    words.count(found.size()),
                    words.count(model.fields().size())));
    found.addListener((ListChangeListener<ImportField>) _ -> counted.run());
    counted.run();
    HBox head =
        Nodes.row(
            8,
            search,
            count,
            Nodes.spacer(),
            Nodes.button(words.of("import.keepFound"), () -> keepFound(true), "small"),
            Nodes.button(words.of("import.dropFound"), () -> keepFound(false), "small"));
    head.getStyleClass().add("import-fields-head");
    return head;
  }

  private void keepFound(boolean kept) {
    found.forEach(field -> field.keptProperty().set(kept));
  }

  private TableColumn<ImportField, ImportField> column(
      String title, double width, java.util.function.Supplier<FieldCell> cell) {
    TableColumn<ImportField, ImportField> column = new TableColumn<>(title);
    column.setPrefWidth(width);
    column.setMinWidth(Math.min(width, 100));
    column.setCellValueFactory(
        row -> new javafx.beans.property.SimpleObjectProperty<>(row.getValue()));
    column.setCellFactory(_ -> cell.get());
    return column;
  }

  private abstract class FieldCell extends TableCell<ImportField, ImportField> {
    private @Nullable ImportField shown;

    @Override
    protected void updateItem(@Nullable ImportField field, boolean empty) {
      super.updateItem(field, empty);
      if (shown != null && shown != field) {
        unbind(shown);
      }
      if (field == null || empty) {
        shown = null;
        setGraphic(null);
        setText(null);
      } else if (shown != field) {
        shown = field;
        bind(field);
      }
    }

    abstract void bind(ImportField field);

    abstract void unbind(ImportField field);
  }

  private final class KeptCell extends FieldCell {
    private final CheckBox box = new CheckBox();

    @Override
    void bind(ImportField field) {
      box.selectedProperty().bindBidirectional(field.keptProperty());
      box.setAccessibleText(words.of("import.keep", field.source()));
      setGraphic(box);
    }

    @Override
    void unbind(ImportField field) {
      box.selectedProperty().unbindBidirectional(field.keptProperty());
    }
  }

  private final class NameCell extends FieldCell {
    private final TextField text = new TextField();

    @Override
    void bind(ImportField field) {
      text.textProperty().bindBidirectional(field.nameProperty());
      text.disableProperty().bind(field.keptProperty().not());
      text.setAccessibleText(words.of("import.nameOf", field.source()));
      text.getStyleClass().add("cell-field");
      setGraphic(text);
    }

    @Override
    void unbind(ImportField field) {
      text.textProperty().unbindBidirectional(field.nameProperty());
      text.disableProperty().unbind();
    }
  }

  private final class PatternCell extends FieldCell {
    private final TextField text = new TextField();

    @Override
    void bind(ImportField field) {
      text.textProperty().bindBidirectional(field.patternProperty());
      text.setPromptText(words.of("import.patternPrompt"));
      text.visibleProperty().bind(field.typeProperty().isEqualTo(FieldType.TIME));
      text.setAccessibleText(words.of("import.patternOf", field.source()));
      text.getStyleClass().add("cell-field");
      setGraphic(text);
    }

    @Override
    void unbind(ImportField field) {
      text.textProperty().unbindBidirectional(field.patternProperty());
      text.visibleProperty().unbind();
    }
  }

  private final class ChoiceCell<T> extends FieldCell {
    private final ComboBox<T> box = new ComboBox<>();
    private final String id;
    private final int which;

    ChoiceCell(List<T> values, java.util.function.Function<T, String> names, String id, int which) {
      this.id = id;
      this.which = which;
      box.getItems().setAll(values);
      box.getStyleClass().add("cell-choice");
      box.setMaxWidth(Double.MAX_VALUE);
      box.setConverter(
          new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
              return value == null ? "" : names.apply(value);
            }

            @Override
            public T fromString(String text) {
              throw new UnsupportedOperationException("The box is not edited as text");
            }
          });
    }

    @SuppressWarnings("unchecked")
    private Property<T> property(ImportField field) {
      return (Property<T>) (which == 0 ? field.typeProperty() : field.roleProperty());
    }

    @Override
    void bind(ImportField field) {
      box.valueProperty().bindBidirectional(property(field));
      box.disableProperty().bind(field.keptProperty().not());
      box.setAccessibleText(words.of("import." + id + "Of", field.source()));
      box.setId("import-" + id + "-" + field.source());
      setGraphic(box);
    }

    @Override
    void unbind(ImportField field) {
      box.valueProperty().unbindBidirectional(property(field));
      box.disableProperty().unbind();
    }
  }

  private final class ExampleCell extends FieldCell {
    @Override
    void bind(ImportField field) {
      getStyleClass().add("muted-cell");
      setText(new ReadOnlyStringWrapper(examples(field)).get());
    }

    @Override
    void unbind(ImportField field) {}

    private String examples(ImportField field) {
      ImportPreview preview = model.previewProperty().get();
      int index = model.fields().indexOf(field);
      if (preview == null || index < 0) {
        return "";
      }
      return preview.rows().stream()
          .filter(row -> index < row.size() && row.get(index) != null)
          .map(row -> String.valueOf(row.get(index)))
          .distinct()
          .limit(EXAMPLES)
          .map(text -> text.length() > 60 ? text.substring(0, 60) + "…" : text)
          .map(text -> text.replaceAll("\\s+", " "))
          .collect(Collectors.joining("  ·  "));
    }
  }
}
