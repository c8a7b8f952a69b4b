package outcrop.app.view;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.query.ViewData.RowsData;
import outcrop.analysis.spec.ReaderSpec;
import outcrop.app.view.dock.DockedView;
import outcrop.app.view.part.FieldGlance;
import outcrop.app.view.part.TextReader;
import outcrop.app.viewmodel.CommandWords;
import outcrop.app.viewmodel.ReaderViewModel;
import outcrop.app.viewmodel.Words;
import outcrop.app.viewmodel.WorkspaceViewModel;

/// A reader in a tab.
final class ReaderTab implements DockedView {
  private static final int FIELDS_IN_MENU = 60;

  /// From this width on the menu has room for the name of the field.
  private static final double ROOMY = 420;

  /// In a narrower tab the text has all of the room.
  private static final double LEAST_FOR_BESIDE = 620;

  private final Words words;
  private final ReaderViewModel model;
  private final WorkspaceViewModel project;
  private final TextReader reader;
  private final FieldGlance glance;
  private final BorderPane pane = new BorderPane();
  private final NoticeBand problem = new NoticeBand("warning");
  private final Label place = Nodes.label("", "view-count");
  private final Button previous;
  private final Button next;
  private final MenuButton field;
  private final ToggleButton beside = new ToggleButton();
  private final Slider size = new Slider(ReaderSpec.LEAST_SIZE, ReaderSpec.GREATEST_SIZE, 16);
  private boolean showing;
  private boolean released;

  ReaderTab(Desk desk, ReaderViewModel model) {
    this.words = desk.words();
    this.model = model;
    this.project = model.project();
    this.reader =
        new TextReader(words::pattern, project.work().runner(), project.work().delivery());
    this.glance = new FieldGlance(words::pattern);
    previous = Nodes.iconButton("chevron-up", words.of("reader.previousRow"), () -> model.step(-1));
    next = Nodes.iconButton("chevron-down", words.of("reader.nextRow"), () -> model.step(1));
    pane.setMinWidth(0);
    field = Nodes.menuButton(words.of("reader.field"), "file-text", pane, ROOMY);
    field.setMaxWidth(180);
    field.getItems().add(new MenuItem());
    field.setOnShowing(_ -> field.getItems().setAll(fieldItems()));
    beside.setGraphic(Nodes.icon("sidebar"));
    beside.getStyleClass().addAll("flat", "icon-button", "icon-toggle");
    beside.setAccessibleText(words.of("reader.beside"));
    Nodes.tooltip(beside, words.of("reader.beside"));
    beside.setOnAction(_ -> model.setBeside(beside.isSelected()));
    size.setPrefWidth(90);
    size.setMinWidth(50);
    size.setBlockIncrement(1);
    size.setAccessibleText(words.of("reader.size"));
    Nodes.tooltip(size, words.of("reader.size"));
    size.valueProperty()
        .subscribe(
            (_, value) -> {
              if (!showing) {
                model.setTextSize(Math.rint(value.doubleValue()));
              }
            });
    HBox tools = Nodes.row(4, previous, next, place, Nodes.spacer(), field, size, beside);
    tools.getStyleClass().add("view-tools");
    pane.setTop(Nodes.column(0, problem, tools));
    pane.setCenter(reader);
    listen();
  }

  private void listen() {
    model.specProperty().subscribe(_ -> show());
    model.rowsProperty().subscribe(_ -> show());
    model.problemProperty().subscribe(sentence -> problem.show(sentence));
    project.chosen().focusedProperty().subscribe(_ -> show());
    pane.widthProperty().subscribe((_, _) -> showBeside());
    project
        .hitsProperty()
        .subscribe(hits -> reader.setHits(Hits.finder(hits, project.columns().schema())));
    reader.setOnStep(() -> model.step(-1), () -> model.step(1));
  }

  private void show() {
    if (released) {
      return;
    }
    ReaderSpec spec = model.specProperty().get();
    showing = true;
    size.setValue(spec.textSize());
    beside.setSelected(spec.beside());
    showing = false;
    reader.setTextSize(spec.textSize());
    Field read = model.field().orElse(null);
    field.setText(read == null ? words.of("reader.field") : read.name());
    field.setVisible(read != null);
    RowsData rows = model.rowsProperty().get();
    int count = rows == null ? 0 : rows.order().size();
    int position = model.position();
    int row = model.row();
    previous.setDisable(position <= 0);
    next.setDisable(position >= count - 1);
    place.setText(
        position < 0
            ? row < 0 ? "" : words.of("reader.filtered")
            : words.of("reader.place", words.count(position + 1L), words.count(count)));
    if (read == null) {
      reader.clear(words.of("reader.noField"));
    } else if (row < 0) {
      reader.clear(words.of("reader.noRow"));
    } else {
      reader.setText(project.columns(), read.name(), row);
    }
    showBeside();
  }

  private void showBeside() {
    int row = model.row();
    boolean shown =
        !released && row >= 0 && beside.isSelected() && pane.getWidth() >= LEAST_FOR_BESIDE;
    pane.setRight(shown ? glance : null);
    if (shown) {
      glance.setRow(project.columns(), row, model.field().map(Field::name).orElse(""));
    }
  }

  private List<MenuItem> fieldItems() {
    String read = model.field().map(Field::name).orElse("");
    return model.readable().stream()
        .limit(FIELDS_IN_MENU)
        .<MenuItem>map(
            choice -> {
              RadioMenuItem item = new RadioMenuItem(choice.name());
              item.setMnemonicParsing(false);
              item.setSelected(choice.name().equals(read));
              item.setOnAction(_ -> model.setField(choice.name()));
              return item;
            })
        .toList();
  }

  @Override
  public Region node() {
    return pane;
  }

  @Override
  public String title() {
    return new CommandWords(words).title(model.specProperty().get());
  }

  @Override
  public String icon() {
    return "book-open";
  }

  @Override
  public void focus() {
    reader.requestFocus();
  }

  @Override
  public void release() {
    released = true;
    reader.clear("");
    pane.setRight(null);
  }
}
