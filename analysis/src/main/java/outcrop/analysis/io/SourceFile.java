package outcrop.analysis.io;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
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

  /// The same file, called otherwise.
  SourceFile named(String other) {
    return new SourceFile(path, other, compression, entry);
  }

  SourceFile packed(Compression how, @Nullable String entryName) {
    return new SourceFile(path, name, how, entryName);
  }

  /// The name of what is read, in lower case and without an ending for its compression.
  String plainName() {
    return Compression.withoutEnding((entry == null ? name : entry).toLowerCase(Locale.ROOT));
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
      if (compression == Compression.ZIP) {
        return openEntry();
      }
      Counting raw = new Counting(Files.newInputStream(path));
      return new Opened(
          compression == Compression.NONE ? raw : unpacked(compression, raw, raw::count),
          raw::count);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /// @throws UserFailure where the stream does not even begin as it should
  private InputStream unpacked(Compression how, InputStream packed, LongSupplier packedBytes)
      throws IOException {
    try {
      InputStream buffered = new BufferedInputStream(packed, BUFFER);
      return new UnpackGuard(how.unpack(buffered), packedBytes, this);
    } catch (IOException | LinkageError e) {
      packed.close();
      throw e instanceof LinkageError missing ? withoutDecoder(missing) : damaged(e);
    }
  }

  private UserFailure withoutDecoder(LinkageError cause) {
    return new UserFailure(
        name + " is packed in a way that this system has no decoder for; unpack it first.", cause);
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
    Counting content =
        new Counting(zip.getInputStream(found)) {
          @Override
          public void close() throws IOException {
            super.close();
            zip.close();
          }
        };
    LongSupplier read = () -> (long) (content.count() * share);
    InputStream guarded = new UnpackGuard(content, () -> packedSize, this);
    return new Opened(unpackedInside(guarded, packedSize), read);
  }

  /// What a file inside a zip holds behind a compression of its own: `x.csv.gz` in a zip is read,
  /// an archive in an archive is not.
  private InputStream unpackedInside(InputStream content, long packedSize) throws IOException {
    PushbackInputStream whole = new PushbackInputStream(content, Compression.HEAD);
    byte[] head = whole.readNBytes(Compression.HEAD);
    whole.unread(head);
    Compression inner = Compression.of(head);
    return inner == Compression.NONE || inner == Compression.ZIP
        ? whole
        : unpacked(inner, whole, () -> packedSize);
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

  UserFailure damaged(Throwable cause) {
    if (Compression.isTooLarge(cause)) {
      return new UserFailure(
          name + " needs more memory to unpack than is allowed; unpack it first.", cause);
    }
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
}
