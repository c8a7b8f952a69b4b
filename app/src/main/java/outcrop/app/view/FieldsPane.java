package outcrop.app.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.VBox;
import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.Column;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.derive.Derivation;
import outcrop.analysis.query.ViewData.DistributionData;
import outcrop.analysis.render.ChartWords;
import outcrop.analysis.render.SparklineLayout;
import outcrop.analysis.spec.RelationSpec.Shape;
import outcrop.app.view.part.ChartActions;
import outcrop.app.view.part.FieldList;
import outcrop.app.viewmodel.DistributionViewModel;
import outcrop.app.viewmodel.FieldJoin;
import outcrop.app.viewmodel.Words;
import outcrop.app.viewmodel.WorkspaceViewModel;

/// All fields with a small distribution each that reacts to the filter and sets it.
final class FieldsPane extends VBox {
  private static final int FIELDS_IN_MENU = 60;

  private final Desk desk;
  private final Words words;
  private final WorkspaceViewModel project;
  private final ChartWords chartWords;
  private final FieldList list;
  private final Map<Field, DistributionViewModel> watched = new HashMap<>();

  FieldsPane(Desk desk, WorkspaceViewModel project) {
    this.desk = desk;
    this.words = desk.words();
    this.project = project;
    this.chartWords = ChartLanguage.of(words);
    this.list = new FieldList(words::pattern);
    getStyleClass().add("fields-pane");
    VBox.setVgrow(list, javafx.scene.layout.Priority.ALWAYS);
    getChildren().add(list);
    list.setActions(this::gestures);
    list.setOnOpen(project.fields()::open);
    list.setMenu(this::menu);
    project.fields().setOnAppeared(this::watch);
    list.setOnVisible(this::show);
    project
        .schemaProperty()
        .subscribe(schema -> list.setFields(schema.fields().stream().map(this::item).toList()));
    desk.dark().subscribe(_ -> watched.forEach(this::show));
  }

  /// The lengths of texts are shown and filter nothing: the search language asks for words.
  private ChartActions gestures(Field field) {
    return project.isCountable(field.name())
        ? new ChartGestures(project.fields().model(field), _ -> {}, () -> {})
        : ChartActions.NONE;
  }

  private void show(List<Field> visible) {
    project.fields().show(visible);
    visible.stream()
        .filter(field -> project.fields().model(field).dataProperty().get() != null)
        .forEach(this::countDistinct);
  }

  private void countDistinct(Field field) {
    FieldList.Item item = item(field);
    if (item.distinct() < 0) {
      project
          .fields()
          .countDistinct(
              field,
              distinct ->
                  list.setFacts(new FieldList.Item(field, item.rows(), item.missing(), distinct)));
    }
  }

  private FieldList.Item item(Field field) {
    Column column = project.columns().column(field.name());
    int distinct = column instanceof CategoryColumn category ? category.dictionary().size() : -1;
    return new FieldList.Item(field, column.rowCount(), column.missingCount(), distinct);
  }

  private void watch(Field field, DistributionViewModel model) {
    watched.put(field, model);
    model.dataProperty().subscribe(_ -> show(field, model));
    model.ownProperty().subscribe(_ -> showChosen(field, model));
  }

  private void show(Field field, DistributionViewModel model) {
    DistributionData data = model.dataProperty().get();
    if (data != null) {
      list.setChart(
          field.name(),
          data,
          (width, height, options) ->
              SparklineLayout.layout(
                  data, width, height, desk.theme(), options.withWords(chartWords)));
      showChosen(field, model);
      countDistinct(field);
    }
  }

  private void showChosen(Field field, DistributionViewModel model) {
    if (model.isPreviewing()) {
      return;
    }
    Set<String> chosen = new HashSet<>(model.chosen().values());
    list.setChosen(field.name(), chosen);
    list.setBrush(
        field.name(), AxisPlace.of(model.brushed(), model.dataProperty().get()).orElse(null));
  }

  private List<MenuItem> menu(Field field) {
    List<MenuItem> items = new ArrayList<>();
    if (project.isCountable(field.name())) {
      items.add(
          item(
              words.of("fields.newView"),
              "bar-chart-2",
              () ->
                  project
                      .edits()
                      .addDistribution(field.name(), project.focusedViewProperty().get())));
      items.addAll(joins(field));
      items.add(with(field));
      if (field.type() == FieldType.NUMBER) {
        items.add(mapWith(field));
      }
      items.add(
          item(
              words.of("relation.newTreemap"),
              "layout",
              () -> project.edits().showRelation(Shape.TREEMAP, List.of(field.name()))));
    }
    if (project.tailed().contains(field)) {
      items.add(
          item(
              words.of("fields.newTail"),
              "trending-down",
              () -> project.edits().addTail(field.name(), project.focusedViewProperty().get())));
    }
    if (field.type() == FieldType.TEXT) {
      items.add(
          item(
              words.of("fields.countCharacters"),
              "type",
              () -> project.derived().addLength(field.name(), Derivation.Unit.CHARACTERS)));
      items.add(
          item(
              words.of("fields.countWords"),
              "type",
              () -> project.derived().addLength(field.name(), Derivation.Unit.WORDS)));
    }
    if (project.derived().isDerived(field.name())) {
      items.add(
          item(
              words.of("fields.removeDerived"), "x", () -> project.derived().remove(field.name())));
    }
    return items;
  }

  /// What the field can do for the chart that the user works on, as where it is dropped on it.
  private List<MenuItem> joins(Field field) {
    List<MenuItem> items = new ArrayList<>();
    project
        .focusedChart()
        .ifPresent(
            model -> {
              for (FieldJoin how : model.joins(field)) {
                items.add(
                    item(
                        words.of("join." + how, field.name()),
                        icon(how),
                        () -> model.join(how, field.name())));
              }
            });
    return items;
  }

  private static String icon(FieldJoin how) {
    return switch (how) {
      case SPLIT -> "layers";
      case CROSS -> "crosshair";
      case COLOUR -> "droplet";
      case ADD -> "plus";
      case FACET -> "grid";
    };
  }

  private Menu with(Field field) {
    Menu menu = new Menu(words.of("relation.with"), Nodes.icon("grid"));
    project.countable().stream()
        .filter(other -> !other.equals(field))
        .limit(FIELDS_IN_MENU)
        .forEach(
            other -> {
              MenuItem item = new MenuItem(other.name());
              item.setMnemonicParsing(false);
              item.setOnAction(_ -> project.edits().cross(field.name(), other.name()));
              menu.getItems().add(item);
            });
    menu.setDisable(menu.getItems().isEmpty());
    return menu;
  }

  private Menu mapWith(Field field) {
    Menu menu = new Menu(words.of("map.with"), Nodes.icon("map"));
    project.countable().stream()
        .filter(other -> other.type() == FieldType.NUMBER && !other.equals(field))
        .limit(FIELDS_IN_MENU)
        .forEach(
            other -> {
              MenuItem item = new MenuItem(other.name());
              item.setMnemonicParsing(false);
              item.setOnAction(_ -> project.edits().showMap(field.name(), other.name()));
              menu.getItems().add(item);
            });
    menu.setDisable(menu.getItems().isEmpty());
    return menu;
  }

  private static MenuItem item(String text, String icon, Runnable action) {
    MenuItem item = new MenuItem(text);
    item.setMnemonicParsing(false);
    item.setGraphic(Nodes.icon(icon));
    item.setOnAction(_ -> action.run());
    return item;
  }

  void focusFields() {
    list.focusFields();
  }

  void focusSearch() {
    list.focusSearch();
  }
}
