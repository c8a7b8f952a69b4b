package outcrop.app.view.part;

import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.render.Bounds;
import outcrop.analysis.render.HitRegion;
import outcrop.analysis.render.Target;

/// How notes and arrows follow the mouse and the keyboard, the same in every chart.
final class MarkDrag {
  private static final double START = 3;
  private static final double STEP = 4;
  private static final double BIG_STEP = 24;

  private @Nullable HitRegion grabbed;
  private double pressX;
  private double pressY;
  private boolean moved;

  static boolean isMark(Target target) {
    return target instanceof Target.Note || target instanceof Target.Arrow;
  }

  /// Whether the press is on a mark, which follows the pointer until it is let go.
  boolean press(Optional<HitRegion> at, double x, double y) {
    grabbed = at.filter(hit -> isMark(hit.target())).orElse(null);
    pressX = x;
    pressY = y;
    moved = false;
    return grabbed != null;
  }

  void drag(double x, double y, MarkActions actions) {
    moved = moved || Math.hypot(x - pressX, y - pressY) > START;
    tell(x, y, actions, false);
  }

  void release(double x, double y, boolean twice, MarkActions actions) {
    if (twice && grabbed != null && grabbed.target() instanceof Target.Note note) {
      actions.edit(note);
    } else {
      tell(x, y, actions, true);
    }
    grabbed = null;
  }

  private void tell(double x, double y, MarkActions actions, boolean kept) {
    if (grabbed != null && moved) {
      Bounds before = grabbed.bounds();
      actions.move(
          grabbed.target(), before.centreX() + x - pressX, before.centreY() + y - pressY, kept);
    }
  }

  /// Moves, edits or removes what the keyboard is on.
  ///
  /// @return whether the key means anything there
  static boolean key(KeyEvent event, HitRegion at, MarkActions actions) {
    KeyCode code = event.getCode();
    if (code == KeyCode.DELETE || code == KeyCode.BACK_SPACE) {
      boolean removable =
          isMark(at.target())
              || at.target() instanceof Target.Reference
              || at.target() instanceof Target.Band;
      if (removable) {
        actions.remove(at.target());
      }
      return removable;
    }
    if (!isMark(at.target())) {
      return false;
    }
    if (code == KeyCode.ENTER && at.target() instanceof Target.Note note) {
      actions.edit(note);
      return true;
    }
    if (!event.isAltDown()) {
      return false;
    }
    double step = event.isShiftDown() ? BIG_STEP : STEP;
    double dx =
        switch (code) {
          case LEFT, KP_LEFT -> -step;
          case RIGHT, KP_RIGHT -> step;
          default -> 0;
        };
    double dy =
        switch (code) {
          case UP, KP_UP -> -step;
          case DOWN, KP_DOWN -> step;
          default -> 0;
        };
    if (dx == 0 && dy == 0) {
      return false;
    }
    actions.move(at.target(), at.bounds().centreX() + dx, at.bounds().centreY() + dy, true);
    return true;
  }
}
