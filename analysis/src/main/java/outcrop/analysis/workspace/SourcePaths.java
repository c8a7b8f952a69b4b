package outcrop.analysis.workspace;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import outcrop.analysis.io.ImportSpec;
import outcrop.analysis.io.ImportSpec.SourceSpec;

/// Sources in a project are named relative to it, so that both can move together, with the last
/// known absolute path as a hint for when only one of them moved.
final class SourcePaths {
  private static final String HINT = "absolutePath";

  private SourcePaths() {}

  /// For saving in a project.
  static ImportSpec relativeTo(Path projectFolder, ImportSpec spec, Path base) {
    Path folder = projectFolder.toAbsolutePath().normalize();
    return each(spec, source -> relativeTo(folder, source, base));
  }

  private static SourceSpec relativeTo(Path folder, SourceSpec source, Path base) {
    Path absolute = base.resolve(source.path()).toAbsolutePath().normalize();
    Map<String, String> options = new HashMap<>(source.options());
    options.put(HINT, absolute.toString());
    String path =
        folder.getRoot() != null && folder.getRoot().equals(absolute.getRoot())
            ? folder.relativize(absolute).toString().replace('\\', '/')
            : absolute.toString();
    return source.withPath(path).read(source.format(), options);
  }

  /// For reading again: absolute paths of files that exist where they can be found.
  static ImportSpec resolved(Path projectFolder, ImportSpec spec) {
    Path folder = projectFolder.toAbsolutePath();
    return each(spec, source -> resolved(folder, source));
  }

  private static SourceSpec resolved(Path folder, SourceSpec source) {
    Path relative = folder.resolve(source.path()).normalize();
    String hint = source.options().get(HINT);
    Path found = Files.exists(relative) || hint == null ? relative : Path.of(hint);
    Map<String, String> options = new HashMap<>(source.options());
    options.remove(HINT);
    return source.withPath(found.toString()).read(source.format(), options);
  }

  private static ImportSpec each(ImportSpec spec, UnaryOperator<SourceSpec> change) {
    return spec.withSources(spec.sources().stream().map(change).toList())
        .withJoins(
            spec.joins().stream()
                .map(join -> join.withSource(change.apply(join.source())))
                .toList());
  }
}
