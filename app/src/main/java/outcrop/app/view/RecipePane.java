package outcrop.app.view;

import javafx.scene.control.CheckBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import outcrop.analysis.curation.FieldTarget;
import outcrop.analysis.curation.Operation;
import outcrop.analysis.curation.Recipe;
import outcrop.app.viewmodel.Words;
import outcrop.app.viewmodel.WorkspaceViewModel;

/// The recipe at the left: its operations in order, each with a switch and a menu. Not there while
/// the recipe is empty.
final class RecipePane extends VBox {
  private final Words words;
  private final WorkspaceViewModel project;
  private final VBox list = Nodes.column(0);
  private Recipe shown = Recipe.EMPTY;

  RecipePane(Words words, WorkspaceViewModel project) {
    this.words = words;
    this.project = project;
    getStyleClass().add("recipe-pane");
    setId("recipe");
    Label heading = Nodes.heading(words.of("recipe.title"));
    heading.getStyleClass().add("recipe-heading");
    getChildren().addAll(heading, list);
    project.stateProperty().subscribe(state -> show(state.recipe()));
    show(project.state().recipe());
  }

  private void show(Recipe recipe) {
    setVisible(!recipe.operations().isEmpty());
    setManaged(!recipe.operations().isEmpty());
    if (!recipe.equals(shown)) {
      shown = recipe;
      list.getChildren().setAll(recipe.operations().stream().map(this::row).toList());
    }
  }

  private HBox row(Operation operation) {
    String fields =
        operation.shaping().targets().stream()
            .map(FieldTarget::field)
            .reduce((first, second) -> words.of("shape.andField", first, second))
            .orElse("");
    String what = words.of("recipe.operation." + operation.mode(), fields);
    CheckBox enabled = new CheckBox();
    enabled.setSelected(operation.enabled());
    Nodes.name(enabled, words.of("recipe.switch", operation.output()));
    enabled.setOnAction(_ -> project.recipe().toggle(operation));
    Label name = Nodes.label(operation.output());
    Label detail = Nodes.label(what, "muted");
    VBox texts = Nodes.column(0, name, detail);
    texts.setMinWidth(40);
    HBox.setHgrow(texts, Priority.ALWAYS);
    var edit =
        Nodes.iconButton(
            "edit-2",
            words.of("recipe.edit", operation.output()),
            () -> project.recipe().edit(operation));
    var more =
        Nodes.iconButton("more-vertical", words.of("recipe.more", operation.output()), () -> {});
    more.setOnAction(_ -> menu(operation).show(more, javafx.geometry.Side.BOTTOM, 0, 2));
    for (Region button : java.util.List.of(edit, more)) {
      button.setMinWidth(Region.USE_PREF_SIZE);
    }
    HBox row = Nodes.row(8, enabled, texts, edit, more);
    row.getStyleClass().add("recipe-row");
    row.setId("recipe-" + operation.id());
    return row;
  }

  private ContextMenu menu(Operation operation) {
    MenuItem filter = item("recipe.filter", "filter", () -> project.recipe().filter(operation));
    MenuItem open = item("recipe.open", "bar-chart-2", () -> project.recipe().open(operation));
    filter.setDisable(!operation.enabled());
    open.setDisable(!operation.enabled());
    return new ContextMenu(
        filter, open, item("recipe.remove", "x", () -> project.recipe().remove(operation)));
  }

  private MenuItem item(String key, String icon, Runnable run) {
    MenuItem item = new MenuItem(words.of(key), Nodes.icon(icon));
    item.setOnAction(_ -> run.run());
    return item;
  }
}
