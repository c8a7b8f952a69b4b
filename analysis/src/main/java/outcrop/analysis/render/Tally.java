package outcrop.analysis.render;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.query.ViewData.DistributionData;
import outcrop.analysis.spec.DistributionSpec;
import outcrop.analysis.spec.DistributionSpec.Grouping;
import outcrop.analysis.stats.Interval;
import outcrop.analysis.stats.Wilson;

/// How high every part of every bar is, in what the axis of counts measures.
///
/// Slots are the bins in order, then the rows without a value, then the rows off the scale.
final class Tally {
  /// How the groups within a slot stand to each other.
  enum Arrangement {
    STACKED,
    BESIDE,
    OVERLAID
  }

  /// Bars of more groups have too many boundaries for an interval at each.
  private static final int MOST_BOUNDED = 5;

  final int bins;
  final int groups;
  final Arrangement arrangement;
  final boolean split;
  final boolean shares;
  private final DistributionData data;
  private final boolean missingShown;
  private final long[] slotCounts;
  private final long[] slotContext;
  private final double[] groupCounts;
  private final double[] groupContext;
  private final boolean ofBar;
  private final boolean ofGroup;
  private final boolean filtered;
  private final boolean bars;

  /// Whether a target is drawn, which may be higher than the bars.
  final boolean targeted;

  private final DoubleUnaryOperator common;

  Tally(DistributionSpec spec, DistributionData data, boolean histogram) {
    this(spec, data, histogram, DoubleUnaryOperator.identity());
  }

  /// @param common the largest of a scale that drawings share, from that of this one
  Tally(
      DistributionSpec spec, DistributionData data, boolean histogram, DoubleUnaryOperator common) {
    this.common = common;
    this.data = data;
    bins = data.axis().size();
    groups = data.groups().size();
    missingShown = spec.bins().missing();
    split = isSplit(data);
    Grouping grouping = spec.axes().grouping();
    ofBar = split && grouping == Grouping.SHARE_OF_BAR;
    ofGroup = grouping == Grouping.SHARE_OF_GROUP;
    shares = ofBar || ofGroup;
    bars = spec.shape() == DistributionSpec.Shape.BARS;
    boolean lines = spec.shape() == DistributionSpec.Shape.LINE && !ofBar;
    arrangement =
        !split
            ? Arrangement.STACKED
            : lines
                ? Arrangement.OVERLAID
                : switch (grouping) {
                  case STACKED, SHARE_OF_BAR -> Arrangement.STACKED;
                  case SIDE_BY_SIDE -> Arrangement.BESIDE;
                  case OVERLAID -> Arrangement.OVERLAID;
                  case SHARE_OF_GROUP -> histogram ? Arrangement.OVERLAID : Arrangement.BESIDE;
                };
    targeted = spec.target() != null && TargetLayer.isDrawn(spec, this);
    slotCounts = new long[bins + 2];
    slotContext = new long[bins + 2];
    groupCounts = new double[groups];
    groupContext = new double[groups];
    for (int group = 0; group < groups; group++) {
      for (int slot = 0; slot < bins + 2; slot++) {
        long count = rawCount(group, slot);
        long all = rawContext(group, slot);
        slotCounts[slot] += count;
        slotContext[slot] += all;
        groupCounts[group] += count;
        groupContext[group] += all;
      }
    }
    filtered = !Arrays.equals(slotCounts, slotContext);
  }

  /// Whether a second field splits the bars.
  static boolean isSplit(DistributionData data) {
    return data.groups().size() > 1
        || data.groups().size() == 1 && !data.groups().getFirst().isEmpty();
  }

  int missingSlot() {
    return bins;
  }

  int offScaleSlot() {
    return bins + 1;
  }

  /// Selected rows of a slot.
  long count(int slot) {
    return slotCounts[slot];
  }

  /// All rows of a slot.
  long context(int slot) {
    return slotContext[slot];
  }

  /// Selected rows of one group in a slot.
  long rawCount(int group, int slot) {
    if (slot < bins) {
      return data.counts()[group][slot];
    }
    return at(slot == bins ? data.apart().missing() : data.apart().offScale(), group);
  }

  /// All rows of one group in a slot.
  long rawContext(int group, int slot) {
    if (slot < bins) {
      return data.context()[group][slot];
    }
    return at(slot == bins ? data.apart().contextMissing() : data.apart().contextOffScale(), group);
  }

  /// Whether a slot beyond the bins is drawn.
  boolean isApartShown(int slot) {
    return context(slot) > 0 && (slot != missingSlot() || missingShown);
  }

