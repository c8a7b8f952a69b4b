package outcrop.app.viewmodel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.ColumnUse;
import outcrop.analysis.curation.OperationRunner;
import outcrop.analysis.curation.ShapedRows;
import outcrop.analysis.curation.ShapedRows.Forecast;
import outcrop.analysis.curation.ShapedRows.ShapedField;
import outcrop.analysis.query.BinAxis;
import outcrop.analysis.query.FieldClasses;
import outcrop.analysis.selection.Predicate;
import outcrop.analysis.spec.ShapeTarget;
import outcrop.analysis.spec.TargetSpec;
import outcrop.analysis.workspace.Workspace;

/// Answers what comes of targets, off the screen's thread. Questions that come while one is being
/// answered replace each other: only the newest is answered next. What does not depend on the
/// targets is counted once.
final class ShapeForecaster {
  private final WorkspaceViewModel project;
  private final Consumer<Forecast> done;
  private final Consumer<String> failed;
  private @Nullable Question waiting;
  private boolean answering;

  /// Touched by the one answer under way only.
  private volatile @Nullable Counted counted;

  /// A field and the classes that its view shows.
  ///
  /// @param names the shown name by value, of values that are shown merged or renamed
  record Asked(String field, BinAxis axis, Map<String, String> names) {
    /// The same classes as they were counted before; the classes of one answer are one object.
    boolean isSame(Asked other) {
      return field.equals(other.field) && axis == other.axis && names.equals(other.names);
    }

    FieldClasses classes(ColumnStore columns, ColumnUse use) {
      return FieldClasses.on(FieldClasses.shown(columns.column(field), names), axis, use);
    }
  }

  private record Question(
      List<Asked> fields, List<TargetSpec> targets, Predicate rows, long version) {
    boolean sameRows(Question other) {
      boolean same = fields.size() == other.fields.size() && version == other.version;
      for (int i = 0; same && i < fields.size(); i++) {
        same = fields.get(i).isSame(other.fields.get(i));
      }
      return same && rows.equals(other.rows);
    }
  }

  private record Counted(Question question, ShapedRows rows) {}

  ShapeForecaster(WorkspaceViewModel project, Consumer<Forecast> done, Consumer<String> failed) {
    this.project = project;
    this.done = done;
    this.failed = failed;
  }

  /// Asks anew; an answer to what was asked before is not told any more once this one is there.
  void ask(List<Asked> fields, List<TargetSpec> targets, Predicate rows) {
    waiting =
        new Question(List.copyOf(fields), List.copyOf(targets), rows, project.columns().version());
    next();
  }

  private void next() {
    Question question = waiting;
    if (answering || question == null) {
      return;
    }
    answering = true;
    waiting = null;
    project
        .work()
        .start(
            project.words().of("shape.counting"),
            _ -> answer(question),
            forecast -> {
              failed.accept("");
              done.accept(forecast);
              ended();
            },
            sentence -> {
              failed.accept(sentence);
              ended();
            });
  }

  private void ended() {
    answering = false;
    next();
  }

  private Forecast answer(Question question) {
    Counted known = counted;
    if (known == null || !known.question.sameRows(question)) {
      known = new Counted(question, count(question));
      counted = known;
    }
    return known.rows.forecast(question.targets);
  }

  private ShapedRows count(Question question) {
    Workspace workspace = project.workspace();
    ColumnStore columns = workspace.columns();
    try (ColumnUse use = columns.use()) {
      List<ShapedField> fields = new ArrayList<>();
      for (Asked asked : question.fields) {
        fields.add(new ShapedField(asked.field, asked.classes(columns, use)));
      }
      return ShapedRows.of(
          columns,
          workspace.schema(),
          workspace.evaluator().evaluate(question.rows),
          fields,
          workspace.tasks(),
          use);
    }
  }

  /// Counts the shares of a field among the rows that a query finds.
  void like(String query, Asked asked, Consumer<ShapeTarget> found) {
    Workspace workspace = project.workspace();
    project
        .work()
        .start(
            project.words().of("shape.counting"),
            _ -> {
              ColumnStore columns = workspace.columns();
              try (ColumnUse use = columns.use()) {
                return new OperationRunner(
                        columns, workspace.evaluator()::evaluate, workspace.tasks())
                    .like(query, asked.classes(columns, use));
              }
            },
            found::accept,
            failed);
  }
}
