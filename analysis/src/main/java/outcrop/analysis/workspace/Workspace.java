package outcrop.analysis.workspace;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.code.CodeSource;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.StoredColumns;
import outcrop.analysis.command.Command;
import outcrop.analysis.command.CommandBus;
import outcrop.analysis.command.History;
import outcrop.analysis.command.HistoryCodec;
import outcrop.analysis.dataset.Fingerprint;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.dataset.Schema;
import outcrop.analysis.derive.DerivedColumns;
import outcrop.analysis.derive.DerivedField;
import outcrop.analysis.index.TextIndex;
import outcrop.analysis.index.TextIndexNotReady;
import outcrop.analysis.io.ImageReferences;
import outcrop.analysis.io.ImportPreview;
import outcrop.analysis.io.ImportSpec;
import outcrop.analysis.io.Importer;
import outcrop.analysis.io.ReadReport;
import outcrop.analysis.model.ModelFacts;
import outcrop.analysis.model.ModelFiles;
import outcrop.analysis.model.ModelSpec;
import outcrop.analysis.project.ProjectDocument;
import outcrop.analysis.project.ProjectFolder;
import outcrop.analysis.project.ProjectLock;
import outcrop.analysis.project.ProjectState;
import outcrop.analysis.query.Coordinator;
import outcrop.analysis.query.QueryEngine;
import outcrop.analysis.selection.Predicate;
import outcrop.analysis.selection.PredicateEvaluator;
import outcrop.analysis.spec.DefaultViews;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;
import outcrop.analysis.task.UserFailure;

/// An open project: the one place where data, search, queries, history and saving are put together.
/// Both faces work through it and keep nothing of their own that outlives a view.
///
/// Safe for several threads. Closing saves what is not on the disk yet, ends the queries under way
/// and answers later ones as cancelled.
public final class Workspace implements AutoCloseable {
  private final ProjectFolder folder;
  private final @Nullable ProjectLock lock;
  private final TaskRunner runner;
  private final CommandBus commands;
  private final Importer importer;
  private final DerivedColumns columns;
  private final ReadReport report;
  private final List<String> warnings;
  private final TextSearch text;
  private final PredicateEvaluator evaluator;
  private final QueryEngine engine;
  private final RowImages images;
  private final ProjectSpaces spaces;
  private final ProjectMaps maps;
  private final @Nullable Autosave autosave;
  private final List<Coordinator> coordinators = new CopyOnWriteArrayList<>();
  private final List<Consumer<Throwable>> saveListeners = new CopyOnWriteArrayList<>();

  private Workspace(ProjectFolder folder, @Nullable ProjectLock lock, TaskRunner runner) {
    this.folder = folder;
    this.lock = lock;
    this.runner = runner;
    this.importer = new Importer(runner);
    ProjectDocument document = folder.load();
    this.warnings = new ArrayList<>();
    if (document.fromBackup()) {
      warnings.add(folder.file() + " was damaged; the project opened as it was saved before that.");
    }
    ProjectState state = withData(document.state());
    History history = HistoryCodec.fromNode(document.history(), state);
    this.commands = new CommandBus(history, Clock.systemUTC());
    Path cache = folder.cache(state);
    ColumnStore stored = StoredColumns.open(cache);
    ImageReferences references =
        ImageReferences.of(SourcePaths.resolved(folder.path(), state.source()));
    ModelFiles files = new ModelFiles(folder.path().resolve("models"), references::find);
    this.columns =
        new DerivedColumns(stored, runner, this::evaluate, cache.resolve("results"), files);
    this.spaces = new ProjectSpaces(columns, files);
    this.maps = new ProjectMaps(columns, files);
    columns.show(state.computed());
    this.report = Importer.report(cache);
    this.text = new TextSearch(stored, cache.resolve("text"), runner);
    this.evaluator = new PredicateEvaluator(columns, text::index, text::rowsDone);
    this.engine =
        new QueryEngine(
            columns,
            runner,
            () ->
                text.index()
                    .orElseThrow(() -> new TextIndexNotReady(text.rowsDone(), columns.rowCount())));
    // Before anybody else hears of a change: views ask for the fields of the new state.
    commands.onChange((_, after) -> columns.show(after.state().computed()));
    engine.show(state.displays());
    commands.onChange((_, after) -> engine.show(after.state().displays()));
    this.images = new RowImages(columns, references);
    this.autosave =
        lock == null
            ? null
            : new Autosave(
                folder,
                commands,
                runner,
                failure -> saveListeners.forEach(listener -> listener.accept(failure)));
  }

