package outcrop.analysis.derive;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.ColumnUse;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.RowKey;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.dataset.Schema;
import outcrop.analysis.model.ModelFacts;
import outcrop.analysis.model.ModelFiles;
import outcrop.analysis.model.ModelInput;
import outcrop.analysis.model.ModelResult;
import outcrop.analysis.model.ModelSpec;
import outcrop.analysis.model.Models;
import outcrop.analysis.model.SpaceFile;
import outcrop.analysis.model.SpaceSpec;
import outcrop.analysis.model.Spaces;
import outcrop.analysis.selection.Predicate;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;
import outcrop.analysis.task.UserFailure;

/// The columns of a dataset and, after them, those of its derived fields.
///
/// A derived column is computed when it is first asked for, or before by [#prepare], and kept on
/// the heap by what it is made from: a field that is taken away and comes back is not computed
/// twice. Results of models are also kept on disk. Where the sources have a field of the same name,
/// the derived one is not shown. Safe for several threads.
public final class DerivedColumns implements ColumnStore {
  private static final int MOST_KEPT = 32;

  private final ColumnStore base;
  private final TaskRunner runner;
  private final Function<Predicate, RowSet> rows;
  private final OnceEach<String, Column> kept = new OnceEach<>();
  private final ModelResults models;
  private final ModelFiles files;
  private final ThreadLocal<Set<String>> deriving = ThreadLocal.withInitial(HashSet::new);
  private final Map<String, String> problems = new ConcurrentHashMap<>();

  /// Fields taken away: who has not heard of that yet finds them empty.
  private final Map<String, Field> gone = new ConcurrentHashMap<>();

  private volatile Fields fields;

  /// @param identities of the derived fields by name, worked out once: a column is asked for often
  private record Fields(
      List<DerivedField> derived, Map<String, String> identities, Schema schema, long version) {}

  /// With the results of models on the heap.
  ///
  /// @param rows evaluates predicates over these columns
  public DerivedColumns(ColumnStore base, TaskRunner runner, Function<Predicate, RowSet> rows) {
    this(base, runner, rows, null, ModelFiles.NONE);
  }

  /// @param rows evaluates predicates over these columns
  /// @param results where the results of models are kept, null for the heap
  /// @param files what models need beside columns
  public DerivedColumns(
      ColumnStore base,
      TaskRunner runner,
      Function<Predicate, RowSet> rows,
      @Nullable Path results,
      ModelFiles files) {
    this.files = files;
    this.base = base;
    this.models = new ModelResults(results);
    this.runner = runner;
    this.rows = rows;
    this.fields = new Fields(List.of(), Map.of(), base.schema(), 0);
  }

  /// Says which derived fields there are from now on.
  public synchronized void show(List<DerivedField> wanted) {
    List<DerivedField> shown =
        wanted.stream().filter(field -> base.schema().find(field.name()).isEmpty()).toList();
    if (!shown.equals(fields.derived)) {
      fields.derived.forEach(field -> gone.put(field.name(), field.field()));
      Schema schema =
          new Schema(
              Stream.concat(
                      base.schema().fields().stream(), shown.stream().map(DerivedField::field))
                  .toList());
      fields = new Fields(shown, identities(shown), schema, fields.version + 1);
    }
  }

  private static Map<String, String> identities(List<DerivedField> shown) {
    Map<String, String> identities = new HashMap<>();
    shown.forEach(field -> identities.put(field.name(), Identity.of(field, shown)));
    return Map.copyOf(identities);
  }

  /// Computes the column of a field, so that asking for it later takes no time.
  ///
  /// @throws UserFailure where a field that it is derived from is not there or of another type
  /// @throws java.util.concurrent.CancellationException when cancelled
  public Column prepare(DerivedField field, TaskContext context) {
    return compute(field, context);
  }

  /// Whether the sources have a field of this name.
  public boolean isStored(String name) {
    return base.schema().find(name).isPresent();
  }

