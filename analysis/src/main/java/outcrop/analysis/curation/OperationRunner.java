package outcrop.analysis.curation;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.ColumnUse;
import outcrop.analysis.column.Dictionary;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.curation.ShapedRows.ShapedField;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.query.FieldClasses;
import outcrop.analysis.query.FieldClasses.Places;
import outcrop.analysis.selection.Predicate;
import outcrop.analysis.spec.ShapeTarget;
import outcrop.analysis.spec.ShapeTarget.ClassAmount;
import outcrop.analysis.spec.TargetSpec.Mode;
import outcrop.analysis.stats.KeyedHash;
import outcrop.analysis.stats.SmallestHashes;
import outcrop.analysis.task.TaskRunner;
import outcrop.analysis.task.UserFailure;

/// Carries operations out. The same dataset, operation and seed give the same answer on any number
/// of threads.
public final class OperationRunner {
  private final ColumnStore columns;
  private final Function<Predicate, RowSet> rows;
  private final TaskRunner runner;

  /// @param rows evaluates predicates over the columns
  public OperationRunner(ColumnStore columns, Function<Predicate, RowSet> rows, TaskRunner runner) {
    this.columns = columns;
    this.rows = rows;
    this.runner = runner;
  }

  /// @throws UserFailure for a field that is not there or cannot be shaped, and for a filter that
  ///   cannot be evaluated
  /// @throws java.util.concurrent.CancellationException when the dataset is being closed
  public OperationResult run(Operation operation) {
    operation.validate(columns.schema());
    Shaping shaping = operation.shaping();
    RowSet shaped = rows.apply(shaping.rows());
    try (ColumnUse use = columns.use()) {
      List<ShapedField> fields = new ArrayList<>();
      List<FieldTarget> targets = new ArrayList<>();
      for (FieldTarget target : shaping.targets()) {
        FieldClasses field = target.classes(columns.column(target.field()), use);
        fields.add(new ShapedField(target.field(), field));
        targets.add(counted(target, field));
      }
      ShapedRows.checkAlone(fields);
      Shaping now = shaping.withTargets(targets);
      if (fields.getFirst().classes().places() instanceof Places.Several several) {
        EntrySets sets = EntrySets.of(several, shaped, use);
        EntryShaping entries =
            new EntryShaping(columns, sets, fields.getFirst().classes().keys(), runner);
        return decide(operation, entries.shape(now.target(0, operation.mode())), sets.rows());
      }
      List<RowClasses> classes =
          fields.stream().map(field -> RowClasses.of(field.classes(), shaped, runner)).toList();
      return now.targets().size() == 1
          ? single(operation, now, fields.getFirst().classes(), classes.getFirst())
          : joint(operation, now, fields, classes);
    }
  }

  private OperationResult single(
      Operation operation, Shaping shaping, FieldClasses field, RowClasses classes) {
    ShapeResult result =
        ShapeResult.of(
            new ClassSizes(field.keys(), classes.counts()), shaping.target(0, operation.mode()));
    return decide(operation, classes, result.after(), List.of(result), null);
  }

  private OperationResult joint(
      Operation operation, Shaping shaping, List<ShapedField> fields, List<RowClasses> classes) {
    JointResult joint =
        new JointResult.Table(
                classes.getFirst(),
                fields.getFirst().classes().keys(),
                classes.getLast(),
                fields.getLast().classes().keys(),
                runner)
            .shape(shaping.target(0, operation.mode()), shaping.target(1, operation.mode()));
    return decide(
        operation,
        joint.pairs(),
        joint.after(),
        List.of(joint.first(), joint.second()),
        joint.fit());
  }

  /// A target that follows other rows, with their shares as they are now.
  private FieldTarget counted(FieldTarget target, FieldClasses field) {
    return target.target() instanceof ShapeTarget.Like(var query, _)
        ? target.withTarget(like(query, field))
        : target;
  }

  /// The shares of the classes of a field among the rows that a query finds.
  ///
  /// @throws UserFailure where the query finds no row
  public ShapeTarget.Like like(String query, FieldClasses field) {
    RowSet others = rows.apply(new Predicate.Query(query));
    if (others.isEmpty()) {
      throw new UserFailure(
          "No row matches “%s”, so there is no distribution to be like; choose other rows."
              .formatted(query));
    }
    long[] counts = counts(field, others);
    List<String> keys = field.keys();
    List<ClassAmount> shares = new ArrayList<>();
    double total = Arrays.stream(counts).sum();
    for (int i = 0; i < keys.size(); i++) {
      if (counts[i] > 0) {
        shares.add(new ClassAmount(keys.get(i), counts[i] / total));
      }
    }
    if (counts[keys.size()] > 0) {
      shares.add(new ClassAmount(null, counts[keys.size()] / total));
    }
    if (shares.isEmpty()) {
      throw new UserFailure(
          "The rows that match “%s” have no value that could be a share; choose other rows."
              .formatted(query));
    }
    return new ShapeTarget.Like(query, shares);
  }

  private long[] counts(FieldClasses field, RowSet of) {
    return switch (field.places()) {
      case Places.One _ -> RowClasses.of(field, of, runner).counts();
      case Places.Several several -> {
        try (ColumnUse use = columns.use()) {
          yield EntrySets.of(several, of, use).countsOf(field.size());
        }
      }
    };
  }

