package outcrop.analysis.render;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import outcrop.analysis.dataset.RowSet;

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

  /// Outlines on a map.
  ///
  /// @param inside the rows that they mean, the others being pale; empty until they are known
  record Outlines(List<Outline> outlines, Optional<RowSet> inside) implements Brush {
    public Outlines {
      outlines = List.copyOf(outlines);
    }
  }

  /// A closed line on a map.
  ///
  /// @param xs values of the first field at its corners
  /// @param ys values of the second field at its corners
  record Outline(double[] xs, double[] ys) {}

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
