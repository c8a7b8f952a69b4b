package outcrop.analysis.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.image.ImageSource;

/// The images of an IDX file, each read by its place. A packed file is unpacked beside the other
/// temporary files when the first image is asked for, for as long as somebody looks.
final class IdxImages implements AutoCloseable {
  private final SourceFile file;
  private final IdxHeader header;
  private @Nullable Path unpacked;

  IdxImages(SourceFile file) {
    this.file = file;
    this.header = IdxReader.header(file);
  }

  /// The image that `NAME#INDEX` names; empty where the text names none of this file.
  Optional<ImageSource> find(String text) {
    String start = file.name() + '#';
    String index = text.startsWith(start) ? text.substring(start.length()) : "";
    if (!index.matches("\\d{1,9}") || Integer.parseInt(index) >= header.rows()) {
      return Optional.empty();
    }
    long at = header.headBytes() + Integer.parseInt(index) * header.rowBytes();
    return Optional.of(
        new ImageSource.OfSamples(
            text, header.width(), header.height(), header.channels(), () -> open(at)));
  }

  private InputStream open(long at) throws IOException {
    FileChannel channel = FileChannel.open(plain(), StandardOpenOption.READ);
    return Channels.newInputStream(channel.position(at));
  }

  private synchronized Path plain() throws IOException {
    if (file.compression() == Compression.NONE) {
      return file.path();
    }
    Path known = unpacked;
    if (known == null) {
      known = Files.createTempFile("outcrop-idx", ".idx");
      unpacked = known;
      try (SourceFile.Opened opened = file.open();
          InputStream in = opened.stream()) {
        Files.copy(in, known, StandardCopyOption.REPLACE_EXISTING);
      }
    }
    return known;
  }

  @Override
  public synchronized void close() {
    try {
      if (unpacked != null) {
        Files.deleteIfExists(unpacked);
      }
    } catch (IOException leftBehind) {
      // The system clears its temporary files.
      return;
    }
  }
}
