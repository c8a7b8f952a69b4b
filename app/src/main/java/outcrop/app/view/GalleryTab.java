package outcrop.app.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Slider;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.query.ViewData.RowsData;
import outcrop.analysis.spec.GallerySpec;
import outcrop.analysis.spec.TableSpec.SortKey;
import outcrop.app.view.dock.DockedView;
import outcrop.app.view.part.GalleryGrid;
import outcrop.app.viewmodel.CommandWords;
import outcrop.app.viewmodel.GalleryViewModel;
import outcrop.app.viewmodel.Words;
import outcrop.app.viewmodel.WorkspaceViewModel;

/// A gallery in a tab, with a line above it that says what is shown and how large.
final class GalleryTab implements DockedView {
  private static final int FIELDS_IN_MENU = 60;

  /// From this width on the menus have room for their names.
  private static final double ROOMY = 480;

  private final Desk desk;
  private final Words words;
  private final GalleryViewModel model;
  private final WorkspaceViewModel project;
  private final GalleryGrid gallery;
  private final BorderPane pane = new BorderPane();
  private final NoticeBand problem = new NoticeBand("warning");
  private final Label count = Nodes.label("", "view-count");
  private final MenuButton field;
  private final MenuButton captions;
  private final MenuButton order;
  private final Slider size =
      new Slider(GallerySpec.LEAST_SIZE, GallerySpec.GREATEST_SIZE, GallerySpec.LEAST_SIZE);
  private boolean showing;

  GalleryTab(Desk desk, GalleryViewModel model) {
    this.desk = desk;
    this.words = desk.words();
    this.model = model;
    this.project = model.project();
    this.gallery =
        new GalleryGrid(words::pattern, project.work().runner(), project.work().delivery());
    pane.setMinWidth(0);
    field = Nodes.menuButton(words.of("gallery.field"), "image", pane, ROOMY);
    captions = Nodes.menuButton(words.of("gallery.captions"), "tag", pane, ROOMY);
    order = Nodes.menuButton(words.of("gallery.order"), "arrow-down", pane, ROOMY);
    field.setOnShowing(_ -> field.getItems().setAll(fieldItems()));
    captions.setOnShowing(_ -> captions.getItems().setAll(captionItems()));
    order.setOnShowing(_ -> order.getItems().setAll(orderItems()));
    List.of(field, captions, order).forEach(button -> button.getItems().add(new MenuItem()));
    size.setPrefWidth(110);
    size.setMinWidth(48);
    size.setBlockIncrement(16);
    size.setAccessibleText(words.of("gallery.size"));
    Nodes.tooltip(size, words.of("gallery.size"));
    size.valueProperty()
        .subscribe(
            (_, value) -> {
              if (!showing) {
                model.setSize(Math.rint(value.doubleValue()));
              }
            });
    HBox tools = Nodes.row(4, count, Nodes.spacer(), field, captions, order, size);
    tools.getStyleClass().add("view-tools");
    pane.setTop(Nodes.column(0, problem, tools));
    pane.setCenter(gallery);
    gallery.showLoading();
    listen();
  }

  private void listen() {
    model.specProperty().subscribe(_ -> showSpec());
    model.rowsProperty().subscribe(_ -> showRows());
    model.problemProperty().subscribe(sentence -> problem.show(sentence));
    project.chosen().selectedProperty().subscribe(rows -> gallery.setSelectedRows(rows));
    project.chosen().selectedProperty().subscribe(_ -> showCount());
    project.chosen().focusedProperty().subscribe(row -> gallery.followFocus(row.intValue()));
    project
        .hitsProperty()
        .subscribe(hits -> gallery.setHits(Hits.finder(hits, project.columns().schema())));
    gallery.setOnSelection(project.chosen()::select);
    gallery.setOnFocus(row -> project.chosen().focus(row, model.specProperty().get().id()));
    gallery.setOnActivate(_ -> desk.actions().get("inspect").fire());
    gallery.setMenu(() -> RowMenu.items(desk));
  }

