package outcrop.analysis.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.image.ImageSource;
import outcrop.analysis.task.UserFailure;
import outcrop.analysis.task.WholeFile;

/// What models need beside columns: the images that cells name, and the files of fitted spaces that
/// belong to a project.
///
/// A fitted space is kept in the project, not in its cache: rows that come later, or that come from
/// elsewhere, land in the space that was learnt once.
///
/// @param folder of the fitted spaces, made when the first is kept; null where there is none
/// @param images finds the image that the text of a cell names
public record ModelFiles(@Nullable Path folder, Function<String, ImageSource> images) {
  /// For datasets without a project.
  public static final ModelFiles NONE =
      new ModelFiles(
          null,
          name -> new ImageSource.Unavailable(name, name + " cannot be read without a project."));

  /// Keeps a fitted space.
  ///
  /// @return the name by which [#read] finds it: the same for the same space
  /// @throws UserFailure where it cannot be written
  public String keep(SpaceFile space) {
    return keep(SpaceFile.ENDING, space::write);
  }

  /// Keeps a map.
  ///
  /// @return the name by which [#map] finds it: the same for the same map
  /// @throws UserFailure where it cannot be written
  public String keep(FittedMap map) {
    return keep(FittedMap.ENDING, map::write);
  }

  private String keep(String ending, Function<Path, String> content) {
    if (folder == null) {
      throw new IllegalStateException("There is no place for what was learnt");
    }
    try {
      Files.createDirectories(folder);
      Path unnamed = folder.resolve("new" + ending);
      String name = content.apply(unnamed);
      WholeFile.move(unnamed, folder.resolve(name + ending));
      return name;
    } catch (IOException failure) {
      throw new UserFailure(WholeFile.sentence(folder, failure), failure);
    }
  }

  /// A map that was kept.
  ///
  /// @param name as [#keep] gave it
  /// @throws UserFailure where it is gone or damaged
  public FittedMap map(String name) {
    if (folder == null) {
      throw new UserFailure("A saved map cannot be read without a project.");
    }
    return FittedMap.read(folder.resolve(name + FittedMap.ENDING));
  }

  /// A space that was kept.
  ///
  /// @param name as [#keep] gave it
  /// @throws UserFailure where it is gone or damaged
  public SpaceFile read(String name) {
    if (folder == null) {
      throw new UserFailure("A saved space cannot be read without a project.");
    }
    return SpaceFile.read(folder.resolve(name + SpaceFile.ENDING));
  }
}
