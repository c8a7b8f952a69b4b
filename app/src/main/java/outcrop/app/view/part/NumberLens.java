package outcrop.app.view.part;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.ColumnUse;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.query.NumberRank;

/// A number, and which share of all values is smaller.
final class NumberLens implements LensBody {
  private final LensContext context;
  private final Column column;
  private final ReaderText value = new ReaderText();
  private final Label rank = PartsStyle.styled(new Label(), "entry-place");
  private final Region filled = PartsStyle.styled(new Region(), "rank-filled");
  private final Track track = new Track(filled);
  private final VBox box = new VBox(3, value, track, rank);
  private OneByOne.@Nullable Job<NumberRank> running;

  NumberLens(LensContext context, Column column) {
    this.context = context;
    this.column = column;
  }

  @Override
  public Node node() {
    return box;
  }

  @Override
  public void show(int row, HitFinder hits) {
    stop();
    String text = column.textAt(row);
    String shown = text == null ? "" : text;
    value.setText(shown, hits.hits(column.field().name(), shown));
    rank.setText("");
    PartsStyle.show(track, false);
    if (column instanceof NumberColumn numbers && Double.isFinite(numbers.at(row))) {
      rank(numbers, numbers.at(row));
    }
  }

  private void rank(NumberColumn numbers, double number) {
    running =
        context
            .small()
            .start(
                context.words().get("number.ranking", column.field().name()),
                job -> {
                  try (ColumnUse use = context.store().use()) {
                    return NumberRank.of(numbers, number, use, job);
                  }
                },
                this::show);
  }

  private void show(NumberRank found) {
    rank.setText(context.words().get("number.rank", found.shareBelow(), found.shareAbove()));
    track.share = found.shareBelow();
    track.requestLayout();
    PartsStyle.show(track, true);
  }

  @Override
  public void stop() {
    if (running != null) {
      running.cancel();
      running = null;
    }
  }

  /// A thin line, filled up to a share.
  private static final class Track extends StackPane {
    private final Region filled;
    private double share;

    Track(Region filled) {
      super(filled);
      this.filled = filled;
      getStyleClass().add("rank-track");
      setMinHeight(4);
      setMaxHeight(4);
    }

    @Override
    protected void layoutChildren() {
      filled.resizeRelocate(0, 0, Math.max(2, share * getWidth()), getHeight());
    }
  }
}
