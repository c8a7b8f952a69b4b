package outcrop.analysis.render;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.util.Matrix;
import outcrop.analysis.render.Mark.Point;
import outcrop.analysis.render.Mark.Stroke;

/// Writes a drawing as a PDF of one page in the drawing's size: 96 layout units to the inch.
///
/// Text is text in the embedded font, of which only the letters used are kept. Text that needs
/// shaping or letters of other fonts, and all text where outlines are wanted, is drawn as outlines
/// that carry their text, so that it looks right everywhere and can still be found. Document id and
/// dates do not depend on the clock: the same drawing gives the same bytes.
public final class PdfPainter {
  private static final float POINTS = 0.75f;

  private final Shared shared;
  private final PDPageContentStream content;

  /// What the pages of a document have in common.
  private record Shared(
      PDDocument document,
      TextForm form,
      Map<Boolean, PDType0Font> fonts,
      Map<Integer, PDExtendedGraphicsState> opacities) {}

  private PdfPainter(Shared shared, PDPageContentStream content) {
    this.shared = shared;
    this.content = content;
  }

  /// Writes the whole document with its fonts embedded; the stream stays open.
  public static void paint(Drawing drawing, OutputStream out) throws IOException {
    paint(drawing, TextForm.EMBEDDED, out);
  }

  /// Writes the whole document; the stream stays open.
  ///
  /// @param form outlined, or else embedded
  public static void paint(Drawing drawing, TextForm form, OutputStream out) throws IOException {
    PdfPages.Page page =
        new PdfPages.Page(
            drawing.width(),
            drawing.height(),
            Colour.NONE,
            List.of(),
            List.of(new PdfPages.Placed(drawing, 0, 0, 1)),
            List.of());
    paint(new PdfPages(drawing.title(), drawing.description(), "", List.of(page)), form, out);
  }

  /// Writes a document of several pages with its fonts embedded; the stream stays open.
  public static void paint(PdfPages pages, OutputStream out) throws IOException {
    paint(pages, TextForm.EMBEDDED, out);
  }

  private static void paint(PdfPages pages, TextForm form, OutputStream out) throws IOException {
    try (PDDocument document = new PDDocument()) {
      document.setDocumentId(1L);
      document.getDocumentInformation().setTitle(pages.title());
      document.getDocumentInformation().setSubject(pages.subject());
      document.getDocumentInformation().setCreator("Outcrop");
      if (!pages.language().isEmpty()) {
        document.getDocumentCatalog().setLanguage(pages.language());
      }
      Shared shared = new Shared(document, form, new HashMap<>(), new HashMap<>());
      PDDocumentOutline outline = new PDDocumentOutline();
      for (PdfPages.Page page : pages.pages()) {
        PDPage painted = paint(page, shared);
        page.bookmarks().forEach(mark -> outline.addLast(item(mark, painted)));
      }
      if (outline.hasChildren()) {
        document.getDocumentCatalog().setDocumentOutline(outline);
      }
      document.save(out);
    }
  }

  private static PDPage paint(PdfPages.Page page, Shared shared) throws IOException {
    float height = (float) page.height() * POINTS;
    PDPage sheet = new PDPage(new PDRectangle((float) page.width() * POINTS, height));
    shared.document.addPage(sheet);
    try (PDPageContentStream content = new PDPageContentStream(shared.document, sheet)) {
      content.transform(new Matrix(POINTS, 0, 0, -POINTS, 0, height));
      PdfPainter painter = new PdfPainter(shared, content);
      painter.rect(new Bounds(0, 0, page.width(), page.height()), page.background());
      for (PdfPages.Placed placed : page.drawings()) {
        painter.place(placed);
      }
      painter.marks(page.marks());
    }
    return sheet;
  }

