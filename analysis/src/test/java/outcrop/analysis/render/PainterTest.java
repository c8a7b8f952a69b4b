package outcrop.analysis.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import outcrop.analysis.spec.ChartStyle.Size;
import outcrop.analysis.spec.ChartStyle.Unit;
import outcrop.analysis.task.UserFailure;

class PainterTest {
  /// How the one thing begins that a drawing may refer to: pixels of its own.
  private static final String PNG_INSIDE = "data:image/png;base64,";

  @TempDir Path folder;

  private static byte[] pdf(Drawing drawing) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PdfPainter.paint(drawing, out);
    return out.toByteArray();
  }

  @Test
  void everySvgIsXmlWithoutAnythingThatRuns() throws Exception {
    for (var entry : Samples.all().entrySet()) {
      String svg = SvgPainter.paint(entry.getValue().drawing());
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      Document document =
          factory
              .newDocumentBuilder()
              .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
      NodeList all = document.getElementsByTagName("*");
      for (int i = 0; i < all.getLength(); i++) {
        Element element = (Element) all.item(i);
        assertFalse(
            Set.of("script", "foreignObject", "a", "use").contains(element.getTagName()),
            entry.getKey() + " has the element " + element.getTagName());
        for (int a = 0; a < element.getAttributes().getLength(); a++) {
          String name = element.getAttributes().item(a).getNodeName().toLowerCase(Locale.ROOT);
          boolean inside =
              element.getTagName().equals("image")
                  && element.getAttributes().item(a).getNodeValue().startsWith(PNG_INSIDE);
          assertFalse(
              name.startsWith("on") || name.contains("href") && !inside,
              entry.getKey() + " has the attribute " + name);
        }
      }
      assertEquals(
          1, document.getElementsByTagName("desc").getLength(), "Say what the picture shows.");
    }
  }

  @Test
  void textStaysTextInPdf() throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf(Samples.lines().drawing()))) {
      String text = new PDFTextStripper().getText(document);
      for (String part :
          new String[] {"age", "24,938 rows", "Freedman–Diaconis", "Age in years", "mean 48.6"}) {
        assertTrue(text.contains(part), "The text of the PDF lacks '" + part + "': " + text);
      }
      assertEquals(
          700 * 0.75,
          document.getPage(0).getMediaBox().getWidth(),
          0.01,
          "96 layout units are an inch.");
    }
  }

  @Test
  void pdfHasAGlyphPerLetterAsItWasMeasured() throws IOException {
    String name = "office flow, efficient fjord, affluent";
    Samples.Sample sample = Samples.histogram();
    Drawing drawing =
        ChartLayout.layout(sample.spec().withTitle(name), sample.data(), 700, 420, Theme.LIGHT);
    List<Integer> glyphs = new ArrayList<>();
    PDFTextStripper stripper =
        new PDFTextStripper() {
          @Override
          protected void writeString(String text, List<TextPosition> positions) throws IOException {
            if (text.equals(name)) {
              glyphs.add(positions.size());
            }
            super.writeString(text, positions);
          }
        };
    try (PDDocument document = Loader.loadPDF(pdf(drawing))) {
      stripper.getText(document);
    }
    assertEquals(List.of(name.length()), glyphs, "A ligature has swallowed letters.");
  }

  @Test
  void namesInEveryScriptArriveInPdf() throws IOException {
    byte[] bytes = pdf(Samples.names().drawing());
    try (PDDocument document = Loader.loadPDF(bytes)) {
      String text = new PDFTextStripper().getText(document);
      assertTrue(text.contains("<script>alert('x')</script>"), "Markup is text: " + text);
      assertTrue(text.contains("naïve Ωμέγα Привет"), "Greek and Cyrillic are text: " + text);
      BufferedImage image = new PDFRenderer(document).renderImage(0);
      assertTrue(colours(image) > 20, "The page is not blank.");
    }
  }

  @Test
  void theSameDrawingGivesTheSameBytes() throws IOException {
    Map<String, Samples.Sample> again = Samples.all();
    for (var entry : Samples.all().entrySet()) {
      Drawing one = entry.getValue().drawing();
      Drawing two = again.get(entry.getKey()).drawing();
      assertEquals(SvgPainter.paint(one), SvgPainter.paint(two), entry.getKey());
    }
    Drawing drawing = Samples.histogram().drawing();
    assertArrayEquals(
        pixels(PngPainter.image(drawing, 1)), pixels(PngPainter.image(drawing, 1)), "PNG");
    assertArrayEquals(pdf(drawing), pdf(drawing), "A PDF may not hold the time or chance.");
  }

  @Test
  void pngHasTheSizeOfTheDrawingTimesTheScaleAndIsNotBlank() {
    for (var entry : Samples.all().entrySet()) {
      Drawing drawing = entry.getValue().drawing();
      BufferedImage image = PngPainter.image(drawing, 1.5);
      assertEquals(Math.round(drawing.width() * 1.5), image.getWidth(), entry.getKey());
      assertEquals(Math.round(drawing.height() * 1.5), image.getHeight(), entry.getKey());
      assertTrue(colours(image) > 4, entry.getKey() + " is blank");
    }
  }

  private static int[] pixels(BufferedImage image) {
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }

  private static int colours(BufferedImage image) {
    Set<Integer> colours = new HashSet<>();
    for (int pixel : pixels(image)) {
      colours.add(pixel);
    }
    return colours.size();
  }

  @Test
  void theEndOfTheNameChoosesTheFormat() throws IOException {
    Drawing drawing = Samples.months().drawing();
    for (String name : new String[] {"a.svg", "a.pdf", "a.png", "UPPER.PNG", "a b.tar.svg"}) {
      ChartExport.write(drawing, folder.resolve(name), PictureStyle.DEFAULT.withDpi(96));
      ChartExport.write(drawing, folder.resolve(name), PictureStyle.DEFAULT.withDpi(96));
    }
    assertEquals(700, ImageIO.read(folder.resolve("a.png").toFile()).getWidth(), "one to one");
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(5, files.count(), "Nothing but the pictures is left in the folder.");
    }
  }

  @Test
  void whatCannotBeWrittenIsSaidInOneSentence() throws IOException {
    Drawing drawing = Samples.histogram().drawing();
    Files.createDirectory(folder.resolve("d.svg"));
    Path absent = folder.resolve("absent");
    for (Path target :
        new Path[] {
          folder.resolve("a.gif"),
          folder.resolve("a"),
          absent.resolve("a.svg"),
          folder.resolve("d.svg")
        }) {
      UserFailure failure =
          assertThrows(
              UserFailure.class, () -> ChartExport.write(drawing, target, PictureStyle.DEFAULT));
      assertTrue(
          failure.getMessage().contains(target.getFileName().toString()), failure.getMessage());
    }
    assertThrows(
        UserFailure.class,
        () ->
            ChartExport.write(
                drawing, folder.resolve("a.png"), PictureStyle.DEFAULT.withDpi(96_000)),
        "A picture of billions of pixels is refused before memory is taken.");
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(1, files.count(), "A refused export leaves nothing.");
    }
  }

  @Test
  void theSizeOfTheSpecIsTheSizeOnPaper() {
    assertEquals(604.72, ChartExport.width(Size.AUTO), 0.01, "160 mm");
    assertEquals(377.95, ChartExport.height(Size.AUTO), 0.01, "100 mm");
    assertEquals(500, ChartExport.width(new Size(500, 300, Unit.PX)), "pixels are units");
  }
}
