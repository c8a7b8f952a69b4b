package outcrop.analysis.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import outcrop.analysis.task.WholeFile;

/// A source as a plain file that can be read at any place: itself where it is not packed, else
/// unpacked into a temporary folder.
///
/// @param spill a temporary folder of its own, deleted on closing
record LocalFile(Path path, Path spill) implements AutoCloseable {
  static LocalFile of(SourceFile file) throws IOException {
    Path spill = Files.createTempDirectory("outcrop-source");
    if (file.compression() == Compression.NONE) {
      return new LocalFile(file.path(), spill);
    }
    Path unpacked = spill.resolve("unpacked");
    try (SourceFile.Opened opened = file.open();
        InputStream in = opened.stream()) {
      Files.copy(in, unpacked);
    } catch (IOException | RuntimeException e) {
      WholeFile.deleteTree(spill);
      throw e;
    }
    return new LocalFile(unpacked, spill);
  }

  @Override
  public void close() throws IOException {
    WholeFile.deleteTree(spill);
  }
}
