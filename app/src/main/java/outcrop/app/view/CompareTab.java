package outcrop.app.view;

import java.util.List;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import outcrop.analysis.dataset.Field;
import outcrop.app.view.dock.DockedView;
import outcrop.app.view.part.RowCompare;
import outcrop.app.viewmodel.CommandWords;
import outcrop.app.viewmodel.CompareViewModel;
import outcrop.app.viewmodel.Words;
import outcrop.app.viewmodel.WorkspaceViewModel;

/// Rows beside each other in a tab.
final class CompareTab implements DockedView {
  private final Words words;
  private final CompareViewModel model;
  private final RowCompare compare;
  private final BorderPane pane = new BorderPane();
  private final Label count = Nodes.label("", "view-count");
  private final CheckBox onlyDifferences = new CheckBox();

  CompareTab(Desk desk, CompareViewModel model) {
    this.words = desk.words();
    this.model = model;
    WorkspaceViewModel project = model.project();
    this.compare =
        new RowCompare(words::pattern, project.work().runner(), project.work().delivery());
    onlyDifferences.setText(words.of("compare.onlyDifferences"));
    onlyDifferences.setOnAction(_ -> model.setOnlyDifferences(onlyDifferences.isSelected()));
    HBox tools = Nodes.row(8, count, Nodes.spacer(), onlyDifferences);
    tools.getStyleClass().add("view-tools");
    pane.setMinWidth(0);
    pane.setTop(tools);
    pane.setCenter(compare);
    compare.setPictures(field -> ProjectPictures.of(project.workspace().images(), field));
    compare.setOnRow(
        model::remove, row -> project.chosen().focus(row, model.specProperty().get().id()));
    model.specProperty().subscribe(_ -> show());
  }

  private void show() {
    List<Integer> rows = model.rows();
    onlyDifferences.setSelected(model.specProperty().get().onlyDifferences());
    if (rows.isEmpty()) {
      count.setText("");
      compare.clear(words.of("compare.none"));
      return;
    }
    List<Field> fields = model.fields();
    long different = fields.stream().filter(field -> model.differs(field, rows)).count();
    String said = words.of("compare.count", rows.size(), words.count(different));
    count.setText(
        model.gone() == 0 ? said : words.of("compare.gone", said, words.count(model.gone())));
    compare.setRows(model.project().columns(), rows, fields, field -> model.differs(field, rows));
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
    return "columns";
  }

  @Override
  public void focus() {
    onlyDifferences.requestFocus();
  }

  @Override
  public void release() {
    compare.clear("");
  }
}
