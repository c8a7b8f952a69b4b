package outcrop.app.view.part;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.Cursor;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.render.Bounds;
import outcrop.analysis.render.Frame;
import outcrop.analysis.render.HitRegion;
import outcrop.analysis.render.Target;
import outcrop.app.view.part.ChartActions.TextPart;

/// What the mouse does to a chart.
///
/// On a histogram a drag brushes bins, a drag of a brush's edge sizes it, of its inside moves it,
/// and a click brushes one bin. On bars a click chooses a value; the wheel scrolls bars and legend.
/// A click beside everything clears. Edges of bins are dragged at the axis, bars along their axis,
/// notes and the points of their arrows anywhere.
///
/// The first click on a chart that the user was not working on only makes it the one: it chooses a
/// bar where it hits one, but gives up no filter, neither beside everything nor inside a brush nor
/// on a bar that is chosen. The same click once more does what it always does.
final class ChartMouse {
  private static final double REACH = 5;
  private static final double DRAG_START = 3;
  private static final double BAR_START = 8;

  private enum Gesture {
    NONE,
    PRESS,
    BRUSH,
    MOVE,
    MARK,
    EDGE,
    BAR
  }

  private final ChartPane pane;
  private final ChartState state;
  private Gesture gesture = Gesture.NONE;
  private boolean activated;
  private double pressX;
  private double pressY;
  private int fixedBin;
  private int grabbedBin;
  private int @Nullable [] movedBins;
  private final MarkDrag marks = new MarkDrag();
  private int grabbedEdge;
  private @Nullable ContextMenu open;

