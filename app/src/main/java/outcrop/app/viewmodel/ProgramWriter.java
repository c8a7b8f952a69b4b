package outcrop.app.viewmodel;

import java.util.function.Consumer;
import outcrop.analysis.code.CodeLanguage;
import outcrop.analysis.code.SelectionCode;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.selection.Predicate;

/// Writes what is selected as a program that gives the same rows from the sources.
///
/// @param project the open project
public record ProgramWriter(WorkspaceViewModel project) {
  /// Writes the rows that were chosen one by one, or those of the filter where none were.
  ///
  /// @param chosen empty for the rows of the filter
  /// @param done told the program
  /// @param failed told one sentence
  public void write(
      CodeLanguage language, RowSet chosen, Consumer<String> done, Consumer<String> failed) {
    Predicate filter = project.state().selection().effective();
    project
        .work()
        .start(
            project.words().of("program.running"),
            task -> {
              SelectionCode code = new SelectionCode(project.workspace().codeSource(task), task);
              return chosen.isEmpty() ? code.of(language, filter) : code.of(language, chosen);
            },
            done,
            failed);
  }
}
