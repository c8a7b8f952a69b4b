package outcrop.analysis.export;

import java.util.ArrayList;
import java.util.List;
import outcrop.analysis.render.Drawing;
import outcrop.analysis.render.Fonts;
import outcrop.analysis.render.Mark;
import outcrop.analysis.render.Mark.Anchor;
import outcrop.analysis.render.Mark.Stroke;
import outcrop.analysis.render.Mark.TextStyle;
import outcrop.analysis.render.Markdown;
import outcrop.analysis.render.PdfPages;
import outcrop.analysis.render.Theme;

/// Lays a report out on pages of A4: facts and contents first, then each view with its note, broken
/// only between lines.
final class ReportPages {
  /// A4 in layout units of 1/96 inch.
  static final double WIDTH = 210 / 25.4 * 96;

  static final double HEIGHT = 297 / 25.4 * 96;
  private static final double MARGIN = 68;
  private static final double FOOT = 40;
  private static final double MOST_OF_PAGE = 0.62;

  private final Report report;
  private final ReportWords words;
  private final Theme theme;
  private final TextStyle body;
  private final TextStyle small;
  private final List<Sheet> sheets = new ArrayList<>();
  private double y;

  /// A page in the making.
  private record Sheet(
      List<Mark> marks, List<PdfPages.Placed> drawings, List<PdfPages.Bookmark> bookmarks) {
    Sheet() {
      this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }
  }

  /// A word in one look, with what stands before it on the same line.
  private record Word(String text, boolean bold, boolean glued) {}

  private ReportPages(Report report, ReportWords words) {
    this.report = report;
    this.words = words;
    theme = report.theme();
    body = new TextStyle(13.5, false, theme.foreground());
    small = new TextStyle(11, false, theme.muted());
  }

  static PdfPages of(Report report, ReportWords words) {
    ReportPages pages = new ReportPages(report, words);
    pages.lay();
    return pages.finished();
  }

  private void lay() {
    begin();
    text(report.title(), new TextStyle(25, true, theme.foreground()), 0);
    y += 10;
    for (Report.Fact fact : report.facts()) {
      fact(fact);
    }
    if (report.entries().isEmpty()) {
      y += 16;
      text(words.nothing(), body, 0);
      return;
    }
    List<Integer> firstPages = new ArrayList<>();
    Sheet first = sheets.getFirst();
    double contents = y + 26;
    // The contents need the pages of the views, which come after them: their lines are kept free.
    y = contents + 24;
    List<Sheet> lines = new ArrayList<>();
    List<Double> places = new ArrayList<>();
    for (Report.Entry _ : report.entries()) {
      room(20);
      lines.add(sheets.getLast());
      places.add(y);
      y += 20;
    }
    for (int i = 0; i < report.entries().size(); i++) {
      entry(report.entries().get(i), i + 1);
      firstPages.add(page(report.entries().get(i), i + 1));
    }
    label(first, words.contents(), MARGIN, contents + 12, Anchor.START, heading(15));
    for (int i = 0; i < report.entries().size(); i++) {
      Sheet sheet = lines.get(i);
      double base = places.get(i) + 12;
      String name = (i + 1) + ".  " + report.entries().get(i).title();
      label(
          sheet,
          Fonts.fit(name, width() - 40, body.size(), false),
          MARGIN,
          base,
          Anchor.START,
          body);
      String page = Integer.toString(firstPages.get(i));
      label(sheet, page, WIDTH - MARGIN, base, Anchor.END, body);
    }
  }

  private int page(Report.Entry entry, int number) {
    String title = bookmark(entry, number);
    for (int i = 0; i < sheets.size(); i++) {
      if (sheets.get(i).bookmarks().stream().anyMatch(mark -> mark.title().equals(title))) {
        return i + 1;
      }
    }
    return sheets.size();
  }

  private static String bookmark(Report.Entry entry, int number) {
    return number + ". " + entry.title();
  }

  private void fact(Report.Fact fact) {
    double column = 150;
    room(17);
    label(sheets.getLast(), fact.name(), MARGIN, y + 11, Anchor.START, small);
    TextStyle style = new TextStyle(small.size(), false, theme.foreground());
    text(fact.value(), style, column);
  }

  private void entry(Report.Entry entry, int number) {
    double scale = 1;
    double high = 0;
    if (entry.drawing().isPresent()) {
      Drawing drawing = entry.drawing().get();
      scale = Math.min(1, width() / drawing.width());
      scale = Math.min(scale, (HEIGHT - 2 * MARGIN) * MOST_OF_PAGE / drawing.height());
      high = drawing.height() * scale;
    }
    boolean onFirst = number == 1;
    if (onFirst) {
      begin();
    } else {
      y += 22;
      room(high + 60);
    }
    if (y > MARGIN + 1) {
      Sheet sheet = sheets.getLast();
      Stroke stroke = Stroke.of(theme.grid(), 1);
      sheet.marks().add(new Mark.Line(MARGIN, y, WIDTH - MARGIN, y, stroke));
      y += 18;
    }
    sheets.getLast().bookmarks().add(new PdfPages.Bookmark(bookmark(entry, number), y - 6));
    text(bookmark(entry, number), heading(17), 0);
    y += 6;
    if (entry.drawing().isPresent()) {
      sheets.getLast().drawings().add(new PdfPages.Placed(entry.drawing().get(), MARGIN, y, scale));
      y += high + 8;
    } else {
      text(entry.problem(), body, 0);
    }
    entry.lines().forEach(line -> text(line, small, 0));
    if (!entry.note().isBlank()) {
      y += 8;
      Markdown.read(entry.note()).forEach(this::block);
    }
  }

