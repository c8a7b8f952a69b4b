package outcrop.app.boot;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;

/// A class file of a library on the class path, addressed as in `com/example/Name.class`.
///
/// The build steps that replace a library's class by a repaired one use it to find the untouched
/// original: their own earlier output precedes the library on the class path, but lies in a
/// directory, so only jars are searched.
public record LibraryClass(String resource) {

  /// Reads the original bytes from the first jar on the class path that contains the class.
  ///
  /// @return empty where no jar contains it, for example because the library's jar for this
  ///   operating system does without the class
  public Optional<byte[]> read() throws IOException {
    var loader = LibraryClass.class.getClassLoader();
    for (URL place : Collections.list(loader.getResources(resource))) {
      if (place.getProtocol().equals("jar")) {
        try (InputStream in = place.openStream()) {
          return Optional.of(in.readAllBytes());
        }
      }
    }
    return Optional.empty();
  }

  /// Writes a replacement below `classesDirectory`, which must precede the library on the class
  /// path to take effect.
  public void replaceIn(Path classesDirectory, byte[] replacement) throws IOException {
    Path file = classesDirectory.resolve(resource);
    Files.createDirectories(file.getParent());
    Files.write(file, replacement);
  }
}
