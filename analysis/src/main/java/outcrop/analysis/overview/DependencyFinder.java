package outcrop.analysis.overview;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.ColumnProfile;
import outcrop.analysis.column.ColumnProfile.ValueCount;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.ColumnUse;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.overview.FieldWarning.Kind;
import outcrop.analysis.stats.ValueCodes;
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
/// Values are numbered as they come. Two fields are one-to-one where their numbers are the same in
/// all rows; such fields make a group, told from others by a hash of 64 bits. Between the first
/// fields of groups, candidates are refuted on the first rows, where most fall, and who is left is
/// checked on all rows.
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

  /// What a field decides.
  ///
  /// @param others the fields, each of which stands for those that are one-to-one with it where the
  ///   field only decides them
  /// @param both whether the others decide the field as well
  /// @param n rows it holds in
  public record Dependency(String field, List<String> others, boolean both, long n) {
    public Dependency {
      others = List.copyOf(others);
    }
  }

  private record Candidate(FieldCard card, int[] head, int size, double differ) {
    long distinct() {
      return card.profile().distinct() + (card.profile().missing() > 0 ? 1 : 0);
    }

    String name() {
      return card.field().name();
    }

    /// Whether chance is no likely reason that a field decides this one.
    boolean isClear(Candidate from) {
      return (card.profile().rows() - from.distinct()) * differ >= LEAST_CHANCES;
    }
  }

  /// Fields that are one-to-one with each other, and the first fields of other groups that they
  /// decide.
  private record Group(List<Candidate> members, List<String> decided) {
    Candidate first() {
      return members.getFirst();
    }
  }

  /// @param cards made over the same rows
  /// @return in the order of the cards, one-to-one before what a field only decides
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
      List<Group> groups = groups(candidates, rows, use, context);
      runner.forEachPart(
          groups.size(),
          i -> {
            stopWhereUnwanted(use, context);
            decide(groups.get(i), groups, rows);
          });
      return dependencies(candidates, groups, rows.cardinality());
    }
  }

  private static void stopWhereUnwanted(ColumnUse use, TaskContext context) {
    use.checkWanted();
    context.checkCancelled();
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

  private List<Group> groups(
      List<Candidate> candidates, RowSet rows, ColumnUse use, TaskContext context) {
    Map<Integer, List<Candidate>> alike = new LinkedHashMap<>();
    for (Candidate candidate : candidates) {
      alike
          .computeIfAbsent(Arrays.hashCode(candidate.head()), _ -> new ArrayList<>())
          .add(candidate);
    }
    List<Group> groups = new ArrayList<>();
    for (List<Candidate> some : alike.values()) {
      Map<Long, List<Candidate>> equal = new LinkedHashMap<>();
      for (Candidate candidate : some) {
        stopWhereUnwanted(use, context);
        boolean alone = some.size() == 1 || !candidate.isClear(candidate);
        long hash = alone ? equal.size() : hash(candidate, rows);
        equal.computeIfAbsent(hash, _ -> new ArrayList<>()).add(candidate);
      }
      equal.values().forEach(members -> groups.add(new Group(members, new ArrayList<>())));
    }
    return groups;
  }

  /// Of the numbers of the values in all rows.
  private long hash(Candidate candidate, RowSet rows) {
    Column column = columns.column(candidate.name());
    ValueCodes codes = new ValueCodes();
    long hash = 0x9e3779b97f4a7c15L;
    for (int row = rows.next(0); row >= 0; row = rows.next(row + 1)) {
      hash = (hash ^ codes.of(column, row)) * 0xff51afd7ed558ccdL;
      hash ^= hash >>> 32;
    }
    return hash;
  }

  private void decide(Group group, List<Group> all, RowSet rows) {
    Candidate from = group.first();
    int[] seen = new int[from.size()];
    List<Candidate> open = new ArrayList<>();
    for (Group other : all) {
      Candidate to = other.first();
      if (other != group
          && from.distinct() > to.distinct()
          && to.isClear(from)
          && holds(from.head(), to.head(), seen)) {
        open.add(to);
      }
    }
    if (open.isEmpty()) {
      return;
    }
    int[] codes = new int[rows.cardinality()];
    ValueCodes known = new ValueCodes();
    Column column = columns.column(from.name());
    int i = 0;
    for (int row = rows.next(0); row >= 0; row = rows.next(row + 1)) {
      codes[i++] = known.of(column, row);
    }
    for (Candidate to : open) {
      if (holds(codes, known.size(), columns.column(to.name()), rows)) {
        group.decided().add(to.name());
      }
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

  private static boolean holds(int[] codes, int size, Column to, RowSet rows) {
    long[] value = new long[size];
    // 0 for a number that has not come yet, 1 where it goes with a missing value, 2 with a value.
    byte[] seen = new byte[size];
    int i = 0;
    for (int row = rows.next(0); row >= 0; row = rows.next(row + 1)) {
      int code = codes[i++];
      byte kind = (byte) (to.isMissing(row) ? 1 : 2);
      long bits = kind == 1 ? 0 : ValueCodes.bits(to, row);
      if (seen[code] == 0) {
        seen[code] = kind;
        value[code] = bits;
      } else if (seen[code] != kind || value[code] != bits) {
        return false;
      }
    }
    return true;
  }

  private static List<Dependency> dependencies(
      List<Candidate> candidates, List<Group> groups, long n) {
    Map<String, Group> groupOf = new HashMap<>();
    for (Group group : groups) {
      group.members().forEach(member -> groupOf.put(member.name(), group));
    }
    List<Dependency> found = new ArrayList<>();
    for (Candidate candidate : candidates) {
      Group group = groupOf.get(candidate.name());
      if (group != null) {
        List<String> others =
            group.members().stream()
                .map(Candidate::name)
                .filter(name -> !name.equals(candidate.name()))
                .toList();
        if (!others.isEmpty()) {
          found.add(new Dependency(candidate.name(), others, true, n));
        }
        if (!group.decided().isEmpty()) {
          found.add(new Dependency(candidate.name(), group.decided(), false, n));
        }
      }
    }
    return found;
  }

  /// The cards with what the dependencies say about each. A warning names the first of the others,
  /// and its amount is how many there are.
  public static List<FieldCard> told(List<FieldCard> cards, Collection<Dependency> dependencies) {
    Map<String, List<FieldWarning>> more = new HashMap<>();
    for (Dependency found : dependencies) {
      more.computeIfAbsent(found.field(), _ -> new ArrayList<>())
          .add(
              FieldWarning.of(
                      found.both() ? Kind.ONE_TO_ONE : Kind.DETERMINES, found.n(), found.n())
                  .withOther(found.others().getFirst())
                  .withAmount(found.others().size()));
    }
    return cards.stream()
        .map(card -> card.with(more.getOrDefault(card.field().name(), List.of())))
        .toList();
  }
}
