package outcrop.app.view.part;

/// What a user does to a chart. A method that is not overridden ignores its gesture.
public interface ChartActions {
  ChartActions NONE = new ChartActions() {};

  /// The mouse was pressed anywhere in the chart, which makes it the one that the user works on.
  ///
  /// @return whether it was not that before
  default boolean activate() {
    return false;
  }

  /// The brush moves; the range may be answered by a preview that is not kept.
  default void brushPreview(BinRange range) {}

  /// The brush was let go, or moved by the keyboard.
  default void brush(BinRange range) {}

  /// A bar of a value was chosen.
  ///
  /// @param additive whether the value joins or leaves those already chosen, else it stands alone
  default void toggleValue(String value, boolean additive) {}

  /// The bar of rows without a value was chosen.
  default void toggleMissing(boolean additive) {}

  /// An entry of the legend was chosen: a value of the splitting field.
  default void toggleGroup(String group, boolean additive) {}

  /// Esc, or a click on an empty place: what the chart filters is to go.
  default void clear() {}

  /// A text of the chart was double-clicked, to be edited.
  default void editText(TextPart part) {}

  /// A bar was put in the place of another.
  default void moveBar(int from, int to) {}

  /// An edge of a bin was put elsewhere.
  ///
  /// @param index of the edge among all edges of the histogram
  /// @param value where it is put, as the axis has it
  /// @param grain what one pixel is worth there
  default void moveEdge(int index, double value, double grain) {}

  /// The texts of a chart that its user may write.
  enum TextPart {
    TITLE,
    SUBTITLE,
    X_TITLE,
    Y_TITLE
  }
}
