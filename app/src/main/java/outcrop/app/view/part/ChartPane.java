package outcrop.app.view.part;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.animation.AnimationTimer;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.query.ViewData.DistributionData;
import outcrop.analysis.render.Bounds;
import outcrop.analysis.render.Drawing;
import outcrop.analysis.render.Frame;
import outcrop.analysis.render.HitRegion;
import outcrop.analysis.render.Target;

/// A distribution that fills its place and can be brushed, chosen from, scrolled and read by mouse
/// and keyboard.
///
/// The chart shows a brush at once while it is drawn; afterwards the owner's [#setBrush] is what
/// counts.
public final class ChartPane extends Region {
  private static final double TIP_GAP = 12;

  private final Words words;
  private final ChartState state = new ChartState(this::changed);
  private final DrawingCanvas canvas = new DrawingCanvas();
  private final TipBubble tip = new TipBubble(this);
  private final Label message = new Label();
  private final CursorOutline outline = new CursorOutline();
  private final Region guide = new Region();
  private final AnimationTimer frame =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          stop();
          draw();
        }
      };
  private final ShapeDrag shaping;
  private Point2D pointer = Point2D.ZERO;
  private @Nullable Picture picture;
  private @Nullable Tooltip compactTip;

  /// @param words gives the pattern of a key in `parts.properties`
  public ChartPane(Function<String, String> words) {
    this.words = new Words(words);
    getStyleClass().add("chart-pane");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleHelp(this.words.get("chart.keys"));
    setMinSize(0, 0);
    message.getStyleClass().add("part-message");
    message.setWrapText(true);
    guide.getStyleClass().add("chart-guide");
    for (Region node : List.of(canvas, outline, guide, message)) {
      node.setManaged(false);
      node.setMouseTransparent(true);
      node.setVisible(node == canvas);
    }
    getChildren().addAll(canvas, guide, outline, message, tip.node());
    shaping = new ShapeDrag(new ChartShapes(this, state));
    new ChartMouse(this, state);
    new ChartKeys(this, state);
    focusedProperty().subscribe(focused -> placeMarks());
  }

  /// Lets the user move the target over the bars; with null the bars are chosen and brushed.
  public void setShaping(@Nullable ShapeActions actions) {
    shaping.setActions(actions);
    setAccessibleHelp(words.get(actions == null ? "chart.keys" : "chart.shapeKeys"));
  }

  /// Shows a distribution.
  ///
  /// @param data its counts, whose bins the gestures speak of
  /// @param newPicture lays it out; called anew after every change of size, hover and scroll
  public void setChart(DistributionData data, Picture newPicture) {
    picture = newPicture;
    message.setVisible(false);
    canvas.setVisible(true);
    state.setData(data);
  }

  /// Shows a sentence in place of a chart: that it is being counted, or why it cannot be.
  public void showMessage(String text) {
    message.setText(text);
    message.setVisible(true);
    canvas.setVisible(false);
    setAccessibleText(text);
    hideTip();
    placeMarks();
    requestLayout();
  }

  /// Shows the range that is filtered, null for none.
  public void setBrush(@Nullable BinRange range) {
    state.showBrush(range);
  }

  /// Shows the values that are filtered; empty for none.
  public void setChosen(Set<String> values) {
    state.showChosen(values);
  }

  /// Told what the user does.
  public void setActions(ChartActions actions) {
    state.wire.actions = actions;
  }

  /// Told what the user does to notes.
  public void setMarks(MarkActions marks) {
    state.wire.marks = marks;
  }

  /// Where the context menu was asked for last, in pixels of the drawing.
  public Point2D pointer() {
    return pointer;
  }

  void pointAt(double x, double y) {
    pointer = new Point2D(x, y);
  }

  /// Shows where something would be put that is being dragged.
  void showGuide(double x, double y, double width, double height) {
    guide.resizeRelocate(snapPositionX(x), snapPositionY(y), width, height);
    guide.setVisible(true);
  }

  void hideGuide() {
    guide.setVisible(false);
  }

  /// Items for the context menu of what is under the pointer, empty where nothing is.
  public void setMenu(Function<Optional<Target>, List<MenuItem>> items) {
    state.wire.menu = items;
  }

  /// The drawing as it is shown now.
  public Optional<Drawing> drawing() {
    return state.drawing();
  }

  /// Fits the pane into a row: tooltips leave it, since it has no room for them.
  void setCompact() {
    compactTip = new Tooltip();
    getStyleClass().add("compact");
  }

  /// Chooses a bar as a click on it does; the number of bins means the bar of missing rows.
  void choose(int bin, boolean additive) {
    if (bin == state.bins()) {
      state.wire.actions.toggleMissing(additive);
    } else if (!state.isHistogram()) {
      state.value(bin).ifPresent(value -> state.wire.actions.toggleValue(value, additive));
    } else if (state.range(bin, bin).equals(state.brush())) {
      state.clear();
    } else {
      state.commitBrush(bin, bin);
    }
  }

  /// Pixels of the brush's edges, lower and upper; empty without a brush.
  Optional<double[]> brushEdges(Frame inner) {
    return state
        .brush()
        .filter(range -> inner.across() && state.isHistogram())
        .map(
            range -> {
              double left = inner.bounds().x();
              double right = inner.bounds().right();
              return new double[] {
                Math.clamp(inner.values().toPixel(range.lo()), left, right),
                Math.clamp(inner.values().toPixel(range.hi()), left, right)
              };
            });
  }

  void showTip(double x, double y) {
    String text = state.drawing().map(drawing -> drawing.tooltipAt(x, y)).orElse("");
    if (text.isEmpty() || getScene() == null) {
      hideTip();
    } else if (compactTip != null) {
      compactTip.setText(text);
      var place = localToScreen(x, getHeight());
      compactTip.show(this, place.getX() + TIP_GAP, place.getY() + 4);
    } else {
      tip.show(text, x, y);
    }
  }

  void hideTip() {
    tip.hide();
    if (compactTip != null) {
      compactTip.hide();
    }
  }

  /// Says where the keyboard is, for screen readers and in a tip beside the bar.
  void tellCursor() {
    draw();
    Optional<HitRegion> region = cursorRegion();
    region.ifPresent(
        hit -> {
          state
              .drawing()
              .ifPresent(drawing -> setAccessibleText(drawing.facts().about(hit.target())));
          Bounds bounds = hit.bounds();
          showTip(bounds.centreX(), Math.max(bounds.y(), bounds.bottom() - 2));
        });
  }

  private void changed() {
    frame.start();
  }

  private void draw() {
    Picture current = picture;
    if (current == null || getWidth() < 1 || getHeight() < 1) {
      return;
    }
    Drawing drawing = current.draw(getWidth(), getHeight(), state.options());
    state.setDrawing(drawing);
    canvas.setDrawing(drawing);
    if (state.cursor() < 0) {
      setAccessibleText(drawing.title() + ". " + drawing.description());
    }
    placeMarks();
  }

  /// What the keyboard is on: a note, or a bar.
  Optional<HitRegion> cursorRegion() {
    int cursor = state.cursor();
    Optional<HitRegion> note = state.noteCursor();
    if (note.isPresent()) {
      return note;
    }
    if (cursor < 0) {
      return Optional.empty();
    }
    return state
        .drawing()
        .flatMap(
            drawing ->
                drawing.regions().stream()
                    .filter(region -> isCursor(region.target(), cursor))
                    .findFirst());
  }

  private boolean isCursor(Target target, int cursor) {
    return cursor == state.bins()
        ? target instanceof Target.Missing
        : target instanceof Target.Bin(int index) && index == cursor;
  }

  private void placeMarks() {
    outline.place(this, cursorRegion());
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
