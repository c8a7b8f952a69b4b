package outcrop.app.view.part;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.animation.AnimationTimer;
import javafx.css.CssMetaData;
import javafx.css.FontCssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.StyleConverter;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.stage.Window;

/// A control that paints itself on one canvas of its own size, at most once per frame.
///
/// Font and colours ([Ink]) come from the style sheet, so that a change of theme repaints.
abstract class PaintedRegion extends Region {
  private static final List<InkData> INKS =
      List.of(Ink.values()).stream().map(InkData::new).toList();
  private static final FontCssMetaData<PaintedRegion> FONT =
      new FontCssMetaData<>("-fx-font", Font.getDefault()) {
        @Override
        public boolean isSettable(PaintedRegion node) {
          return !node.font.isBound();
        }

        @Override
        public StyleableProperty<Font> getStyleableProperty(PaintedRegion node) {
          return node.font;
        }
      };
  private static final List<CssMetaData<? extends Styleable, ?>> CSS = css();

  private final Canvas canvas = new Canvas();
  private final SimpleStyleableObjectProperty<Font> font =
      new SimpleStyleableObjectProperty<>(FONT, this, "font", Font.getDefault()) {
        @Override
        protected void invalidated() {
          fontChanged();
          requestPaint();
        }
      };
  private final List<SimpleStyleableObjectProperty<Color>> inks = new ArrayList<>();
  private final AnimationTimer frame =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          stop();
          waiting = false;
          paintNow();
        }
      };
  private boolean waiting;

  PaintedRegion() {
    BundledFonts.load();
    for (InkData data : INKS) {
      inks.add(
          new SimpleStyleableObjectProperty<>(
              data, this, data.ink.property(), data.ink.fallback()) {
            @Override
            protected void invalidated() {
              requestPaint();
            }
          });
    }
    canvas.setMouseTransparent(true);
    canvas.setManaged(false);
    getChildren().add(canvas);
    sceneProperty().subscribe(scene -> requestPaint());
  }

  /// Paints everything. The canvas is clear and as large as the control.
  abstract void paint(GraphicsContext g);

  /// The font has changed; called before the repaint.
  void fontChanged() {}

  /// Asks for a repaint in the next frame.
  final void requestPaint() {
    if (!waiting) {
      waiting = true;
      frame.start();
    }
  }

  final Font font() {
    return Objects.requireNonNull(font.get());
  }

  final Color ink(Ink ink) {
    return Objects.requireNonNull(inks.get(ink.ordinal()).get());
  }

  /// The nearest edge between device pixels.
  final double snap(double value) {
    return snapPositionX(value);
  }

  /// The width of the thinnest line that is sharp on this screen.
  final double hairline() {
    Window window = getScene() == null ? null : getScene().getWindow();
    return window == null ? 1 : 1 / Math.max(1, window.getOutputScaleX());
  }

  private void paintNow() {
    if (getScene() != null && canvas.getWidth() > 0 && canvas.getHeight() > 0) {
      GraphicsContext g = canvas.getGraphicsContext2D();
      g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
      paint(g);
    }
  }

  @Override
  protected void layoutChildren() {
    if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
      canvas.setWidth(getWidth());
      canvas.setHeight(getHeight());
      paintNow();
    }
  }

  @Override
  public String getUserAgentStylesheet() {
    return PartsStyle.sheet();
  }

  @Override
  public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
    return CSS;
  }

  private static List<CssMetaData<? extends Styleable, ?>> css() {
    List<CssMetaData<? extends Styleable, ?>> all = new ArrayList<>(Region.getClassCssMetaData());
    all.addAll(INKS);
    all.add(FONT);
    return List.copyOf(all);
  }

  private static final class InkData extends CssMetaData<PaintedRegion, Color> {
    private final Ink ink;

    InkData(Ink ink) {
      super(ink.property(), StyleConverter.getColorConverter(), ink.fallback(), false);
      this.ink = ink;
    }

    @Override
    public boolean isSettable(PaintedRegion node) {
      return true;
    }

    @Override
    public StyleableProperty<Color> getStyleableProperty(PaintedRegion node) {
      return node.inks.get(ink.ordinal());
    }
  }
}
