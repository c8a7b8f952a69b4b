package outcrop.analysis.render;

import java.util.Set;

/// What the user has marked on a chart.
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

  /// A stretch of each axis of a scatter.
  record Area(Range x, Range y) implements Brush {}

  /// Some marks by their numbers.
  record Items(Set<Integer> items) implements Brush {
    public Items {
      items = Set.copyOf(items);
    }
  }

  /// Some bars of a category by their values.
  record Values(Set<String> values) implements Brush {
    public Values {
      values = Set.copyOf(values);
    }
  }
}
