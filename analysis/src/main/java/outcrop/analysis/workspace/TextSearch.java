package outcrop.analysis.workspace;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.ColumnUse;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.index.TextIndex;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskHandle;
import outcrop.analysis.task.TaskRunner;

/// The text index of an open project: there from the start, or built behind the table.
///
/// A dataset without text fields has nothing to build; its index is never asked.
final class TextSearch implements AutoCloseable {
  private final List<Consumer<TextIndex>> listeners = new CopyOnWriteArrayList<>();
  private volatile @Nullable TextIndex index;
  private final @Nullable TaskHandle<TextIndex> building;

  TextSearch(ColumnStore columns, Path directory, TaskRunner runner) {
    boolean anyText =
        columns.schema().fields().stream().anyMatch(field -> field.type() == FieldType.TEXT);
    if (!anyText) {
      building = null;
    } else if (TextIndex.isBuilt(directory)) {
      index = TextIndex.open(directory);
      building = null;
    } else {
      building =
          runner.start(
              "Indexing text",
              context -> {
                TextIndex built = build(columns, directory, runner, context);
                index = built;
                listeners.forEach(listener -> listener.accept(built));
                return built;
              });
    }
  }

  Optional<TextIndex> index() {
    return Optional.ofNullable(index);
  }

  /// Rows indexed so far, while the index is being built.
  long rowsDone() {
    return building == null ? 0 : building.progress().done();
  }

  /// The work that builds the index; complete where there is nothing to build.
  CompletableFuture<?> outcome() {
    return building == null ? CompletableFuture.completedFuture(true) : building.outcome();
  }

  void onReady(Consumer<TextIndex> listener) {
    listeners.add(listener);
  }

  private static TextIndex build(
      ColumnStore columns, Path directory, TaskRunner runner, TaskContext context) {
    try (ColumnUse _ = columns.use()) {
      return TextIndex.build(columns, directory, runner, context);
    }
  }

  /// Asks the work that builds the index to end early.
  void cancel() {
    if (building != null) {
      building.cancel();
    }
  }

  /// To be closed when nobody can search any more: after the columns.
  @Override
  public void close() {
    cancel();
    if (building != null) {
      building.outcome().handle((_, _) -> true).join();
    }
    index().ifPresent(TextIndex::close);
  }
}
