package outcrop.app.viewmodel;

/// What a field can do for a chart that it is dropped on.
public enum FieldJoin {
  /// Its values split the bars.
  SPLIT,
  /// It stands against the field of the chart in a new view.
  CROSS,
  /// It gives the colours.
  COLOUR,
  /// It joins the fields that are shown.
  ADD,
  /// The chart is repeated for each of its values.
  FACET
}
