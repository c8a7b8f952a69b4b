package outcrop.analysis.render;

import java.util.List;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.render.Mark.Stroke;
import outcrop.analysis.stats.Interval;

/// Draws the intervals of bars that are shares (Wilson 1927) as thin lines with caps over the ends
/// of the bars.
///
/// Of a bar of many rows whose interval is hardly longer than a pixel, nothing is drawn.
final class Whiskers {
  private static final long MANY_ROWS = 1000;
  private static final double LEAST_LENGTH = 2;
  private static final double CAP = 3;

  private final Tally tally;
  private final CountAxis axis;
  private final boolean upwards;
  private final Stroke stroke;

  /// @param upwards whether bars run upwards, else to the right
  Whiskers(Plot plot, CountAxis axis, boolean upwards) {
    tally = plot.tally();
    this.axis = axis;
    this.upwards = upwards;
    stroke = Stroke.of(plot.sketch().theme.foreground().withOpacity(0.8), 1);
  }

  /// The whisker of one part of a bar, where it has one.
  ///
  /// @param from pixel along the axis of values where the part begins
  /// @param to pixel where it ends
  void draw(List<Mark> out, int group, int slot, double from, double to) {
    Interval interval = seen(tally, axis, group, slot);
    if (interval == null) {
      return;
    }
    double low = axis.pixel(interval.low());
    double high = axis.pixel(interval.high());
    double middle = Sketch.sharp(Math.floor((from + to) / 2));
    line(out, middle, low, middle, high);
    double cap = Math.min(CAP, Math.floor((to - from) / 2) - 1);
    if (cap >= 1) {
      line(out, middle - cap, low, middle + cap, low);
      line(out, middle - cap, high, middle + cap, high);
    }
  }

  /// @param across pixels along the axis of values
  /// @param along pixels along the axis of shares
  private void line(
      List<Mark> out, double across, double along, double acrossEnd, double alongEnd) {
    out.add(
        upwards
            ? new Mark.Line(across, along, acrossEnd, alongEnd, stroke)
            : new Mark.Line(along, across, alongEnd, acrossEnd, stroke));
  }

  /// Title of the axis of shares, which says what the whiskers are where there are any.
  static String titled(String title, Plot plot, CountAxis axis) {
    Tally tally = plot.tally();
    for (int group = 0; group < tally.groups; group++) {
      for (int slot = 0; slot < tally.bins + 2; slot++) {
        if (seen(tally, axis, group, slot) != null) {
          return title + " · " + plot.sketch().words().shapes().whiskers();
        }
      }
    }
    return title;
  }

  private static @Nullable Interval seen(Tally tally, CountAxis axis, int group, int slot) {
    Interval interval = tally.interval(group, slot);
    if (interval == null || slot >= tally.bins && !tally.isApartShown(slot)) {
      return null;
    }
    double length = Math.abs(axis.pixel(interval.high()) - axis.pixel(interval.low()));
    return tally.rawCount(group, slot) < MANY_ROWS || length >= LEAST_LENGTH ? interval : null;
  }
}