  @Override
  public Schema schema() {
    return fields.schema;
  }

  @Override
  public long version() {
    return fields.version;
  }

  @Override
  public int rowCount() {
    return base.rowCount();
  }

  @Override
  public Column column(String name) {
    for (DerivedField field : fields.derived) {
      if (field.name().equals(name)) {
        return computeOrMissing(field);
      }
    }
    Field former = base.schema().find(name).isPresent() ? null : gone.get(name);
    return former == null ? base.column(name) : ColumnDeriver.missing(former, rowCount());
  }

  /// A derived field whose source went away is not worth the views of all others: it has no values
  /// and [#problem] says why.
  private Column computeOrMissing(DerivedField field) {
    try {
      Column column = compute(field, TaskContext.NONE);
      problems.remove(field.name());
      return column;
    } catch (UserFailure failure) {
      if (!deriving.get().isEmpty()) {
        // Another field is being derived from this one and cannot be either.
        throw failure;
      }
      problems.put(field.name(), String.valueOf(failure.getMessage()));
      return ColumnDeriver.missing(field.field(), rowCount());
    }
  }

  /// Why a derived field has no values, in one sentence; empty where it has or was never asked for.
  public Optional<String> problem(String field) {
    return Optional.ofNullable(problems.get(field));
  }

  /// Says that what could not be computed may be possible now, such as a search in text.
  public synchronized void retry() {
    if (!problems.isEmpty()) {
      fields = new Fields(fields.derived, fields.identities, fields.schema, fields.version + 1);
    }
  }

  /// Computes a column, or waits for who computes it already.
  private Column compute(DerivedField field, TaskContext context) {
    Set<String> mine = deriving.get();
    if (!mine.add(field.name())) {
      throw new UserFailure(
          "“" + field.name() + "” is derived from itself; remove the derived field.");
    }
    try {
      Column column = kept.get(identity(field), context, () -> derive(field, context));
      return ColumnDeriver.named(column, field.field());
    } finally {
      mine.remove(field.name());
    }
  }

  private String identity(DerivedField field) {
    Fields now = fields;
    String known = now.derived.contains(field) ? now.identities.get(field.name()) : null;
    return known == null ? Identity.of(field, now.derived) : known;
  }

  private Column derive(DerivedField field, TaskContext context) {
    try (ColumnUse use = base.use()) {
      TaskContext both = new WhileWanted(context, use);
      Column column =
          new ColumnDeriver(this, runner, rows, model -> model(model, both), both).derive(field);
      if (kept.size() > MOST_KEPT) {
        kept.keepOnly(fields.identities.values());
      }
      return column;
    }
  }

  /// The result of a model: kept, or made now.
  private ModelResult model(ModelSpec model, TaskContext context) {
    return models.get(
        Identity.of(model, fields.derived),
        context,
        () -> Models.run(model, new ModelInput(this, files, runner, context)));
  }

  /// What a model found out beside its columns. Made now where no field has asked for it yet.
  ///
  /// @throws UserFailure where the model cannot be made
  public ModelFacts facts(ModelSpec model, TaskContext context) {
    try (ColumnUse use = base.use()) {
      return model(model, new WhileWanted(context, use)).facts();
    }
  }

  /// Learns a space from these columns; nothing is kept.
  ///
  /// @throws UserFailure where the fields make none
  public SpaceFile learn(SpaceSpec space, TaskContext context) {
    try (ColumnUse use = base.use()) {
      return Spaces.fit(space, new ModelInput(this, files, runner, new WhileWanted(context, use)));
    }
  }

  @Override
  public RowKey key(int row) {
    return base.key(row);
  }

  @Override
  public OptionalInt find(RowKey key) {
    return base.find(key);
  }

  @Override
  public ColumnUse use() {
    return base.use();
  }

  @Override
  public void close() {
    base.close();
    models.close();
  }
}
