package outcrop.app.view.part;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Paints the table: only what is in view, from the state as it is.
final class GridPainter {
  private static final double ICON_SIZE = 13;
  private static final double ICON_GAP = 6;
  private static final double EDGE = 1.5;

  private final GridState state;
  private final PaintedRegion inks;
  private final Words words;
  private final Font icons = IconLetters.font(ICON_SIZE);
  private TextFitter cells;
  private TextFitter headers;
  private double numberWidth = 48;

  GridPainter(GridState state, PaintedRegion inks, Words words) {
    this.state = state;
    this.inks = inks;
    this.words = words;
    this.cells = new TextFitter(inks.font());
    this.headers = new TextFitter(semibold(inks.font()));
  }

  /// Takes over a new font of the control.
  CellMeasure setFont(Font font) {
    cells = new TextFitter(font);
    headers = new TextFitter(semibold(font));
    return new CellMeasure(cells);
  }

  private static Font semibold(Font font) {
    return Font.font(font.getFamily(), FontWeight.SEMI_BOLD, font.getSize());
  }

  /// The width of the pinned column of row numbers: enough for the last one.
  double numberWidth() {
    return numberWidth;
  }

  void measureNumbers() {
    String last = String.format("%,d", Math.max(999, state.rowCount()));
    numberWidth = Math.ceil(cells.width(last)) + 2 * GridState.PADDING + 4;
  }

  void paint(GraphicsContext g, double width, double height, boolean focused) {
    g.setTextBaseline(VPos.BASELINE);
    g.setTextAlign(TextAlignment.LEFT);
    g.setFill(inks.ink(Ink.BACK));
    g.fillRect(0, 0, width, height);
    if (state.store == null || state.loading && state.rowCount() == 0) {
      paintSkeleton(g, width, height);
    } else if (state.rowCount() == 0) {
      paintEmpty(g, width, height);
    } else {
      paintRows(g, width, height, focused);
    }
    paintHeader(g, width, height);
    g.setFill(inks.ink(Ink.BACK));
    g.fillRect(state.viewWidth(), GridState.HEADER_HEIGHT, width, height);
    g.fillRect(0, state.viewHeight(), width, height);
  }

  private void paintRows(GraphicsContext g, double width, double height, boolean focused) {
    double body = Math.min(width, numberWidth + state.columns.width() - state.across.offset());
    int first = state.topPosition();
    int end = (int) Math.min(state.rowCount(), first + 2L + (long) (height / GridState.ROW_HEIGHT));
    for (int position = first; position < end; position++) {
      double y = rowTop(position);
      if (y >= height) {
        break;
      }
      paintRow(g, position, y, width, body);
    }
    paintFocus(g, width, focused);
    paintNumbers(g, first, end, height);
  }

  private double rowTop(int position) {
    return inks.snap(
        GridState.HEADER_HEIGHT + position * GridState.ROW_HEIGHT - state.down.offset());
  }

  private void paintRow(GraphicsContext g, int position, double y, double width, double body) {
    int row = state.rows.order.rowAt(position);
    Color back = back(row, position);
    if (back != null) {
      g.setFill(back);
      g.fillRect(0, y, width, GridState.ROW_HEIGHT);
    }
    for (int column = firstInView(); column < state.columns.count(); column++) {
      double x = columnLeft(column);
      if (x >= body) {
        break;
      }
      paintCell(g, state.columns.at(column), row, x, y);
    }
    if (state.firstScrolled() > 0) {
      fillPinned(g, inks.ink(Ink.BACK), y, GridState.ROW_HEIGHT);
      if (back != null) {
        fillPinned(g, back, y, GridState.ROW_HEIGHT);
      }
      for (int column = 0; column < state.firstScrolled(); column++) {
        paintCell(g, state.columns.at(column), row, columnLeft(column), y);
      }
    }
    g.setFill(inks.ink(Ink.LINE));
    g.fillRect(0, y + GridState.ROW_HEIGHT - inks.hairline(), width, inks.hairline());
  }

  /// The first column that scrolls and is in view, the count of columns where none is.
  private int firstInView() {
    int column = state.columns.indexAt(state.pinnedWidth() + state.across.offset());
    return column < 0 ? state.columns.count() : Math.max(state.firstScrolled(), column);
  }

  private double pinnedEdge() {
    return inks.snap(numberWidth + state.pinnedWidth());
  }

  private void fillPinned(GraphicsContext g, Color ink, double y, double height) {
    g.setFill(ink);
    g.fillRect(numberWidth, y, pinnedEdge() - numberWidth, height);
  }

  private @Nullable Color back(int row, int position) {
    if (state.rows.selection.contains(row)) {
      return inks.ink(Ink.ACCENT_SOFT);
    }
    return position == state.rows.position || position == state.pointer.row
        ? inks.ink(Ink.BAND)
        : null;
  }

  private double columnLeft(int column) {
    return inks.snap(numberWidth + state.columns.left(column) - state.shift(column));
  }

