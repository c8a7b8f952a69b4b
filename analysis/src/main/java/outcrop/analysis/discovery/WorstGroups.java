package outcrop.analysis.discovery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.Column;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.stats.Interval;
import outcrop.analysis.stats.StudentT;
import outcrop.analysis.stats.Wilson;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.UserFailure;

/// The error of every group of a field, or of the cross of several: which is worst, and how far
/// from the whole. As the WILDS benchmark reports it (Koh and others, 2021).
///
/// @param groups by falling error; a missing value is a group of its own
/// @param rows rows with an error
/// @param overall their mean error
/// @param macro the mean of the groups' errors, each group counting as one
/// @param ninetieth the error that nine of ten groups do not exceed
/// @param fewest rows that a group needs to be called the worst
public record WorstGroups(
    List<Group> groups, int rows, double overall, double macro, double ninetieth, int fewest) {
  /// The fewest rows of a worst group where nothing else is said.
  public static final int FEWEST = 30;

  private static final int MOST_GROUPS = 100_000;

  /// A group.
  ///
  /// @param values one per field, null where missing
  /// @param rows rows with an error
  /// @param error their mean error
  /// @param interval 95 %: Wilson's where errors are 0 and 1, else Student's
  public record Group(List<@Nullable String> values, int rows, double error, Interval interval) {}

  public WorstGroups {
    groups = List.copyOf(groups);
  }

  /// The worst group of all, however small; empty where no row has an error.
  public Optional<Group> worst() {
    return groups.stream().findFirst();
  }

  /// The worst group with enough rows.
  public Optional<Group> worstOfMany() {
    return groups.stream().filter(group -> group.rows >= fewest).findFirst();
  }

  /// How much worse the worst group with enough rows is than the whole; empty without one.
  public Optional<Double> gap() {
    return worstOfMany().map(group -> group.error - overall);
  }

  /// Sums up each group.
  ///
  /// @param fields whose values make the groups, at least one
  /// @throws UserFailure where there are more groups than a table can show
  public static WorstGroups of(
      List<Column> fields, SliceMetric metric, int fewest, TaskContext context) {
    Map<List<@Nullable String>, Sum> sums = new HashMap<>();
    RowSet rows = metric.rows();
    Sum all = new Sum();
    for (int row = rows.next(0); row >= 0; row = rows.next(row + 1)) {
      if ((row & 0xffff) == 0) {
        context.checkCancelled();
      }
      List<@Nullable String> values = new ArrayList<>(fields.size());
      for (Column field : fields) {
        values.add(field.textAt(row));
      }
      Sum sum = sums.get(values);
      if (sum == null) {
        sum = new Sum();
        sums.put(values, sum);
      }
      sum.add(metric.errors()[row]);
      all.add(metric.errors()[row]);
      if (sums.size() > MOST_GROUPS) {
        throw new UserFailure(
            "“"
                + fields.getFirst().field().name()
                + "” has more than 100,000 groups; choose a field with fewer values.");
      }
    }
    List<Group> groups = new ArrayList<>();
    for (Map.Entry<List<@Nullable String>, Sum> entry : sums.entrySet()) {
      groups.add(entry.getValue().group(entry.getKey(), all.binary));
    }
    groups.sort(
        Comparator.comparingDouble((Group group) -> -group.error)
            .thenComparing(group -> -group.rows)
            .thenComparing(group -> group.values.toString()));
    double macro = groups.stream().mapToDouble(Group::error).average().orElse(Double.NaN);
    double ninetieth = groups.isEmpty() ? Double.NaN : groups.get((groups.size() - 1) / 10).error;
    return new WorstGroups(groups, all.n, all.mean, macro, ninetieth, fewest);
  }

  private static final class Sum {
    private int n;
    private long ones;
    private boolean binary = true;
    private double mean;
    private double squares;

    void add(double error) {
      n++;
      ones += error == 1 ? 1 : 0;
      binary &= error == 0 || error == 1;
      double delta = error - mean;
      mean += delta / n;
      squares += delta * (error - mean);
    }

    Group group(List<@Nullable String> values, boolean flags) {
      Interval interval =
          flags
              ? Wilson.interval(ones, n)
              : StudentT.mean(mean, n < 2 ? Double.NaN : Math.sqrt(squares / (n - 1)), n);
      return new Group(java.util.Collections.unmodifiableList(values), n, mean, interval);
    }
  }
}