  private static PDOutlineItem item(PdfPages.Bookmark bookmark, PDPage page) {
    PDPageXYZDestination place = new PDPageXYZDestination();
    place.setPage(page);
    place.setTop((int) (page.getMediaBox().getHeight() - bookmark.y() * POINTS));
    PDOutlineItem item = new PDOutlineItem();
    item.setTitle(bookmark.title());
    item.setDestination(place);
    return item;
  }

  private void place(PdfPages.Placed placed) throws IOException {
    float scale = (float) placed.scale();
    Drawing drawing = placed.drawing();
    content.saveGraphicsState();
    content.transform(new Matrix(scale, 0, 0, scale, (float) placed.x(), (float) placed.y()));
    rect(new Bounds(0, 0, drawing.width(), drawing.height()), drawing.background());
    marks(drawing.marks());
    content.restoreGraphicsState();
  }

  private void marks(List<Mark> marks) throws IOException {
    for (Mark mark : marks) {
      switch (mark) {
        case Mark.Rect rect -> rect(rect.bounds(), rect.fill());
        case Mark.Line line ->
            path(
                List.of(new Point(line.x1(), line.y1()), new Point(line.x2(), line.y2())),
                false,
                Colour.NONE,
                line.stroke());
        case Mark.Path path -> path(path.points(), path.closed(), path.fill(), path.stroke());
        case Mark.Circle circle -> path(round(circle), true, circle.fill(), circle.stroke());
        case Mark.Label label -> label(label);
        case Mark.Group group -> marks(group.marks());
        case Mark.Raster raster -> raster(raster);
        case Mark.Clip clip -> {
          content.saveGraphicsState();
          addRect(clip.bounds());
          content.clip();
          marks(clip.marks());
          content.restoreGraphicsState();
        }
      }
    }
  }

  /// The page is upside down against images, and images fill a unit square.
  private void raster(Mark.Raster raster) throws IOException {
    PDImageXObject image = LosslessFactory.createFromImage(shared.document, RasterImage.of(raster));
    image.setInterpolate(false);
    Bounds b = raster.bounds();
    content.drawImage(
        image,
        new Matrix(
            (float) b.width(), 0, 0, (float) -b.height(), (float) b.x(), (float) b.bottom()));
  }

  private void addRect(Bounds b) throws IOException {
    content.addRect((float) b.x(), (float) b.y(), (float) b.width(), (float) b.height());
  }

  private void rect(Bounds bounds, Colour fill) throws IOException {
    if (fill.visible()) {
      ink(fill, false);
      addRect(bounds);
      content.fill();
    }
  }

  private void path(List<Point> points, boolean closed, Colour fill, Stroke stroke)
      throws IOException {
    if (fill.visible()) {
      ink(fill, false);
      trace(points, closed);
      content.fill();
    }
    if (stroke.visible()) {
      ink(stroke.colour(), true);
      content.setLineWidth((float) stroke.width());
      float[] dash = new float[stroke.dash().size()];
      for (int i = 0; i < dash.length; i++) {
        dash[i] = stroke.dash().get(i).floatValue();
      }
      content.setLineDashPattern(dash, 0);
      trace(points, closed);
      content.stroke();
    }
  }

  private void trace(List<Point> points, boolean closed) throws IOException {
    boolean begun = false;
    for (Point point : points) {
      if (begun) {
        content.lineTo((float) point.x(), (float) point.y());
      } else {
        content.moveTo((float) point.x(), (float) point.y());
      }
      begun = true;
    }
    if (closed) {
      content.closePath();
    }
  }

