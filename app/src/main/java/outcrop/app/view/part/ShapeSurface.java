package outcrop.app.view.part;

import java.util.Optional;
import javafx.scene.layout.Region;
import outcrop.analysis.render.Frame;
import outcrop.analysis.render.Target;

/// A chart as far as its target is moved over it.
interface ShapeSurface {
  /// Not a class.
  int NOTHING = -1;

  /// The line of a cap.
  int CAP = -2;

  /// What takes the gestures and the focus.
  Region node();

  Optional<Frame> frame();

  Optional<Target> targetAt(double x, double y);

  /// The number of the class that a place stands for, [#CAP] or [#NOTHING].
  int classOf(Target target);

  /// The class where the keyboard is, [#CAP] or [#NOTHING].
  int cursor();

  void setCursor(int index);

  /// Says what the keyboard is on.
  void tellCursor();

  /// Makes the chart the one that the user works on.
  void activate();

  void showTip(double x, double y);

  void hideTip();
}
