package outcrop.app.view;

import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import outcrop.analysis.query.ViewData.RowsData;
import outcrop.app.view.dock.DockedView;
import outcrop.app.view.part.GridTable;
import outcrop.app.viewmodel.CommandWords;
import outcrop.app.viewmodel.TableViewModel;

/// A table in a tab.
final class TableTab implements DockedView {
  private final TableViewModel model;
  private final CommandWords words;
  private final GridTable table;
  private final BorderPane pane = new BorderPane();
  private final NoticeBand problem = new NoticeBand("warning");

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
              }
            });
    model.problemProperty().subscribe(sentence -> problem.show(sentence));
    model
        .project()
        .hitsProperty()
        .subscribe(hits -> table.setHits(Hits.finder(hits, model.project().columns().schema())));
    table.setOnSort(model::sort);
    table.setOnColumns(model::columns);
    table.setOnFocus(row -> model.project().focusRow(row, model.specProperty().get().id()));
    table.setOnActivate(_ -> desk.actions().get("inspect").fire());
    table.setCellMenu((field, row) -> CellMenu.items(desk.words(), model.project(), field, row));
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

  GridTable table() {
    return table;
  }

  /// Rows in the table now.
  int rows() {
    RowsData rows = model.rowsProperty().get();
    return rows == null ? 0 : rows.order().size();
  }

  /// Where a dataset row is in the table, −1 where it is filtered out.
  int positionOf(int row) {
    RowsData rows = model.rowsProperty().get();
    return rows == null || row < 0 ? -1 : rows.order().positionOf(row);
  }

  TableViewModel model() {
    return model;
  }

  static Label placeholder(String text) {
    Label label = Nodes.wrapped(text, "muted");
    label.setAlignment(javafx.geometry.Pos.CENTER);
    label.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    return label;
  }
}