  /// Makes a new project from files, whole or not at all. It is not opened.
  ///
  /// @param base what relative paths of the spec are relative to
  /// @throws UserFailure when the project exists or a source cannot be read
  /// @throws java.util.concurrent.CancellationException when cancelled; nothing is left behind
  public static ReadReport importInto(
      Path projectFolder, ImportSpec spec, Path base, TaskRunner runner, TaskContext context) {
    return importInto(projectFolder, DataRead.Wanted.of(spec), base, runner, context);
  }

  /// The same for what a preview showed; its warnings become part of the report.
  public static ReadReport importInto(
      Path projectFolder,
      ImportPreview preview,
      Path base,
      TaskRunner runner,
      TaskContext context) {
    preview
        .estimate()
        .refusal(projectFolder)
        .ifPresent(
            sentence -> {
              throw new UserFailure(sentence);
            });
    DataRead.Wanted wanted = new DataRead.Wanted(preview.spec(), preview.warnings());
    return importInto(projectFolder, wanted, base, runner, context);
  }

  private static ReadReport importInto(
      Path projectFolder,
      DataRead.Wanted wanted,
      Path base,
      TaskRunner runner,
      TaskContext context) {
    Importer importer = new Importer(runner);
    try (ImportStaging staging = new ImportStaging(projectFolder)) {
      ProjectFolder folder = new ProjectFolder(staging.folder());
      DataRead read = DataRead.into(folder, importer, wanted, base, context);
      ReadReport report = read.report();
      Fingerprint fingerprint = read.fingerprint();
      ImportSpec saved = SourcePaths.relativeTo(projectFolder, read.spec(), base);
      Path cache = folder.caches().resolve(fingerprint.hex());
      try (ColumnStore columns = StoredColumns.open(cache)) {
        DefaultViews views =
            DefaultViews.of(
                columns.schema(),
                columns.rowCount(),
                field -> DistinctValues.of(columns.column(field.name())),
                field -> FirstScale.of(columns.column(field.name())));
        folder.save(
            ProjectState.of(
                nameOf(projectFolder), saved, fingerprint, views.views(), views.layout()),
            HistoryCodec.emptyNode());
      }
      staging.finish();
      return report;
    }
  }

  private static String nameOf(Path projectFolder) {
    String name = projectFolder.toAbsolutePath().normalize().getFileName().toString();
    return name.endsWith(ProjectFolder.SUFFIX)
        ? name.substring(0, name.length() - ProjectFolder.SUFFIX.length())
        : name;
  }

  /// Opens a project.
  ///
  /// @param readOnly whether to only look: nothing is saved, and another Outcrop may have it open
  /// @throws ProjectInUse when another Outcrop has it open for writing
  /// @throws UserFailure when it cannot be read
  public static Workspace open(Path projectFolder, boolean readOnly, TaskRunner runner) {
    ProjectFolder folder = new ProjectFolder(projectFolder.toAbsolutePath().normalize());
    if (!ProjectFolder.isProject(folder.path())) {
      throw new UserFailure(
          projectFolder + " is not an Outcrop project: import a data file to make one.");
    }
    if (readOnly) {
      return opened(new Workspace(folder, null, runner));
    }
    ProjectLock lock =
        ProjectLock.take(folder.path())
            .orElseThrow(() -> new ProjectInUse(projectFolder, ProjectLock.holder(folder.path())));
    // Only who holds the lock knows that no write is under way.
    folder.clearUnfinished();
    try {
      return opened(new Workspace(folder, lock, runner));
    } catch (RuntimeException failure) {
      lock.close();
      throw failure;
    }
  }

