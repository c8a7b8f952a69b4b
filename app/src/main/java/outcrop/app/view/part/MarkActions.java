package outcrop.app.view.part;

import outcrop.analysis.render.Target;

/// What a user does to what lies over the plot of any chart: notes, and the points of their arrows.
public interface MarkActions {
  MarkActions NONE = new MarkActions() {};

  /// A [Target.Note] or a [Target.Arrow] moves.
  ///
  /// @param x and y where its middle is, in pixels of the drawing
  /// @param kept whether it was let go there; otherwise the move is only shown
  default void move(Target target, double x, double y, boolean kept) {}

  /// The text of a note is to be written where it stands.
  default void edit(Target.Note note) {}

  /// A note, an arrow, a line or a band is to go.
  default void remove(Target target) {}
}
