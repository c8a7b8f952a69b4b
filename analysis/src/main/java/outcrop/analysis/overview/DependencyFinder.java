package outcrop.analysis.overview;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.ColumnProfile;
import outcrop.analysis.column.ColumnProfile.ValueCount;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.ColumnUse;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.overview.FieldWarning.Kind;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;

/// Finds fields that are decided by another: each value of one goes with a single value of the
/// other, in all rows. A missing value is a value like any other here.
///
/// A field takes part where its values repeat (at least two rows for each on average) and it is no
/// measure with a fraction. That one decides another is said where chance is no likely reason: the
/// rows that could have contradicted (those whose value occurred before), times the chance that two
/// rows differ in the other field, must be at least [#LEAST_CHANCES].
///
/// Candidates are refuted on the first rows, where most fall; who is left is checked on all rows.
public final class DependencyFinder {
  static final double LEAST_CHANCES = 20;

  private static final int HEAD_ROWS = 4_096;
  private static final int MOST_FIELDS = 1_000;

  private final ColumnStore columns;
  private final TaskRunner runner;

  public DependencyFinder(ColumnStore columns, TaskRunner runner) {
    this.columns = columns;
    this.runner = runner;
  }

  /// One field decides another.
  ///
  /// @param both whether the other decides the one as well
  /// @param n rows it holds in
  public record Dependency(String from, String to, boolean both, long n) {}

  private record Candidate(FieldCard card, int[] head, int size, double differ) {
    long distinct() {
      return card.profile().distinct() + (card.profile().missing() > 0 ? 1 : 0);
    }

    String name() {
      return card.field().name();
    }
  }

  /// @param cards made over the same rows
  /// @throws java.util.concurrent.CancellationException when cancelled, or when the store is being
  ///   closed
  public List<Dependency> find(List<FieldCard> cards, RowSet rows, TaskContext context) {
    try (ColumnUse use = columns.use()) {
      int[] head = new int[Math.min(HEAD_ROWS, rows.cardinality())];
      for (int i = 0, row = rows.next(0); i < head.length; i++, row = rows.next(row + 1)) {
        head[i] = row;
      }
      List<Candidate> candidates =
          cards.stream()
              .filter(DependencyFinder::takesPart)
              .limit(MOST_FIELDS)
              .map(card -> candidate(card, head))
              .toList();
      boolean[][] decides = new boolean[candidates.size()][candidates.size()];
      runner.forEachPart(
          candidates.size(),
          i -> {
            context.checkCancelled();
            use.checkWanted();
            decided(candidates.get(i), candidates, rows, decides[i]);
          });
      return dependencies(candidates, decides, rows.cardinality());
    }
  }

  private static boolean takesPart(FieldCard card) {
    ColumnProfile profile = card.profile();
    if (profile.distinct() < 2 || profile.distinct() > profile.rows() / 2) {
      return false;
    }
    return switch (card.field().type()) {
      case CATEGORY, TIME -> true;
      case NUMBER -> profile.top().stream().allMatch(value -> value.value().matches("-?\\d+"));
      case TEXT, IMAGE, VECTOR, LIST -> false;
    };
  }

  private Candidate candidate(FieldCard card, int[] head) {
    Column column = columns.column(card.field().name());
    ValueCodes codes = new ValueCodes();
    int[] all = new int[head.length];
    for (int i = 0; i < head.length; i++) {
      all[i] = codes.of(column, head[i]);
    }
    return new Candidate(card, all, codes.size(), differ(card.profile()));
  }

  /// The chance that two rows have different values, not more than it is: values beyond the listed
  /// ones are taken as one.
  private static double differ(ColumnProfile profile) {
    double same = Math.pow((double) profile.missing() / profile.rows(), 2);
    double rest = profile.rows() - profile.missing();
    for (ValueCount value : profile.top()) {
      same += Math.pow((double) value.count() / profile.rows(), 2);
      rest -= value.count();
    }
    return 1 - same - Math.pow(rest / profile.rows(), 2);
  }

  private void decided(Candidate from, List<Candidate> all, RowSet rows, boolean[] decided) {
    List<Integer> open = new ArrayList<>();
    int[] seen = new int[from.size()];
    for (int j = 0; j < all.size(); j++) {
      Candidate to = all.get(j);
      boolean possible =
          to != from
              && from.distinct() >= to.distinct()
              && (rows.cardinality() - from.distinct()) * to.differ() >= LEAST_CHANCES;
      if (possible && holds(from.head(), to.head(), seen)) {
        open.add(j);
      }
    }
    if (open.isEmpty()) {
      return;
    }
    int[] codes = new int[rows.cardinality()];
    int size = codes(from, rows, codes);
    for (int j : open) {
      decided[j] = holds(codes, size, columns.column(all.get(j).name()), rows);
    }
  }

  private static boolean holds(int[] from, int[] to, int[] seen) {
    Arrays.fill(seen, -1);
    for (int i = 0; i < from.length; i++) {
      int before = seen[from[i]];
      if (before < 0) {
        seen[from[i]] = to[i];
      } else if (before != to[i]) {
        return false;
      }
    }
    return true;
  }

  private int codes(Candidate from, RowSet rows, int[] codes) {
    Column column = columns.column(from.name());
    ValueCodes known = new ValueCodes();
    int i = 0;
    for (int row = rows.next(0); row >= 0; row = rows.next(row + 1)) {
      codes[i++] = known.of(column, row);
    }
    return known.size();
  }

  private static boolean holds(int[] codes, int size, Column to, RowSet rows) {
    ValueCodes known = new ValueCodes();
    int[] seen = new int[size];
    Arrays.fill(seen, -1);
    int i = 0;
    for (int row = rows.next(0); row >= 0; row = rows.next(row + 1)) {
      int value = known.of(to, row);
      int before = seen[codes[i]];
      if (before < 0) {
        seen[codes[i]] = value;
      } else if (before != value) {
        return false;
      }
      i++;
    }
    return true;
  }

  private static List<Dependency> dependencies(
      List<Candidate> candidates, boolean[][] decides, long n) {
    List<Dependency> found = new ArrayList<>();
    for (int i = 0; i < decides.length; i++) {
      for (int j = 0; j < decides.length; j++) {
        boolean both = decides[i][j] && decides[j][i];
        if (decides[i][j] && (!both || i < j)) {
          found.add(new Dependency(candidates.get(i).name(), candidates.get(j).name(), both, n));
        }
      }
    }
    return found;
  }

  /// The cards with what the dependencies say about each: that it is one-to-one with another on
  /// both, that it decides another on the one that does.
  public static List<FieldCard> told(List<FieldCard> cards, List<Dependency> dependencies) {
    Map<String, List<FieldWarning>> more = new HashMap<>();
    for (Dependency found : dependencies) {
      Kind kind = found.both() ? Kind.ONE_TO_ONE : Kind.DETERMINES;
      FieldWarning warning = FieldWarning.of(kind, found.n(), found.n());
      more.computeIfAbsent(found.from(), _ -> new ArrayList<>()).add(warning.withOther(found.to()));
      if (found.both()) {
        more.computeIfAbsent(found.to(), _ -> new ArrayList<>())
            .add(warning.withOther(found.from()));
      }
    }
    return cards.stream()
        .map(card -> card.with(more.getOrDefault(card.field().name(), List.of())))
        .toList();
  }
}
