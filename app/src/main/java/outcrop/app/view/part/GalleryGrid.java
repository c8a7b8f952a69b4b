package outcrop.app.view.part;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.animation.PauseTransition;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.query.ViewData.RowsData;
import outcrop.analysis.task.TaskRunner;

/// Any number of rows as cards with pictures or the beginnings of texts, painted on a canvas:
/// pictures come when they are in view, and what is kept of them is bounded.
///
/// Click focuses a card, with Ctrl it joins or leaves the selection, with Shift it extends it; a
/// double click activates. The keys are those of [GalleryKeys].
public final class GalleryGrid extends PaintedRegion {
  private static final double WHEEL = 2.1;
  private static final Duration SETTLED = Duration.millis(180);

  private final Words words;
  private final GalleryState state = new GalleryState(this::changed);
  private final Thumbnails thumbnails;
  private final GalleryPainter painter;
  private final LinkedBar bar = new LinkedBar(Orientation.VERTICAL, state.down, this::changed);
  private final Glide glide = new Glide(List.of(state.down), this::changed);
  private final Tooltip tooltip = new Tooltip();
  private final PauseTransition sizeSettled = new PauseTransition(SETTLED);
  private Supplier<List<MenuItem>> menu = List::of;
  private @Nullable ContextMenu open;

