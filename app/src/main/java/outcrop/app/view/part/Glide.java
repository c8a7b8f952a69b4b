package outcrop.app.view.part;

import java.util.List;
import javafx.animation.AnimationTimer;

/// Scrolling by the wheel as a short glide, frame by frame.
final class Glide extends AnimationTimer {
  private final List<GridScroll> directions;
  private final Runnable changed;

  /// @param changed called after each step
  Glide(List<GridScroll> directions, Runnable changed) {
    this.directions = directions;
    this.changed = changed;
  }

  @Override
  public void handle(long now) {
    boolean moving = false;
    for (GridScroll direction : directions) {
      moving |= direction.step();
    }
    changed.run();
    if (!moving) {
      stop();
    }
  }
}
