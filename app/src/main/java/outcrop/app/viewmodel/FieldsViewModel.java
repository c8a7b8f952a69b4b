package outcrop.app.viewmodel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;
import outcrop.analysis.column.ColumnProfiler;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.spec.DistributionSpec;

/// The list of fields: a small distribution for each that is in view, narrowed by all filters but
/// its own.
public final class FieldsViewModel {
  private static final int BINS = 28;
  private static final String PREFIX = "field:";
  private static final String LIST = "list";

  private final WorkspaceViewModel project;
  private final Map<String, DistributionViewModel> shown = new LinkedHashMap<>();
  private final Set<String> counted = new HashSet<>();
  private final Map<String, Integer> distinct = new HashMap<>();
  private final Map<String, List<Field>> watched = new HashMap<>();
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private boolean counting;
  private BiConsumer<Field, DistributionViewModel> appeared = (_, _) -> {};

  FieldsViewModel(WorkspaceViewModel project) {
    this.project = project;
  }

  /// Told each field that came into view, with what it shows.
  public void setOnAppeared(BiConsumer<Field, DistributionViewModel> action) {
    appeared = action;
    shown.forEach(
        (name, model) ->
            project.columns().schema().find(name).ifPresent(field -> action.accept(field, model)));
  }

  /// Counts these fields from now on, and no others.
  public void show(List<Field> visible) {
    show(LIST, visible);
  }

  /// Counts these fields for somebody who shows them beside the list; what both show is the same
  /// distribution with the same filter.
  ///
  /// @param watcher who shows them; the fields of others stay
  void show(String watcher, List<Field> visible) {
    if (visible.isEmpty()) {
      watched.remove(watcher);
    } else {
      watched.put(watcher, List.copyOf(visible));
    }
    Set<String> wanted = new HashSet<>();
    watched.values().forEach(fields -> fields.stream().map(Field::name).forEach(wanted::add));
    for (String gone : new ArrayList<>(shown.keySet())) {
      if (!wanted.contains(gone)) {
        Optional.ofNullable(shown.remove(gone)).ifPresent(DistributionViewModel::close);
      }
    }
    for (Field field : visible) {
      if (isCounted(field) && !shown.containsKey(field.name())) {
        DistributionSpec spec = DistributionSpec.of(PREFIX + field.name(), field.name());
        DistributionSpec small =
            field.type() == FieldType.NUMBER ? spec.withBins(spec.bins().withCount(BINS)) : spec;
        DistributionViewModel model = new DistributionViewModel(project, small);
        shown.put(field.name(), model);
        appeared.accept(field, model);
        model.update(small, project.state());
      }
    }
  }

  /// Takes over how many distinct values a field has from who knows, so that it need not be
  /// counted.
  void setDistinct(String field, long count) {
    distinct.putIfAbsent(field, (int) Math.min(Integer.MAX_VALUE, count));
  }

  /// Counts the distinct values of a field, once, and tells them. Fields are counted one after the
  /// other, so that views get their answers in between.
  public void countDistinct(Field field, IntConsumer told) {
    Integer known = distinct.get(field.name());
    if (known != null) {
      told.accept(known);
    } else if (isCounted(field) && counted.add(field.name())) {
      waiting.add(() -> count(field, told));
      countNext();
    }
  }

  private void countNext() {
    Runnable next = counting ? null : waiting.poll();
    if (next != null) {
      counting = true;
      next.run();
    }
  }

  private void count(Field field, IntConsumer told) {
    if (shown.containsKey(field.name())) {
      project
          .work()
          .start(
              project.words().of("fields.counting", field.name()),
              _ -> {
                ColumnStore columns = project.columns();
                return new ColumnProfiler(project.work().runner())
                    .profileParts(columns, field.name(), RowSet.all(columns.rowCount()))
                    .distinct();
              },
              count -> {
                int values = (int) Math.min(Integer.MAX_VALUE, count);
                distinct.put(field.name(), values);
                told.accept(values);
                counted(field, true);
              },
              _ -> counted(field, false));
    } else {
      // It was scrolled away before its turn; it asks again when it comes back.
      counted(field, false);
    }
  }

  private void counted(Field field, boolean done) {
    if (!done) {
      counted.remove(field.name());
    }
    counting = false;
    countNext();
  }

  private static boolean isCounted(Field field) {
    return switch (field.type()) {
      case NUMBER, CATEGORY, TIME, TEXT, LIST -> true;
      case IMAGE, VECTOR -> false;
    };
  }

  /// What a field in view shows; a model is made for one that is not.
  public DistributionViewModel model(Field field) {
    DistributionViewModel known = shown.get(field.name());
    return known == null
        ? new DistributionViewModel(
            project, DistributionSpec.of(PREFIX + field.name(), field.name()))
        : known;
  }

  void update() {
    shown.values().forEach(model -> model.update(model.specProperty().get(), project.state()));
  }

  /// Shows a field that is dragged into the views as a view of its own.
  public void open(Field field) {
    if (project.isCountable(field.name())) {
      project.edits().showDistribution(field.name());
    }
  }
}
