package outcrop.analysis.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.ColumnUse;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.column.TimeColumn;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;
import outcrop.analysis.task.UserFailure;

/// Whether the classes of a field come in bursts: in the order of the file or of a time, and within
/// the contexts that another field gives.
///
/// @param by what gaps and contexts are of
/// @param n events
/// @param windows the lift in windows of consecutive events, one for each size that fits
/// @param context the lift within the contexts of the other field; null where it gives none
/// @param burstyShare the share of events whose class occurs three times among the eight before;
///   NaN for fewer than nine events
/// @param looksSorted whether the order looks as if the file was sorted by the field
/// @param gaps of each class; null where it occurs less than twice; empty where contexts are given
/// @param morisita of each class over windows of eight; NaN where it occurs less than twice
/// @param counts events of each class
/// @param byFrequency the classes that occur, most frequent first
/// @param names the class of a number
/// @param seed of the null bands
public record Burstiness(
    By by,
    int n,
    List<WindowLift> windows,
    @Nullable RepeatLift context,
    double burstyShare,
    boolean looksSorted,
    @Nullable GapBurstiness[] gaps,
    double[] morisita,
    long[] counts,
    int[] byFrequency,
    IntFunction<String> names,
    long seed) {
  /// What orders or groups the events.
  public enum By {
    /// The order of the rows.
    ROWS,
    /// A field of times, or of numbers that rise.
    TIME,
    /// A field whose values are contexts.
    CONTEXT
  }

  /// The lift in windows of a size.
  public record WindowLift(int size, RepeatLift lift) {}

  /// The middle of the classes that have gaps enough.
  ///
  /// @param classes how many those are
  /// @param median of the corrected burstiness; NaN without classes
  /// @param interval 95 % of the median; empty for fewer than six classes
  /// @param tieShare the mean share of zero gaps over all classes with gaps enough
  public record Middle(int classes, double median, Optional<Interval> interval, double tieShare) {}

  /// @param by the field that orders or groups, null for the order of the rows: a time orders, a
  ///   category groups; numbers group where they repeat, and order where each is different
  /// @throws UserFailure for a field that has no classes, or a second one that neither orders nor
  ///   groups
  public static Burstiness of(
      Column column,
      @Nullable Column by,
      RowSet rows,
      long seed,
      ColumnUse use,
      TaskRunner runner,
      TaskContext task) {
    ColumnEvents all = ColumnEvents.of(column, rows, use);
    if (by == null) {
      Events events = all.events();
      return of(By.ROWS, events, null, events.gaps(new double[0]), all.names(), seed, runner, task);
    }
    return switch (by) {
      case TimeColumn times ->
          ordered(all, ColumnEvents.of(by, rows, use), times::microsAt, seed, runner, task);
      case CategoryColumn _ -> grouped(all, ColumnEvents.of(by, rows, use), seed, runner, task);
      case NumberColumn numbers -> {
        ColumnEvents groups = ColumnEvents.of(by, rows, use);
        boolean repeats = groups.events().classCount() <= groups.events().size() / 2;
        yield repeats
            ? grouped(all, groups, seed, runner, task)
            : ordered(all, groups, numbers::at, seed, runner, task);
      }
      default ->
          throw new UserFailure(
              "“"
                  + by.field().name()
                  + "” gives neither an order nor contexts: choose a field of times, categories or"
                  + " numbers.");
    };
  }

  /// @param moments the classes of the ordering field, whose numbers rise with its values
  /// @param time of a row
  private static Burstiness ordered(
      ColumnEvents all,
      ColumnEvents moments,
      IntToDoubleFunction time,
      long seed,
      TaskRunner runner,
      TaskContext task) {
    ColumnEvents.Joined joined = all.joined(moments);
    ColumnEvents events = joined.events();
    // Equal times keep the order of the rows.
    int[] order = new Events(joined.other(), moments.events().classCount()).places().events();
    int[] classes = new int[order.length];
    double[] times = new double[order.length];
    for (int i = 0; i < order.length; i++) {
      classes[i] = events.events().classes()[order[i]];
      times[i] = time.applyAsDouble(events.rows()[order[i]]);
    }
    Events inTime = new Events(classes, events.events().classCount());
    return of(By.TIME, inTime, null, inTime.gaps(times), events.names(), seed, runner, task);
  }

  private static Burstiness grouped(
      ColumnEvents events, ColumnEvents groups, long seed, TaskRunner runner, TaskContext task) {
    ColumnEvents.Joined joined = events.joined(groups);
    Events inContext = joined.events().events();
    RepeatLift lift =
        RepeatLift.ofContexts(
            inContext, joined.other(), groups.events().classCount(), seed, runner, task);
    return of(
        By.CONTEXT, inContext, lift, new GapBurstiness[0], events.names(), seed, runner, task);
  }

  private static Burstiness of(
      By by,
      Events events,
      @Nullable RepeatLift context,
      @Nullable GapBurstiness[] gaps,
      IntFunction<String> names,
      long seed,
      TaskRunner runner,
      TaskContext task) {
    List<WindowLift> windows = new ArrayList<>();
    for (int size : RepeatLift.WINDOWS) {
      if (2L * size <= events.size()) {
        windows.add(new WindowLift(size, RepeatLift.ofWindows(events, size, seed, runner, task)));
      }
    }
    return new Burstiness(
        by,
        events.size(),
        windows,
        context,
        RepeatLift.burstyShare(events),
        !windows.isEmpty() && windows.getFirst().lift().looksSorted(events),
        gaps,
        RepeatLift.morisita(events, RepeatLift.WINDOWS[0]),
        events.counts(),
        events.byFrequency(),
        names,
        seed);
  }

  /// The middle over the classes whose gaps tell something.
  public Middle middle() {
    double[] values = new double[gaps.length];
    int telling = 0;
    int many = 0;
    double ties = 0;
    for (GapBurstiness each : gaps) {
      if (each != null && each.gaps() >= GapBurstiness.FEWEST_GAPS) {
        ties += each.tieShare();
        many++;
        if (each.telling()) {
          values[telling++] = each.corrected();
        }
      }
    }
    Arrays.sort(values, 0, telling);
    SortedValues sorted = new SortedValues(values, 0, telling);
    return new Middle(
        telling, sorted.quantile(0.5), sorted.medianInterval(), many == 0 ? 0 : ties / many);
  }
}
