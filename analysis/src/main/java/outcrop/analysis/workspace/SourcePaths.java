package outcrop.analysis.workspace;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import outcrop.analysis.io.ImportSpec;

/// Sources in a project are named relative to it, so that both can move together, with the last
/// known absolute path as a hint for when only one of them moved.
final class SourcePaths {
  private static final String HINT = "absolutePath";

  private SourcePaths() {}

  /// For saving in a project.
  static ImportSpec relativeTo(Path projectFolder, ImportSpec spec, Path base) {
    Path folder = projectFolder.toAbsolutePath().normalize();
    return new ImportSpec(
        spec.sources().stream()
            .map(
                source -> {
                  Path absolute = base.resolve(source.path()).toAbsolutePath().normalize();
                  Map<String, String> options = new HashMap<>(source.options());
                  options.put(HINT, absolute.toString());
                  String path =
                      folder.getRoot() != null && folder.getRoot().equals(absolute.getRoot())
                          ? folder.relativize(absolute).toString().replace('\\', '/')
                          : absolute.toString();
                  return source.withPath(path).read(source.format(), options);
                })
            .toList(),
        spec.fields());
  }

  /// For reading again: absolute paths of files that exist where they can be found.
  static ImportSpec resolved(Path projectFolder, ImportSpec spec) {
    return new ImportSpec(
        spec.sources().stream()
            .map(
                source -> {
                  Path relative = projectFolder.toAbsolutePath().resolve(source.path()).normalize();
                  String hint = source.options().get(HINT);
                  Path found = Files.exists(relative) || hint == null ? relative : Path.of(hint);
                  Map<String, String> options = new HashMap<>(source.options());
                  options.remove(HINT);
                  return source.withPath(found.toString()).read(source.format(), options);
                })
            .toList(),
        spec.fields());
  }
}
