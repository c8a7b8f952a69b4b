package outcrop.app.view.part;

import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;

/// The numbers of a vector as thin bars from a common line; of more numbers than pixels, each bar
/// spans the least and the greatest of its share.
final class VectorBars extends PaintedRegion {
  private static final double HEIGHT = 56;

  private float[] values = {};

  VectorBars() {
    getStyleClass().add("vector-bars");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
  }

  /// @param newValues taken over
  void setValues(float[] newValues) {
    values = newValues;
    requestPaint();
  }

  @Override
  protected double computePrefHeight(double width) {
    return HEIGHT;
  }

  @Override
  protected double computePrefWidth(double height) {
    return 240;
  }

  @Override
  void paint(GraphicsContext g) {
    double width = getWidth();
    int bars = (int) Math.min(values.length, Math.max(1, width));
    double greatest = 0;
    for (float value : values) {
      greatest = Float.isFinite(value) ? Math.max(greatest, Math.abs(value)) : greatest;
    }
    double middle = getHeight() / 2;
    g.setFill(ink(Ink.LINE));
    g.fillRect(0, snap(middle), width, hairline());
    if (greatest == 0) {
      return;
    }
    double barWidth = width / bars;
    double drawn = Math.max(1, barWidth >= 4 ? barWidth - 1 : barWidth);
    for (int bar = 0; bar < bars; bar++) {
      int from = (int) ((long) bar * values.length / bars);
      int end = (int) Math.max(from + 1L, (bar + 1L) * values.length / bars);
      float low = 0;
      float high = 0;
      for (int i = from; i < end; i++) {
        low = Math.min(low, values[i]);
        high = Math.max(high, values[i]);
      }
      double top = middle - high / greatest * (middle - 1);
      double bottom = middle - low / greatest * (middle - 1);
      g.setFill(ink(high >= -low ? Ink.ACCENT : Ink.FAINT));
      g.fillRect(bar * barWidth, top, drawn, Math.max(1, bottom - top));
    }
  }
}