  private static List<Point> round(Mark.Circle circle) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < 48; i++) {
      double angle = 2 * Math.PI * i / 48;
      points.add(
          new Point(
              circle.x() + circle.radius() * Math.cos(angle),
              circle.y() + circle.radius() * Math.sin(angle)));
    }
    return points;
  }

  private void ink(Colour colour, boolean stroking) throws IOException {
    float red = colour.red() / 255f;
    float green = colour.green() / 255f;
    float blue = colour.blue() / 255f;
    if (stroking) {
      content.setStrokingColor(red, green, blue);
    } else {
      content.setNonStrokingColor(red, green, blue);
    }
    content.setGraphicsStateParameters(
        shared.opacities.computeIfAbsent(
            (int) Math.round(colour.opacity() * 1000), PdfPainter::opacity));
  }

  private static PDExtendedGraphicsState opacity(int thousandths) {
    PDExtendedGraphicsState state = new PDExtendedGraphicsState();
    state.setNonStrokingAlphaConstant(thousandths / 1000f);
    state.setStrokingAlphaConstant(thousandths / 1000f);
    return state;
  }

  private void label(Mark.Label label) throws IOException {
    if (label.text().isBlank()) {
      return;
    }
    boolean bold = label.style().bold();
    float size = (float) label.style().size();
    double width = Fonts.width(label.text(), size, bold);
    double start =
        switch (label.anchor()) {
          case START -> 0;
          case MIDDLE -> -width / 2;
          case END -> -width;
        };
    AffineTransform place = AffineTransform.getTranslateInstance(label.x(), label.y());
    place.rotate(Math.toRadians(label.turn()));
    place.translate(start, 0);
    ink(label.style().colour(), false);
    if (shared.form == TextForm.OUTLINED) {
      outline(Fonts.outline(label.text(), size, bold), place, label.text());
    } else if (Fonts.isSimple(label.text())) {
      AffineTransform upright = new AffineTransform(place);
      upright.scale(1, -1);
      content.beginText();
      content.setFont(font(bold), size);
      content.setTextMatrix(new Matrix(upright));
      content.showText(label.text());
      content.endText();
    } else {
      outline(Fonts.shaped(label.text(), size, bold).getOutline(null), place, label.text());
    }
  }

  /// Ligatures are switched off, as the other painters draw none and text was measured without.
  private PDType0Font font(boolean bold) throws IOException {
    PDType0Font font = shared.fonts.get(bold);
    if (font == null) {
      try (InputStream in = Fonts.open(bold ? Fonts.BOLD : Fonts.REGULAR)) {
        TrueTypeFont face = new TTFParser().parse(new RandomAccessReadBuffer(in));
        face.setEnableGsub(false);
        shared.document.registerTrueTypeFontForClosing(face);
        font = PDType0Font.load(shared.document, face, true);
      }
      shared.fonts.put(bold, font);
    }
    return font;
  }

  private void outline(Shape shape, AffineTransform place, String text) throws IOException {
    COSDictionary properties = new COSDictionary();
    properties.setItem(COSName.ACTUAL_TEXT, new COSString(text));
    content.beginMarkedContent(COSName.getPDFName("Span"), PDPropertyList.create(properties));
    PathIterator path = shape.getPathIterator(place);
    float[] c = new float[6];
    float x = 0;
    float y = 0;
    boolean drawn = false;
    for (; !path.isDone(); path.next()) {
      drawn = true;
      switch (path.currentSegment(c)) {
        case PathIterator.SEG_MOVETO -> content.moveTo(x = c[0], y = c[1]);
        case PathIterator.SEG_LINETO -> content.lineTo(x = c[0], y = c[1]);
        case PathIterator.SEG_QUADTO -> {
          content.curveTo(
              x + (c[0] - x) * 2 / 3,
              y + (c[1] - y) * 2 / 3,
              c[2] + (c[0] - c[2]) * 2 / 3,
              c[3] + (c[1] - c[3]) * 2 / 3,
              c[2],
              c[3]);
          x = c[2];
          y = c[3];
        }
        case PathIterator.SEG_CUBICTO ->
            content.curveTo(c[0], c[1], c[2], c[3], x = c[4], y = c[5]);
        default -> content.closePath();
      }
    }
    if (drawn) {
      content.fill();
    }
    content.endMarkedContent();
  }
}
