package outcrop.app.view;

import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.io.FirstRows;
import outcrop.analysis.query.RowOrder;
import outcrop.analysis.query.ViewData.RowsData;
import outcrop.analysis.task.TaskProgress;
import outcrop.app.view.part.GridTable;
import outcrop.app.viewmodel.ImportViewModel;
import outcrop.app.viewmodel.ImportViewModel.Place;
import outcrop.app.viewmodel.Words;

/// The first rows of an import in a table, below a band that says how far the rest is. Nothing can
/// be changed or filtered here: the rows are not all there yet.
final class FirstRowsView extends BorderPane {
  private final Words words;
  private final ImportViewModel model;
  private final GridTable table;
  private final Label text = Nodes.wrapped("");
  private final ProgressBar bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
  private final int rows;

  FirstRowsView(Words words, ImportViewModel model, FirstRows first) {
    this.words = words;
    this.model = model;
    this.table = new GridTable(words::pattern);
    ColumnStore columns = first.columns();
    this.rows = columns.rowCount();
    getStyleClass().add("first-rows");
    bar.setPrefWidth(160);
    bar.setAccessibleText(words.of("progress.name"));
    HBox.setHgrow(text, javafx.scene.layout.Priority.ALWAYS);
    text.setMaxWidth(Double.MAX_VALUE);
    text.setId("first-rows-progress");
    var cancel = Nodes.button(words.of("action.cancel"), model::cancel);
    cancel.setId("cancel-work");
    HBox band = Nodes.row(12, bar, text, cancel);
    band.getStyleClass().addAll("notice-band", "info");
    setTop(band);
    setCenter(table);
    table.setData(
        columns, new RowsData(rows, RowSet.all(rows), RowOrder.ofDataset(RowSet.all(rows))));
    table.setOnFocus(_ -> remember());
    table.setOnSort(_ -> table.setSort(java.util.List.of()));
    Timeline clock = new Timeline(new KeyFrame(Duration.millis(150), _ -> refresh()));
    clock.setCycleCount(Animation.INDEFINITE);
    sceneProperty()
        .subscribe(
            scene -> {
              if (scene == null) {
                clock.stop();
              } else {
                refresh();
                clock.play();
                table.requestFocus();
              }
            });
  }

  /// Lets go of the rows: they are taken away when the import ends.
  void release() {
    table.showLoading();
  }

  private void remember() {
    model.lookAt(new Place(table.topPosition(), Math.max(0, table.focusedRow())));
  }

  private void refresh() {
    remember();
    Optional<TaskProgress> now = model.progress();
    now.ifPresent(
        progress -> {
          bar.setProgress(progress.fraction().orElse(ProgressBar.INDETERMINATE_PROGRESS));
          String done =
              progress
                  .fraction()
                  .map(share -> words.of("progress.percent", (int) Math.floor(share * 100)))
                  .orElse(progress.stage());
          String left =
              progress
                  .timeLeft()
                  .map(time -> words.of("progress.left", ProgressCard.spoken(words, time)))
                  .orElse("");
          text.setText(
              words.of("first.loading", left.isEmpty() ? done : done + ", " + left)
                  + " "
                  + words.of("first.rows", words.count(rows)));
        });
  }
}
