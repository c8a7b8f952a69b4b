package outcrop.app.view;

import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import outcrop.app.view.dock.DockedView;
import outcrop.app.view.part.GridTable;
import outcrop.app.viewmodel.ColumnStatistics;
import outcrop.app.viewmodel.CommandWords;
import outcrop.app.viewmodel.ImportViewModel.Place;
import outcrop.app.viewmodel.TableViewModel;

/// A table in a tab.
final class TableTab implements DockedView {
  private final TableViewModel model;
  private final CommandWords words;
  private final GridTable table;
  private final BorderPane pane = new BorderPane();
  private final NoticeBand problem = new NoticeBand("warning");
  private boolean started;

  TableTab(Desk desk, TableViewModel model) {
    this.model = model;
    this.words = new CommandWords(desk.words());
    this.table = new GridTable(desk.words()::pattern);
    pane.setCenter(table);
    pane.setTop(problem);
    table.showLoading();
    model.specProperty().subscribe(spec -> table.setColumns(spec.columns()));
    model.specProperty().subscribe(spec -> table.setSort(spec.sort()));
    model
        .rowsProperty()
        .subscribe(
            rows -> {
              if (rows != null) {
                table.setData(model.project().columns(), rows);
                start();
              }
            });
    model.problemProperty().subscribe(sentence -> problem.show(sentence));
    model
        .project()
        .hitsProperty()
        .subscribe(hits -> table.setHits(Hits.finder(hits, model.project().columns().schema())));
    model.project().schemaProperty().subscribe(_ -> table.fieldsChanged());
    table.setOnSort(model::sort);
    table.setOnColumns(model::columns);
    model.project().chosen().selectedProperty().subscribe(table::setSelectedRows);
    model.project().chosen().focusedProperty().subscribe(row -> table.followFocus(row.intValue()));
    table.setOnSelection(model.project().chosen()::select);
    table.setOnFocus(row -> model.project().chosen().focus(row, model.specProperty().get().id()));
    table.setOnActivate(_ -> desk.actions().get("inspect").fire());
    table.setOnStatistics(
        field ->
            desk.overlays()
                .show(
                    new StatisticsView(desk, new ColumnStatistics(model.project(), field)), false));
    table.setCellMenu((field, row) -> CellMenu.items(desk, model.project(), field, row));
  }

  /// Goes once to where the user stood in the first rows while the import ran.
  private void start() {
    if (!started) {
      started = true;
      Place place = model.project().start();
      if (place.focused() > 0 || place.top() > 0) {
        table.goToRow(place.focused());
        table.scrollTo(place.top());
      }
    }
  }

  @Override
  public Region node() {
    return pane;
  }

  @Override
  public String title() {
    return words.title(model.specProperty().get());
  }

  @Override
  public String icon() {
    return "list";
  }

  @Override
  public void focus() {
    table.requestFocus();
  }

  @Override
  public void release() {
    table.showLoading();
  }

  GridTable table() {
    return table;
  }

  /// Shows a sentence above the table.
  void tell(String sentence) {
    problem.show(sentence);
  }

  static Label placeholder(String text) {
    Label label = Nodes.wrapped(text, "muted");
    label.setAlignment(javafx.geometry.Pos.CENTER);
    label.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    return label;
  }
}