  private void paintCell(GraphicsContext g, GridColumn column, int row, double x, double y) {
    double room = column.width() - 2 * GridState.PADDING;
    String value = column.head(row, 64 + (int) column.width());
    if (value == null) {
      paintMissing(
          g,
          column.fromRight() ? x + column.width() - GridState.PADDING - 18 : x + GridState.PADDING,
          y);
      return;
    }
    TextFitter.Line line = cells.fit(value, room);
    double textX =
        column.fromRight() || line.fromRight()
            ? x + column.width() - GridState.PADDING - line.width()
            : x + GridState.PADDING;
    textX = inks.snap(textX);
    if (state.hits != HitFinder.NONE) {
      paintHits(g, column, value, line, textX, y);
    }
    g.setFont(line.font());
    g.setFill(inks.ink(Ink.TEXT));
    g.fillText(line.text(), textX, y + cells.baselineIn(GridState.ROW_HEIGHT));
  }

  private void paintHits(
      GraphicsContext g,
      GridColumn column,
      String value,
      TextFitter.Line line,
      double x,
      double y) {
    for (Span span : state.hits.hits(column.name(), value)) {
      double[] edges = cells.edges(line, span.start(), span.end());
      for (int i = 0; i < edges.length; i += 2) {
        g.setFill(inks.ink(Ink.HIT));
        g.fillRoundRect(
            x + edges[i] - EDGE,
            y + 4,
            edges[i + 1] - edges[i] + 2 * EDGE,
            GridState.ROW_HEIGHT - 8,
            4,
            4);
      }
    }
  }

  /// A small empty box: not a dash, which could be a value.
  private void paintMissing(GraphicsContext g, double x, double y) {
    g.setStroke(inks.ink(Ink.FAINT));
    g.setGlobalAlpha(0.7);
    g.setLineWidth(1);
    g.setLineDashes(2, 2);
    g.strokeRoundRect(inks.snap(x) + 0.5, y + GridState.ROW_HEIGHT / 2 - 3.5, 17, 7, 6, 6);
    g.setLineDashes((double[]) null);
    g.setGlobalAlpha(1);
  }

  private void paintFocus(GraphicsContext g, double width, boolean focused) {
    if (state.columns.count() == 0) {
      return;
    }
    double y = rowTop(state.rows.position);
    double x = columnLeft(state.focusColumn);
    double cell = state.columns.at(state.focusColumn).width();
    if (y < 0 || x >= width) {
      return;
    }
    g.save();
    if (state.focusColumn >= state.firstScrolled()) {
      g.beginPath();
      g.rect(pinnedEdge(), 0, width, GridState.HEADER_HEIGHT + y + GridState.ROW_HEIGHT);
      g.clip();
    }
    g.setStroke(inks.ink(focused ? Ink.ACCENT : Ink.STRONG_LINE));
    g.setLineWidth(focused ? 2 : 1);
    double inset = focused ? 1 : 0.5;
    g.strokeRoundRect(
        x + inset,
        y + inset,
        cell - 2 * inset,
        GridState.ROW_HEIGHT - 2 * inset - inks.hairline(),
        4,
        4);
    g.restore();
  }

  private void paintNumbers(GraphicsContext g, int first, int end, double height) {
    g.setFont(cells.font());
    for (int position = first; position < end; position++) {
      double y = rowTop(position);
      if (y >= height) {
        break;
      }
      boolean selected = state.rows.selection.contains(state.rows.order.rowAt(position));
      g.setFill(inks.ink(selected ? Ink.ACCENT_SOFT : Ink.BACK));
      g.fillRect(0, y, numberWidth, GridState.ROW_HEIGHT - inks.hairline());
      if (selected) {
        g.setFill(inks.ink(Ink.ACCENT));
        g.fillRect(0, y, 3, GridState.ROW_HEIGHT - inks.hairline());
      }
      g.setFill(inks.ink(position == state.rows.position ? Ink.TEXT : Ink.FAINT));
      String number = String.format("%,d", position + 1L);
      g.fillText(
          number,
          inks.snap(numberWidth - GridState.PADDING - 4 - cells.width(number)),
          y + cells.baselineIn(GridState.ROW_HEIGHT));
    }
    g.setFill(inks.ink(Ink.LINE));
    g.fillRect(numberWidth - inks.hairline(), 0, inks.hairline(), height);
    if (state.firstScrolled() > 0) {
      g.setFill(inks.ink(Ink.STRONG_LINE));
      g.fillRect(pinnedEdge() - 2 * inks.hairline(), 0, 2 * inks.hairline(), height);
    }
  }

