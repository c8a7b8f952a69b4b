package outcrop.app.view.part;

import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import outcrop.analysis.render.Drawing;

/// Shows a drawing, sharp on any screen. The drawing keeps its size: who shows it lays it out anew
/// when the canvas is resized.
public final class DrawingCanvas extends PaintedRegion {
  private Optional<Drawing> drawing = Optional.empty();

  public DrawingCanvas() {
    getStyleClass().add("drawing-canvas");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
  }

  /// The drawing shown, empty at first.
  public Optional<Drawing> drawing() {
    return drawing;
  }

  /// Shows a drawing from the next frame on.
  public void setDrawing(Drawing value) {
    drawing = Optional.of(value);
    setAccessibleText(value.title() + ". " + value.description());
    requestPaint();
  }

  /// Shows nothing.
  public void clear() {
    drawing = Optional.empty();
    setAccessibleText("");
    requestPaint();
  }

  @Override
  void paint(GraphicsContext g) {
    drawing.ifPresent(value -> new CanvasPainter(g, this::snap, hairline()).paint(value));
  }
}
