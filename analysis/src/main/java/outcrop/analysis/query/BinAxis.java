package outcrop.analysis.query;

import java.util.List;
import outcrop.analysis.dataset.ValueFormat;

/// What the bins of a distribution are.
public sealed interface BinAxis {
  int size();

  /// What decided where the bins lie.
  BinRule rule();

  /// Half-open number bins, the last one closed.
  ///
  /// @param edges one more than there are bins, rising
  /// @param integral whether every value is whole, so that a bin may be named by one number
  record Numbers(double[] edges, boolean integral, BinRule rule) implements BinAxis {
    /// Bins that somebody chose.
    public Numbers(double[] edges, boolean integral) {
      this(edges, integral, BinRule.ASKED);
    }

    @Override
    public int size() {
      return edges.length - 1;
    }
  }

  /// Half-open time bins at calendar boundaries.
  ///
  /// @param edges microseconds, one more than there are bins, rising
  /// @param unit the calendar step, in words of the calendar: `YEAR`, `QUARTER`, `MONTH`, `WEEK`,
  ///   `DAY`, `HOUR`, `MINUTE`, `SECOND`, or `EVEN` for equal steps
  record Times(long[] edges, String unit, ValueFormat format, BinRule rule) implements BinAxis {
    /// Bins that somebody chose.
    public Times(long[] edges, String unit, ValueFormat format) {
      this(edges, unit, format, BinRule.ASKED);
    }

    @Override
    public int size() {
      return edges.length - 1;
    }
  }

  /// One bin per value, in the order of the spec. All values, however many.
  record Values(List<String> values) implements BinAxis {
    @Override
    public int size() {
      return values.size();
    }

    @Override
    public BinRule rule() {
      return BinRule.EACH_VALUE;
    }
  }
}
