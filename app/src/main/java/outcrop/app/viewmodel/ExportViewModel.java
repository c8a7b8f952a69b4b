package outcrop.app.viewmodel;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.export.ViewExport;
import outcrop.analysis.export.ViewFormat;
import outcrop.analysis.io.ExportFormat;
import outcrop.analysis.io.ExportOptions;
import outcrop.analysis.io.ExportRows;
import outcrop.analysis.io.RowExporter;
import outcrop.analysis.query.RowOrder;
import outcrop.analysis.query.ViewData.RowsData;
import outcrop.analysis.selection.Predicate;
import outcrop.analysis.task.BackgroundTask;
import outcrop.analysis.task.TaskHandle;
import outcrop.analysis.task.TaskProgress;

/// An export of rows or of a picture, from the choice of what to the finished file.
public final class ExportViewModel {
  private static final String KEY_FIELD = "row_key";

  private final WorkspaceViewModel project;
  private final Map<String, BooleanProperty> fields = new LinkedHashMap<>();
  private final ObjectProperty<ExportFormat> format = new SimpleObjectProperty<>(ExportFormat.CSV);
  private final BooleanProperty guarded = new SimpleBooleanProperty(false);
  private final BooleanProperty keys = new SimpleBooleanProperty(false);
  private final BooleanProperty sorted = new SimpleBooleanProperty(true);
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper done = new ReadOnlyStringWrapper("");
  private @Nullable TaskHandle<?> task;

  public ExportViewModel(WorkspaceViewModel project) {
    this.project = project;
    for (Field field : project.columns().schema().fields()) {
      fields.put(field.name(), new SimpleBooleanProperty(true));
    }
  }

  /// Which fields are written, by name in the order of the dataset.
  public Map<String, BooleanProperty> fields() {
    return fields;
  }

  public ObjectProperty<ExportFormat> formatProperty() {
    return format;
  }

  /// Whether texts that a spreadsheet would run as formulas are made harmless.
  public BooleanProperty guardedProperty() {
    return guarded;
  }

  /// Whether a first field holds each row's key.
  public BooleanProperty keysProperty() {
    return keys;
  }

  /// Whether rows come in the order of the table.
  public BooleanProperty sortedProperty() {
    return sorted;
  }

  public ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /// Why nothing was written, in one sentence; empty where all is well.
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// What was written, in one sentence; empty before.
  public ReadOnlyStringProperty doneProperty() {
    return done.getReadOnlyProperty();
  }

  /// The order of the first table that is sorted, empty where none is.
  private Optional<RowOrder> tableOrder() {
    return project.state().layout().allViews().stream()
        .map(id -> project.views().get(id))
        .filter(TableViewModel.class::isInstance)
        .map(TableViewModel.class::cast)
        .filter(table -> !table.specProperty().get().sort().isEmpty())
        .flatMap(table -> Optional.ofNullable(table.rowsProperty().get()).stream())
        .map(RowsData::order)
        .findFirst();
  }

  /// Writes the filtered rows.
  public void exportRows(Path target) {
    List<String> chosen = new ArrayList<>();
    fields.forEach(
        (name, kept) -> {
          if (kept.get()) {
            chosen.add(name);
          }
        });
    if (chosen.isEmpty()) {
      problem.set(project.words().of("export.noField"));
      return;
    }
    if (project.isSource(target)) {
      problem.set(project.words().of("export.isSource", target));
      return;
    }
    ExportFormat written = format.get();
    ExportOptions options = new ExportOptions(guarded.get(), keys.get() ? keyField() : null);
    Optional<RowOrder> order = sorted.get() ? tableOrder() : Optional.empty();
    Predicate filter = project.state().selection().effective();
    start(
        target,
        context -> {
          if (order.isPresent()) {
            return RowExporter.export(
                project.columns(),
                ExportRows.of(order.get().size(), order.get()::rowAt),
                chosen,
                written,
                options,
                target,
                context);
          }
          RowSet rows = project.workspace().evaluator().evaluate(filter);
          return RowExporter.export(
              project.columns(), rows, chosen, written, options, target, context);
        },
        count -> project.words().of("export.doneRows", project.words().count(count), target));
  }

  /// Writes what a chart shows now.
  public void exportView(ViewExport view, Path target, ViewFormat written) {
    boolean beside = written == ViewFormat.VEGA_LITE && view.options().dataBeside();
    if (project.isSource(target) || beside && project.isSource(ViewExport.dataBeside(target))) {
      problem.set(project.words().of("export.isSource", target));
      return;
    }
    start(
        target,
        _ -> {
          view.write(target, written);
          return true;
        },
        _ -> project.words().of("export.done", target));
  }

  private <T> void start(
      Path target, BackgroundTask<T> write, java.util.function.Function<T, String> said) {
    problem.set("");
    done.set("");
    running.set(true);
    task =
        project
            .work()
            .start(
                project.words().of("export.running", target.getFileName()),
                write,
                result -> {
                  running.set(false);
                  done.set(said.apply(result));
                },
                sentence -> {
                  running.set(false);
                  problem.set(
                      sentence.isEmpty() ? project.words().of("export.cancelled") : sentence);
                });
  }

  /// A name for the field of keys that no field has.
  private String keyField() {
    String name = KEY_FIELD;
    while (fields.containsKey(name)) {
      name = "_" + name;
    }
    return name;
  }

  /// How far the export is, empty where none runs.
  public Optional<TaskProgress> progress() {
    TaskHandle<?> now = task;
    return now == null ? Optional.empty() : Optional.of(now.progress());
  }

  /// Stops the export; nothing is left of it.
  public void cancel() {
    TaskHandle<?> now = task;
    if (now != null) {
      now.cancel();
    }
  }
}
