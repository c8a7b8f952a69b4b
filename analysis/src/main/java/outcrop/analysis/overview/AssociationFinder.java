package outcrop.analysis.overview;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.ColumnUse;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.overview.FieldAssociations.Left;
import outcrop.analysis.overview.FieldAssociations.Pair;
import outcrop.analysis.overview.FieldAssociations.Reason;
import outcrop.analysis.stats.Association;
import outcrop.analysis.stats.ComparedField;
import outcrop.analysis.stats.FalseDiscovery;
import outcrop.analysis.stats.KeyedSample;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;

/// Works out how much fields say about each other: Spearman's ρ for two measures, Cramér's V for
/// two categories, the correlation ratio ε for one of each.
///
/// A row without a value is left out of a pair of measures (pairwise complete); for a category it
/// is a value like any other. More rows than the sample holds are sampled by the hash of their
/// keys.
public final class AssociationFinder {
  /// Rows that are looked at by default.
  public static final int ROWS = 50_000;

  /// Fields that are compared by default.
  public static final int FIELDS = 60;

  public static final long SEED = 1;

  private final ColumnStore columns;
  private final TaskRunner runner;

  public AssociationFinder(ColumnStore columns, TaskRunner runner) {
    this.columns = columns;
    this.runner = runner;
  }

  /// What is asked.
  ///
  /// @param fields the most fields compared, the most interesting first
  /// @param rows the most rows looked at
  public record Ask(int fields, int rows, long seed) {
    public static final Ask DEFAULT = new Ask(FIELDS, ROWS, SEED);

    public Ask {
      fields = Math.max(2, fields);
      rows = Math.max(1, rows);
    }

    public Ask withFields(int value) {
      return new Ask(value, rows, seed);
    }
  }

  /// Compares the fields of the cards over some rows.
  ///
  /// @param cards made over the same rows, in any order
  /// @throws java.util.concurrent.CancellationException when cancelled, or when the store is being
  ///   closed
  public FieldAssociations find(List<FieldCard> cards, RowSet rows, Ask ask, TaskContext context) {
    try (ColumnUse use = columns.use()) {
      int[] sample = KeyedSample.rows(columns, rows, ask.rows(), ask.seed());
      List<Left> left = new ArrayList<>();
      List<FieldCard> part = new ArrayList<>();
      for (FieldCard card : cards.stream().sorted(FieldCard.BY_INTEREST).toList()) {
        Optional<Reason> refusal =
            SampledField.refusal(card.field(), card.profile(), sample.length);
        if (refusal.isPresent() || part.size() == ask.fields()) {
          left.add(new Left(card.field().name(), refusal.orElse(Reason.NOT_ASKED)));
        } else {
          part.add(card);
        }
      }
      ComparedField[] sampled = new ComparedField[part.size()];
      runner.forEachPart(
          sampled.length,
          i -> {
            stopWhereUnwanted(use, context);
            FieldCard card = part.get(i);
            sampled[i] = ComparedField.of(columns.column(card.field().name()), sample);
          });
      List<Pair> pairs = pairs(sampled, use, context);
      List<String> names = part.stream().map(card -> card.field().name()).toList();
      return new FieldAssociations(
          names, pairs, left, rows.cardinality(), sample.length, ask.seed());
    }
  }

  private List<Pair> pairs(ComparedField[] fields, ColumnUse use, TaskContext context) {
    Pair[][] found = new Pair[fields.length][];
    long[] done = new long[1];
    long all = (long) fields.length * (fields.length - 1) / 2;
    runner.forEachPart(
        fields.length,
        i -> {
          List<Pair> mine = new ArrayList<>();
          for (int j = i + 1; j < fields.length; j++) {
            stopWhereUnwanted(use, context);
            Optional<Association> value = ComparedField.between(fields[i], fields[j]);
            if (value.isPresent()) {
              mine.add(new Pair(fields[i].name(), fields[j].name(), value.get(), Double.NaN));
            }
          }
          found[i] = mine.toArray(Pair[]::new);
          synchronized (done) {
            done[0] += fields.length - i - 1;
            context.progress(done[0], all);
          }
        });
    List<Pair> pairs = new ArrayList<>();
    Arrays.stream(found).forEach(some -> pairs.addAll(List.of(some)));
    double[] q =
        FalseDiscovery.qValues(
            pairs.stream().mapToDouble(pair -> pair.association().p()).toArray());
    for (int i = 0; i < q.length; i++) {
      Pair pair = pairs.get(i);
      pairs.set(i, new Pair(pair.a(), pair.b(), pair.association(), q[i]));
    }
    pairs.sort(Pair.STRONGEST_FIRST);
    return pairs;
  }

  private static void stopWhereUnwanted(ColumnUse use, TaskContext context) {
    use.checkWanted();
    context.checkCancelled();
  }
}
