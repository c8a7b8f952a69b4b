package outcrop.app.view;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableBooleanValue;
import outcrop.analysis.code.CodeLanguage;
import outcrop.analysis.dataset.Field;
import outcrop.app.view.dock.DockedView;
import outcrop.app.view.part.GridTable;
import outcrop.app.viewmodel.ActionRegistry;
import outcrop.app.viewmodel.AppAction;
import outcrop.app.viewmodel.ProgramWriter;
import outcrop.app.viewmodel.ShapedViewModel;
import outcrop.app.viewmodel.ViewEdits;
import outcrop.app.viewmodel.WorkspaceViewModel;

/// What can be done while a project is open.
final class ProjectActions {
  private static final int FIELDS = 300;

  private final MainView view;
  private final Desk desk;
  private final WorkspaceViewModel project;

  ProjectActions(MainView view, Desk desk, WorkspaceViewModel project) {
    this.view = view;
    this.desk = desk;
    this.project = project;
  }

  void register() {
    BooleanBinding filtered =
        Bindings.createBooleanBinding(
            () -> !project.state().selection().clauses().isEmpty(), project.stateProperty());
    BooleanBinding onView =
        Bindings.createBooleanBinding(
            () -> !project.focusedViewProperty().get().isEmpty(), project.focusedViewProperty());
    BooleanBinding onChart =
        Bindings.createBooleanBinding(
            () -> project.focusedChart().isPresent(),
            project.focusedViewProperty(),
            project.stateProperty());
    BooleanBinding onShaped =
        Bindings.createBooleanBinding(
            () -> project.focusedShaped().filter(ShapedViewModel::canBeShaped).isPresent(),
            project.focusedViewProperty(),
            project.stateProperty());
    BooleanBinding comparable =
        Bindings.createBooleanBinding(
            project.chosen()::isComparable,
            project.chosen().selectedProperty(),
            project.chosen().focusedProperty());
    ViewEdits edits = project.edits();
    add("undo", "corner-up-left", "Shortcut+Z", project.canUndo(), project::undo);
    add("redo", "corner-up-right", "Shortcut+Shift+Z", project.canRedo(), project::redo);
    always("search", "search", "Shortcut+F", () -> view.search().focusText());
    add("clear-filters", "filter", "Esc", filtered, project::clearClauses);
    always("go-to-row", "hash", "Shortcut+G", this::goToRow);
    always("export", "download", "Shortcut+E", () -> export(ExportView.Kind.ROWS));
    add("export-view", "image", "Shortcut+Shift+E", onChart, () -> export(ExportView.Kind.VIEW));
    new ViewOutActions(desk, project).register(onChart);
    always("find-field", "sliders", "Shortcut+L", this::findField);
    always("left", "sidebar", "Shortcut+B", () -> view.toggleSide(true));
    always("right", "info", "Shortcut+J", () -> view.toggleSide(false));
    always("next-pane", "chevrons-right", "F6", () -> view.nextPane(1));
    always("previous-pane", "chevrons-left", "Shift+F6", () -> view.nextPane(-1));
    always("inspect", "eye", "Shortcut+R", this::inspect);
    add("edit-view", "edit-2", "Shortcut+T", onChart, this::editView);
    add(
        "shape",
        "sliders",
        "Shortcut+Shift+S",
        onShaped,
        () -> project.focusedShaped().ifPresent(model -> model.shape().start()));
    add("rename-view", "type", "F2", onView, view::renameFocused);
    add(
        "close-view",
        "x",
        "Shortcut+W",
        onView,
        () -> project.edits().close(project.focusedViewProperty().get()));
    add("compare", "columns", "Shortcut+Shift+D", comparable, edits::compareSelected);
    always("read", "book-open", "Shortcut+Shift+R", edits::showReader);
    always(
        "add-overview",
        "compass",
        "",
        () -> edits.addOverview(project.focusedViewProperty().get()));
    add(
        "add-map",
        "map",
        "",
        Bindings.createBooleanBinding(() -> edits.placed().isPresent(), project.schemaProperty()),
        () ->
            edits
                .placed()
                .ifPresent(
                    two ->
                        edits.addMap(two.get(0), two.get(1), project.focusedViewProperty().get())));
    always("add-gallery", "grid", "", () -> edits.addGallery(project.focusedViewProperty().get()));
    always(
        "add-table",
        "list",
        "",
        () -> project.edits().addTable(project.focusedViewProperty().get()));
    always("copy-rows", "copy", "", () -> onTable(GridTable::copy));
    always("copy-json", "code", "", () -> onTable(GridTable::copyJson));
    always("copy-sql", "database", "", () -> program(CodeLanguage.SQL));
    always("copy-pandas", "code", "", () -> program(CodeLanguage.PANDAS));
    always("statistics", "bar-chart", "", () -> onTable(GridTable::showStatistics));
    always("history", "clock", "Shortcut+H", () -> view.history().toggle());
    always("report", "file-text", "", this::report);
    desk.actions()
        .last(List.of("open", "import", "theme", "language", "shortcuts", "close-project"));
    for (Field field : project.countable().stream().limit(FIELDS).toList()) {
      always(
          "show:" + field.name(),
          "bar-chart-2",
          "",
          () -> project.edits().showDistribution(field.name()));
      add(
          "cross:" + field.name(),
          "grid",
          "",
          onChart,
          () -> project.edits().crossFocused(field.name()));
    }
    for (Field field : project.tailed().stream().limit(FIELDS).toList()) {
      always(
          "tail:" + field.name(),
          "trending-down",
          "",
          () -> project.edits().showTail(field.name()));
    }
  }

  private void always(String id, String icon, String shortcut, Runnable run) {
    desk.actions().add(AppAction.always(id, icon, shortcut, run));
  }

  private void add(
      String id, String icon, String shortcut, ObservableBooleanValue enabled, Runnable run) {
    desk.actions().add(new AppAction(id, icon, shortcut, enabled, run));
  }

  /// Forgets what needs an open project.
  static void remove(ActionRegistry actions, java.util.Set<String> kept) {
    actions.all().stream()
        .map(AppAction::id)
        .filter(id -> !kept.contains(id))
        .forEach(actions::remove);
  }

  private void goToRow() {
    String viewId = project.chosen().viewProperty().get();
    project
        .rowsOf(viewId)
        .ifPresent(
            rows -> {
              GoToRowView ask =
                  new GoToRowView(
                      desk,
                      rows.order().size(),
                      position -> {
                        project.chosen().focus(rows.order().rowAt(position), viewId);
                        view.focusedView().ifPresent(DockedView::focus);
                      });
              desk.overlays().show(ask, true);
              ask.focusText();
            });
  }

  private void onTable(Consumer<GridTable> act) {
    view.table().ifPresent(table -> act.accept(table.table()));
  }

  /// The selected rows as a program, or those of the filter where none is selected.
  private void program(CodeLanguage language) {
    new ProgramWriter(project)
        .write(
            language,
            project.chosen().selectedProperty().get(),
            program -> desk.overlays().show(new ProgramView(desk, language, program), false),
            sentence -> view.table().ifPresent(table -> table.tell(sentence)));
  }

  private void export(ExportView.Kind kind) {
    ExportView export = new ExportView(desk, project, kind);
    desk.overlays().show(export, false);
    export.focusFirst();
  }

  private void report() {
    desk.overlays().show(new ReportView(desk, project), false);
  }

  private void findField() {
    view.showSide(true);
    view.fields().focusSearch();
  }

  private void inspect() {
    view.showSide(false);
    view.side().showInspector();
  }

  private void editView() {
    view.showSide(false);
    view.side().showViewEditor();
  }
}
