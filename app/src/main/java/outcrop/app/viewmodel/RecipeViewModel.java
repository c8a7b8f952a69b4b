package outcrop.app.viewmodel;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import outcrop.analysis.command.Command;
import outcrop.analysis.curation.FieldTarget;
import outcrop.analysis.curation.Operation;
import outcrop.analysis.curation.Shaping;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.selection.Predicate;
import outcrop.analysis.selection.SelectionClause;
import outcrop.analysis.spec.TargetSpec;
import outcrop.analysis.spec.TargetSpec.Mode;

/// The recipe of the project: its operations, and everything that is done to them.
public final class RecipeViewModel {
  private final WorkspaceViewModel project;
  private String edited = "";

  RecipeViewModel(WorkspaceViewModel project) {
    this.project = project;
  }

  /// The operation that a target becomes: the one that is being edited, or a new one.
  Operation operation(Mode mode, Shaping shaping) {
    Optional<Operation> old = project.state().recipe().find(edited);
    if (old.isPresent()) {
      boolean same = old.get().mode() == mode;
      return Operation.of(mode, edited, same ? old.get().output() : freeOutput(mode), shaping);
    }
    return Operation.of(mode, project.state().recipe().freeId(), freeOutput(mode), shaping);
  }

  private String freeOutput(Mode mode) {
    Set<String> taken =
        project.columns().schema().fields().stream().map(Field::name).collect(Collectors.toSet());
    return project.state().recipe().freeOutput(project.words().of("shape.output." + mode), taken);
  }

  /// Shows the targets of an operation in charts of its fields; applied, they replace what it does.
  public void edit(Operation operation) {
    Shaping shaping = operation.shaping();
    for (FieldTarget target : shaping.targets()) {
      showClasses(target);
      project
          .focusedShaped()
          .filter(model -> model.specProperty().get().field().equals(target.field()))
          .ifPresent(
              model ->
                  model
                      .shape()
                      .keep(
                          new TargetSpec(
                              target.target(),
                              operation.mode(),
                              shaping.total(),
                              shaping.missing(),
                              shaping.seed())));
    }
    edited = operation.id();
  }

  /// Numbers and times of which each value is a class were shaped in their long tail.
  private void showClasses(FieldTarget target) {
    boolean byValue =
        target.edges().isEmpty()
            && project
                .columns()
                .schema()
                .find(target.field())
                .filter(field -> field.type() == FieldType.NUMBER || field.type() == FieldType.TIME)
                .isPresent();
    if (byValue) {
      project.edits().showTail(target.field());
    } else {
      project.edits().showDistribution(target.field());
    }
  }

  /// Targets that are applied from now on are operations of their own.
  void endEdit() {
    edited = "";
  }

  /// Switches an operation on or off.
  public void toggle(Operation operation) {
    project.execute(new Command.ReplaceOperation(operation.withEnabled(!operation.enabled())), "");
  }

  public void remove(Operation operation) {
    project.execute(new Command.RemoveOperation(operation.id()), "");
  }

  /// Shows the distribution of what the operation decided.
  public void open(Operation operation) {
    project.edits().showDistribution(operation.output());
  }

  /// Shows only the rows that the operation keeps.
  public void filter(Operation operation) {
    Predicate kept =
        switch (operation) {
          case Operation.Subsample subsample ->
              new Predicate.In(subsample.output(), List.of("true"));
          case Operation.Weights weights ->
              new Predicate.Range(weights.output(), "0", null, false, false);
          case Operation.RepeatCounts repeats ->
              new Predicate.Range(repeats.output(), "1", null, true, false);
        };
    project.execute(
        new Command.SetClause(SelectionClause.of("", "recipe:" + operation.id(), kept)), "");
  }
}
