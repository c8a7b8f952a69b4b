package outcrop.analysis.image;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads the head of image files, by content and without decoding.
public final class ImageHeader {
  private static final int MOST_PARTS = 10_000;

  private final HeadBytes head;
  private final ImageFormat format;
  private int width = -1;
  private int height = -1;
  private boolean whole;
  private @Nullable TiffTags tags;

  private ImageHeader(HeadBytes head, ImageFormat format) {
    this.head = head;
    this.format = format;
  }

  /// @return empty where the content is no known image format
  /// @throws IOException where the file cannot be read, or its head is cut off or contradicts
  ///   itself
  public static Optional<ImageInfo> read(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return read(HeadBytes.of(channel));
    }
  }

  /// @param bytes of a whole file, or enough of its start
  /// @return empty where the content is no known image format
  /// @throws IOException where the head is cut off or contradicts itself
  public static Optional<ImageInfo> read(byte[] bytes) throws IOException {
    return read(HeadBytes.of(bytes));
  }

  static Optional<ImageInfo> read(HeadBytes head) throws IOException {
    ImageFormat format = ImageFormat.of(head);
    return format == null ? Optional.empty() : Optional.of(new ImageHeader(head, format).read());
  }

  private ImageInfo read() throws IOException {
    switch (format) {
      case JPEG -> jpeg();
      case PNG -> png();
      case GIF -> size(head.u16(6, false), head.u16(8, false));
      case BMP -> bmp();
      case WEBP -> webp();
      case TIFF -> {
        TiffTags found = TiffTags.read(head, 0);
        tags = found;
        size(found.width(), found.height());
      }
      case PNM -> {
        PnmHeader pnm = PnmHeader.read(head);
        size(pnm.width(), pnm.height());
      }
      case PSD -> size((int) head.u32(18, true), (int) head.u32(14, true));
      case SVG, HEIF, AVIF, JPEG_2000, JPEG_XL, ICO -> {
        // Named only: nothing here can show them.
      }
    }
    if (format.isShown() && (width < 1 || height < 1)) {
      throw new IOException("The head declares no size");
    }
    TiffTags exif = tags;
    LocalDateTime taken = exif == null ? null : exif.taken();
    String camera = exif == null ? null : exif.camera();
    int orientation = exif == null ? 1 : exif.orientation();
    return new ImageInfo(format, width, height, orientation, taken, camera, whole);
  }

  private void size(int declaredWidth, int declaredHeight) {
    width = declaredWidth;
    height = declaredHeight;
  }

  private void exif(long at) {
    try {
      tags = TiffTags.read(head, at);
    } catch (IOException broken) {
      // A picture with a broken EXIF block is still a picture.
      tags = null;
    }
  }

  private void jpeg() throws IOException {
    long at = 2;
    for (int part = 0; part < MOST_PARTS; part++) {
      while (head.u8(at) != 0xFF) {
        at++;
        if (at > 1 << 20) {
          throw new IOException("No frame in the head");
        }
      }
      while (head.u8(at) == 0xFF) {
        at++;
      }
      int marker = head.u8(at);
      boolean bare = marker == 0x01 || marker >= 0xD0 && marker <= 0xD8;
      if (bare) {
        at++;
        continue;
      }
      if (marker == 0xD9 || marker == 0xDA) {
        break;
      }
      int length = head.u16(at + 1, true);
      if (isFrame(marker)) {
        size(head.u16(at + 6, true), head.u16(at + 4, true));
        whole = marker == 0xC2 || marker == 0xC6 || marker == 0xCA || marker == 0xCE;
        return;
      }
      if (marker == 0xE1 && tags == null && head.starts(at + 3, 'E', 'x', 'i', 'f', 0, 0)) {
        exif(at + 9);
      }
      at += 1 + Math.max(2, length);
    }
    throw new IOException("No frame in the head");
  }

  private static boolean isFrame(int marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
  }

  private void png() throws IOException {
    if (!head.starts(12, 'I', 'H', 'D', 'R')) {
      throw new IOException("No IHDR at the start");
    }
    size((int) head.u32(16, true), (int) head.u32(20, true));
    long at = 33;
    for (int part = 0; part < MOST_PARTS && at + 12 <= head.size(); part++) {
      if (head.starts(at + 4, 'I', 'D', 'A', 'T')) {
        return;
      }
      if (head.starts(at + 4, 'e', 'X', 'I', 'f')) {
        exif(at + 8);
        return;
      }
      at += 12 + head.u32(at, true);
    }
  }

  private void bmp() throws IOException {
    if (head.u32(14, false) == 12) {
      size(head.u16(18, false), head.u16(20, false));
    } else {
      int tall = (int) head.u32(22, false);
      size((int) head.u32(18, false), tall == Integer.MIN_VALUE ? -1 : Math.abs(tall));
    }
  }

  private void webp() throws IOException {
    whole = true;
    if (head.starts(12, 'V', 'P', '8', ' ') && head.starts(23, 0x9D, 0x01, 0x2A)) {
      size(head.u16(26, false) & 0x3FFF, head.u16(28, false) & 0x3FFF);
    } else if (head.starts(12, 'V', 'P', '8', 'L') && head.starts(20, 0x2F)) {
      long bits = head.u32(21, false);
      size((int) (bits & 0x3FFF) + 1, (int) (bits >> 14 & 0x3FFF) + 1);
    } else if (head.starts(12, 'V', 'P', '8', 'X')) {
      size(1 + u24(24), 1 + u24(27));
      if ((head.u8(20) & 0x08) != 0) {
        webpExif();
      }
    }
  }

  private int u24(long at) throws IOException {
    return head.u16(at, false) | head.u8(at + 2) << 16;
  }

  private void webpExif() throws IOException {
    long at = 12;
    for (int part = 0; part < MOST_PARTS && at + 8 <= head.size(); part++) {
      if (head.starts(at, 'E', 'X', 'I', 'F')) {
        boolean prefixed = head.starts(at + 8, 'E', 'x', 'i', 'f', 0, 0);
        exif(at + 8 + (prefixed ? 6 : 0));
        return;
      }
      long length = head.u32(at + 4, false);
      at += 8 + length + (length & 1);
    }
  }
}
