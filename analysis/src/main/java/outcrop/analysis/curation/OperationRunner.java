package outcrop.analysis.curation;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.ColumnUse;
import outcrop.analysis.column.Dictionary;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.query.FieldClasses;
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
      List<FieldClasses> fields = new ArrayList<>();
      List<RowClasses> classes = new ArrayList<>();
      List<FieldTarget> targets = new ArrayList<>();
      for (FieldTarget target : shaping.targets()) {
        FieldClasses field =
            FieldClasses.between(columns.column(target.field()), target.edges(), use);
        fields.add(field);
        classes.add(RowClasses.of(field, shaped, runner));
        targets.add(counted(target, field));
      }
      Shaping now = shaping.withTargets(targets);
      return now.targets().size() == 1
          ? single(operation, now, fields.getFirst(), classes.getFirst())
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
      Operation operation, Shaping shaping, List<FieldClasses> fields, List<RowClasses> classes) {
    JointResult joint =
        new JointResult.Table(
                classes.getFirst(),
                fields.getFirst().keys(),
                classes.getLast(),
                fields.getLast().keys(),
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
        ? new FieldTarget(target.field(), target.edges(), like(query, field))
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
    long[] counts = RowClasses.of(field, others, runner).counts();
    List<String> keys = field.keys();
    List<ClassAmount> shares = new ArrayList<>();
    double total = others.cardinality();
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

  private OperationResult decide(
      Operation operation,
      RowClasses classes,
      double[] after,
      List<ShapeResult> shapes,
      @Nullable ProportionalFit fit) {
    long[] before = classes.counts();
    long[] part = new long[RowSet.wordCount(columns.rowCount())];
    Column column;
    if (operation.mode() == Mode.WEIGHTS) {
      double[] weights = new double[columns.rowCount()];
      classes
          .rows()
          .forEach(
              row -> {
                int index = classes.classOfRow()[row];
                weights[row] = after[index] / before[index];
                mark(part, row, weights[row] > 0);
              });
      column = NumberColumn.ofDoubles(operation.field(), weights, outside(classes));
    } else {
      long[] counts = repeats(classes, before, after, operation.shaping().seed());
      classes.rows().forEach(row -> mark(part, row, counts[row] > 0));
      column =
          operation.mode() == Mode.REPEAT
              ? NumberColumn.ofLongs(operation.field(), counts, outside(classes))
              : kept(operation, counts);
    }
    return new OperationResult(
        column, RowSet.ofWords(part, columns.rowCount()), List.copyOf(shapes), fit);
  }

  private static void mark(long[] words, int row, boolean set) {
    if (set) {
      words[row >>> 6] |= 1L << row;
    }
  }

  private static @Nullable RowSet outside(RowClasses classes) {
    return classes.rows().isAll() ? null : classes.rows().not();
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
