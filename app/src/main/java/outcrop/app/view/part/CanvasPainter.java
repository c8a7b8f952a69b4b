package outcrop.app.view.part;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.TextAlignment;
import outcrop.analysis.render.Bounds;
import outcrop.analysis.render.Colour;
import outcrop.analysis.render.Drawing;
import outcrop.analysis.render.Fonts;
import outcrop.analysis.render.Mark;

/// Paints a drawing on a canvas.
///
/// Edges of rectangles and of level and upright lines are moved to edges of device pixels, so that
/// bars and axes are sharp; text stands where the layout measured it.
final class CanvasPainter {
  private final GraphicsContext g;
  private final DoubleUnaryOperator snap;
  private final double hairline;

  /// @param snap the nearest edge between device pixels
  /// @param hairline the width of one device pixel
  CanvasPainter(GraphicsContext g, DoubleUnaryOperator snap, double hairline) {
    this.g = g;
    this.snap = snap;
    this.hairline = hairline;
  }

  /// Paints the marks; the background is left to the pane, which has the theme's.
  void paint(Drawing drawing) {
    g.setTextBaseline(VPos.BASELINE);
    g.setTextAlign(TextAlignment.LEFT);
    paint(drawing.marks());
  }

  private void paint(List<Mark> marks) {
    for (Mark mark : marks) {
      switch (mark) {
        case Mark.Rect rect -> rect(rect);
        case Mark.Line line -> line(line);
        case Mark.Path path -> path(path);
        case Mark.Circle circle -> circle(circle);
        case Mark.Label label -> label(label);
        case Mark.Group group -> paint(group.marks());
        case Mark.Clip clip -> clip(clip);
        case Mark.Raster raster -> raster(raster);
      }
    }
  }

  private void rect(Mark.Rect rect) {
    Bounds bounds = rect.bounds();
    double left = snap.applyAsDouble(bounds.x());
    double top = snap.applyAsDouble(bounds.y());
    double right = snap.applyAsDouble(bounds.right());
    double bottom = snap.applyAsDouble(bounds.bottom());
    if (bounds.height() > 0 && bottom == top) {
      top = bottom - hairline;
    }
    if (bounds.width() > 0 && right == left) {
      right = left + hairline;
    }
    g.setFill(color(rect.fill()));
    g.fillRect(left, top, right - left, bottom - top);
  }

  private void line(Mark.Line line) {
    if (!line.stroke().visible()) {
      return;
    }
    stroke(line.stroke());
    double half = Math.max(hairline, snap.applyAsDouble(line.stroke().width())) / 2;
    boolean upright = line.x1() == line.x2();
    boolean level = line.y1() == line.y2();
    double x = snap.applyAsDouble(line.x1() - half) + half;
    double y = snap.applyAsDouble(line.y1() - half) + half;
    g.strokeLine(
        upright ? x : line.x1(),
        level ? y : line.y1(),
        upright ? x : line.x2(),
        level ? y : line.y2());
  }

  private void path(Mark.Path path) {
    g.beginPath();
    for (int i = 0; i < path.points().size(); i++) {
      Mark.Point point = path.points().get(i);
      if (i == 0) {
        g.moveTo(point.x(), point.y());
      } else {
        g.lineTo(point.x(), point.y());
      }
    }
    if (path.closed()) {
      g.closePath();
    }
    if (path.fill().visible()) {
      g.setFill(color(path.fill()));
      g.fill();
    }
    if (path.stroke().visible()) {
      stroke(path.stroke());
      g.stroke();
    }
  }

  private void circle(Mark.Circle circle) {
    double left = circle.x() - circle.radius();
    double top = circle.y() - circle.radius();
    double size = 2 * circle.radius();
    if (circle.fill().visible()) {
      g.setFill(color(circle.fill()));
      g.fillOval(left, top, size, size);
    }
    if (circle.stroke().visible()) {
      stroke(circle.stroke());
      g.strokeOval(left, top, size, size);
    }
  }

  private void label(Mark.Label label) {
    Mark.TextStyle style = label.style();
    g.setFont(BundledFonts.main(style.size(), style.bold()));
    g.setFill(color(style.colour()));
    double width = Fonts.width(label.text(), style.size(), style.bold());
    double shift =
        switch (label.anchor()) {
          case START -> 0;
          case MIDDLE -> -width / 2;
          case END -> -width;
        };
    if (label.turn() == 0) {
      g.fillText(label.text(), label.x() + shift, snap.applyAsDouble(label.y()));
      return;
    }
    g.save();
    g.translate(label.x(), label.y());
    g.rotate(label.turn());
    g.fillText(label.text(), shift, 0);
    g.restore();
  }

  private void raster(Mark.Raster raster) {
    WritableImage image = new WritableImage(raster.columns(), raster.lines());
    image
        .getPixelWriter()
        .setPixels(
            0,
            0,
            raster.columns(),
            raster.lines(),
            PixelFormat.getIntArgbInstance(),
            raster.argb(),
            0,
            raster.columns());
    Bounds bounds = raster.bounds();
    double left = snap.applyAsDouble(bounds.x());
    double top = snap.applyAsDouble(bounds.y());
    g.setImageSmoothing(false);
    g.drawImage(
        image,
        left,
        top,
        snap.applyAsDouble(bounds.right()) - left,
        snap.applyAsDouble(bounds.bottom()) - top);
    g.setImageSmoothing(true);
  }

  private void clip(Mark.Clip clip) {
    Bounds bounds = clip.bounds();
    double left = snap.applyAsDouble(bounds.x());
    double top = snap.applyAsDouble(bounds.y());
    g.save();
    g.beginPath();
    g.rect(
        left,
        top,
        snap.applyAsDouble(bounds.right()) - left,
        snap.applyAsDouble(bounds.bottom()) - top);
    g.clip();
    paint(clip.marks());
    g.restore();
  }

  private void stroke(Mark.Stroke stroke) {
    g.setStroke(color(stroke.colour()));
    g.setLineWidth(stroke.width());
    g.setLineCap(StrokeLineCap.BUTT);
    g.setLineJoin(StrokeLineJoin.ROUND);
    g.setLineDashes(stroke.dash().stream().mapToDouble(Double::doubleValue).toArray());
  }

  private static Color color(Colour colour) {
    return Color.rgb(colour.red(), colour.green(), colour.blue(), colour.opacity());
  }
}