  private void showSpec() {
    GallerySpec spec = model.specProperty().get();
    showing = true;
    size.setValue(spec.size());
    showing = false;
    Optional<Field> shown = model.shown();
    field.setVisible(model.showable().size() > 1);
    field.setManaged(field.isVisible());
    gallery.setContent(
        project.columns(),
        shown.orElse(null),
        captionFields(spec.captions()),
        shown
            .map(choice -> ProjectPictures.of(project.workspace().images(), choice.name()))
            .orElse(null));
    gallery.setCardSize(spec.size());
  }

  private List<Field> captionFields(List<String> names) {
    return names.stream().flatMap(name -> project.columns().schema().find(name).stream()).toList();
  }

  private void showRows() {
    RowsData rows = model.rowsProperty().get();
    if (rows != null) {
      gallery.setData(project.columns(), rows);
      showCount();
    }
  }

  private void showCount() {
    RowsData rows = model.rowsProperty().get();
    if (rows == null) {
      return;
    }
    int selected = project.chosen().selectedProperty().get().cardinality();
    count.setText(
        selected == 0
            ? words.of("rows.shown", words.count(rows.selected()), words.count(rows.total()))
            : words.of("rows.selected", words.count(selected)));
  }

  private List<MenuItem> fieldItems() {
    String shown = model.shown().map(Field::name).orElse("");
    return model.showable().stream()
        .limit(FIELDS_IN_MENU)
        .<MenuItem>map(
            choice -> radio(choice.name(), choice.name().equals(shown), () -> choose(choice)))
        .toList();
  }

  private void choose(Field choice) {
    model.setField(choice.name());
  }

  private List<MenuItem> captionItems() {
    List<String> chosen = model.specProperty().get().captions();
    List<MenuItem> items = new ArrayList<>();
    for (Field choice :
        project.columns().schema().fields().stream().limit(FIELDS_IN_MENU).toList()) {
      CheckMenuItem item = new CheckMenuItem(choice.name());
      item.setMnemonicParsing(false);
      item.setMnemonicParsing(false);
      item.setSelected(chosen.contains(choice.name()));
      item.setOnAction(_ -> toggleCaption(choice.name()));
      items.add(item);
    }
    return items;
  }

  private void toggleCaption(String name) {
    List<String> changed = new ArrayList<>(model.specProperty().get().captions());
    if (!changed.remove(name)) {
      changed.add(name);
    }
    model.setCaptions(changed);
  }

  private List<MenuItem> orderItems() {
    List<SortKey> sort = model.specProperty().get().sort();
    List<MenuItem> items = new ArrayList<>();
    items.add(radio(words.of("gallery.asTable"), sort.isEmpty(), () -> model.setSort(List.of())));
    items.add(new SeparatorMenuItem());
    for (Field choice :
        project.columns().schema().fields().stream().limit(FIELDS_IN_MENU).toList()) {
      for (boolean descending : new boolean[] {false, true}) {
        List<SortKey> keys = List.of(new SortKey(choice.name(), descending));
        items.add(
            radio(
                words.of(descending ? "gallery.falling" : "gallery.rising", choice.name()),
                sort.equals(keys),
                () -> model.setSort(keys)));
      }
    }
    return items;
  }

  private static RadioMenuItem radio(String text, boolean selected, Runnable run) {
    RadioMenuItem item = new RadioMenuItem(text);
    item.setMnemonicParsing(false);
    item.setMnemonicParsing(false);
    item.setSelected(selected);
    item.setOnAction(_ -> run.run());
    return item;
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
    return "grid";
  }

  @Override
  public void focus() {
    gallery.requestFocus();
  }

  /// Lets go of the data: what is painted after this shows none of it.
  @Override
  public void release() {
    gallery.showLoading();
  }
}
