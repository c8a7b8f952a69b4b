package outcrop.analysis.model;

import java.nio.file.Path;
import java.util.List;
import outcrop.analysis.task.UserFailure;

/// A fitted space in a file: how it was made, and what it learnt.
///
/// @param spec how the space was made; its fields are those that it was learnt from
/// @param space what was learnt
/// @param notes what the user was told then
public record SpaceFile(SpaceSpec spec, FittedSpace space, List<String> notes) {
  /// The ending of the name of such a file.
  public static final String ENDING = ".space";

  private static final ArrayFile<Head> FORMAT = new ArrayFile<>("OUTCROPS", 1, "space", Head.class);

  public SpaceFile {
    notes = List.copyOf(notes);
  }

  private record Head(SpaceSpec spec, List<String> notes, SpaceParts.Facts facts) {}

  /// Writes the file.
  ///
  /// @return the hash of what it holds, in hexadecimal
  /// @throws UserFailure where it cannot be written
  public String write(Path file) {
    SpaceParts parts = SpaceParts.of(space);
    return FORMAT.write(file, new Head(spec, notes, parts.facts()), parts.arrays());
  }

  /// Reads a file that may come from anywhere.
  ///
  /// @throws UserFailure where it cannot be read, is none of these files, is of a newer version, or
  ///   is not as it was written
  public static SpaceFile read(Path file) {
    return FORMAT.read(
        file,
        (head, arrays) -> new SpaceFile(head.spec(), head.facts().space(arrays), head.notes()));
  }
}
