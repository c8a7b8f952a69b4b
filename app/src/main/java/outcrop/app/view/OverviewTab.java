package outcrop.app.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.query.ViewData.DistributionData;
import outcrop.analysis.render.ChartWords;
import outcrop.analysis.render.SparklineLayout;
import outcrop.analysis.spec.OverviewSpec;
import outcrop.app.view.dock.DockedView;
import outcrop.app.view.part.CardActions;
import outcrop.app.view.part.CardFace;
import outcrop.app.view.part.CardGrid;
import outcrop.app.view.part.ChartActions;
import outcrop.app.viewmodel.CommandWords;
import outcrop.app.viewmodel.DistributionViewModel;
import outcrop.app.viewmodel.OverviewViewModel;
import outcrop.app.viewmodel.OverviewViewModel.Item;
import outcrop.app.viewmodel.Words;
import outcrop.app.viewmodel.WorkspaceViewModel;

/// The overview in a tab: cards of the fields, and beside or below them how the fields hang
/// together.
final class OverviewTab implements DockedView {
  /// From this width on the pairs stand beside the cards, else below.
  private static final double BESIDE = 860;

  private static final double BESIDE_SHARE = 0.58;
  private static final double ABOVE_SHARE = 0.52;
  private static final double MOST_ABOVE = 0.66;
  private static final double ONE_CARD = 326;
  private static final int FIELDS_IN_MENU = 60;

  /// From this width on the menus have room for their names.
  private static final double ROOMY = 560;

  private final Desk desk;
  private final Words words;
  private final OverviewViewModel model;
  private final WorkspaceViewModel project;
  private final ChartWords chartWords;
  private final CardWriter writer;
  private final CardGrid cards;
  private final AssociationPane pairs;
  private final BorderPane pane = new BorderPane();
  private final SplitPane split = new SplitPane();
  private final NoticeBand problem = new NoticeBand("warning");
  private final Label count = Nodes.label("", "view-count");
  private final TextField search = new TextField();
  private final MenuButton order;
  private final MenuButton hidden;
  private final Map<String, Subscription> watched = new HashMap<>();
  private final Map<String, Item> items = new HashMap<>();
  private boolean showing;
  private boolean placed;

  OverviewTab(Desk desk, OverviewViewModel model) {
    this.desk = desk;
    this.words = desk.words();
    this.model = model;
    this.project = model.project();
    this.chartWords = ChartLanguage.of(words);
    this.writer = new CardWriter(words, model);
    this.cards = new CardGrid(words::pattern, this::face, new Gestures());
    this.pairs = new AssociationPane(desk, model);
    pane.setMinWidth(0);
    pane.getStyleClass().add("overview-tab");
    order = Nodes.menuButton(words.of("overview.order"), "arrow-down", pane, ROOMY);
    hidden = Nodes.menuButton(words.of("overview.fields"), "eye", pane, ROOMY);
    order.setOnShowing(_ -> order.getItems().setAll(orderItems()));
    hidden.setOnShowing(_ -> hidden.getItems().setAll(fieldItems()));
    List.of(order, hidden).forEach(button -> button.getItems().add(new MenuItem()));
    Button associations =
        Nodes.iconButton(
            "grid",
            words.of("overview.associations"),
            () -> model.setAssociations(!model.specProperty().get().associations()));
    search.setPromptText(words.of("overview.search"));
    search.setAccessibleText(words.of("overview.search"));
    search.getStyleClass().add("overview-search");
    search.setPrefWidth(180);
    search.setMinWidth(70);
    search
        .textProperty()
        .subscribe(
            (_, text) -> {
              if (!showing) {
                model.setFilter(text);
              }
            });
    count.setMinWidth(0);
    HBox tools = Nodes.row(4, search, count, Nodes.spacer(), order, hidden, associations);
    tools.getStyleClass().add("view-tools");
    pane.setTop(Nodes.column(0, problem, tools));
    SplitPane.setResizableWithParent(pairs, true);
    pane.setCenter(split);
    pane.widthProperty().subscribe(_ -> arrange());
    split.heightProperty().subscribe(_ -> arrange());
    // Nothing is worked out for a page that nobody sees.
    pane.sceneProperty()
        .subscribe(
            scene -> {
              if (scene != null) {
                model.look();
              }
            });
    listen();
  }

  private void listen() {
    model.specProperty().subscribe(_ -> showSpec());
    model.itemsProperty().subscribe(this::showItems);
    model.progressProperty().subscribe(_ -> showCount());
    model.problemProperty().subscribe(sentence -> problem.show(sentence));
    project.countProperty().subscribe(_ -> showCount());
    cards.setOnVisible(this::watch);
    desk.dark().subscribe(_ -> List.copyOf(watched.keySet()).forEach(this::showBars));
  }

  private void showSpec() {
    OverviewSpec spec = model.specProperty().get();
    showing = true;
    if (!search.getText().equals(spec.filter())) {
      search.setText(spec.filter());
    }
    showing = false;
    arrange();
  }

