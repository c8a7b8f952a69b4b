package outcrop.app.view.part;

import java.util.Optional;
import javafx.scene.layout.Region;
import outcrop.analysis.render.Drawing;
import outcrop.analysis.render.Frame;
import outcrop.analysis.render.Target;

/// The classes of a long tail as a target is moved over them.
record DrawingShapes(DrawingPane pane) implements ShapeSurface {
  @Override
  public Region node() {
    return pane;
  }

  @Override
  public Optional<Frame> frame() {
    return pane.drawing().flatMap(Drawing::frame);
  }

  @Override
  public Optional<Target> targetAt(double x, double y) {
    return pane.targetAt(x, y);
  }

  @Override
  public int classOf(Target target) {
    return switch (target) {
      case Target.Handle(int index) when index == Target.Handle.CAP -> CAP;
      case Target.Item(int rank) -> rank;
      default -> NOTHING;
    };
  }

  @Override
  public int cursor() {
    return pane.cursor().map(this::classOf).orElse(NOTHING);
  }

  @Override
  public void setCursor(int index) {
    pane.setCursor(index == CAP ? new Target.Handle(Target.Handle.CAP) : new Target.Item(index));
  }

  @Override
  public void tellCursor() {
    pane.tellCursor();
  }

  @Override
  public void activate() {
    pane.actions().activate();
  }

  @Override
  public void showTip(double x, double y) {
    pane.showTip(x, y);
  }

  @Override
  public void hideTip() {
    pane.hideTip();
  }
}
