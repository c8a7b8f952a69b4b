package outcrop.analysis.render;

import java.util.List;

/// One thing to paint. All painters know exactly these, so that a picture is the same everywhere.
///
/// Lengths are layout units (1/96 inch), y downwards. `note` is a text for a tooltip or a screen
/// reader, empty for none.
public sealed interface Mark {
  /// A filled rectangle.
  record Rect(Bounds bounds, Colour fill) implements Mark {}

  /// A straight line.
  record Line(double x1, double y1, double x2, double y2, Stroke stroke) implements Mark {}

  /// A line through points, closed and filled where wanted.
  ///
  /// @param points the corners, at least one
  /// @param fill [Colour#NONE] for an open line
  /// @param stroke [Stroke#NONE] for an area without outline
  record Path(List<Point> points, boolean closed, Colour fill, Stroke stroke) implements Mark {
    public Path {
      points = List.copyOf(points);
    }
  }

  record Circle(double x, double y, double radius, Colour fill, Stroke stroke) implements Mark {}

  /// A grid of equal coloured fields that fills a rectangle. Its resolution is that of what it
  /// shows, not that of a screen: every painter shows each field as a rectangle of one colour.
  ///
  /// @param columns fields from left to right, at least one
  /// @param argb opacity and colour of each field, line by line from the top
  record Raster(Bounds bounds, int columns, int[] argb) implements Mark {
    public Raster {
      if (columns < 1 || argb.length == 0 || argb.length % columns != 0) {
        throw new IllegalArgumentException(
            argb.length + " fields are no lines of " + columns + " fields");
      }
      argb = argb.clone();
    }

    /// Lines of fields.
    public int lines() {
      return argb.length / columns;
    }
  }

  /// A line of text.
  ///
  /// @param x and y the point on the baseline that the anchor speaks of
  /// @param turn degrees clockwise around that point
  record Label(String text, double x, double y, Anchor anchor, TextStyle style, double turn)
      implements Mark {}

  /// Marks that belong together, in order.
  ///
  /// @param role what they are, one word for reviewers and style sheets: `grid`, `bars`, `legend`
  /// @param note what they say in words, for a tooltip or a screen reader; empty for none
  record Group(String role, String note, List<Mark> marks) implements Mark {
    public Group {
      marks = List.copyOf(marks);
    }
  }

  /// Marks of which only what lies inside the bounds is painted.
  record Clip(Bounds bounds, List<Mark> marks) implements Mark {
    public Clip {
      marks = List.copyOf(marks);
    }
  }

  record Point(double x, double y) {}

  /// How a line is drawn.
  ///
  /// @param dash lengths of lines and gaps in turn; empty for a whole line
  record Stroke(Colour colour, double width, List<Double> dash) {
    public static final Stroke NONE = new Stroke(Colour.NONE, 0, List.of());

    public Stroke {
      dash = List.copyOf(dash);
    }

    public static Stroke of(Colour colour, double width) {
      return new Stroke(colour, width, List.of());
    }

    public boolean visible() {
      return width > 0 && colour.visible();
    }
  }

  /// The look of a text in the bundled font.
  record TextStyle(double size, boolean bold, Colour colour) {}

  /// Which part of a text stands on its point.
  enum Anchor {
    START,
    MIDDLE,
    END
  }
}
