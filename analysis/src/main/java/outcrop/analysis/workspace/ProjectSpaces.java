package outcrop.analysis.workspace;

import java.nio.file.Path;
import java.util.List;
import outcrop.analysis.derive.Derivation;
import outcrop.analysis.derive.DerivedColumns;
import outcrop.analysis.derive.DerivedField;
import outcrop.analysis.model.ModelFiles;
import outcrop.analysis.model.SpaceFile;
import outcrop.analysis.model.SpaceSpec;
import outcrop.analysis.model.Spaces;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.UserFailure;

/// Makes vector spaces of the rows of a project. Safe for several threads.
public final class ProjectSpaces {
  private final DerivedColumns columns;
  private final ModelFiles files;

  ProjectSpaces(DerivedColumns columns, ModelFiles files) {
    this.columns = columns;
    this.files = files;
  }

  /// Learns a space where there is something to learn and keeps it with the project, so that rows
  /// that come later have places in it.
  ///
  /// @return the field of the vectors, to be prepared and set like any derived field
  /// @throws UserFailure where the fields make no space
  /// @throws java.util.concurrent.CancellationException when cancelled; nothing is kept then
  public DerivedField learn(String name, SpaceSpec spec, TaskContext context) {
    if (!Spaces.isLearnt(spec)) {
      return field(name, spec);
    }
    SpaceFile space = columns.learn(spec, context);
    return field(name, new SpaceSpec.Saved(spec, files.keep(space)));
  }

  /// A space that was saved to a file, perhaps from another dataset, for the rows of this one.
  ///
  /// @param fields that are read; empty for those that it was learnt from
  /// @throws UserFailure where the file is no saved space
  public DerivedField use(String name, Path file, List<String> fields) {
    SpaceFile space = SpaceFile.read(file);
    SpaceSpec read = fields.isEmpty() ? space.spec() : space.spec().of(fields);
    return field(name, new SpaceSpec.Saved(read, files.keep(space)));
  }

  /// Saves a space for other datasets.
  ///
  /// @throws UserFailure where nothing was learnt for the space, or the file cannot be written
  public void save(DerivedField field, Path file) {
    if (field.how() instanceof Derivation.Modelled modelled
        && modelled.model() instanceof SpaceSpec.Saved saved) {
      files.read(saved.file()).write(file);
    } else {
      throw new UserFailure(
          "“" + field.name() + "” was not learnt from rows, so there is nothing to save.");
    }
  }

  private static DerivedField field(String name, SpaceSpec spec) {
    return new DerivedField(name, new Derivation.Modelled(spec, SpaceSpec.VECTOR));
  }
}
