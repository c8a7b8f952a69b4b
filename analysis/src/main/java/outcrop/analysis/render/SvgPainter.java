package outcrop.analysis.render;

import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;
import outcrop.analysis.render.Mark.Anchor;
import outcrop.analysis.render.Mark.Stroke;

/// Writes a drawing as SVG 1.1: text stays text unless outlines are wanted, nothing in it runs, the
/// same drawing gives the same bytes.
public final class SvgPainter {
  private final StringBuilder out = new StringBuilder(1 << 14);
  private final TextForm form;
  private final String prefix;
  private int clips;

  private SvgPainter(TextForm form, String prefix) {
    this.form = form;
    this.prefix = prefix;
  }

  /// The whole document, its text naming the font.
  public static String paint(Drawing drawing) {
    return paint(drawing, TextForm.NAMED);
  }

  /// The whole document. Where fonts are embedded, text that needs shaping or other fonts is drawn
  /// as outlines.
  public static String paint(Drawing drawing, TextForm form) {
    return painted(drawing, new SvgPainter(form, ""));
  }

  /// A part of a page that holds several drawings and brings the fonts along itself.
  ///
  /// @param prefix letters and digits before every id, other ones for each drawing of the page
  public static String inline(Drawing drawing, String prefix) {
    SvgPainter painter = new SvgPainter(TextForm.EMBEDDED, prefix);
    return painted(drawing, painter);
  }

  private static String painted(Drawing drawing, SvgPainter painter) {
    painter.document(drawing);
    return painter.out.toString();
  }

  private void document(Drawing drawing) {
    String width = number(drawing.width());
    String height = number(drawing.height());
    out.append("<svg xmlns=\"http://www.w3.org/2000/svg\"")
        .append(hasRaster(drawing.marks()) ? " xmlns:xlink=\"http://www.w3.org/1999/xlink\"" : "")
        .append(" width=\"")
        .append(width)
        .append("\" height=\"")
        .append(height)
        .append("\" viewBox=\"0 0 ")
        .append(width)
        .append(' ')
        .append(height)
        .append("\" role=\"img\" aria-labelledby=\"")
        .append(prefix)
        .append("title ")
        .append(prefix)
        .append("desc\" font-family=\"")
        .append(Fonts.cssFamilies())
        .append("\" style=\"font-kerning:none\" xml:space=\"preserve\">\n<title id=\"")
        .append(prefix)
        .append("title\">")
        .append(escaped(drawing.title()))
        .append("</title>\n<desc id=\"")
        .append(prefix)
        .append("desc\">")
        .append(escaped(drawing.description()))
        .append("</desc>\n");
    if (form == TextForm.EMBEDDED && prefix.isEmpty()) {
      String faces = new FontFaces().add(drawing.marks()).css();
      if (!faces.isEmpty()) {
        out.append("<style>").append(faces).append("</style>\n");
      }
    }
    if (drawing.background().visible()) {
      rect(
          new Mark.Rect(new Bounds(0, 0, drawing.width(), drawing.height()), drawing.background()));
    }
    drawing.marks().forEach(this::mark);
    out.append("</svg>\n");
  }

  /// Images are named as SVG 1.1 has it, whose readers know no other way.
  private static boolean hasRaster(List<Mark> marks) {
    return marks.stream()
        .anyMatch(
            mark ->
                switch (mark) {
                  case Mark.Raster _ -> true;
                  case Mark.Group group -> hasRaster(group.marks());
                  case Mark.Clip clip -> hasRaster(clip.marks());
                  case Mark.Rect _, Mark.Line _, Mark.Path _, Mark.Circle _, Mark.Label _ -> false;
                });
  }

