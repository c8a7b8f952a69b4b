package outcrop.app.view.part;

import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.query.ViewData.RowsData;

/// What the gallery shows and where its user stands in it, with the places of the cards. Mouse and
/// keyboard change it, the painter reads it.
final class GalleryState {
  static final double GAP = 12;
  static final double LINE = 18;
  static final double PADDING = 8;

  /// Texts need more room than pictures.
  private static final double TEXT_WIDTH = 1.6;

  private static final double TEXT_HEIGHT = 0.85;
  private static final double MIN_TEXT = 80;

  final RowCursor rows = new RowCursor();
  final GridScroll down = new GridScroll();
  private final Runnable changed;
  @Nullable ColumnStore store;
  @Nullable GridColumn shown;
  List<GridColumn> captions = List.of();
  HitFinder hits = HitFinder.NONE;
  boolean loading;
  int hovered = -1;
  IntConsumer onActivate = row -> {};
  private double size = 160;
  private double viewWidth;

  /// @param changed called after every change that shows
  GalleryState(Runnable changed) {
    this.changed = changed;
  }

  void setData(ColumnStore newStore, RowsData data) {
    boolean otherStore = store != newStore;
    store = newStore;
    loading = false;
    if (otherStore) {
      rows.setOtherRows(data, newStore.rowCount());
    } else {
      rows.setRows(data, newStore.rowCount());
    }
    layOut(0);
    if (otherStore) {
      down.jump(0);
    }
    changed.run();
  }

  /// @param field what stands on the cards, null for nothing
  void setFields(ColumnStore columns, @Nullable Field field, List<Field> below) {
    shown = field == null ? null : new GridColumn(columns, field, null, 0);
    captions = below.stream().map(caption -> new GridColumn(columns, caption, null, 0)).toList();
    layOut(rows.position);
    changed.run();
  }

  void setSize(double value) {
    int kept = firstInView();
    size = value;
    layOut(kept);
    changed.run();
  }

  /// The room for cards, without the scroll bar.
  void setView(double width, double height) {
    if (width != viewWidth || height != down.viewport()) {
      int kept = firstInView();
      viewWidth = width;
      down.setExtent(contentHeight(), height);
      layOut(kept);
    }
  }

  /// Takes over measures; the card at a position stays in view.
  private void layOut(int position) {
    double top = down.offset();
    down.setExtent(contentHeight(), down.viewport());
    double wanted = rowTop(position / columns());
    if (wanted < top || wanted + cardHeight() > top + down.viewport()) {
      down.jump(wanted - GAP);
    }
  }

  private double contentHeight() {
    long lines = (rows.size() + columns() - 1L) / columns();
    return lines * (cardHeight() + GAP) + GAP;
  }

  boolean isPicture() {
    return shown != null && shown.field().type() == FieldType.IMAGE;
  }

  double viewWidth() {
    return viewWidth;
  }

  /// Pictures have the size that was chosen, texts share the width.
  double cardWidth() {
    return isPicture() ? size : Math.max(MIN_TEXT, Math.floor((viewWidth - GAP) / columns()) - GAP);
  }

  /// The height of the picture or text on a card.
  double faceHeight() {
    return isPicture() ? size : Math.floor(size * TEXT_HEIGHT);
  }

  double cardHeight() {
    return faceHeight() + (captions.isEmpty() ? 0 : captions.size() * LINE + 6);
  }

  int columns() {
    double fit = (viewWidth - GAP) / (isPicture() ? size + GAP : size * TEXT_WIDTH + GAP);
    return (int) Math.max(1, isPicture() ? Math.floor(fit) : Math.rint(fit));
  }

  /// The gap between cards, so that they fill the width evenly.
  double gapAcross() {
    return Math.max(4, (viewWidth - columns() * cardWidth()) / (columns() + 1));
  }

  double left(int position) {
    return gapAcross() + position % columns() * (cardWidth() + gapAcross());
  }

  double top(int position) {
    return rowTop(position / columns()) - down.offset();
  }

  private double rowTop(int line) {
    return GAP + line * (cardHeight() + GAP);
  }

  /// The first position of the topmost line that is in view.
  int firstInView() {
    int line = (int) Math.max(0, Math.floor((down.offset() - GAP) / (cardHeight() + GAP)));
    return (int) Math.min(rows.last(), (long) line * columns());
  }

  /// Behind the last position in view.
  int endInView() {
    long lines = (long) Math.ceil(down.viewport() / (cardHeight() + GAP)) + 1;
    return (int) Math.min(rows.size(), firstInView() + lines * columns());
  }

  /// The position of the card at a point, −1 where there is none.
  int positionAt(double x, double y) {
    int line = (int) Math.floor((y + down.offset() - GAP / 2) / (cardHeight() + GAP));
    int column = (int) Math.floor((x - gapAcross() / 2) / (cardWidth() + gapAcross()));
    long position = (long) line * columns() + column;
    boolean within = line >= 0 && column >= 0 && column < columns() && x < viewWidth;
    return within && position < rows.size() ? (int) position : -1;
  }

  /// Lines that fit in view, at least one.
  int pageLines() {
    return (int) Math.max(1, Math.floor(down.viewport() / (cardHeight() + GAP)));
  }

  /// Moves the focus, brings it into view and tells the row where it is another one.
  void focus(int position) {
    if (rows.size() > 0) {
      rows.move(position);
      reveal();
      changed.run();
      rows.tell();
    }
  }

  /// Takes over the focus of another view, if the row is here.
  void follow(int row) {
    if (row != rows.row() && rows.follow(row)) {
      reveal();
      changed.run();
    }
  }

  private void reveal() {
    double top = rowTop(rows.position / columns());
    down.reveal(top - GAP, top + cardHeight() + GAP);
  }

  /// Moves the focus and selects the stretch from where the selection began.
  void extendTo(int position) {
    if (rows.size() > 0) {
      rows.extendTo(position);
      focus(position);
      rows.tellSelection();
    }
  }

  void toggle(int position) {
    if (rows.size() > 0) {
      rows.toggle(position);
      focus(position);
      rows.tellSelection();
    }
  }

  void selectAll() {
    rows.selectAll();
    changed.run();
  }

  /// @return whether anything was selected
  boolean clearSelection() {
    boolean any = rows.clearSelection();
    changed.run();
    return any;
  }

  void repaint() {
    changed.run();
  }
}
