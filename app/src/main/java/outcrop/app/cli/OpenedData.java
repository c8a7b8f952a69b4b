package outcrop.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.dataset.Schema;
import outcrop.analysis.index.TextIndexNotReady;
import outcrop.analysis.project.ProjectFolder;
import outcrop.analysis.query.ChartQueries;
import outcrop.analysis.query.RowOrder;
import outcrop.analysis.query.ViewData;
import outcrop.analysis.query.ViewData.DistributionData;
import outcrop.analysis.query.ViewData.RelationData;
import outcrop.analysis.query.ViewQuery;
import outcrop.analysis.selection.Predicate;
import outcrop.analysis.spec.ChartSpec;
import outcrop.analysis.spec.DistributionSpec;
import outcrop.analysis.spec.RelationSpec;
import outcrop.analysis.spec.TableSpec.SortKey;
import outcrop.analysis.spec.TailSpec;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.UserFailure;
import outcrop.analysis.workspace.DataCache;
import outcrop.analysis.workspace.Workspace;

/// The data that a command speaks of: a project, or a file that was imported for it.
final class OpenedData implements AutoCloseable {
  private final Session session;
  private final Path place;
  private final Workspace workspace;

  private OpenedData(Session session, Path place, Workspace workspace) {
    this.session = session;
    this.place = place;
    this.workspace = workspace;
  }

  /// Opens a project to read, or imports a data file into the user's cache and opens that.
  ///
  /// @throws UserFailure when it is neither
  static OpenedData open(Session session, Path place) {
    Path project =
        ProjectFolder.isProject(place)
            ? place
            : session.work("Importing", context -> imported(session, place, context));
    Workspace workspace =
        session.work("Opening", _ -> Workspace.open(project, true, session.runner()));
    workspace.warnings().forEach(session::note);
    return new OpenedData(session, place, workspace);
  }

  /// Opens a project to change it; its fields, filters and queries are asked in the same way.
  ///
  /// @throws UserFailure when it is none, or another Outcrop has it open
  static OpenedData toChange(Session session, Path project) {
    Workspace workspace =
        session.work("Opening", _ -> Workspace.open(project, false, session.runner()));
    workspace.warnings().forEach(session::note);
    return new OpenedData(session, project, workspace);
  }

  private static Path imported(Session session, Path file, TaskContext context) {
    return new DataCache(session.surroundings().cache())
        .projectOf(List.of(file), session.runner(), context);
  }

  /// An export never writes over the data that it comes from.
  ///
  /// @throws UserFailure when the file is one of the sources
  void checkNotSource(Path file) {
    Path target = file.toAbsolutePath().normalize();
    Path given = place.toAbsolutePath().normalize();
    boolean isSource =
        target.equals(given)
            || workspace.state().source().sources().stream()
                .anyMatch(source -> given.resolve(source.path()).normalize().equals(target));
    if (isSource) {
      throw new UserFailure(
          file + " is the data itself, which is never written: choose another file.");
    }
  }

  Workspace workspace() {
    return workspace;
  }

  ColumnStore columns() {
    return workspace.columns();
  }

  Schema schema() {
    return workspace.schema();
  }

  Column column(String field) {
    return columns().column(field);
  }

  /// @throws UsageFailure when there is no such field
  Field field(String name) {
    return FieldNames.find(schema(), name);
  }

  /// The rows of a query, narrowed by the project's filter where wanted.
  ///
  /// @param query in the search language; empty for all rows
  /// @throws outcrop.analysis.index.QuerySyntaxException when the query cannot be understood
  RowSet rows(String query, boolean filtered) {
    return rows(predicate(query, filtered));
  }

  /// What the rows of a query satisfy, narrowed by the project's filter where wanted.
  Predicate predicate(String query, boolean filtered) {
    List<Predicate> parts = new ArrayList<>();
    if (filtered) {
      parts.add(workspace.state().selection().effective());
    }
    if (!query.isBlank()) {
      parts.add(new Predicate.Query(query));
    }
    return new Predicate.And(parts);
  }

  /// The rows of a predicate; waits for the text index where it asks about text.
  RowSet rows(Predicate predicate) {
    try {
      return session.work("Searching", _ -> workspace.evaluator().evaluate(predicate));
    } catch (TextIndexNotReady notYet) {
      session.awaitText(workspace);
      return session.work("Searching", _ -> workspace.evaluator().evaluate(predicate));
    }
  }

  /// The rows in an order; the dataset's own where no key is given.
  RowOrder order(RowSet rows, List<SortKey> keys) {
    ViewQuery query = new ViewQuery.RowsQuery("", keys);
    return session.work("Sorting", _ -> answer(query, rows)) instanceof ViewData.RowsData found
        ? found.order()
        : noSuchAnswer(query);
  }

  DistributionData distribution(DistributionSpec spec, RowSet rows) {
    return chart(spec, rows) instanceof DistributionData counts
        ? counts
        : noSuchAnswer(ChartQueries.of(spec));
  }

  RelationData relation(RelationSpec spec, RowSet rows) {
    return chart(spec, rows) instanceof RelationData counts
        ? counts
        : noSuchAnswer(ChartQueries.of(spec));
  }

  /// What a chart shows of some rows.
  ViewData chart(ChartSpec spec, RowSet rows) {
    ViewData data = session.work("Counting", _ -> answer(ChartQueries.of(spec), rows));
    return spec instanceof TailSpec tail
        ? session.work("Studying the tail", task -> workspace.engine().study(tail, data, task))
        : data;
  }

  /// The chart as it is drawn: with the colours that the project pins.
  ChartSpec drawn(ChartSpec spec) {
    return spec.pinned(workspace.state().displays());
  }

  private ViewData answer(ViewQuery query, RowSet rows) {
    return workspace.engine().answer(query, rows);
  }

  private static <T> T noSuchAnswer(ViewQuery query) {
    throw new IllegalStateException("The engine answered something else than asked: " + query);
  }

  @Override
  public void close() {
    workspace.close();
  }
}