  private void mark(Mark mark) {
    switch (mark) {
      case Mark.Rect rect -> rect(rect);
      case Mark.Line line -> line(line);
      case Mark.Path path -> path(path);
      case Mark.Circle circle -> circle(circle);
      case Mark.Label label -> label(label);
      case Mark.Group group -> {
        out.append("<g class=\"").append(escaped(group.role())).append("\">\n");
        if (!group.note().isEmpty()) {
          out.append("<title>").append(escaped(group.note())).append("</title>\n");
        }
        group.marks().forEach(this::mark);
        out.append("</g>\n");
      }
      case Mark.Clip clip -> clip(clip);
      case Mark.Raster raster -> raster(raster);
    }
  }

  private void raster(Mark.Raster raster) {
    out.append("<image");
    place(raster.bounds());
    out.append(" preserveAspectRatio=\"none\" style=\"image-rendering:pixelated\" xlink:href=\"")
        .append(RasterImage.dataUri(raster))
        .append("\"/>\n");
  }

  private void clip(Mark.Clip clip) {
    String id = prefix + "clip" + clips++;
    out.append("<clipPath id=\"").append(id).append("\"><rect");
    place(clip.bounds());
    out.append("/></clipPath>\n<g clip-path=\"url(#").append(id).append(")\">\n");
    clip.marks().forEach(this::mark);
    out.append("</g>\n");
  }

  private void rect(Mark.Rect rect) {
    out.append("<rect");
    place(rect.bounds());
    fill(rect.fill());
    out.append("/>\n");
  }

  private void line(Mark.Line line) {
    out.append("<line");
    attribute("x1", line.x1());
    attribute("y1", line.y1());
    attribute("x2", line.x2());
    attribute("y2", line.y2());
    stroke(line.stroke());
    out.append("/>\n");
  }

  private void path(Mark.Path path) {
    out.append("<path d=\"");
    char command = 'M';
    for (Mark.Point point : path.points()) {
      out.append(command).append(number(point.x())).append(',').append(number(point.y()));
      command = 'L';
    }
    out.append(path.closed() ? "Z\"" : "\"");
    fill(path.fill());
    stroke(path.stroke());
    out.append("/>\n");
  }

  private void circle(Mark.Circle circle) {
    out.append("<circle");
    attribute("cx", circle.x());
    attribute("cy", circle.y());
    attribute("r", circle.radius());
    fill(circle.fill());
    stroke(circle.stroke());
    out.append("/>\n");
  }

  private void label(Mark.Label label) {
    boolean outlined =
        switch (form) {
          case NAMED -> false;
          case EMBEDDED -> !FontFaces.carries(label.text());
          case OUTLINED -> true;
        };
    if (outlined && !label.text().isBlank()) {
      outline(label);
      return;
    }
    out.append("<text");
    attribute("x", label.x());
    attribute("y", label.y());
    attribute("font-size", label.style().size());
    if (label.style().bold()) {
      out.append(" font-weight=\"600\"");
    }
    if (label.anchor() != Anchor.START) {
      out.append(" text-anchor=\"")
          .append(label.anchor() == Anchor.END ? "end" : "middle")
          .append('"');
    }
    fill(label.style().colour());
    turn(label);
    out.append('>').append(escaped(label.text())).append("</text>\n");
  }

  private void turn(Mark.Label label) {
    if (label.turn() != 0) {
      out.append(" transform=\"rotate(")
          .append(number(label.turn()))
          .append(' ')
          .append(number(label.x()))
          .append(' ')
          .append(number(label.y()))
          .append(")\"");
    }
  }

  /// The letters as one shape that still says its text to who listens.
  private void outline(Mark.Label label) {
    double width = Fonts.width(label.text(), label.style().size(), label.style().bold());
    AffineTransform place =
        AffineTransform.getTranslateInstance(label.x() - width * share(label.anchor()), label.y());
    out.append("<path role=\"img\" aria-label=\"").append(escaped(label.text())).append("\" d=\"");
    trace(
        Fonts.outline(label.text(), label.style().size(), label.style().bold())
            .getPathIterator(place));
    out.append('"');
    fill(label.style().colour());
    turn(label);
    out.append("/>\n");
  }

