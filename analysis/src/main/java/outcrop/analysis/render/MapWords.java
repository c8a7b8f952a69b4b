package outcrop.analysis.render;

/// The words of maps; `{0}` and so on stand for what is filled in.
///
/// @param title names a map by its two fields
/// @param unplaced says how many rows have no place
/// @param zoom says how close the view is
/// @param hidden says how many rows the reader hides
/// @param density says what colours mean where rows are many
/// @param mixed says what colours mean where rows of several lie over each other
/// @param noColour says how many rows have no value in the field of the colours
/// @param greyLeftOut says what grey points are
/// @param label a name on the map with the rows that have it
/// @param contours says what lines mean
public record MapWords(
    String title,
    String unplaced,
    String zoom,
    String hidden,
    String density,
    String mixed,
    String noColour,
    String greyLeftOut,
    String label,
    String contours) {
  public static final MapWords ENGLISH =
      new MapWords(
          "{0} × {1}",
          "{0} without a place",
          "zoom {0}×",
          "{0} hidden",
          "density on a log scale where rows crowd",
          "colours mixed where rows overlap",
          "{0} grey, without {1}",
          "pale: left out by the filter",
          "{0}: {1} rows",
          "lines around 25, 50, 75 and 90 % of the rows in view");
}
