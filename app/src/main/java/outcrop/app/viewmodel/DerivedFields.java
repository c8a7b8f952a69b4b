package outcrop.app.viewmodel;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import outcrop.analysis.command.Command;
import outcrop.analysis.derive.Derivation;
import outcrop.analysis.derive.DerivedField;

/// Fields that the user makes from others: computed in the background, then part of the project.
public final class DerivedFields {
  private final WorkspaceViewModel project;
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

  DerivedFields(WorkspaceViewModel project) {
    this.project = project;
  }

  /// Why the last field could not be made, in one sentence; empty where it could.
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  public boolean isDerived(String field) {
    return project.state().derived().stream().anyMatch(derived -> derived.name().equals(field));
  }

  /// Adds the length of a text as a field and shows its distribution.
  public void addLength(String field, Derivation.Unit unit) {
    String key =
        switch (unit) {
          case CHARACTERS -> "fields.charactersOf";
          case WORDS -> "fields.wordsOf";
        };
    add(
        new DerivedField(
            freeName(project.words().of(key, field)), new Derivation.TextLength(field, unit)),
        added -> project.edits().showDistribution(added.name()));
  }

  /// Computes a field and makes it part of the project; one step of the history.
  ///
  /// @param done told the field when it is there
  public void add(DerivedField field, Consumer<DerivedField> done) {
    problem.set("");
    project
        .work()
        .start(
            project.words().of("fields.deriving", field.name()),
            context -> {
              project.workspace().prepare(field, context);
              return true;
            },
            _ -> {
              project.execute(new Command.SetDerived(field), "");
              done.accept(field);
            },
            problem::set);
  }

  public void remove(String field) {
    project.execute(new Command.RemoveDerived(field), "");
  }

  /// The name, with a number behind it where a field has it already.
  public String freeName(String wanted) {
    String name = wanted;
    for (int n = 2; project.columns().schema().find(name).isPresent(); n++) {
      name = wanted + " " + n;
    }
    return name;
  }
}
