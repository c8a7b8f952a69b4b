package outcrop.app.view.part;

import javafx.scene.Node;
import javafx.scene.layout.VBox;
import outcrop.analysis.column.Column;

/// A lens that must read the text of a value; what it cannot read is shown as text.
abstract class ParsedLens implements LensBody {
  /// Longer values are read as text: they would take long and fill the pane.
  private static final long LONGEST = 1_000_000;

  final LensContext context;
  final Column column;
  private final TextLens plain;
  private final VBox box = new VBox();

  ParsedLens(LensContext context, Column column) {
    this.context = context;
    this.column = column;
    this.plain = new TextLens(context.words(), column);
  }

  @Override
  public final Node node() {
    return box;
  }

  @Override
  public final void show(int row, HitFinder hits) {
    String value = TextPages.of(column, row).length() > LONGEST ? null : column.textAt(row);
    Node shown = value == null ? null : read(value, hits);
    if (shown == null) {
      plain.show(row, hits);
      shown = plain.node();
    }
    box.getChildren().setAll(shown);
  }

  /// @return what shows the value, null where it is of another kind
  abstract @org.jspecify.annotations.Nullable Node read(String value, HitFinder hits);
}
