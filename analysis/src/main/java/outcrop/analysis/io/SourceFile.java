package outcrop.analysis.io;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.task.UserFailure;

/// One file to read, seen through its compression. Checks that it can be read at all.
///
/// @param path of the file
/// @param name as the user knows it, for sentences
/// @param compression how the bytes are packed
/// @param entry which file inside a zip, null elsewhere
record SourceFile(Path path, String name, Compression compression, @Nullable String entry) {
  /// How a file is packed.
  enum Compression {
    NONE,
    GZIP,
    ZIP
  }

  private static final int BUFFER = 1 << 16;

  /// @throws UserFailure where there is no such file, it is a directory, empty, or may not be read
  static SourceFile plain(Path path) {
    String name = String.valueOf(path.getFileName());
    if (Files.notExists(path)) {
      throw new UserFailure(path + " does not exist; check the path.");
    }
    if (!Files.isReadable(path)) {
      throw new UserFailure(path + " may not be read; give yourself the right to read it.");
    }
    SourceFile file = new SourceFile(path, name, Compression.NONE, null);
    if (file.size() == 0) {
      throw new UserFailure(path + " is empty; there is nothing to import.");
    }
    return file;
  }

  /// A folder that is read as a whole.
  static SourceFile folder(Path path) {
    return new SourceFile(path, String.valueOf(path.getFileName()), Compression.NONE, null);
  }

  SourceFile packed(Compression how, @Nullable String entryName) {
    return new SourceFile(path, name, how, entryName);
  }

  /// Bytes on disk; of a folder those of all files in it.
  long size() {
    try {
      return Files.isDirectory(path) ? sizeOfAll() : Files.size(path);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private long sizeOfAll() throws IOException {
    long bytes = 0;
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        bytes += Files.size(file);
      }
    }
    return bytes;
  }

  /// Unpacked bytes from the start, and how many bytes of the file were needed for them so far.
  record Opened(InputStream stream, LongSupplier bytesRead) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      stream.close();
    }
  }

  Opened open() {
    try {
      return switch (compression) {
        case NONE -> {
          Counting raw = new Counting(Files.newInputStream(path));
          yield new Opened(raw, raw::count);
        }
        case GZIP -> {
          Counting raw = new Counting(Files.newInputStream(path));
          InputStream unpacked = new GZIPInputStream(new Steady(raw), BUFFER);
          yield new Opened(guarded(unpacked, raw::count), raw::count);
        }
        case ZIP -> openEntry();
      };
    } catch (EOFException | ZipException e) {
      throw damaged(e);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private Opened openEntry() throws IOException {
    ZipFile zip = new ZipFile(path.toFile());
    ZipEntry found = entry == null ? null : zip.getEntry(entry);
    if (found == null) {
      zip.close();
      throw new UserFailure(name + " has no entry " + entry + "; choose one that it has.");
    }
    long packedSize = Math.max(1, found.getCompressedSize());
    double share = packedSize / (double) Math.max(1, found.getSize());
    Counting unpacked =
        new Counting(zip.getInputStream(found)) {
          @Override
          public void close() throws IOException {
            super.close();
            zip.close();
          }
        };
    return new Opened(guarded(unpacked, () -> packedSize), () -> (long) (unpacked.count() * share));
  }

  private InputStream guarded(InputStream unpacked, LongSupplier packedBytes) {
    return new UnpackGuard(unpacked, packedBytes, this);
  }

  /// The first unpacked bytes, at most `limit`.
  byte[] head(int limit) {
    try (Opened opened = open()) {
      return opened.stream().readNBytes(limit);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  UserFailure unreadable(IOException cause) {
    return new UserFailure(name + " cannot be read: " + cause.getMessage() + ".", cause);
  }

  UserFailure damaged(IOException cause) {
    return new UserFailure(
        name
            + " is cut off or damaged inside its compression; fetch it again, or unpack what can be"
            + " saved and import that.",
        cause);
  }

  /// Counts the bytes that pass.
  private static class Counting extends FilterInputStream {
    private volatile long count;

    Counting(InputStream in) {
      super(in);
    }

    long count() {
      return count;
    }

    @Override
    public int read() throws IOException {
      int value = in.read();
      if (value >= 0) {
        count = count + 1;
      }
      return value;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int got = in.read(target, offset, length);
      if (got > 0) {
        count = count + got;
      }
      return got;
    }
  }

  /// Says that bytes are available while there are: the JDK looks for the next member of a gzip
  /// file only then, and a file stream may answer 0 at a border.
  private static final class Steady extends FilterInputStream {
    private final PushbackInputStream ahead;

    Steady(InputStream in) {
      super(in);
      this.ahead = new PushbackInputStream(in, 1);
    }

    @Override
    public int available() throws IOException {
      int next = ahead.read();
      if (next < 0) {
        return 0;
      }
      ahead.unread(next);
      return 1;
    }

    @Override
    public int read() throws IOException {
      return ahead.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      return ahead.read(target, offset, length);
    }
  }
}