  private void block(Markdown.Block block) {
    switch (block) {
      case Markdown.Block.Heading heading -> {
        y += 6;
        runs(heading.runs(), heading(heading.level() <= 2 ? 15 : 13.5), 0, "");
      }
      case Markdown.Block.Paragraph paragraph -> runs(paragraph.runs(), body, 0, "");
      case Markdown.Block.Quote quote ->
          runs(quote.runs(), new TextStyle(body.size(), false, theme.muted()), 14, "");
      case Markdown.Block.Item item ->
          runs(item.runs(), body, 18 + 18.0 * item.depth(), item.mark());
      case Markdown.Block.Code code -> code.text().lines().forEach(line -> text(line, small, 14));
      case Markdown.Block.Rule _ -> {
        room(16);
        Stroke stroke = Stroke.of(theme.grid(), 1);
        sheets.getLast().marks().add(new Mark.Line(MARGIN, y + 8, WIDTH - MARGIN, y + 8, stroke));
        y += 16;
      }
    }
    y += block instanceof Markdown.Block.Item ? 1 : 6;
  }

  private void text(String text, TextStyle style, double indent) {
    runs(List.of(new Markdown.Run(text, false, false, false, "")), style, indent, "");
  }

  /// Words from left to right on as many lines and pages as they need.
  ///
  /// @param mark what stands before the first line, in the indent
  private void runs(List<Markdown.Run> runs, TextStyle style, double indent, String mark) {
    double step = style.size() * 1.5;
    double x = MARGIN + indent;
    double left = x;
    double right = WIDTH - MARGIN;
    double blank = Fonts.width(" ", style.size(), false);
    room(step);
    if (!mark.isEmpty()) {
      label(sheets.getLast(), mark, left - 6, y + style.size(), Anchor.END, style);
    }
    for (Word word : words(runs)) {
      boolean bold = style.bold() || word.bold();
      for (String part : Fonts.pieces(word.text(), right - left, style.size(), bold)) {
        double width = Fonts.width(part, style.size(), bold);
        double gap = x > left && !word.glued() ? blank : 0;
        boolean newLine = part.equals("\n");
        if (newLine || x > left && x + gap + width > right) {
          y += step;
          room(step);
          x = left;
          gap = 0;
        }
        if (!newLine) {
          TextStyle look = new TextStyle(style.size(), bold, style.colour());
          label(sheets.getLast(), part, x + gap, y + style.size(), Anchor.START, look);
          x += gap + width;
        }
      }
    }
    y += step;
  }

  private static List<Word> words(List<Markdown.Run> runs) {
    List<Word> words = new ArrayList<>();
    boolean glued = true;
    for (Markdown.Run run : runs) {
      boolean told = !run.link().isEmpty() && !run.link().equals(run.text());
      String text = told ? run.text() + " (" + run.link() + ")" : run.text();
      StringBuilder word = new StringBuilder();
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c == ' ' || c == '\t' || c == '\n') {
          if (!word.isEmpty()) {
            words.add(new Word(word.toString(), run.bold(), glued));
            word.setLength(0);
          }
          glued = false;
          if (c == '\n') {
            words.add(new Word("\n", false, true));
          }
        } else {
          word.append(c);
        }
      }
      if (!word.isEmpty()) {
        words.add(new Word(word.toString(), run.bold(), glued));
        glued = true;
      }
    }
    return words;
  }

  private static double width() {
    return WIDTH - 2 * MARGIN;
  }

  private TextStyle heading(double size) {
    return new TextStyle(size, true, theme.foreground());
  }

  private void begin() {
    sheets.add(new Sheet());
    y = MARGIN;
  }

  /// Begins a page where the height is not free on this one.
  private void room(double height) {
    if (y + height > HEIGHT - MARGIN && y > MARGIN) {
      begin();
    }
  }

  private static void label(
      Sheet sheet, String text, double x, double base, Anchor anchor, TextStyle style) {
    if (!text.isBlank()) {
      sheet.marks().add(new Mark.Label(text, x, base, anchor, style, 0));
    }
  }

  private PdfPages finished() {
    List<PdfPages.Page> pages = new ArrayList<>();
    for (int i = 0; i < sheets.size(); i++) {
      Sheet sheet = sheets.get(i);
      label(
          sheet,
          ReportWords.fill(words.page(), i + 1, sheets.size()),
          WIDTH - MARGIN,
          HEIGHT - FOOT,
          Anchor.END,
          small);
      String title = Fonts.fit(report.title(), width() - 80, small.size(), false);
      label(sheet, title, MARGIN, HEIGHT - FOOT, Anchor.START, small);
      pages.add(
          new PdfPages.Page(
              WIDTH,
              HEIGHT,
              theme.background(),
              sheet.marks(),
              sheet.drawings(),
              sheet.bookmarks()));
    }
    String subject = report.facts().isEmpty() ? "" : report.facts().getFirst().value();
    return new PdfPages(report.title(), subject, words.language(), pages);
  }
}