  private OperationResult decide(
      Operation operation, EntryShaping.Outcome outcome, RowClasses sets) {
    boolean weighted = operation.mode() == Mode.WEIGHTS;
    double[] weights = new double[weighted ? columns.rowCount() : 0];
    long[] repeats = new long[weighted ? 0 : columns.rowCount()];
    sets.rows()
        .forEach(
            row -> {
              if (weighted) {
                weights[row] = outcome.perRow()[sets.classOfRow()[row]];
              } else {
                repeats[row] = outcome.repeats()[row];
              }
            });
    return weighted
        ? weighted(operation, weights, sets.rows(), List.of(outcome.result()), null)
        : repeated(operation, repeats, sets.rows(), List.of(outcome.result()), null);
  }

  private OperationResult decide(
      Operation operation,
      RowClasses classes,
      double[] after,
      List<ShapeResult> shapes,
      @Nullable ProportionalFit fit) {
    long[] before = classes.counts();
    if (operation.mode() != Mode.WEIGHTS) {
      long[] repeats = repeats(classes, before, after, operation.shaping().seed());
      return repeated(operation, repeats, classes.rows(), shapes, fit);
    }
    double[] weights = new double[columns.rowCount()];
    classes
        .rows()
        .forEach(
            row -> {
              int index = classes.classOfRow()[row];
              weights[row] = after[index] / before[index];
            });
    return weighted(operation, weights, classes.rows(), shapes, fit);
  }

  private OperationResult weighted(
      Operation operation,
      double[] weights,
      RowSet rows,
      List<ShapeResult> shapes,
      @Nullable ProportionalFit fit) {
    Column column = NumberColumn.ofDoubles(operation.field(), weights, outside(rows));
    return new OperationResult(column, where(rows, row -> weights[row] > 0), shapes, fit);
  }

  private OperationResult repeated(
      Operation operation,
      long[] repeats,
      RowSet rows,
      List<ShapeResult> shapes,
      @Nullable ProportionalFit fit) {
    Column column =
        operation.mode() == Mode.REPEAT
            ? NumberColumn.ofLongs(operation.field(), repeats, outside(rows))
            : kept(operation, repeats);
    return new OperationResult(column, where(rows, row -> repeats[row] > 0), shapes, fit);
  }

  private static RowSet where(RowSet rows, IntPredicate isPart) {
    long[] words = new long[RowSet.wordCount(rows.rowCount())];
    rows.forEach(
        row -> {
          if (isPart.test(row)) {
            words[row >>> 6] |= 1L << row;
          }
        });
    return RowSet.ofWords(words, rows.rowCount());
  }

  private static @Nullable RowSet outside(RowSet rows) {
    return rows.isAll() ? null : rows.not();
  }

  /// How often each row stands in the result: the same for all rows of a class, and once more for
  /// those with the smallest hash.
  private long[] repeats(RowClasses classes, long[] before, double[] after, long seed) {
    KeyedHash hash = new KeyedHash(seed);
    long[] hashes = new long[columns.rowCount()];
    long[] counts = new long[columns.rowCount()];
    long[] more = new long[before.length];
    for (int i = 0; i < before.length; i++) {
      more[i] = before[i] == 0 ? 0 : (long) after[i] % before[i];
    }
    RowClasses.forEachRow(
        hashes.length,
        runner,
        row -> {
          int index = classes.classOfRow()[row];
          if (index >= 0) {
            counts[row] = (long) after[index] / before[index];
            hashes[row] = more[index] > 0 ? hash.of(columns.key(row)) : 0;
          }
        });
    int[][] members = members(classes, more);
    runner.forEachPart(
        members.length,
        index -> {
          int[] rows = members[index];
          if (rows.length > 0) {
            long[] own = new long[rows.length];
            Arrays.setAll(own, i -> hashes[rows[i]]);
            for (int i : SmallestHashes.of(own, (int) more[index])) {
              counts[rows[i]]++;
            }
          }
        });
    return counts;
  }

  /// The rows of the classes in which some rows differ from others.
  private static int[][] members(RowClasses classes, long[] more) {
    int[] sizes = new int[more.length];
    for (int index : classes.classOfRow()) {
      if (index >= 0 && more[index] > 0) {
        sizes[index]++;
      }
    }
    int[][] members = new int[more.length][];
    for (int i = 0; i < sizes.length; i++) {
      members[i] = new int[sizes[i]];
    }
    Arrays.fill(sizes, 0);
    int[] classOfRow = classes.classOfRow();
    for (int row = 0; row < classOfRow.length; row++) {
      int index = classOfRow[row];
      if (index >= 0 && more[index] > 0) {
        members[index][sizes[index]++] = row;
      }
    }
    return members;
  }

  private static Column kept(Operation operation, long[] counts) {
    boolean firstKept = counts.length > 0 && counts[0] > 0;
    int[] ordinals = new int[counts.length];
    for (int row = 0; row < counts.length; row++) {
      ordinals[row] = counts[row] > 0 == firstKept ? 0 : 1;
    }
    return new CategoryColumn(
        operation.field(),
        counts.length,
        MemorySegment.ofArray(ordinals),
        new Dictionary(firstKept ? List.of("true", "false") : List.of("false", "true")),
        null);
  }
}
