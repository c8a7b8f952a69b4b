package outcrop.app.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Dragboard;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.project.ProjectState;
import outcrop.analysis.spec.LayoutSpec;
import outcrop.app.view.dock.DockActions;
import outcrop.app.view.dock.DockArea;
import outcrop.app.view.dock.DockedView;
import outcrop.app.view.part.FieldList;
import outcrop.app.view.part.JobsPane;
import outcrop.app.viewmodel.CompareViewModel;
import outcrop.app.viewmodel.DistributionViewModel;
import outcrop.app.viewmodel.GalleryViewModel;
import outcrop.app.viewmodel.MapViewModel;
import outcrop.app.viewmodel.OverviewViewModel;
import outcrop.app.viewmodel.ReaderViewModel;
import outcrop.app.viewmodel.RelationViewModel;
import outcrop.app.viewmodel.RowsViewModel;
import outcrop.app.viewmodel.TableViewModel;
import outcrop.app.viewmodel.TailViewModel;
import outcrop.app.viewmodel.UnknownViewModel;
import outcrop.app.viewmodel.UserPreferences;
import outcrop.app.viewmodel.ViewEdits;
import outcrop.app.viewmodel.ViewModel;
import outcrop.app.viewmodel.Words;
import outcrop.app.viewmodel.WorkspaceViewModel;

/// An open project: fields on the left, views in the middle, the focused row or view on the right.
final class MainView extends BorderPane {
  private static final int FIELDS_IN_MENU = 40;

  private final Words words;
  private final Desk desk;
  private final WorkspaceViewModel project;
  private final Map<String, DockedView> docked = new HashMap<>();
  private final DockArea dock;
  private final SideSplit split;
  private final TopBar top;
  private final FieldsPane fields;
  private final HistoryPane history;
  private final VBox left;
  private final SidePane right;
  private final PaneRing ring;

  MainView(Desk desk, WorkspaceViewModel project, UserPreferences preferences) {
    this.desk = desk;
    this.words = desk.words();
    this.project = project;
    getStyleClass().add("main-view");
    new ProjectActions(this, desk, project).register();
    this.dock = new DockArea(new Arranging(), words::of);
    this.top = new TopBar(desk, project);
    this.fields = new FieldsPane(desk, project);
    this.history = new HistoryPane(words, project);
    VBox.setVgrow(fields, Priority.ALWAYS);
    left = Nodes.column(0, fields, new RecipePane(words, project), history);
    left.getStyleClass().add("left-pane");
    left.setMinWidth(176);
    right = new SidePane(desk, project);
    right.setMinWidth(240);
    split = new SideSplit(left, dock, right, preferences);
    right.setOnShaping(() -> showSide(false));
    JobsPane jobs = new JobsPane(words::pattern, project.work().runner()::running);
    setTop(top);
    setCenter(split);
    setBottom(Nodes.column(0, jobs, new StatusBar(desk, project)));
    ring = new PaneRing(this);
    project.stateProperty().subscribe(_ -> showViews());
    project.focusedViewProperty().subscribe(_ -> showViews());
  }

  private void showViews() {
    ProjectState state = project.state();
    docked.keySet().removeIf(id -> state.view(id).isEmpty());
    state
        .views()
        .forEach(
            spec -> {
              ViewModel model = project.views().get(spec.id());
              if (model != null) {
                docked.computeIfAbsent(spec.id(), _ -> docked(model));
              }
            });
    dock.show(state.layout(), docked, project.focusedViewProperty().get(), nothingOpen());
  }

  private DockedView docked(ViewModel model) {
    return switch (model) {
      case TableViewModel table -> rowsView(table, new TableTab(desk, table));
      case GalleryViewModel gallery -> rowsView(gallery, new GalleryTab(desk, gallery));
      case ReaderViewModel reader -> rowsView(reader, new ReaderTab(desk, reader));
      case CompareViewModel compare -> new CompareTab(desk, compare);
      case DistributionViewModel distribution -> new DistributionTab(desk, distribution);
      case OverviewViewModel overview -> new OverviewTab(desk, overview);
      case TailViewModel tail -> new TailTab(desk, tail);
      case RelationViewModel relation -> new RelationTab(desk, relation);
      case MapViewModel map -> new MapTab(desk, map);
      case UnknownViewModel unknown -> new UnknownTab(words, unknown);
    };
  }

  private DockedView rowsView(RowsViewModel model, DockedView view) {
    model.rowsProperty().subscribe(_ -> right.showRow());
    return view;
  }

  /// Lets go of the data: what is painted after this shows none of it.
  void release() {
    right.release();
    docked.values().forEach(DockedView::release);
  }

  private Node nothingOpen() {
    VBox empty =
        Nodes.column(
            12,
            Nodes.label(words.of("views.none"), "title"),
            Nodes.wrapped(words.of("views.noneHint"), "muted"),
            Nodes.button(desk.actions().get("add-table"), words));
    empty.setAlignment(javafx.geometry.Pos.CENTER);
    return empty;
  }

