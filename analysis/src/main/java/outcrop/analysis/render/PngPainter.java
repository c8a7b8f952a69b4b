package outcrop.analysis.render;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import outcrop.analysis.render.Mark.Stroke;

/// Paints a drawing with Java2D: into an image of any scale, or onto a graphics of the caller.
public final class PngPainter {
  private final Graphics2D graphics;

  private PngPainter(Graphics2D graphics) {
    this.graphics = graphics;
  }

  /// An image of `scale` pixels per layout unit, opaque unless the drawing has no ground.
  public static BufferedImage image(Drawing drawing, double scale) {
    int width = Math.max(1, (int) Math.round(drawing.width() * scale));
    int height = Math.max(1, (int) Math.round(drawing.height() * scale));
    boolean opaque = drawing.background().visible();
    BufferedImage image =
        new BufferedImage(
            width, height, opaque ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = image.createGraphics();
    try {
      if (opaque) {
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
      }
      graphics.scale(width / drawing.width(), height / drawing.height());
      paint(drawing, graphics);
    } finally {
      graphics.dispose();
    }
    return image;
  }

  /// Paints at the graphics' origin in its units.
  public static void paint(Drawing drawing, Graphics2D graphics) {
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    PngPainter painter = new PngPainter(graphics);
    painter.fill(
        new Rectangle2D.Double(0, 0, drawing.width(), drawing.height()), drawing.background());
    painter.marks(drawing.marks());
  }

  private void marks(List<Mark> marks) {
    for (Mark mark : marks) {
      switch (mark) {
        case Mark.Rect rect -> fill(shape(rect.bounds()), rect.fill());
        case Mark.Line line ->
            stroke(new Line2D.Double(line.x1(), line.y1(), line.x2(), line.y2()), line.stroke());
        case Mark.Path path -> {
          Shape shape = shape(path);
          fill(shape, path.fill());
          stroke(shape, path.stroke());
        }
        case Mark.Circle(double x, double y, double radius, Colour fill, Stroke stroke) -> {
          Shape shape = new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
          fill(shape, fill);
          stroke(shape, stroke);
        }
        case Mark.Label label -> label(label);
        case Mark.Group group -> marks(group.marks());
        case Mark.Raster raster -> raster(raster);
        case Mark.Clip clip -> {
          Shape before = graphics.getClip();
          graphics.clip(shape(clip.bounds()));
          marks(clip.marks());
          graphics.setClip(before);
        }
      }
    }
  }

  private void raster(Mark.Raster raster) {
    BufferedImage image = RasterImage.of(raster);
    AffineTransform place =
        AffineTransform.getTranslateInstance(raster.bounds().x(), raster.bounds().y());
    place.scale(
        raster.bounds().width() / image.getWidth(), raster.bounds().height() / image.getHeight());
    Object before = graphics.getRenderingHint(RenderingHints.KEY_INTERPOLATION);
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
    graphics.drawImage(image, place, null);
    if (before != null) {
      graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, before);
    }
  }

  private static Shape shape(Bounds bounds) {
    return new Rectangle2D.Double(bounds.x(), bounds.y(), bounds.width(), bounds.height());
  }

  private static Shape shape(Mark.Path path) {
    Path2D.Double shape = new Path2D.Double();
    for (Mark.Point point : path.points()) {
      if (shape.getCurrentPoint() == null) {
        shape.moveTo(point.x(), point.y());
      } else {
        shape.lineTo(point.x(), point.y());
      }
    }
    if (path.closed()) {
      shape.closePath();
    }
    return shape;
  }

  private void fill(Shape shape, Colour colour) {
    if (colour.visible()) {
      graphics.setColor(awt(colour));
      graphics.fill(shape);
    }
  }

  private void stroke(Shape shape, Stroke stroke) {
    if (!stroke.visible()) {
      return;
    }
    graphics.setColor(awt(stroke.colour()));
    float[] dash = new float[stroke.dash().size()];
    for (int i = 0; i < dash.length; i++) {
      dash[i] = stroke.dash().get(i).floatValue();
    }
    graphics.setStroke(
        dash.length == 0
            ? new BasicStroke((float) stroke.width(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER)
            : new BasicStroke(
                (float) stroke.width(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, dash, 0));
    graphics.draw(shape);
  }

  private void label(Mark.Label label) {
    if (label.text().isEmpty()) {
      return;
    }
    AffineTransform before = graphics.getTransform();
    graphics.translate(label.x(), label.y());
    graphics.rotate(Math.toRadians(label.turn()));
    graphics.setColor(awt(label.style().colour()));
    double size = label.style().size();
    boolean bold = label.style().bold();
    double width = Fonts.width(label.text(), size, bold);
    double start =
        switch (label.anchor()) {
          case START -> 0;
          case MIDDLE -> -width / 2;
          case END -> -width;
        };
    if (Fonts.isSimple(label.text())) {
      graphics.setFont(Fonts.font(size, bold));
      graphics.drawString(label.text(), (float) start, 0);
    } else {
      TextLayout layout = Fonts.shaped(label.text(), (float) size, bold);
      layout.draw(graphics, (float) start, 0);
    }
    graphics.setTransform(before);
  }

  private static Color awt(Colour colour) {
    return new Color(
        colour.red(), colour.green(), colour.blue(), (int) Math.round(colour.opacity() * 255));
  }
}