  /// All rows that have a place on the axis.
  long placed() {
    long placed = 0;
    for (int bin = 0; bin < bins; bin++) {
      placed += slotContext[bin];
    }
    return placed;
  }

  /// Whether the filter leaves rows out.
  boolean isFiltered() {
    return filtered;
  }

  /// Whether the grey bar behind a slot can be seen.
  boolean isBehindSeen(int slot) {
    return filtered && (shares || slotCounts[slot] != slotContext[slot]);
  }

  long selectedOfGroup(int group) {
    return (long) groupCounts[group];
  }

  long allOfGroup(int group) {
    return (long) groupContext[group];
  }

  /// Height of one group in a slot.
  double height(int group, int slot) {
    double count = rawCount(group, slot);
    if (ofBar) {
      return ratio(count, slotCounts[slot]);
    }
    return ofGroup ? ratio(count, groupCounts[group]) : count;
  }

  /// Height of the grey bar behind one group where groups stand side by side.
  double heightBehind(int group, int slot) {
    double count = rawContext(group, slot);
    return ofGroup ? ratio(count, groupContext[group]) : count;
  }

  /// Height of the grey bar behind a whole slot.
  double heightBehind(int slot) {
    if (ofBar) {
      return slotContext[slot] > 0 ? 1 : 0;
    }
    if (arrangement == Arrangement.STACKED && !ofGroup) {
      return slotContext[slot];
    }
    double highest = 0;
    for (int group = 0; group < groups; group++) {
      highest = Math.max(highest, heightBehind(group, slot));
    }
    return highest;
  }

  /// The interval of the height of a bar that is a share of its group, and of the boundary above a
  /// group in a bar that is cut into shares, which is the share of all groups up to it; null for
  /// all others and where there is no bar.
  @Nullable Interval interval(int group, int slot) {
    long count = rawCount(group, slot);
    boolean boundary = ofBar && groups <= MOST_BOUNDED;
    boolean bar = ofGroup && arrangement != Arrangement.OVERLAID;
    if (!bars || count == 0 || !boundary && !bar) {
      return null;
    }
    if (bar) {
      return Wilson.interval(count, selectedOfGroup(group));
    }
    long upTo = 0;
    for (int below = 0; below <= group; below++) {
      upTo += rawCount(below, slot);
    }
    return upTo == slotCounts[slot] ? null : Wilson.interval(upTo, slotCounts[slot]);
  }

  /// The highest end of the intervals in a slot; 0 where there is none.
  double intervalEnd(int slot) {
    double end = 0;
    for (int group = 0; group < groups; group++) {
      Interval interval = interval(group, slot);
      end = interval == null ? end : Math.max(end, interval.high());
    }
    return end;
  }

  /// The highest that anything in a slot is, without intervals.
  double top(int slot) {
    if (arrangement == Arrangement.STACKED) {
      double sum = 0;
      for (int group = 0; group < groups; group++) {
        sum += height(group, slot);
      }
      return Math.max(sum, heightBehind(slot));
    }
    double highest = heightBehind(slot);
    for (int group = 0; group < groups; group++) {
      highest = Math.max(highest, height(group, slot));
    }
    return highest;
  }

  /// The highest of all bins. Bars apart raise it by half at most; higher ones are cut and raise it
  /// a little.
  double highest() {
    double highest = 0;
    for (int bin = 0; bin < bins; bin++) {
      highest = Math.max(highest, Math.max(top(bin), intervalEnd(bin)));
    }
    double apart = 0;
    for (int slot = bins; slot < bins + 2; slot++) {
      apart = isApartShown(slot) ? Math.max(apart, Math.max(top(slot), intervalEnd(slot))) : apart;
    }
    boolean cut = highest > 0 && apart > highest * 1.5;
    double headroom = targeted ? TargetLayer.HEADROOM : 1;
    return common.applyAsDouble(headroom * Math.max(highest, cut ? highest * 1.12 : apart));
  }

  /// The smallest height above zero of a bar or part of one; 1 where there is none.
  double smallest() {
    double smallest = Double.POSITIVE_INFINITY;
    for (int group = 0; group < groups; group++) {
      for (int bin = 0; bin < bins; bin++) {
        double height = height(group, bin);
        smallest = height > 0 ? Math.min(smallest, height) : smallest;
      }
    }
    return Double.isInfinite(smallest) ? 1 : smallest;
  }

  private static double ratio(double part, double whole) {
    return whole > 0 ? part / whole : 0;
  }

  private static long at(long[] counts, int group) {
    return group < counts.length ? counts[group] : 0;
  }
}
