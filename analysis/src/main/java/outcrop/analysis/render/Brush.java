package outcrop.analysis.render;

import java.util.Set;

/// What the user has marked on a distribution.
public sealed interface Brush {
  /// A range of numbers or microseconds.
  record Range(double from, double to) implements Brush {
    public Range {
      if (from > to) {
        double swap = from;
        from = to;
        to = swap;
      }
    }
  }

  /// Some bars of a category by their values.
  record Values(Set<String> values) implements Brush {
    public Values {
      values = Set.copyOf(values);
    }
  }
}