  /// @param words gives the pattern of a key in `parts.properties`
  /// @param runner makes the pictures
  /// @param delivery runs what has arrived on the screen's thread
  public GalleryGrid(Function<String, String> words, TaskRunner runner, Executor delivery) {
    this.words = new Words(words);
    thumbnails =
        new Thumbnails(
            runner,
            delivery,
            this::requestPaint,
            this.words.get("gallery.making"),
            Thumbnails.usualRoom());
    painter = new GalleryPainter(state, thumbnails, this, this.words);
    painter.setFont(font());
    getStyleClass().add("gallery-grid");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.LIST_VIEW);
    setAccessibleText(this.words.get("gallery.name"));
    setMinSize(120, 80);
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(420);
    tooltip.setShowDelay(Duration.millis(500));
    getChildren().add(bar.node());
    new GalleryKeys(this, state);
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    addEventHandler(MouseEvent.MOUSE_MOVED, event -> hover(event.getX(), event.getY()));
    addEventHandler(MouseEvent.MOUSE_EXITED, event -> hover(-1, -1));
    addEventHandler(ScrollEvent.SCROLL, this::scrolled);
    setOnContextMenuRequested(this::menuRequested);
    focusedProperty().subscribe(focused -> requestPaint());
    sizeSettled.setOnFinished(event -> takeSize());
  }

  /// Shows rows. Focus, place and selection stay with their rows where these are still there.
  public void setData(ColumnStore columns, RowsData rows) {
    state.setData(columns, rows);
    requestLayout();
  }

  /// Shows that rows are on their way.
  public void showLoading() {
    state.loading = true;
    thumbnails.setSource(null);
    requestPaint();
  }

  /// Says what stands on the cards.
  ///
  /// @param field an image or a text, null where the dataset has neither
  /// @param pictures gives the images of the field
  public void setContent(
      ColumnStore columns,
      @Nullable Field field,
      List<Field> captions,
      @Nullable RowPictures pictures) {
    boolean other = state.shown == null || field == null || !state.shown.field().equals(field);
    state.setFields(columns, field, captions);
    if (other) {
      thumbnails.setSource(pictures);
    }
    requestLayout();
  }

  /// Sizes the cards: their width for pictures, in pixels.
  public void setCardSize(double size) {
    state.setSize(size);
    if (getScene() == null) {
      takeSize();
    } else {
      sizeSettled.playFromStart();
    }
    requestLayout();
  }

  private void takeSize() {
    var window = getScene() == null ? null : getScene().getWindow();
    double scale = window == null ? 1 : window.getOutputScaleX();
    thumbnails.setSize((int) Math.ceil(state.faceHeight() * scale));
    requestPaint();
  }

  /// Marks hits in captions.
  public void setHits(HitFinder hits) {
    state.hits = hits;
    requestPaint();
  }

  /// Items for the context menu, made when it is asked for.
  public void setMenu(Supplier<List<MenuItem>> items) {
    menu = items;
  }

  /// Told the dataset row that got the focus.
  public void setOnFocus(IntConsumer action) {
    state.rows.onFocus = action;
  }

  /// Told the dataset row that was double-clicked or on which Enter was pressed.
  public void setOnActivate(IntConsumer action) {
    state.onActivate = action;
  }

  /// Told the selected dataset rows after a change by the user.
  public void setOnSelection(Consumer<RowSet> action) {
    state.rows.onSelection = action;
  }

  public void setSelectedRows(RowSet rows) {
    state.rows.selection.set(rows);
    requestPaint();
  }

  public RowSet selectedRows() {
    return state.rows.selection.rows();
  }

  /// Takes over the focus of another view and brings it into view, without telling it.
  public void followFocus(int row) {
    state.follow(row);
  }

  /// The dataset row that has the focus, −1 where the gallery is empty.
  public int focusedRow() {
    return state.rows.row();
  }

  /// Focuses the row at a position and brings it into view; beyond the ends the nearest.
  public void goToPosition(int position) {
    state.focus(position);
  }

  /// The position of the first card in view.
  public int topPosition() {
    return state.firstInView();
  }

  /// How many cards stand beside each other.
  public int columns() {
    return state.columns();
  }

  /// Scrolls so that the card at a position is in the first line, as far as the end allows.
  public void scrollTo(int position) {
    state.down.jump(state.top(position) + state.down.offset() - GalleryState.GAP);
    changed();
  }

  /// Scrolls by pixels.
  void scrollBy(double pixels) {
    state.down.jump(state.down.offset() + pixels);
    changed();
  }

  /// The pictures that are kept.
  Thumbnails thumbnails() {
    return thumbnails;
  }

  private void pressed(MouseEvent event) {
    requestFocus();
    int position = state.positionAt(event.getX(), event.getY());
    if (event.getButton() != MouseButton.PRIMARY) {
      return;
    }
    if (position < 0) {
      state.clearSelection();
    } else if (event.isShiftDown()) {
      state.extendTo(position);
    } else if (event.isShortcutDown()) {
      state.toggle(position);
    } else {
      state.clearSelection();
      state.rows.selection.setAnchor(position);
      state.focus(position);
      if (event.getClickCount() == 2) {
        state.onActivate.accept(state.rows.row());
      }
    }
  }

  private void hover(double x, double y) {
    int position = x < 0 ? -1 : state.positionAt(x, y);
    if (position == state.hovered) {
      return;
    }
    state.hovered = position;
    Tooltip.uninstall(this, tooltip);
    if (position >= 0) {
      tooltip.setText(said(state.rows.order.rowAt(position)));
      Tooltip.install(this, tooltip);
    }
    requestPaint();
  }

  /// A row in words: its captions, and why its picture is not shown.
  private String said(int row) {
    String captions =
        state.captions.stream()
            .map(
                caption ->
                    words.get(
                        "gallery.caption",
                        caption.name(),
                        Objects.requireNonNullElse(caption.head(row, 200), words.get("missing"))))
            .collect(Collectors.joining("\n"));
    String about =
        switch (thumbnails.get(row)) {
          case Thumbnails.Thumbnail.Broken broken -> broken.reason();
          case Thumbnails.Thumbnail.None _ -> words.get("gallery.none");
          case null -> "";
          case Thumbnails.Thumbnail.Ready _ -> "";
        };
    String shown =
        state.shown == null
            ? ""
            : Objects.requireNonNullElse(state.shown.head(row, 200), words.get("missing"));
    return List.of(shown, captions, about).stream()
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  private void scrolled(ScrollEvent event) {
    if (event.isDirect() || event.isInertia()) {
      scrollBy(-event.getDeltaY());
    } else {
      state.down.glide(-event.getDeltaY() * WHEEL);
      glide.start();
    }
    event.consume();
  }

  private void menuRequested(ContextMenuEvent event) {
    event.consume();
    if (event.isKeyboardTrigger()) {
      showMenuAtFocus();
      return;
    }
    int position = state.positionAt(event.getX(), event.getY());
    if (position >= 0) {
      state.focus(position);
    }
    openMenu(event.getScreenX(), event.getScreenY());
  }

  void showMenuAtFocus() {
    var place =
        localToScreen(
            state.left(state.rows.position) + 16,
            Math.clamp(state.top(state.rows.position) + 16, 0, getHeight()));
    openMenu(place.getX(), place.getY());
  }

  private void openMenu(double x, double y) {
    if (open != null) {
      open.hide();
    }
    open = new ContextMenu(menu.get().toArray(MenuItem[]::new));
    open.show(this, x, y);
  }

  private void changed() {
    bar.update(state.cardHeight() + GalleryState.GAP);
    int row = state.rows.row();
    if (row >= 0) {
      setAccessibleText(
          words.get(
              "gallery.card",
              state.rows.position + 1L,
              (long) state.rows.size(),
              said(row).replace('\n', ' ')));
    }
    requestPaint();
  }

  @Override
  void fontChanged() {
    painter.setFont(font());
  }

  @Override
  protected void layoutChildren() {
    state.setView(Math.max(0, getWidth() - LinkedBar.WIDTH), getHeight());
    bar.node().setVisible(state.down.content() > getHeight());
    bar.node().resizeRelocate(getWidth() - LinkedBar.WIDTH, 0, LinkedBar.WIDTH, getHeight());
    if (sizeSettled.getStatus() != javafx.animation.Animation.Status.RUNNING) {
      takeSize();
    }
    changed();
    super.layoutChildren();
  }

  @Override
  void paint(GraphicsContext g) {
    painter.paint(g, getWidth(), getHeight(), isFocused());
  }

  @Override
  public @Nullable Object queryAccessibleAttribute(
      AccessibleAttribute attribute, Object... parameters) {
    return attribute == AccessibleAttribute.ITEM_COUNT
        ? state.rows.size()
        : super.queryAccessibleAttribute(attribute, parameters);
  }
}
