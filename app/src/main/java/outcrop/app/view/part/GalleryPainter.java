package outcrop.app.view.part;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Paints the cards in view, and says which pictures they lack.
final class GalleryPainter {
  private static final double RADIUS = 6;
  private static final double RING = 2;
  private static final double LETTERS_PER_PIXEL = 0.25;

  private static final double ICON = 20;
  private static final double LEAST_FOR_WORDS = 128;

  private final Font icons = IconLetters.font(ICON);
  private final GalleryState state;
  private final Thumbnails thumbnails;
  private final PaintedRegion inks;
  private final Words words;
  private TextFitter fitter;
  private CardText text;

  GalleryPainter(GalleryState state, Thumbnails thumbnails, PaintedRegion inks, Words words) {
    this.state = state;
    this.thumbnails = thumbnails;
    this.inks = inks;
    this.words = words;
    this.fitter = new TextFitter(inks.font());
    this.text = new CardText(fitter);
  }

  void setFont(Font font) {
    fitter = new TextFitter(font);
    text = new CardText(fitter);
  }

  void paint(GraphicsContext g, double width, double height, boolean focused) {
    g.setTextBaseline(VPos.BASELINE);
    g.setTextAlign(TextAlignment.LEFT);
    g.setFill(inks.ink(Ink.BACK));
    g.fillRect(0, 0, width, height);
    if (state.store == null || state.loading && state.rows.size() == 0) {
      paintSkeleton(g, width, height);
    } else if (state.shown == null) {
      paintMessage(g, words.get("gallery.noField"), width, height);
    } else if (state.rows.size() == 0) {
      paintMessage(g, words.get("grid.empty"), width, height);
    } else {
      paintCards(g, focused);
    }
  }

  private void paintCards(GraphicsContext g, boolean focused) {
    int first = state.firstInView();
    int end = state.endInView();
    List<Integer> due = new ArrayList<>();
    for (int position = first; position < end; position++) {
      int row = state.rows.order.rowAt(position);
      paintCard(g, position, row, focused);
      if (state.isPicture() && thumbnails.isDue(row)) {
        due.add(row);
      }
    }
    if (state.isPicture()) {
      addNextPage(due, end, end - first);
      thumbnails.want(due);
    }
  }

  /// What comes into view next, after all that is in view.
  private void addNextPage(List<Integer> due, int end, int count) {
    int last = (int) Math.min(state.rows.size(), (long) end + count);
    for (int position = end; position < last; position++) {
      int row = state.rows.order.rowAt(position);
      if (thumbnails.isDue(row)) {
        due.add(row);
      }
    }
  }

  private void paintCard(GraphicsContext g, int position, int row, boolean focused) {
    double x = inks.snap(state.left(position));
    double y = inks.snap(state.top(position));
    double width = state.cardWidth();
    boolean selected = state.rows.selection.contains(row);
    if (selected || position == state.hovered) {
      g.setFill(inks.ink(selected ? Ink.ACCENT_SOFT : Ink.BAND));
      g.fillRoundRect(x - 5, y - 5, width + 10, state.cardHeight() + 10, 14, 14);
    }
    if (state.isPicture()) {
      paintPicture(g, row, x, y, width);
    } else {
      paintText(g, row, x, y, width);
    }
    paintCaptions(g, row, x, y + state.faceHeight() + 4, width);
    if (selected) {
      paintTick(g, x, y);
    }
    if (position == state.rows.position) {
      paintRing(g, x, y, width, focused);
    }
  }

  private void paintRing(GraphicsContext g, double x, double y, double width, boolean focused) {
    g.setStroke(inks.ink(focused ? Ink.ACCENT : Ink.STRONG_LINE));
    g.setLineWidth(focused ? RING : 1);
    g.strokeRoundRect(x - 4, y - 4, width + 8, state.cardHeight() + 8, 12, 12);
  }

  private void paintTick(GraphicsContext g, double x, double y) {
    g.setFill(inks.ink(Ink.ACCENT));
    g.fillOval(x + 6, y + 6, 18, 18);
    g.setStroke(inks.ink(Ink.BACK));
    g.setLineWidth(2);
    g.strokePolyline(
        new double[] {x + 10.5, x + 14, x + 20}, new double[] {y + 15.5, y + 19, y + 11.5}, 3);
  }

  private void paintPicture(GraphicsContext g, int row, double x, double y, double side) {
    switch (thumbnails.get(row)) {
      case null -> {
        g.setFill(inks.ink(Ink.SKELETON));
        g.fillRoundRect(x, y, side, side, RADIUS, RADIUS);
      }
      case Thumbnails.Thumbnail.Ready ready -> paintImage(g, ready.image(), x, y, side);
      case Thumbnails.Thumbnail.Broken broken ->
          paintSign(g, Feather.ALERT_TRIANGLE, broken.reason(), x, y, side);
      case Thumbnails.Thumbnail.None _ -> paintSign(g, Feather.IMAGE, null, x, y, side);
    }
  }

