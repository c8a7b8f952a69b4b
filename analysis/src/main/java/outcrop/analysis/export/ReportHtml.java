package outcrop.analysis.export;

import java.util.List;
import outcrop.analysis.render.Drawing;
import outcrop.analysis.render.FontFaces;
import outcrop.analysis.render.Markdown;
import outcrop.analysis.render.SvgPainter;

/// Writes a report as one HTML file that needs nothing else: fonts and pictures are inside, nothing
/// in it runs, loads or leads outside, and browsers are told so.
final class ReportHtml {
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; "
          + "base-uri 'none'; form-action 'none'";

  private final Report report;
  private final ReportWords words;
  private final FontFaces letters = new FontFaces();
  private final StringBuilder body = new StringBuilder(1 << 16);

  private ReportHtml(Report report, ReportWords words) {
    this.report = report;
    this.words = words;
  }

  static String write(Report report, ReportWords words) {
    ReportHtml html = new ReportHtml(report, words);
    html.body();
    return html.document();
  }

  private String document() {
    return "<!DOCTYPE html>\n<html lang=\""
        + words.language()
        + "\">\n<head>\n<meta charset=\"utf-8\">\n"
        + "<meta http-equiv=\"Content-Security-Policy\" content=\""
        + POLICY
        + "\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        + "<meta name=\"generator\" content=\"Outcrop\">\n<title>"
        + escaped(report.title())
        + "</title>\n<style>\n"
        + letters.css()
        + ReportStyle.css(report.theme())
        + "</style>\n</head>\n<body>\n"
        + body
        + "</body>\n</html>\n";
  }

  private void body() {
    body.append("<header>\n<h1>").append(said(report.title(), true)).append("</h1>\n<dl>\n");
    for (Report.Fact fact : report.facts()) {
      body.append("<dt>")
          .append(said(fact.name(), false))
          .append("</dt><dd>")
          .append(said(fact.value(), false))
          .append("</dd>\n");
    }
    body.append("</dl>\n</header>\n");
    if (report.entries().isEmpty()) {
      body.append("<p>").append(said(words.nothing(), false)).append("</p>\n");
      return;
    }
    contents();
    body.append("<main>\n");
    for (int i = 0; i < report.entries().size(); i++) {
      entry(report.entries().get(i), i + 1);
    }
    body.append("</main>\n");
  }

  private void contents() {
    body.append("<nav aria-labelledby=\"contents\">\n<h2 id=\"contents\">")
        .append(said(words.contents(), true))
        .append("</h2>\n<ol>\n");
    for (int i = 0; i < report.entries().size(); i++) {
      body.append("<li><a href=\"#view-")
          .append(i + 1)
          .append("\">")
          .append(said(report.entries().get(i).title(), false))
          .append("</a></li>\n");
    }
    body.append("</ol>\n</nav>\n");
  }

  private void entry(Report.Entry entry, int number) {
    body.append("<section id=\"view-").append(number).append("\">\n<h2>");
    body.append(number).append(". ").append(said(entry.title(), true)).append("</h2>\n");
    letters.add(number + ". ", true);
    if (entry.drawing().isPresent()) {
      Drawing drawing = entry.drawing().get();
      letters.add(drawing.marks());
      body.append("<figure>\n").append(SvgPainter.inline(drawing, "v" + number + "-"));
      body.append("</figure>\n");
    } else {
      body.append("<p class=\"problem\">").append(said(entry.problem(), false)).append("</p>\n");
    }
    entry
        .lines()
        .forEach(
            line -> body.append("<p class=\"facts\">").append(said(line, false)).append("</p>\n"));
    if (!entry.note().isBlank()) {
      body.append("<div class=\"note\">\n");
      Markdown.read(entry.note()).forEach(this::block);
      body.append("</div>\n");
    }
    body.append("</section>\n");
  }

  private void block(Markdown.Block block) {
    switch (block) {
      case Markdown.Block.Heading heading -> {
        // Below the title of the view, which is of the second level.
        int level = Math.min(6, heading.level() + 2);
        runs("h" + level, "", heading.runs(), true);
      }
      case Markdown.Block.Paragraph paragraph -> runs("p", "", paragraph.runs(), false);
      case Markdown.Block.Quote quote -> runs("blockquote", "", quote.runs(), false);
      case Markdown.Block.Item item -> {
        body.append("<p class=\"item depth-").append(Math.min(6, item.depth())).append("\">");
        body.append("<span class=\"mark\">").append(said(item.mark(), false)).append("</span> ");
        inside(item.runs(), false);
        body.append("</p>\n");
      }
      case Markdown.Block.Code code ->
          body.append("<pre>").append(escaped(code.text())).append("</pre>\n");
      case Markdown.Block.Rule _ -> body.append("<hr>\n");
    }
  }

  private void runs(String tag, String attributes, List<Markdown.Run> runs, boolean bold) {
    body.append('<').append(tag).append(attributes).append('>');
    inside(runs, bold);
    body.append("</").append(tag).append(">\n");
  }

  private void inside(List<Markdown.Run> runs, boolean bold) {
    for (Markdown.Run run : runs) {
      String text = said(run.text(), bold || run.bold());
      String address = run.link().isEmpty() || run.link().equals(run.text()) ? "" : run.link();
      String open = (run.bold() ? "<strong>" : "") + (run.italic() ? "<em>" : "");
      String close = (run.italic() ? "</em>" : "") + (run.bold() ? "</strong>" : "");
      body.append(open);
      body.append(run.code() ? "<code>" + text + "</code>" : text.replace("\n", "<br>\n"));
      body.append(close);
      if (!address.isEmpty()) {
        body.append(" (").append(said(address, false)).append(')');
      }
    }
  }

  /// A text whose letters are taken along.
  private String said(String text, boolean bold) {
    letters.add(text, bold);
    return escaped(text);
  }

  private static String escaped(String text) {
    return SvgPainter.escaped(text);
  }
}
