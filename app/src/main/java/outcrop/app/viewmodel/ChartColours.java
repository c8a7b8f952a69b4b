package outcrop.app.viewmodel;

import java.util.List;

/// What of a chart can be coloured by hand.
///
/// @param groups what the colours of the palette are given to, in falling size; empty where all
///   marks are of one colour but for those that stand out
/// @param values everything that can have a colour of its own, the most frequent first
public record ChartColours(List<String> groups, List<String> values) {
  /// Of a chart whose colours belong to no value.
  public static final ChartColours NONE = new ChartColours(List.of(), List.of());

  public ChartColours {
    groups = List.copyOf(groups);
    values = List.copyOf(values);
  }
}
