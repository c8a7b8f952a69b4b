package outcrop.analysis.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.ColumnUse;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.query.TailBands.Band;
import outcrop.analysis.spec.FieldDisplay;
import outcrop.analysis.stats.ClassCounter;
import outcrop.analysis.stats.ClassCounts;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.UserFailure;

/// The classes of a long tail by the values of another field, such as a split: how many rows of
/// each class every value has, and which classes it lacks.
///
/// @param field the other field
/// @param groups its values, as a distribution splits by them
/// @param counts rows by group and rank of the class, `[group][rank]`
public record TailParts(String field, List<String> groups, int[][] counts) {
  /// More classes than these are too many to be compared one by one.
  public static final int MOST_CLASSES = 500_000;

  public TailParts {
    groups = List.copyOf(groups);
  }

  /// @param rows the selected rows that `classes` counts
  /// @throws UserFailure for a field that cannot split, or more classes than can be compared
  static TailParts of(
      TailClasses classes,
      Column column,
      Column other,
      RowSet rows,
      ColumnUse use,
      TaskContext context) {
    if (classes.count() > MOST_CLASSES) {
      throw new UserFailure(
          "%,d classes of “%s” are too many to be compared by “%s”; filter some out first."
              .formatted(classes.count(), column.field().name(), other.field().name()));
    }
    FieldGroups groups = FieldGroups.of(other, List.of(), FieldDisplay.NONE);
    Map<String, Integer> rankOf = new HashMap<>();
    for (int rank = 0; rank < classes.count(); rank++) {
      rankOf.put(classes.name(rank), rank);
    }
    int size = groups.names().size();
    List<RowSet> parts = parts(rows, groups.groupOfRow(), size);
    int[][] counts = new int[size][classes.count()];
    ClassCounter counter = new ClassCounter(use);
    for (int group = 0; group < size; group++) {
      context.checkCancelled();
      context.progress(group, size);
      ClassCounts found = counter.count(column, parts.get(group));
      for (int i = 0; i < found.classes(); i++) {
        Integer rank = rankOf.get(found.name(i));
        if (rank != null) {
          counts[group][rank] = (int) found.counts()[i];
        }
      }
    }
    return new TailParts(other.field().name(), groups.names(), counts);
  }

  private static List<RowSet> parts(RowSet rows, IntUnaryOperator groupOfRow, int groups) {
    long[][] words = new long[groups][RowSet.wordCount(rows.rowCount())];
    for (int row = rows.next(0); row >= 0; row = rows.next(row + 1)) {
      words[groupOfRow.applyAsInt(row)][row >>> 6] |= 1L << row;
    }
    List<RowSet> parts = new ArrayList<>();
    for (long[] part : words) {
      parts.add(RowSet.ofWords(part, rows.rowCount()));
    }
    return parts;
  }

  /// Rows of a group in the classes of a band.
  public long rows(int group, Band band) {
    long sum = 0;
    for (int rank = band.from(); rank < band.to(); rank++) {
      sum += counts[group][rank];
    }
    return sum;
  }

  /// The ranks of the classes of a band that have no row in a group, largest class first.
  public int[] lacking(int group, Band band) {
    return IntStream.range(band.from(), band.to())
        .filter(rank -> counts[group][rank] == 0)
        .toArray();
  }
}
