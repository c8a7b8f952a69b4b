package outcrop.analysis.io;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdIOException;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.z.ZCompressorInputStream;
import org.tukaani.xz.LZMAInputStream;
import org.tukaani.xz.XZInputStream;

/// How a file is packed, and how its bytes are unpacked. A file of several streams after each other
/// is read whole where its format allows several.
enum Compression {
  NONE,
  GZIP,
  ZIP,
  BZIP2,
  XZ,
  LZMA,
  ZSTD,
  /// The old Unix `compress`, files named `.Z`.
  COMPRESS;

  /// As many first bytes as [#of] looks at.
  static final int HEAD = 16;

  private static final int BUFFER = 1 << 16;

  /// What a decoder may take for its dictionary, in KiB; the highest preset of xz takes 65 MiB.
  private static final int MOST_KIB = 256 << 10;

  /// Endings of file names that say nothing but the compression.
  private static final List<String> ENDINGS =
      List.of(".gz", ".bz2", ".xz", ".lzma", ".zst", ".zstd", ".z");

  /// Bytes of a stream of lzma before its data: properties, dictionary size, length.
  private static final int LZMA_HEADER = 13;

  /// The word for it in the options of a source.
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static List<String> words() {
    return Stream.of(values()).map(Compression::word).toList();
  }

  /// @param head the first bytes, [#HEAD] of them where there are so many
  static Compression of(byte[] head) {
    if (Magic.starts(head, 0x1F, 0x8B)) {
      return GZIP;
    }
    if (Magic.starts(head, 'P', 'K', 3, 4)) {
      return ZIP;
    }
    if (Magic.starts(head, 'B', 'Z', 'h') && isBlockOfBzip2(head)) {
      return BZIP2;
    }
    if (Magic.starts(head, 0xFD, '7', 'z', 'X', 'Z', 0)) {
      return XZ;
    }
    if (Magic.starts(head, 0x28, 0xB5, 0x2F, 0xFD) || isSkippableOfZstd(head)) {
      return ZSTD;
    }
    if (Magic.starts(head, 0x1F, 0x9D)) {
      return COMPRESS;
    }
    return isLzma(head) ? LZMA : NONE;
  }

  /// Text may begin with `BZh`, but not go on with the start of a block or of the end.
  private static boolean isBlockOfBzip2(byte[] head) {
    return head.length > 4 && (head[4] == 0x31 || head[4] == 0x17);
  }

  private static boolean isSkippableOfZstd(byte[] head) {
    return head.length > 3
        && (head[0] & 0xF0) == 0x50
        && head[1] == 0x2A
        && head[2] == 0x4D
        && head[3] == 0x18;
  }

  /// Streams of lzma have no magic: usual properties, and a length that is unknown or below 2⁴⁸.
  private static boolean isLzma(byte[] head) {
    if (head.length < LZMA_HEADER || head[0] != 0x5D || head[1] != 0 || head[2] != 0) {
      return false;
    }
    byte high = head[LZMA_HEADER - 1];
    return high == head[LZMA_HEADER - 2] && (high == 0 || high == (byte) 0xFF);
  }

  /// The name without an ending that only names the compression.
  ///
  /// @param name in lower case
  static String withoutEnding(String name) {
    for (String ending : ENDINGS) {
      if (name.endsWith(ending)) {
        return name.substring(0, name.length() - ending.length());
      }
    }
    return name;
  }

  /// The bytes behind the compression; entries of a zip are opened by [SourceFile].
  InputStream unpack(InputStream packed) throws IOException {
    return switch (this) {
      case NONE, ZIP -> packed;
      case GZIP -> new GZIPInputStream(new Steady(packed), BUFFER);
      case BZIP2 -> new BZip2CompressorInputStream(packed, true);
      case XZ -> new XZInputStream(packed, MOST_KIB);
      case LZMA -> new LZMAInputStream(packed, MOST_KIB);
      case ZSTD -> new ZstdInputStreamNoFinalizer(packed);
      case COMPRESS -> new ZCompressorInputStream(packed, MOST_KIB);
    };
  }

  /// Whether unpacking failed because the dictionary would take too much memory.
  static boolean isTooLarge(Throwable failure) {
    return switch (failure) {
      case org.tukaani.xz.MemoryLimitException _ -> true;
      case org.apache.commons.compress.MemoryLimitException _ -> true;
      case ZstdIOException zstd -> zstd.getErrorCode() == Zstd.errFrameParameterWindowTooLarge();
      default -> false;
    };
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
