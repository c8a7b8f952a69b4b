package outcrop.analysis.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.export.Report.Entry;
import outcrop.analysis.export.Report.Fact;
import outcrop.analysis.query.BinAxis;
import outcrop.analysis.query.ViewData.Apart;
import outcrop.analysis.query.ViewData.DistributionData;
import outcrop.analysis.render.Bounds;
import outcrop.analysis.render.ChartLayout;
import outcrop.analysis.render.Drawing;
import outcrop.analysis.render.Mark;
import outcrop.analysis.render.Theme;
import outcrop.analysis.spec.DistributionSpec;
import outcrop.analysis.task.UserFailure;

class ReportTest {
  private static final String HOSTILE =
      "\"><script>alert(1)</script><img src=x onerror=alert(2)> ]]> --> </style></svg>"
          + " javascript:alert(3) <a href='https://evil.example/'>x</a>";

  /// A picture that is inside the file.
  private static final Pattern RASTER =
      Pattern.compile("data:image/png;base64,[A-Za-z0-9+/]+={0,2}");

  @TempDir Path folder;

  private static Drawing drawing(String name) {
    long[] none = {0};
    DistributionData data =
        new DistributionData(
            30,
            30,
            FieldType.CATEGORY,
            new BinAxis.Values(List.of(name, "b")),
            List.of(""),
            new long[][] {{20, 10}},
            new long[][] {{20, 10}},
            new Apart(none, none, none, none));
    return ChartLayout.layout(
        DistributionSpec.of("v", name).withTitle(name), data, 600, 380, Theme.LIGHT);
  }

  /// The drawing with a raster on it, as a scatter of many rows has one.
  private static Drawing withRaster(Drawing drawing) {
    List<Mark> marks = new ArrayList<>(drawing.marks());
    marks.add(new Mark.Raster(new Bounds(10, 10, 40, 20), 2, new int[] {-1, 0xff336699}));
    return new Drawing(
        drawing.width(),
        drawing.height(),
        drawing.background(),
        drawing.title(),
        drawing.description(),
        marks,
        drawing.regions(),
        drawing.frame(),
        drawing.facts());
  }

  private static Report report(String name, String note, int views) {
    List<Entry> entries =
        IntStream.range(0, views)
            .mapToObj(
                i ->
                    new Entry(
                        name, note, List.of("30 rows " + name), Optional.of(drawing(name)), ""))
            .toList();
    return new Report(name, List.of(new Fact("Data", name)), entries, Theme.LIGHT);
  }

  private static String html(Report report) {
    return ReportHtml.write(report, ReportWords.ENGLISH);
  }

  @Test
  void nothingInTheHtmlRunsLoadsOrLeadsOutside() {
    String note =
        HOSTILE
            + "\n\n[press](javascript:alert(4)) ![see](https://evil.example/p.png)\n\n`"
            + HOSTILE
            + "`";
    Entry entry =
        new Entry(HOSTILE, note, List.of(HOSTILE), Optional.of(withRaster(drawing(HOSTILE))), "");
    String html =
        html(
            new Report(
                HOSTILE, List.of(new Fact("Data", HOSTILE)), List.of(entry, entry), Theme.LIGHT));
    assertTrue(html.contains("href=\"data:image/png;base64,"), "rasters are inside");
    assertTrue(
        html.contains("http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';"),
        "tell browsers to load and run nothing");
    Matcher tags = Pattern.compile("<\\s*([a-zA-Z0-9]+)((?:[^<>\"]|\"[^\"]*\")*)>").matcher(html);
    while (tags.find()) {
      String tag = tags.group(1).toLowerCase(Locale.ROOT);
      assertFalse(
          List.of("script", "img", "iframe", "object", "embed", "link", "base", "form", "use")
              .contains(tag),
          "the report has the element " + tags.group());
      Matcher attributes = Pattern.compile("([a-zA-Z:-]+)=\"([^\"]*)\"").matcher(tags.group(2));
      while (attributes.find()) {
        String name = attributes.group(1).toLowerCase(Locale.ROOT);
        String value = attributes.group(2);
        assertFalse(name.startsWith("on"), "the report has the attribute " + attributes.group());
        boolean leads = name.contains("href") || name.equals("src") || name.equals("action");
        boolean within =
            value.startsWith("#") || tag.equals("image") && RASTER.matcher(value).matches();
        assertTrue(!leads || within, "the report leads to " + attributes.group());
      }
    }
    String styles = html.substring(html.indexOf("<style>"), html.indexOf("</style>"));
    assertFalse(styles.contains("@import"), "styles load nothing");
    for (Matcher url = Pattern.compile("url\\(([^)]{0,12})").matcher(html); url.find(); ) {
      assertTrue(
          url.group(1).startsWith("data:") || url.group(1).startsWith("#"),
          "fonts are inside, not at " + url.group());
    }
  }