  private void arrange() {
    boolean both = model.specProperty().get().associations();
    Orientation wanted = pane.getWidth() >= BESIDE ? Orientation.HORIZONTAL : Orientation.VERTICAL;
    if (split.getItems().size() != (both ? 2 : 1) || split.getOrientation() != wanted) {
      split.setOrientation(wanted);
      split.getItems().setAll(both ? List.of(cards, pairs) : List.of(cards));
      placed = false;
    }
    if (both && !placed && split.getHeight() > 0) {
      placed = true;
      // A card is to be seen whole before the pairs get their share.
      double above = Math.clamp(ONE_CARD / split.getHeight(), ABOVE_SHARE, MOST_ABOVE);
      split.setDividerPositions(wanted == Orientation.HORIZONTAL ? BESIDE_SHARE : above);
    }
  }

  private void showItems(List<Item> now) {
    items.clear();
    now.forEach(item -> items.put(item.field().name(), item));
    cards.setFields(now.stream().map(Item::field).toList());
    showCount();
  }

  private CardFace face(Field field) {
    return writer.face(
        items.getOrDefault(field.name(), new Item(field, null)),
        watched.containsKey(field.name()) ? model.bars(field).dataProperty().get() : null);
  }

  private void showCount() {
    var progress = model.progressProperty().get();
    var rows = project.countProperty().get();
    int shown = model.itemsProperty().get().size();
    String fields =
        !progress.isDone()
            ? words.of("overview.progress", progress.made(), progress.all())
            : shown == progress.all()
                ? words.of("overview.count.all", progress.all())
                : words.of("overview.count.some", shown, progress.all());
    count.setText(
        rows.selected() == rows.total()
            ? fields
            : words.of(
                "overview.count.rows",
                fields,
                words.of("rows.shown", words.count(rows.selected()), words.count(rows.total()))));
  }

  private void watch(List<Field> visible) {
    model.show(visible);
    Set<String> names = new HashSet<>();
    for (Field field : visible) {
      names.add(field.name());
    }
    for (String name : List.copyOf(watched.keySet())) {
      if (!names.contains(name)) {
        Optional.ofNullable(watched.remove(name)).ifPresent(Subscription::unsubscribe);
      }
    }
    for (Field field : visible) {
      if (!watched.containsKey(field.name())) {
        DistributionViewModel bars = model.bars(field);
        watched.put(field.name(), Subscription.EMPTY);
        Subscription data = bars.dataProperty().subscribe(_ -> showBars(field.name()));
        Subscription own = bars.ownProperty().subscribe(_ -> showFiltered(field.name(), bars));
        watched.put(field.name(), data.and(own));
      }
    }
  }

  private void showBars(String name) {
    Item item = items.get(name);
    if (item == null || !watched.containsKey(name)) {
      return;
    }
    DistributionViewModel bars = model.bars(item.field());
    DistributionData data = bars.dataProperty().get();
    if (data != null) {
      cards.setChart(
          name,
          data,
          (width, height, options) ->
              SparklineLayout.layout(
                  data, width, height, desk.theme(), options.withWords(chartWords)));
      showFiltered(name, bars);
    }
  }

  private void showFiltered(String name, DistributionViewModel bars) {
    if (!bars.isPreviewing()) {
      cards.setFiltered(
          name,
          AxisPlace.of(bars.brushed(), bars.dataProperty().get()).orElse(null),
          new HashSet<>(bars.chosen().values()));
    }
  }

  private List<MenuItem> orderItems() {
    List<MenuItem> choices = new ArrayList<>();
    for (OverviewSpec.Order choice : OverviewSpec.Order.values()) {
      RadioMenuItem item = new RadioMenuItem(words.of("overview.order." + choice));
      item.setSelected(choice == model.specProperty().get().order());
      item.setOnAction(_ -> model.setOrder(choice));
      choices.add(item);
    }
    return choices;
  }

  private List<MenuItem> fieldItems() {
    List<String> gone = model.specProperty().get().hidden();
    List<MenuItem> choices = new ArrayList<>();
    MenuItem all = new MenuItem(words.of("overview.showAll"));
    all.setDisable(gone.isEmpty());
    all.setOnAction(_ -> model.showAll());
    choices.add(all);
    choices.add(new SeparatorMenuItem());
    List<String> names = new ArrayList<>(gone);
    project.columns().schema().fields().stream()
        .map(Field::name)
        .filter(name -> !gone.contains(name))
        .limit(Math.max(0, FIELDS_IN_MENU - gone.size()))
        .forEach(names::add);
    for (String name : names) {
      CheckMenuItem item = new CheckMenuItem(name);
      item.setMnemonicParsing(false);
      item.setSelected(!gone.contains(name));
      item.setOnAction(_ -> model.toggleHidden(name));
      choices.add(item);
    }
    return choices;
  }

  private final class Gestures implements CardActions {
    @Override
    public void choose(Field field, String value, boolean additive) {
      model.toggleValue(field, value, additive);
    }

    @Override
    public void chooseMissing(Field field) {
      model.toggleMissing(field);
    }

    @Override
    public void open(Field field) {
      if (WorkspaceViewModel.isCountable(field)) {
        project.edits().showDistribution(field.name());
      }
    }

    /// The lengths of texts are shown and filter nothing: the search language asks for words.
    @Override
    public ChartActions bars(Field field) {
      return WorkspaceViewModel.isCountable(field)
          ? new ChartGestures(model.bars(field), _ -> {}, () -> {})
          : ChartActions.NONE;
    }
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
    return "compass";
  }

  @Override
  public void focus() {
    cards.focusCards();
  }
}