  /// The focused view where it is a table, else the first table there is.
  Optional<TableTab> table() {
    return Stream.concat(
            Stream.of(project.focusedViewProperty().get()),
            project.state().layout().allViews().stream())
        .map(docked::get)
        .filter(TableTab.class::isInstance)
        .map(TableTab.class::cast)
        .findFirst();
  }

  Optional<DockedView> focusedView() {
    return Optional.ofNullable(docked.get(project.focusedViewProperty().get()));
  }

  SearchBox search() {
    return top.search();
  }

  FieldsPane fields() {
    return fields;
  }

  HistoryPane history() {
    return history;
  }

  SidePane side() {
    return right;
  }

  /// Brings a side to the window, or takes it away.
  void toggleSide(boolean leftSide) {
    split.toggle(leftSide);
  }

  void showSide(boolean leftSide) {
    if (!split.isShown(leftSide)) {
      split.toggle(leftSide);
    }
  }

  /// Takes the keyboard to the next pane that is shown, or to the one before.
  ///
  /// @param by 1 or −1
  void nextPane(int by) {
    List<PaneRing.Stop> stops = new ArrayList<>();
    stops.add(new PaneRing.Stop(top, () -> top.search().focusText()));
    if (split.isShown(true)) {
      stops.add(new PaneRing.Stop(left, fields::focusFields));
    }
    for (Node group : dock.groups()) {
      stops.add(new PaneRing.Stop(group, () -> dock.focusGroup(group)));
    }
    if (split.isShown(false)) {
      stops.add(new PaneRing.Stop(right, right::focusSwitch));
    }
    ring.go(stops, by);
  }

  void renameFocused() {
    dock.editTitle(project.focusedViewProperty().get());
  }

  private final class Arranging implements DockActions {
    @Override
    public void arrange(LayoutSpec layout, String mergeKey) {
      project.edits().arrange(layout, mergeKey);
    }

    @Override
    public void focus(String viewId) {
      project.focusedViewProperty().set(viewId);
    }

    @Override
    public void close(String viewId) {
      project.edits().close(viewId);
    }

    @Override
    public void rename(String viewId, String title) {
      project.edits().rename(viewId, title);
    }

    @Override
    public String viewOf(Dragboard dragged) {
      return dragged.getContent(FieldList.FIELD) instanceof String field
              && project.isCountable(field)
          ? project.edits().nextDistribution()
          : "";
    }

    @Override
    public void drop(Dragboard dragged, LayoutSpec layout) {
      if (dragged.getContent(FieldList.FIELD) instanceof String field) {
        project.edits().addDistribution(field, layout);
      }
    }

    @Override
    public void add(String beside, Node anchor) {
      ContextMenu menu = new ContextMenu();
      ViewEdits edits = project.edits();
      CustomMenuItem heading =
          new CustomMenuItem(Nodes.heading(words.of("views.distributionOf")), false);
      heading.setDisable(true);
      menu.getItems()
          .addAll(
              item("view.overview", "compass", () -> edits.addOverview(beside)),
              item("view.table", "list", () -> edits.addTable(beside)),
              item("view.gallery", "grid", () -> edits.addGallery(beside)),
              item("view.reader", "book-open", () -> edits.addReader(beside)),
              map(beside),
              new SeparatorMenuItem(),
              heading);
      for (Field field : project.countable().stream().limit(FIELDS_IN_MENU).toList()) {
        MenuItem item = new MenuItem(field.name(), Nodes.icon("bar-chart-2"));
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> project.edits().addDistribution(field.name(), beside));
        menu.getItems().add(item);
      }
      menu.getItems().add(tails(beside));
      menu.show(anchor, javafx.geometry.Side.BOTTOM, 0, 4);
    }

    private MenuItem map(String beside) {
      MenuItem item =
          item(
              "view.newMap",
              "map",
              () ->
                  project
                      .edits()
                      .placed()
                      .ifPresent(two -> project.edits().addMap(two.get(0), two.get(1), beside)));
      item.setDisable(project.edits().placed().isEmpty());
      return item;
    }

    private Menu tails(String beside) {
      Menu tails = new Menu(words.of("views.tailOf"), Nodes.icon("trending-down"));
      for (Field field : project.tailed().stream().limit(FIELDS_IN_MENU).toList()) {
        MenuItem item = new MenuItem(field.name());
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> project.edits().addTail(field.name(), beside));
        tails.getItems().add(item);
      }
      return tails;
    }

    private MenuItem item(String key, String icon, Runnable run) {
      MenuItem item = new MenuItem(words.of(key), Nodes.icon(icon));
      item.setOnAction(_ -> run.run());
      return item;
    }
  }
}