  ChartMouse(ChartPane pane, ChartState state) {
    this.pane = pane;
    this.state = state;
    pane.addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
    pane.addEventHandler(MouseEvent.MOUSE_EXITED, this::left);
    pane.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    pane.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
    pane.addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
    pane.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
    pane.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::menu);
  }

  private void moved(MouseEvent event) {
    Optional<Target> target = state.targetAt(event.getX(), event.getY());
    state.hover(
        target
            .map(
                t ->
                    switch (t) {
                      case Target.Bin bin -> bin.index();
                      case Target.Segment segment -> segment.bin();
                      default -> -1;
                    })
            .orElse(-1));
    pane.showTip(event.getX(), event.getY());
    pane.setCursor(cursorAt(event.getX(), event.getY(), target));
    if (target.orElse(null) instanceof Target.Edge edge) {
      showEdge(edgePixel(edge.index()));
    } else {
      pane.hideGuide();
    }
  }

  private double edgePixel(int edge) {
    return state.frame().map(frame -> frame.bins().edges()[edge]).orElse(0.0);
  }

  private void showEdge(double x) {
    state
        .frame()
        .ifPresent(
            frame -> pane.showGuide(x - 1, frame.bounds().y(), 3, frame.bounds().height() + 7));
  }

  private Cursor cursorAt(double x, double y, Optional<Target> target) {
    if (target.filter(MarkDrag::isMark).isPresent()) {
      return Cursor.MOVE;
    }
    if (target.orElse(null) instanceof Target.Edge) {
      return Cursor.H_RESIZE;
    }
    if (edgeAt(x, y) != 0) {
      return Cursor.H_RESIZE;
    }
    if (isInsideBrush(x, y)) {
      return Cursor.OPEN_HAND;
    }
    boolean clickable =
        target
            .filter(t -> !(t instanceof Target.Reference || t instanceof Target.OffScale))
            .isPresent();
    return clickable && !state.isHistogram() ? Cursor.HAND : Cursor.DEFAULT;
  }

  private void left(MouseEvent event) {
    if (gesture == Gesture.NONE) {
      state.hover(-1);
      pane.hideTip();
      pane.hideGuide();
    }
  }

  private void pressed(MouseEvent event) {
    pane.requestFocus();
    boolean now = state.wire.actions.activate();
    activated = event.getClickCount() <= 1 ? now : activated && now;
    if (event.getButton() != MouseButton.PRIMARY) {
      return;
    }
    event.consume();
    pane.hideTip();
    pressX = event.getX();
    pressY = event.getY();
    gesture = Gesture.PRESS;
    movedBins = null;
    state.leaveNotes();
    Optional<HitRegion> hit = state.hitAt(pressX, pressY);
    if (marks.press(hit, pressX, pressY)) {
      gesture = Gesture.MARK;
      return;
    }
    if (hit.map(HitRegion::target).orElse(null) instanceof Target.Edge edge) {
      grabbedEdge = edge.index();
      gesture = Gesture.EDGE;
      return;
    }
    Optional<Frame> frame = state.frame();
    if (frame.isEmpty()) {
      return;
    }
    if (!state.isHistogram()) {
      grabbedBin = barAt(hit).orElse(-1);
      return;
    }
    int bin = frame.get().binAlong(pressX).orElse(0);
    int edge = edgeAt(pressX, pressY);
    Optional<int[]> brushed = state.brushedBins();
    if (edge != 0 && brushed.isPresent()) {
      fixedBin = brushed.get()[edge < 0 ? 1 : 0];
      gesture = Gesture.BRUSH;
    } else if (isInsideBrush(pressX, pressY) && brushed.isPresent()) {
      movedBins = brushed.get();
      grabbedBin = bin;
    } else {
      fixedBin = bin;
    }
  }

  private void dragged(MouseEvent event) {
    Optional<Frame> frame = state.frame();
    if (gesture == Gesture.NONE || frame.isEmpty()) {
      return;
    }
    event.consume();
    boolean started = Math.abs(event.getX() - pressX) > DRAG_START;
    if (gesture == Gesture.PRESS && started && state.isHistogram()) {
      if (movedBins != null) {
        gesture = Gesture.MOVE;
      } else if (frame.get().bounds().contains(pressX, pressY)) {
        gesture = Gesture.BRUSH;
      }
    }
    switch (gesture) {
      case MARK -> marks.drag(event.getX(), event.getY(), state.wire.marks);
      case EDGE -> showEdge(event.getX());
      case PRESS, BAR -> dragBar(frame.get(), event);
      default -> {}
    }
    int bin = frame.get().binAlong(event.getX()).orElse(0);
    if (gesture == Gesture.BRUSH) {
      state.preview(fixedBin, bin);
    } else if (gesture == Gesture.MOVE && movedBins != null) {
      int by = Math.clamp(bin - (long) grabbedBin, -movedBins[0], state.bins() - 1 - movedBins[1]);
      state.preview(movedBins[0] + by, movedBins[1] + by);
      pane.setCursor(Cursor.CLOSED_HAND);
    }
  }

  /// The bar of a value at a place.
  private static OptionalInt barAt(Optional<HitRegion> hit) {
    return switch (hit.map(HitRegion::target).orElse(null)) {
      case Target.Bin(int index) -> OptionalInt.of(index);
      case Target.Segment(_, int bin) -> OptionalInt.of(bin);
      case null, default -> OptionalInt.empty();
    };
  }

  /// A bar that leaves its place downwards or upwards shows where it would be put.
  private void dragBar(Frame frame, MouseEvent event) {
    boolean started = gesture == Gesture.BAR || Math.abs(event.getY() - pressY) > BAR_START;
    if (state.isHistogram() || grabbedBin < 0 || !started) {
      return;
    }
    gesture = Gesture.BAR;
    int to = frame.binAlong(event.getY()).orElse(grabbedBin);
    Bounds strip = frame.strip(to);
    double y = to > grabbedBin ? strip.bottom() : strip.y();
    pane.showGuide(strip.x(), y - 1, strip.width(), 3);
    pane.setCursor(Cursor.CLOSED_HAND);
  }

  private void released(MouseEvent event) {
    Gesture ended = gesture;
    gesture = Gesture.NONE;
    pane.hideGuide();
    switch (ended) {
      case MARK ->
          marks.release(event.getX(), event.getY(), event.getClickCount() == 2, state.wire.marks);
      case EDGE -> {
        if (Math.abs(event.getX() - pressX) > DRAG_START) {
          state.moveEdge(grabbedEdge, event.getX());
        }
      }
      case BAR ->
          state
              .frame()
              .flatMap(frame -> boxed(frame.binAlong(event.getY())))
              .ifPresent(to -> state.wire.actions.moveBar(grabbedBin, to));
      case NONE -> {}
      case PRESS -> clicked(event);
      case BRUSH, MOVE ->
          state.brushedBins().ifPresent(bins -> state.commitBrush(bins[0], bins[1]));
    }
  }

  private static Optional<Integer> boxed(OptionalInt value) {
    return value.isPresent() ? Optional.of(value.getAsInt()) : Optional.empty();
  }

  private void clicked(MouseEvent event) {
    Optional<Target> target = state.targetAt(pressX, pressY);
    boolean additive = event.isShortcutDown() || event.isShiftDown();
    boolean givesUp =
        target.isEmpty()
            || isInsideBrush(pressX, pressY)
            || target.get() instanceof Target.Bin(int bin) && state.isChosen(bin)
            || target.get() instanceof Target.Segment segment && state.isChosen(segment.bin());
    if (activated && givesUp) {
      event.consume();
      return;
    }
    if (target.isEmpty()) {
      state.clear();
    } else {
      click(target.get(), additive, event.getClickCount() == 2);
    }
    event.consume();
  }

  private void click(Target target, boolean additive, boolean twice) {
    switch (target) {
      case Target.Bin bin -> pane.choose(bin.index(), additive);
      case Target.Segment segment -> pane.choose(segment.bin(), additive);
      case Target.Missing _ -> state.wire.actions.toggleMissing(additive);
      case Target.LegendEntry entry ->
          state
              .group(entry.group())
              .ifPresent(group -> state.wire.actions.toggleGroup(group, additive));
      case Target.MoreBars _ -> state.scrollBars(Math.max(1, state.shownBars() - 1));
      case Target.MoreLegend _ -> state.scrollLegend(5);
      case Target.Title _ -> edit(TextPart.TITLE, twice);
      case Target.Subtitle _ -> edit(TextPart.SUBTITLE, twice);
      case Target.ValueAxis _ -> edit(TextPart.X_TITLE, twice);
      case Target.CountAxis _ -> edit(TextPart.Y_TITLE, twice);
      case Target.OffScale _,
          Target.Reference _,
          Target.Item _,
          Target.Panel _,
          Target.Handle _,
          Target.Edge _,
          Target.Band _,
          Target.Note _,
          Target.Arrow _ -> {}
    }
  }

  private void edit(TextPart part, boolean twice) {
    if (twice) {
      state.wire.actions.editText(part);
    }
  }

  private void scrolled(ScrollEvent event) {
    int by = event.getDeltaY() == 0 ? 0 : event.getDeltaY() < 0 ? 1 : -1;
    Optional<Target> target = state.targetAt(event.getX(), event.getY());
    boolean overLegend =
        target
            .filter(t -> t instanceof Target.LegendEntry || t instanceof Target.MoreLegend)
            .isPresent();
    if (overLegend) {
      state.scrollLegend(by);
      event.consume();
    } else if (!state.isHistogram() && state.shownBars() < state.bins()) {
      state.scrollBars(by * Math.max(1, state.shownBars() / 6));
      event.consume();
    }
  }

  private void menu(ContextMenuEvent event) {
    Optional<HitRegion> cursor = event.isKeyboardTrigger() ? pane.cursorRegion() : Optional.empty();
    double x = cursor.map(at -> at.bounds().centreX()).orElse(event.getX());
    double y = cursor.map(at -> at.bounds().centreY()).orElse(event.getY());
    pane.pointAt(x, y);
    List<MenuItem> items = state.wire.menu.apply(state.targetAt(x, y));
    if (open != null) {
      open.hide();
    }
    if (!items.isEmpty()) {
      open = new ContextMenu(items.toArray(MenuItem[]::new));
      var place = pane.localToScreen(x, y);
      open.show(pane, place.getX(), place.getY());
      event.consume();
    }
  }

  /// −1 over the lower edge of the brush, 1 over the upper one, else 0.
  private int edgeAt(double x, double y) {
    return brushPixels(y)
        .map(
            edges -> Math.abs(x - edges[0]) <= REACH ? -1 : Math.abs(x - edges[1]) <= REACH ? 1 : 0)
        .orElse(0);
  }

  private boolean isInsideBrush(double x, double y) {
    return brushPixels(y).filter(edges -> x > edges[0] && x < edges[1]).isPresent();
  }

  private Optional<double[]> brushPixels(double y) {
    return state
        .frame()
        .filter(frame -> y >= frame.bounds().y() && y <= frame.bounds().bottom())
        .flatMap(pane::brushEdges);
  }
}
