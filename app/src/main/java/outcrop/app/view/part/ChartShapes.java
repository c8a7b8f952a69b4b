package outcrop.app.view.part;

import java.util.Optional;
import javafx.scene.layout.Region;
import outcrop.analysis.render.Frame;
import outcrop.analysis.render.Target;

/// The bars of a distribution as a target is moved over them; the bar of the rows without a value
/// is the one after the last.
record ChartShapes(ChartPane pane, ChartState state) implements ShapeSurface {
  @Override
  public Region node() {
    return pane;
  }

  @Override
  public Optional<Frame> frame() {
    return state.frame();
  }

  @Override
  public Optional<Target> targetAt(double x, double y) {
    return state.targetAt(x, y);
  }

  @Override
  public int classOf(Target target) {
    return switch (target) {
      case Target.Handle _ -> CAP;
      case Target.Bin(int bin) -> bin;
      case Target.Segment segment -> segment.bin();
      case Target.Missing _ -> state.bins();
      default -> NOTHING;
    };
  }

  @Override
  public int cursor() {
    return state.cursor() < 0 ? NOTHING : state.cursor();
  }

  @Override
  public void setCursor(int index) {
    if (index >= 0) {
      state.setCursor(index, false);
    }
  }

  @Override
  public void tellCursor() {
    pane.tellCursor();
  }

  @Override
  public void activate() {
    state.wire.actions.activate();
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
