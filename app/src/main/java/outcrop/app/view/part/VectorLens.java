package outcrop.app.view.part;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.ColumnUse;
import outcrop.analysis.column.VectorColumn;
import outcrop.analysis.query.NearestRows;
import outcrop.analysis.task.TaskHandle;

/// A vector as bars with its measures; its nearest rows come when they are asked for.
final class VectorLens implements LensBody {
  private static final int NEAREST = 8;

  private final LensContext context;
  private final @Nullable VectorColumn vectors;
  private final VectorBars bars = new VectorBars();
  private final Label measures = PartsStyle.styled(new Label(), "entry-place");
  private final Hyperlink find = new Hyperlink();
  private final VBox found = new VBox();
  private final VBox box = new VBox(3, bars, measures, find, found);
  private int row = -1;
  private @Nullable TaskHandle<List<NearestRows.Near>> running;

  VectorLens(LensContext context, Column column) {
    this.context = context;
    this.vectors = column instanceof VectorColumn vector ? vector : null;
    measures.setWrapText(true);
    find.setText(context.words().get("vector.nearest"));
    find.getStyleClass().add("entry-all");
    find.setOnAction(event -> search());
  }

  @Override
  public Node node() {
    return box;
  }

  @Override
  public void show(int newRow, HitFinder hits) {
    stop();
    row = newRow;
    found.getChildren().clear();
    VectorColumn column = vectors;
    if (column == null || column.dimensions() == 0) {
      return;
    }
    float[] values = new float[column.dimensions()];
    column.copy(row, values);
    bars.setValues(values);
    double square = 0;
    float least = Float.POSITIVE_INFINITY;
    float greatest = Float.NEGATIVE_INFINITY;
    for (float value : values) {
      square += (double) value * value;
      least = Math.min(least, value);
      greatest = Math.max(greatest, value);
    }
    measures.setText(
        context.words().get("vector.measures", values.length, Math.sqrt(square), least, greatest));
    PartsStyle.show(find, true);
  }

  private void search() {
    VectorColumn column = vectors;
    if (column == null) {
      return;
    }
    stop();
    PartsStyle.show(find, false);
    TaskHandle<List<NearestRows.Near>> task =
        context
            .runner()
            .start(
                context.words().get("vector.searching"),
                job -> {
                  try (ColumnUse use = context.store().use()) {
                    return NearestRows.of(column, row, NEAREST, use, job);
                  }
                });
    running = task;
    task.outcome()
        .thenAccept(
            rows ->
                context
                    .delivery()
                    .execute(
                        () -> {
                          if (running == task) {
                            running = null;
                            show(rows);
                          }
                        }));
  }

  private void show(List<NearestRows.Near> rows) {
    for (NearestRows.Near near : rows) {
      String key = context.store().key(near.row()).text().replaceAll("\\s+", " ");
      Hyperlink link =
          PartsStyle.styled(
              new Hyperlink(context.words().get("vector.near", near.cosine(), key)), "near-row");
      link.setMnemonicParsing(false);
      link.setOnAction(event -> context.actions().goToRow(near.row()));
      found.getChildren().add(link);
    }
    if (rows.isEmpty()) {
      found
          .getChildren()
          .add(PartsStyle.styled(new Label(context.words().get("vector.none")), "entry-place"));
    }
  }

  @Override
  public void stop() {
    if (running != null) {
      running.cancel();
      running = null;
    }
  }
}
