package outcrop.app.view.part;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.animation.AnimationTimer;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.render.Bounds;
import outcrop.analysis.render.Drawing;
import outcrop.analysis.render.HitRegion;
import outcrop.analysis.render.LayoutOptions;
import outcrop.analysis.render.Target;

/// Any drawing that fills its place: its targets say what they are, can be clicked, dragged and
/// reached by keyboard.
///
/// Arrows go from target to target, move a handle with Alt, Enter and Space choose, Esc clears. A
/// histogram, whose bins are brushed, has a [ChartPane].
public final class DrawingPane extends Region {
  private static final int NONE = -1;

  private final DrawingCanvas canvas = new DrawingCanvas();
  private final TipBubble tip = new TipBubble(this);
  private final Label message = new Label();
  private final CursorOutline outline = new CursorOutline();
  private final AnimationTimer frame =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          stop();
          draw();
        }
      };
  private final ShapeDrag shaping;
  private DrawingActions actions = DrawingActions.NONE;
  private MarkActions marks = MarkActions.NONE;
  private Function<Optional<Target>, List<MenuItem>> menu = _ -> List.of();
  private Point2D pointer = Point2D.ZERO;
  private @Nullable Picture picture;
  private @Nullable Drawing drawing;
  private LayoutOptions options = LayoutOptions.DEFAULT;
  private int cursor = NONE;

  /// @param words gives the pattern of a key in `parts.properties`
  public DrawingPane(Function<String, String> words) {
    getStyleClass().add("chart-pane");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleHelp(new Words(words).get("drawing.keys"));
    setMinSize(0, 0);
    message.getStyleClass().add("part-message");
    message.setWrapText(true);
    for (Region node : List.of(canvas, outline, message)) {
      node.setManaged(false);
      node.setMouseTransparent(true);
      node.setVisible(node == canvas);
    }
    getChildren().addAll(canvas, outline, message, tip.node());
    shaping = new ShapeDrag(new DrawingShapes(this));
    new DrawingGestures(this);
    focusedProperty().subscribe(_ -> placeOutline());
  }

  /// Shows a chart.
  ///
  /// @param newPicture lays it out; called anew after every change of size and options
  public void setPicture(Picture newPicture) {
    picture = newPicture;
    message.setVisible(false);
    canvas.setVisible(true);
    frame.start();
  }

  /// Shows a sentence in place of a chart: that it is being counted, or why it cannot be.
  public void showMessage(String text) {
    message.setText(text);
    message.setVisible(true);
    canvas.setVisible(false);
    drawing = null;
    setAccessibleText(text);
    tip.hide();
    placeOutline();
    requestLayout();
  }

  /// Told what the user does.
  public void setActions(DrawingActions value) {
    actions = value;
  }

  /// Told what the user does to the target over the drawing; null where there is none.
  public void setShaping(@Nullable ShapeActions value) {
    shaping.setActions(value);
  }

  /// Told what the user does to notes.
  public void setMarks(MarkActions value) {
    marks = value;
  }

  /// Items for the context menu of what is under the pointer, besides those of the actions.
  public void setMenu(Function<Optional<Target>, List<MenuItem>> items) {
    menu = items;
  }

  /// Where the context menu was asked for last, in pixels of the drawing.
  public Point2D pointer() {
    return pointer;
  }

  MarkActions marks() {
    return marks;
  }

  /// The items of the context menu at a place.
  List<MenuItem> menuAt(double x, double y) {
    pointer = new Point2D(x, y);
    Optional<Target> target = targetAt(x, y);
    List<MenuItem> items = new ArrayList<>(target.map(actions::menu).orElse(List.of()));
    List<MenuItem> more = menu.apply(target);
    if (!items.isEmpty() && !more.isEmpty()) {
      items.add(new SeparatorMenuItem());
    }
    items.addAll(more);
    return items;
  }

  Optional<HitRegion> hitAt(double x, double y) {
    return drawing().flatMap(shown -> shown.hitAt(x, y));
  }

  /// Where the reader is in the chart: what is scrolled and marked.
  public void setOptions(LayoutOptions value) {
    if (!value.equals(options)) {
      options = value;
      frame.start();
    }
  }

  public LayoutOptions options() {
    return options;
  }

  /// The drawing as it is shown now.
  public Optional<Drawing> drawing() {
    return Optional.ofNullable(drawing);
  }

  DrawingActions actions() {
    return actions;
  }

  Optional<Target> targetAt(double x, double y) {
    return drawing().flatMap(shown -> shown.hitAt(x, y)).map(HitRegion::target);
  }

  void showTip(double x, double y) {
    String text = drawing().map(shown -> shown.tooltipAt(x, y)).orElse("");
    if (text.isEmpty()) {
      tip.hide();
    } else {
      tip.show(text, x, y);
    }
  }

  void hideTip() {
    tip.hide();
  }

  /// The target where the keyboard is.
  Optional<Target> cursor() {
    return cursorRegion().map(HitRegion::target);
  }

  /// Moves the keyboard to another target, over the ends.
  void moveCursor(int by) {
    int size = regions().size();
    if (size > 0) {
      Target before = cursor().orElse(null);
      cursor = cursor == NONE ? (by > 0 ? 0 : size - 1) : Math.floorMod(cursor + by, size);
      // A mark that is no rectangle has several regions beside each other.
      for (int i = 1; i < size && cursor().filter(t -> t.equals(before)).isPresent(); i++) {
        cursor = Math.floorMod(cursor + by, size);
      }
      placeOutline();
      tellCursor();
    }
  }

  /// Puts the keyboard on a target; nothing where the drawing has no such.
  void setCursor(Target target) {
    List<HitRegion> regions = regions();
    for (int i = 0; i < regions.size(); i++) {
      if (regions.get(i).target().equals(target)) {
        cursor = i;
        placeOutline();
        return;
      }
    }
  }

  void forgetCursor() {
    cursor = NONE;
    tip.hide();
    placeOutline();
  }

  /// Says what the keyboard is on.
  void tellCursor() {
    Drawing shown = drawing;
    HitRegion region = cursorRegion().orElse(null);
    if (shown == null || region == null) {
      return;
    }
    String about = shown.facts().about(region.target());
    setAccessibleText(about);
    Bounds bounds = region.bounds();
    if (about.isEmpty()) {
      tip.hide();
    } else {
      tip.show(about, bounds.centreX(), bounds.bottom() - 2);
    }
  }

  private List<HitRegion> regions() {
    return drawing().map(Drawing::regions).orElse(List.of());
  }

  /// What the keyboard is on.
  Optional<HitRegion> cursorRegion() {
    List<HitRegion> regions = regions();
    return cursor >= 0 && cursor < regions.size()
        ? Optional.of(regions.get(cursor))
        : Optional.empty();
  }

  private void placeOutline() {
    outline.place(this, cursorRegion());
  }

  private void draw() {
    Picture current = picture;
    if (current == null || message.isVisible() || getWidth() < 1 || getHeight() < 1) {
      return;
    }
    Drawing laidOut = current.draw(getWidth(), getHeight(), options);
    drawing = laidOut;
    canvas.setDrawing(laidOut);
    if (cursor == NONE) {
      setAccessibleText(laidOut.title() + ". " + laidOut.description());
    }
    placeOutline();
  }

  @Override
  protected void layoutChildren() {
    canvas.resizeRelocate(0, 0, getWidth(), getHeight());
    message.resizeRelocate(0, 0, getWidth(), getHeight());
    draw();
  }

  @Override
  public String getUserAgentStylesheet() {
    return PartsStyle.sheet();
  }
}
