package outcrop.app.cli;

import java.util.ArrayList;
import java.util.List;

/// A table for people: aligned columns, one line per row, long texts cut.
final class TextTable {
  private static final String GAP = "  ";
  private static final String CUT = "…";
  private static final int NARROWEST = 8;
  private static final int BEFORE_HIT = 16;
  private static final String BOLD_ON = "\u001b[1;33m";
  private static final String BOLD_OFF = "\u001b[0m";

  /// Where values stand in their column.
  enum Align {
    LEFT,
    RIGHT
  }

  /// @param hits spans of the text to highlight, `{start, end}` in UTF-16 units, rising
  record Cell(String text, List<int[]> hits) {
    static Cell of(String text) {
      return new Cell(text, List.of());
    }
  }

  private record Head(String title, Align align, int widest) {}

  private final List<Head> heads = new ArrayList<>();
  private final List<List<Cell>> rows = new ArrayList<>();
  private boolean highlight;

  /// Adds a column whose values are printed whole.
  TextTable column(String title, Align align) {
    return column(title, align, Integer.MAX_VALUE);
  }

  /// Adds a column whose values are cut at `widest` terminal columns.
  TextTable column(String title, Align align, int widest) {
    heads.add(new Head(CellText.harmless(title), align, widest));
    return this;
  }

  /// Marks hits with escape sequences.
  TextTable highlighting(boolean value) {
    highlight = value;
    return this;
  }

  void row(String... cells) {
    cells(List.of(cells).stream().map(Cell::of).toList());
  }

  void cells(List<Cell> cells) {
    rows.add(cells.stream().map(c -> new Cell(CellText.harmless(c.text()), c.hits())).toList());
  }

  /// The printed lines, titles first.
  ///
  /// @param width the wanted width of a line; columns that may be cut give way, the others do not
  List<String> lines(int width) {
    int[] widths = widths(width);
    List<String> lines = new ArrayList<>();
    lines.add(line(heads.stream().map(head -> Cell.of(head.title())).toList(), widths));
    for (List<Cell> row : rows) {
      lines.add(line(row, widths));
    }
    return lines;
  }

  private int[] widths(int width) {
    int[] widths = new int[heads.size()];
    int sum = Math.max(0, heads.size() - 1) * GAP.length();
    for (int i = 0; i < widths.length; i++) {
      int widest = CellText.width(heads.get(i).title());
      for (List<Cell> row : rows) {
        widest = Math.max(widest, CellText.width(row.get(i).text()));
      }
      widths[i] = Math.min(widest, heads.get(i).widest());
      sum += widths[i];
    }
    while (sum > width && narrowWidest(widths)) {
      sum--;
    }
    return widths;
  }

  /// Takes one column from the widest of those that may be cut.
  private boolean narrowWidest(int[] widths) {
    int widest = -1;
    for (int i = 0; i < widths.length; i++) {
      if (heads.get(i).widest() != Integer.MAX_VALUE
          && widths[i] > NARROWEST
          && (widest < 0 || widths[i] > widths[widest])) {
        widest = i;
      }
    }
    if (widest < 0) {
      return false;
    }
    widths[widest]--;
    return true;
  }

  private String line(List<Cell> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      Cell cell = fit(cells.get(i), widths[i]);
      String padding = " ".repeat(Math.max(0, widths[i] - CellText.width(cell.text())));
      boolean right = heads.get(i).align() == Align.RIGHT;
      line.append(right ? padding : "").append(marked(cell)).append(right ? "" : padding);
      line.append(i < widths.length - 1 ? GAP : "");
    }
    return line.toString().stripTrailing();
  }

  /// The cell within a width: from its start, or from shortly before its first hit where that lies
  /// further on.
  private static Cell fit(Cell cell, int width) {
    String text = cell.text();
    if (CellText.width(text) <= width) {
      return cell;
    }
    int start = 0;
    String before = "";
    if (!cell.hits().isEmpty()) {
      int[] hit = cell.hits().getFirst();
      if (CellText.end(text, 0, width - 1) < hit[1]) {
        start = Math.max(0, hit[0] - Math.min(BEFORE_HIT, Math.max(0, width / 3)));
        start += start > 0 && Character.isLowSurrogate(text.charAt(start)) ? 1 : 0;
        before = start > 0 ? CUT : "";
      }
    }
    int end = CellText.end(text, start, Math.max(1, width - 1 - before.length()));
    String after = end < text.length() ? CUT : "";
    int shift = before.length() - start;
    int lowest = before.length();
    int highest = before.length() + end - start;
    List<int[]> hits =
        cell.hits().stream()
            .map(
                hit ->
                    new int[] {Math.max(lowest, hit[0] + shift), Math.min(highest, hit[1] + shift)})
            .filter(hit -> hit[0] < hit[1])
            .toList();
    return new Cell(before + text.substring(start, end) + after, hits);
  }

  private String marked(Cell cell) {
    if (!highlight || cell.hits().isEmpty()) {
      return cell.text();
    }
    StringBuilder marked = new StringBuilder();
    int at = 0;
    for (int[] hit : cell.hits()) {
      if (hit[0] >= at) {
        marked.append(cell.text(), at, hit[0]).append(BOLD_ON);
        marked.append(cell.text(), hit[0], hit[1]).append(BOLD_OFF);
        at = hit[1];
      }
    }
    return marked.append(cell.text(), at, cell.text().length()).toString();
  }
}
