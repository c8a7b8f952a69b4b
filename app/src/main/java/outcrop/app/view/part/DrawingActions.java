package outcrop.app.view.part;

import java.util.List;
import javafx.scene.control.MenuItem;
import outcrop.analysis.render.Target;
import outcrop.app.view.part.ChartActions.TextPart;

/// What a user does to a drawing. A method that is not overridden ignores its gesture.
public interface DrawingActions {
  DrawingActions NONE = new DrawingActions() {};

  /// The mouse was pressed anywhere in the drawing, which makes it the one that the user works on.
  ///
  /// @return whether it was not that before
  default boolean activate() {
    return false;
  }

  /// A target was clicked, or chosen by the keyboard.
  ///
  /// @param additive whether it joins or leaves those already chosen, else it stands alone
  default void choose(Target target, boolean additive) {}

  /// The pointer moves with the button down.
  ///
  /// @param drag where it began and is now
  default void drag(Drag drag) {}

  /// The arrow keys move a [Target.Handle].
  ///
  /// @param steps −1 or 1, ten times that with Shift
  default void nudge(Target.Handle handle, int steps) {}

  /// The wheel turns over the drawing.
  ///
  /// @param target what is under the pointer, [Target.Title] where nothing is
  /// @param steps −1 up, 1 down
  /// @return whether the drawing moved; otherwise what is around it scrolls
  default boolean scroll(Target target, int steps) {
    return false;
  }

  /// Esc, or a click on an empty place: what the chart filters is to go.
  default void clear() {}

  /// A text of the chart was double-clicked, to be edited.
  default void editText(TextPart part) {}

  /// Items for the context menu of a target.
  default List<MenuItem> menu(Target target) {
    return List.of();
  }

  /// A drag in pixels of the drawing.
  ///
  /// @param done whether the button was let go
  record Drag(double fromX, double fromY, double toX, double toY, boolean done) {}
}