  /// Which share of a text's width lies before its point.
  private static double share(Anchor anchor) {
    return switch (anchor) {
      case START -> 0;
      case MIDDLE -> 0.5;
      case END -> 1;
    };
  }

  private void trace(PathIterator path) {
    double[] c = new double[6];
    for (; !path.isDone(); path.next()) {
      int points =
          switch (path.currentSegment(c)) {
            case PathIterator.SEG_MOVETO -> command('M', 1);
            case PathIterator.SEG_LINETO -> command('L', 1);
            case PathIterator.SEG_QUADTO -> command('Q', 2);
            case PathIterator.SEG_CUBICTO -> command('C', 3);
            default -> command('Z', 0);
          };
      for (int i = 0; i < points; i++) {
        out.append(i == 0 ? "" : " ")
            .append(number(c[2 * i]))
            .append(',')
            .append(number(c[2 * i + 1]));
      }
    }
  }

  private int command(char letter, int points) {
    out.append(letter);
    return points;
  }

  private void place(Bounds bounds) {
    attribute("x", bounds.x());
    attribute("y", bounds.y());
    attribute("width", bounds.width());
    attribute("height", bounds.height());
  }

  private void fill(Colour colour) {
    if (!colour.visible()) {
      out.append(" fill=\"none\"");
      return;
    }
    out.append(" fill=\"").append(colour.hex()).append('"');
    if (colour.opacity() < 1) {
      attribute("fill-opacity", colour.opacity());
    }
  }

  private void stroke(Stroke stroke) {
    if (!stroke.visible()) {
      return;
    }
    out.append(" stroke=\"").append(stroke.colour().hex()).append('"');
    if (stroke.width() != 1) {
      attribute("stroke-width", stroke.width());
    }
    if (stroke.colour().opacity() < 1) {
      attribute("stroke-opacity", stroke.colour().opacity());
    }
    List<Double> dash = stroke.dash();
    if (!dash.isEmpty()) {
      out.append(" stroke-dasharray=\"")
          .append(dash.stream().map(SvgPainter::number).collect(Collectors.joining(",")))
          .append('"');
    }
  }

  private void attribute(String name, double value) {
    out.append(' ').append(name).append("=\"").append(number(value)).append('"');
  }

  /// At most two decimals, a point in every language, never in powers of ten.
  static String number(double value) {
    double cents = value * 100;
    long rounded = Math.round(cents);
    if (!Double.isFinite(value) || Math.abs(cents) > 1e15) {
      return new BigDecimal(Double.isFinite(value) ? value : 0)
          .setScale(0, RoundingMode.HALF_EVEN)
          .toPlainString();
    }
    long whole = Math.abs(rounded) / 100;
    long part = Math.abs(rounded) % 100;
    String sign = rounded < 0 ? "-" : "";
    if (part == 0) {
      return sign + whole;
    }
    return sign + whole + "." + (part % 10 == 0 ? part / 10 : (part < 10 ? "0" : "") + part);
  }

  /// Text as XML may hold it: markup escaped, characters that XML forbids replaced by the mark for
  /// the unknown.
  public static String escaped(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); ) {
      int code = text.codePointAt(i);
      i += Character.charCount(code);
      switch (code) {
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '&' -> safe.append("&amp;");
        case '"' -> safe.append("&quot;");
        case '\'' -> safe.append("&#39;");
        default -> safe.appendCodePoint(isXml(code) ? code : 0xfffd);
      }
    }
    return safe.toString();
  }

  private static boolean isXml(int code) {
    return code == '\t'
        || code == '\n'
        || code >= 0x20 && code < 0x7f
        || code >= 0xa0 && code <= 0xd7ff
        || code >= 0xe000 && code <= 0xfffd
        || code >= 0x10000;
  }
}