  private void paintImage(GraphicsContext g, Image image, double x, double y, double side) {
    double scale = side / Math.max(image.getWidth(), image.getHeight());
    // Pixel art and icons are enlarged in whole steps, so that their pixels stay square.
    double shown = scale >= 2 ? Math.floor(scale) : Math.min(scale, 1);
    double width = Math.max(1, image.getWidth() * shown);
    double height = Math.max(1, image.getHeight() * shown);
    g.setImageSmoothing(shown < 1);
    g.drawImage(
        image,
        inks.snap(x + (side - width) / 2),
        inks.snap(y + (side - height) / 2),
        width,
        height);
  }

  /// Says why there is no picture: with a sign alone where the card is small.
  private void paintSign(
      GraphicsContext g, Feather icon, @Nullable String reason, double x, double y, double side) {
    g.setStroke(inks.ink(Ink.LINE));
    g.setLineWidth(1);
    g.setLineDashes(4, 3);
    g.strokeRoundRect(x + 0.5, y + 0.5, side - 1, side - 1, RADIUS, RADIUS);
    g.setLineDashes((double[]) null);
    double room = side - 2 * GalleryState.PADDING;
    List<TextFitter.Line> lines =
        reason == null || side < LEAST_FOR_WORDS
            ? List.of()
            : text.wrapped(reason, room, (int) ((side - 2 * ICON) / GalleryState.LINE));
    double top = y + (side - ICON - lines.size() * GalleryState.LINE) / 2;
    g.setFont(icons);
    g.setFill(inks.ink(reason == null ? Ink.FAINT : Ink.HIT_LINE));
    g.fillText(IconLetters.of(icon), inks.snap(x + (side - ICON) / 2), inks.snap(top + ICON - 4));
    g.setFill(inks.ink(Ink.MUTED));
    top += ICON;
    for (TextFitter.Line line : lines) {
      paintLine(g, line, x + (side - line.width()) / 2, top);
      top += GalleryState.LINE;
    }
  }

  private void paintText(GraphicsContext g, int row, double x, double y, double width) {
    double height = state.faceHeight();
    g.setFill(inks.ink(Ink.HEADER_BACK));
    g.fillRoundRect(x, y, width, height, RADIUS * 2, RADIUS * 2);
    GridColumn shown = state.shown;
    if (shown == null) {
      return;
    }
    double room = width - 2 * GalleryState.PADDING;
    int lines = (int) Math.max(1, (height - 2 * GalleryState.PADDING) / GalleryState.LINE);
    String value = shown.head(row, (int) (room * lines * LETTERS_PER_PIXEL) + 100);
    g.setFill(inks.ink(value == null ? Ink.FAINT : Ink.TEXT));
    double top = y + GalleryState.PADDING;
    for (TextFitter.Line line :
        text.wrapped(value == null ? words.get("missing") : value, room, lines)) {
      double left =
          line.fromRight()
              ? x + width - GalleryState.PADDING - line.width()
              : x + GalleryState.PADDING;
      paintLine(g, line, left, top);
      top += GalleryState.LINE;
    }
  }

  private void paintCaptions(GraphicsContext g, int row, double x, double y, double width) {
    double top = y;
    for (GridColumn caption : state.captions) {
      String value = caption.head(row, 200);
      TextFitter.Line line = fitter.fit(value == null ? words.get("missing") : value, width - 4);
      if (value != null && state.hits != HitFinder.NONE) {
        paintHits(g, caption, value, line, x, top);
      }
      g.setFill(inks.ink(value == null ? Ink.FAINT : top == y ? Ink.TEXT : Ink.MUTED));
      paintLine(g, line, line.fromRight() ? x + width - 2 - line.width() : x + 2, top);
      top += GalleryState.LINE;
    }
  }

  private void paintHits(
      GraphicsContext g,
      GridColumn column,
      String value,
      TextFitter.Line line,
      double x,
      double y) {
    g.setFill(inks.ink(Ink.HIT));
    for (Span span : state.hits.hits(column.name(), value)) {
      double[] edges = fitter.edges(line, span.start(), span.end());
      for (int i = 0; i < edges.length; i += 2) {
        g.fillRoundRect(
            x + 2 + edges[i], y + 1, edges[i + 1] - edges[i], GalleryState.LINE - 2, 4, 4);
      }
    }
  }

  private void paintLine(GraphicsContext g, TextFitter.Line line, double x, double top) {
    g.setFont(line.font());
    g.fillText(line.text(), inks.snap(x), inks.snap(top + fitter.baselineIn(GalleryState.LINE)));
  }

  private void paintSkeleton(GraphicsContext g, double width, double height) {
    g.setFill(inks.ink(Ink.SKELETON).deriveColor(0, 1, 1, 0.6));
    double side = state.cardWidth();
    for (double y = GalleryState.GAP; y < height; y += side + GalleryState.GAP) {
      for (double x = GalleryState.GAP; x + side < width; x += side + GalleryState.GAP) {
        g.fillRoundRect(x, y, side, side, RADIUS, RADIUS);
      }
    }
  }

  private void paintMessage(GraphicsContext g, String message, double width, double height) {
    TextFitter.Line line = fitter.fit(message, width - 16);
    g.setFill(inks.ink(Ink.MUTED));
    paintLine(g, line, (width - line.width()) / 2, height / 2 - GalleryState.LINE);
  }
}