  private void paintHeader(GraphicsContext g, double width, double height) {
    g.setFill(inks.ink(Ink.HEADER_BACK));
    g.fillRect(0, 0, width, GridState.HEADER_HEIGHT);
    for (int column = firstInView(); column < state.columns.count(); column++) {
      double x = columnLeft(column);
      if (x >= width) {
        break;
      }
      paintHeaderCell(g, column, x);
    }
    if (state.firstScrolled() > 0) {
      fillPinned(g, inks.ink(Ink.HEADER_BACK), 0, GridState.HEADER_HEIGHT);
      for (int column = 0; column < state.firstScrolled(); column++) {
        paintHeaderCell(g, column, columnLeft(column));
      }
    }
    g.setFill(inks.ink(Ink.HEADER_BACK));
    g.fillRect(0, 0, numberWidth, GridState.HEADER_HEIGHT);
    g.setFill(inks.ink(Ink.STRONG_LINE));
    g.fillRect(0, GridState.HEADER_HEIGHT - inks.hairline(), width, inks.hairline());
    paintDrop(g, height);
  }

  private void paintHeaderCell(GraphicsContext g, int index, double x) {
    GridColumn column = state.columns.at(index);
    if (index == state.pointer.header || index == state.pointer.moved) {
      g.setFill(inks.ink(Ink.LINE));
      g.fillRect(x, 0, column.width(), GridState.HEADER_HEIGHT);
    }
    boolean grabbed = index == state.pointer.edge;
    g.setFill(inks.ink(grabbed ? Ink.ACCENT : Ink.STRONG_LINE));
    double edge = x + column.width() - (grabbed ? 2 : inks.hairline());
    g.fillRect(
        edge,
        grabbed ? 0 : 10,
        grabbed ? 2 : inks.hairline(),
        GridState.HEADER_HEIGHT - (grabbed ? 0 : 20));

    int rank = state.sortIndex(column.name());
    String order = rank < 0 ? "" : state.sort.size() > 1 ? Integer.toString(rank + 1) : "";
    double arrow =
        rank < 0 ? 0 : ICON_SIZE + ICON_GAP + (order.isEmpty() ? 0 : headers.width(order) + 1);
    double icon = ICON_SIZE + ICON_GAP;
    double room = column.width() - 2 * GridState.PADDING - icon - arrow;
    TextFitter.Line name = headers.fit(head(column.name()), Math.max(0, room));
    double left =
        column.fromRight()
            ? x + column.width() - GridState.PADDING - name.width() - icon - arrow
            : x + GridState.PADDING;
    left = Math.max(inks.snap(left), x + GridState.PADDING);
    double baseline = headers.baselineIn(GridState.HEADER_HEIGHT);
    if (column.fromRight() && rank >= 0) {
      paintArrow(g, rank, order, left, baseline);
      left += arrow;
    }
    g.setFont(icons);
    g.setFill(inks.ink(Ink.FAINT));
    g.fillText(IconLetters.of(TypeIcon.of(column.field())), left, iconBaseline());
    g.setFont(name.font());
    g.setFill(inks.ink(Ink.TEXT));
    g.fillText(name.text(), left + icon, baseline);
    if (!column.fromRight() && rank >= 0) {
      paintArrow(g, rank, order, left + icon + name.width() + ICON_GAP, baseline);
    }
  }

  private void paintArrow(GraphicsContext g, int rank, String order, double x, double baseline) {
    boolean falls = state.sort.get(rank).descending();
    g.setFill(inks.ink(Ink.ACCENT));
    g.setFont(icons);
    g.fillText(IconLetters.of(falls ? Feather.ARROW_DOWN : Feather.ARROW_UP), x, iconBaseline());
    g.setFont(headers.font());
    g.fillText(order, x + ICON_SIZE + 1, baseline);
  }

  private static double iconBaseline() {
    return Math.round(GridState.HEADER_HEIGHT / 2 + ICON_SIZE / 2);
  }

  private static String head(String name) {
    return name.length() > 400 ? name.substring(0, 400) : name;
  }

  private void paintDrop(GraphicsContext g, double height) {
    if (state.pointer.drop == GridPointer.NONE) {
      return;
    }
    double x =
        state.pointer.drop < state.columns.count()
            ? columnLeft(state.pointer.drop)
            : numberWidth + state.columns.width() - state.across.offset();
    g.setFill(inks.ink(Ink.ACCENT));
    g.fillRect(Math.max(numberWidth, x) - 1, 0, 2, height);
  }

  private void paintSkeleton(GraphicsContext g, double width, double height) {
    g.setFill(inks.ink(Ink.SKELETON).deriveColor(0, 1, 1, 0.6));
    for (int row = 0; row * GridState.ROW_HEIGHT < height; row++) {
      double y = GridState.HEADER_HEIGHT + row * GridState.ROW_HEIGHT + 10;
      for (int column = 0; column * 160 < width; column++) {
        double share = 0.35 + Math.floorMod(row * 31 + column * 17, 11) * 0.05;
        g.fillRoundRect(16 + column * 160, y, 128 * share, 8, 8, 8);
      }
    }
  }

  private void paintEmpty(GraphicsContext g, double width, double height) {
    TextFitter.Line line = cells.fit(words.get("grid.empty"), width - 16);
    g.setFont(cells.font());
    g.setFill(inks.ink(Ink.MUTED));
    g.fillText(line.text(), inks.snap((width - line.width()) / 2), Math.round(height / 2));
  }
}