  /// Computes the derived fields before anybody shows them, whose thread they would hold up.
  private static Workspace opened(Workspace workspace) {
    workspace.state().computed().forEach(field -> workspace.columns.column(field.name()));
    workspace.text.onReady(_ -> workspace.columns.retry());
    return workspace;
  }

  /// Reads the sources again where the cache is gone, damaged or of another version: it may be
  /// deleted at any time, and nothing in it is worth a refusal.
  private ProjectState withData(ProjectState state) {
    if (isReadable(folder.cache(state))) {
      return state;
    }
    ImportSpec spec = SourcePaths.resolved(folder.path(), state.source());
    List<String> known = warningsOf(folder.cache(state));
    Fingerprint fingerprint =
        DataRead.into(
                folder, importer, new DataRead.Wanted(spec, known), folder.path(), TaskContext.NONE)
            .fingerprint();
    if (!fingerprint.equals(state.fingerprint())) {
      warnings.add(
          "The cache of the project was gone and its sources have changed since; the project shows"
              + " them as they are now.");
    }
    return state.withSource(state.source(), fingerprint);
  }

  /// What an earlier import knew, where its report can still be read.
  private static List<String> warningsOf(Path cache) {
    try {
      return Importer.report(cache).warnings();
    } catch (UserFailure gone) {
      return List.of();
    }
  }

  private static boolean isReadable(Path cache) {
    if (!Files.isDirectory(cache)) {
      return false;
    }
    try (ColumnStore _ = StoredColumns.open(cache)) {
      Importer.report(cache);
      return true;
    } catch (UserFailure unreadable) {
      return false;
    }
  }

  /// Reads the sources again, where they changed or grew: files that came into a folder or match a
  /// pattern that was imported are taken in as well.
  ///
  /// Whatever speaks of rows by their keys stays. The project then speaks of the new data, but this
  /// workspace still shows the old: close it and open the project again ([#onDataReplaced]). Undo
  /// brings the old data back in the same way. Nothing changes where no source did.
  ///
  /// @param more files, folders and patterns to take in besides
  /// @throws UserFailure where a source cannot be read; the project is then as it was
  public ImportChange reimport(List<String> more, TaskContext context) {
    if (readOnly()) {
      throw new UserFailure(folder.path() + " is only looked at; open it for writing to import.");
    }
    return new Reimport(this, folder, importer, context).run(more);
  }

  /// Tells `listener` when the project speaks of other data than before, after a re-import or its
  /// undoing, on the thread that changed it.
  public void onDataReplaced(Runnable listener) {
    commands.onChange(
        (before, after) -> {
          if (!after.state().fingerprint().equals(before.state().fingerprint())) {
            listener.run();
          }
        });
  }

  private RowSet evaluate(Predicate predicate) {
    return evaluator.evaluate(predicate);
  }

  /// Computes a derived field and makes it part of the project.
  ///
  /// @throws UserFailure where the name is taken by a field of the sources, or what the field is
  ///   derived from is not there or of another type; nothing is changed then
  /// @throws java.util.concurrent.CancellationException when cancelled; nothing is changed then
  public void derive(DerivedField field, TaskContext context) {
    derive(List.of(field), context);
  }

  /// Computes derived fields and makes them part of the project, all in one step of the history.
  ///
  /// @throws UserFailure as for one field; nothing is changed then
  public void derive(List<DerivedField> fields, TaskContext context) {
    fields.forEach(field -> prepare(field, context));
    commands.execute(
        fields.size() == 1
            ? new Command.SetDerived(fields.getFirst())
            : new Command.Together(fields.stream().<Command>map(Command.SetDerived::new).toList()),
        "");
  }

