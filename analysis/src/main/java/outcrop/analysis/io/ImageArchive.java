package outcrop.analysis.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.image.ImageSource;

/// The images inside a zip, for as long as somebody looks at them. The zip is opened when the first
/// is asked for.
final class ImageArchive implements AutoCloseable {
  private final Path path;
  private @Nullable ZipFile zip;

  ImageArchive(Path path) {
    this.path = path;
  }

  /// The image of this name; empty where the archive has none.
  Optional<ImageSource> find(String name) {
    try {
      ZipFile archive = zip();
      ZipEntry entry = archive.getEntry(name);
      return entry == null || entry.isDirectory()
          ? Optional.empty()
          : Optional.of(
              new ImageSource.OfBytes(name, entry.getSize(), () -> archive.getInputStream(entry)));
    } catch (IOException e) {
      return Optional.of(
          new ImageSource.Unavailable(
              name, name + " cannot be had from " + path + ": " + e.getMessage() + "."));
    }
  }

  private synchronized ZipFile zip() throws IOException {
    ZipFile open = zip;
    if (open == null) {
      open = new ZipFile(path.toFile());
      zip = open;
    }
    return open;
  }

  @Override
  public synchronized void close() {
    try {
      if (zip != null) {
        zip.close();
      }
    } catch (IOException nothingWasWritten) {
      // Only what was read is let go.
      return;
    }
  }
}
