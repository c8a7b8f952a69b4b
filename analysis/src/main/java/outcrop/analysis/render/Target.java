package outcrop.analysis.render;

/// What a place of a drawing stands for: what a click there means.
public sealed interface Target {
  /// All of a bar: one bin or one value.
  record Bin(int index) implements Target {}

  /// The part of a bar that belongs to one group.
  record Segment(int group, int bin) implements Target {}

  /// The bar of the rows without a value.
  record Missing() implements Target {}

  /// The bar of the rows whose value has no place on the axis.
  record OffScale() implements Target {}

  record LegendEntry(int group) implements Target {}

  /// The line of the legend that says how many entries are not shown.
  record MoreLegend() implements Target {}

  /// The line that says how many bars are not shown.
  record MoreBars() implements Target {}

  /// Ticks and title of the axis of values.
  record ValueAxis() implements Target {}

  /// Ticks and title of the axis of counts.
  record CountAxis() implements Target {}

  record Title() implements Target {}

  /// What the user wrote below the title.
  record Subtitle() implements Target {}

  /// The edge of a bin of a histogram by its place among the edges, to be dragged.
  record Edge(int index) implements Target {}

  /// A band by its place in the spec.
  record Band(int index) implements Target {}

  /// A note by its place in the spec.
  record Note(int index) implements Target {}

  /// The point of an arrow of a note.
  record Arrow(int note, int index) implements Target {}

  /// One mark of a chart that has its marks in a list, such as a cell, a point or a class.
  record Item(int index) implements Target {}

  /// Something that the pointer or the arrow keys move, such as the edge between two bands.
  record Handle(int index) implements Target {
    /// The line of a cap; all others count from 0.
    public static final int CAP = -1;
  }

  /// A place of one of several charts beside each other.
  ///
  /// @param index number of the chart
  record Panel(int index, Target inside) implements Target {}

  /// A reference line by its place in the spec.
  record Reference(int index) implements Target {}
}