  /// Computes a derived field that is to become part of the project by a command of the caller.
  ///
  /// @throws UserFailure as [#derive] does
  public Column prepare(DerivedField field, TaskContext context) {
    if (columns.isStored(field.name())) {
      throw new UserFailure(
          "The dataset has a field “" + field.name() + "” already; choose another name.");
    }
    context.stage("Computing " + field.name());
    return columns.prepare(field, context);
  }

  /// What a model found out beside its columns; made now where no field of the project has it.
  ///
  /// @throws UserFailure where it cannot be made
  public ModelFacts facts(ModelSpec model, TaskContext context) {
    return columns.facts(model, context);
  }

  /// The vector spaces of the rows.
  public ProjectSpaces spaces() {
    return spaces;
  }

  /// The maps of the rows.
  public ProjectMaps maps() {
    return maps;
  }

  public Path folder() {
    return folder.path();
  }

  public boolean readOnly() {
    return autosave == null;
  }

  public CommandBus commands() {
    return commands;
  }

  public ProjectState state() {
    return commands.state();
  }

  /// The fields with the roles that the project gives them.
  public Schema schema() {
    ImportSpec source = state().source();
    return new Schema(
        columns.schema().fields().stream()
            .map(
                field ->
                    source
                        .field(field.name())
                        .map(spec -> field.withRole(spec.field().role()))
                        .orElse(field))
            .toList());
  }

  /// What the import took in and refused.
  public ReadReport report() {
    return report;
  }

  /// What the user should know about the opening, one sentence each.
  public List<String> warnings() {
    return List.copyOf(warnings);
  }

  public ColumnStore columns() {
    return columns;
  }

  public TaskRunner tasks() {
    return runner;
  }

  /// The dataset for who writes programs that read its sources.
  ///
  /// @throws UserFailure where a source is gone or cannot be read any more
  public CodeSource codeSource(TaskContext context) {
    ImportSpec spec = SourcePaths.resolved(folder.path(), state().source());
    return new CodeSource(
        spec.fields(),
        importer.layouts(spec, folder.path(), context),
        report.quarantinedCount(),
        columns,
        evaluator);
  }

  /// The text index, empty while it is being built and where no field is text.
  public Optional<TextIndex> textIndex() {
    return text.index();
  }

  /// Completes when text can be searched, or with what went wrong.
  public CompletableFuture<?> textReady() {
    return text.outcome();
  }

  /// Rows indexed so far, while the text index is being built.
  public long textRowsIndexed() {
    return text.rowsDone();
  }

  /// Tells `listener` when text can be searched, on the thread that built the index.
  public void onTextReady(Consumer<TextIndex> listener) {
    text.onReady(listener);
  }

  /// The images that the rows refer to.
  public RowImages images() {
    return images;
  }

  public PredicateEvaluator evaluator() {
    return evaluator;
  }

  public QueryEngine engine() {
    return engine;
  }

  /// A coordinator for linked views; closed with the workspace.
  ///
  /// @param delivery runs what the views hear, on the thread where they live
  public Coordinator coordinator(Executor delivery) {
    Coordinator coordinator = new Coordinator(engine, evaluator, runner, delivery);
    coordinators.add(coordinator);
    return coordinator;
  }

  /// Tells `listener` when a save failed; the next change tries again.
  public void onSaveFailed(Consumer<Throwable> listener) {
    saveListeners.add(listener);
  }

  /// Returns when everything done so far is on the disk. Every change is also saved by itself, at
  /// once and off the caller's thread.
  public void save() {
    if (autosave != null) {
      autosave.flush();
    }
  }

  @Override
  public void close() {
    try {
      save();
    } finally {
      coordinators.forEach(Coordinator::close);
      text.cancel();
      // Returns when every query under way has ended; only then may the text index go as well.
      columns.close();
      images.close();
      text.close();
      if (lock != null) {
        lock.close();
      }
    }
  }
}
