package outcrop.app.view;

import outcrop.analysis.curation.ShapeResult;
import outcrop.analysis.spec.ShapeTarget;
import outcrop.analysis.spec.TargetSpec;
import outcrop.app.view.part.ShapeActions;
import outcrop.app.viewmodel.ShapeViewModel;

/// What the gestures on a target mean.
record ShapeGestures(ShapeViewModel model) implements ShapeActions {
  @Override
  public void drag(int slot, double rows, boolean done) {
    model.drag(slot, rows, done);
  }

  @Override
  public void cap(double rows, boolean done) {
    model.cap(rows, done);
  }

  @Override
  public double wanted(int slot) {
    return model
        .result()
        .map(ShapeResult::wanted)
        .filter(wanted -> slot < wanted.length)
        .map(wanted -> wanted[slot])
        .orElse(0.0);
  }

  @Override
  public double cap() {
    TargetSpec target = model.shownProperty().get();
    return target != null && target.target() instanceof ShapeTarget.Cap(long rows) ? rows : 0;
  }

  @Override
  public void apply() {
    model.apply();
  }

  @Override
  public void cancel() {
    model.cancel();
  }
}