  @Test
  void everyIdIsThereOnceAndTheContentsLeadToTheViews() {
    String html = html(report("city", "", 3));
    List<String> ids =
        Pattern.compile(" id=\"([^\"]*)\"").matcher(html).results().map(m -> m.group(1)).toList();
    assertEquals(ids.size(), ids.stream().distinct().count(), "ids must not clash: " + ids);
    for (int i = 1; i <= 3; i++) {
      assertTrue(html.contains("href=\"#view-" + i + "\""), "the contents name view " + i);
      assertTrue(ids.contains("view-" + i), "view " + i + " can be reached");
    }
  }

  @Test
  void notesAreWrittenAsTheyMean() {
    String html = html(report("city", "# See\n\nA **bold** word\n\n- one\n- two\n\n> said", 1));
    for (String part :
        List.of("<h3>See</h3>", "<strong>bold</strong>", "</span> one</p>", "<blockquote>said<")) {
      assertTrue(html.contains(part), "the note lacks " + part);
    }
  }

  @Test
  void theSizeDependsOnTheViewsAndNotOnTheRows() {
    int one = html(report("city", "", 1)).length();
    int two = html(report("city", "", 2)).length();
    int three = html(report("city", "", 3)).length();
    assertEquals(two - one, three - two, 300, "each view adds as much as the next");
  }

  @Test
  void aViewThatCannotBeDrawnSaysWhy() {
    Entry gone =
        new Entry("age", "kept", List.of(), Optional.empty(), "There is no field <age> any more.");
    String html = html(new Report("r", List.of(), List.of(gone), Theme.DARK));
    assertTrue(html.contains("There is no field &lt;age&gt; any more."), "say why");
    assertTrue(html.contains("kept"), "and keep the note");
  }

  @Test
  void thePdfIsTextOnPagesWithAnOutline() throws IOException {
    String note =
        IntStream.range(0, 400).mapToObj(i -> "word" + i).collect(Collectors.joining(" "));
    Path file = folder.resolve("r.pdf");
    ReportFormat.PDF.write(report("naïve city", note, 3), ReportWords.ENGLISH, file);
    byte[] first = Files.readAllBytes(file);
    try (PDDocument document = Loader.loadPDF(first)) {
      String text = new PDFTextStripper().getText(document);
      assertTrue(text.contains("Contents"), "there is a table of contents");
      assertTrue(text.contains("word399"), "a note goes on to its end");
      assertTrue(document.getNumberOfPages() > 3, "long notes are broken over pages");
      assertTrue(
          document.getDocumentCatalog().getDocumentOutline().hasChildren(),
          "readers can jump to the views");
      assertEquals("en", document.getDocumentCatalog().getLanguage(), "say the language");
    }
    ReportFormat.PDF.write(report("naïve city", note, 3), ReportWords.ENGLISH, file);
    assertArrayEquals(first, Files.readAllBytes(file), "the same report gives the same bytes");
  }

  @Test
  void aReportThatCannotBeWrittenLeavesNothing() throws IOException {
    Path absent = folder.resolve("absent").resolve("r.html");
    UserFailure failure =
        assertThrows(
            UserFailure.class,
            () -> ReportFormat.HTML.write(report("r", "", 1), ReportWords.ENGLISH, absent));
    assertTrue(failure.getMessage().contains("r.html"), failure.getMessage());
    Files.createDirectory(folder.resolve("d.pdf"));
    assertThrows(
        UserFailure.class,
        () ->
            ReportFormat.PDF.write(
                report("r", "", 1), ReportWords.ENGLISH, folder.resolve("d.pdf")));
    try (var files = Files.list(folder)) {
      assertEquals(1, files.count(), "nothing is half-written");
    }
  }
}
