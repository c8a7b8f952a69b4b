package outcrop.analysis.image;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The image formats that are known by their first bytes.
public enum ImageFormat {
  JPEG("JPEG", "jpeg", "jpg", "jpeg", "jpe", "jfif"),
  PNG("PNG", "png", "png"),
  GIF("GIF", "gif", "gif"),
  BMP("BMP", "bmp", "bmp", "dib"),
  WEBP("WebP", "webp", "webp"),
  TIFF("TIFF", "tiff", "tif", "tiff"),
  /// Portable bitmaps, greymaps and pixmaps; read by our own decoder.
  PNM("PNM", null, "pbm", "pgm", "ppm", "pnm"),
  SVG("SVG", null, "svg"),
  HEIF("HEIF", null, "heic", "heif"),
  AVIF("AVIF", null, "avif"),
  JPEG_2000("JPEG 2000", null, "jp2", "j2k", "jpx"),
  JPEG_XL("JPEG XL", null, "jxl"),
  ICO("ICO", null, "ico"),
  PSD("PSD", null, "psd");

  private static final int SVG_HEAD = 1024;

  private final String word;
  private final @Nullable String reader;
  private final List<String> extensions;

  ImageFormat(String word, @Nullable String reader, String... extensions) {
    this.word = word;
    this.reader = reader;
    this.extensions = List.of(extensions);
  }

  /// The name people use, such as `WebP`.
  public String word() {
    return word;
  }

  /// Whether its pixels can be shown; the others are recognised and named only.
  public boolean isShown() {
    return reader != null || this == PNM;
  }

  /// The name under which ImageIO knows a reader.
  @Nullable String reader() {
    return reader;
  }

  /// The format that a file's name promises; empty where it promises no image.
  public static Optional<ImageFormat> ofName(String name) {
    String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    for (ImageFormat format : values()) {
      if (format.extensions.contains(extension) && extension.length() < name.length()) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  /// The format that the first bytes show; empty where they show no image.
  public static Optional<ImageFormat> ofBytes(byte[] head) {
    try {
      return Optional.ofNullable(of(HeadBytes.of(head)));
    } catch (IOException impossible) {
      return Optional.empty();
    }
  }

  static @Nullable ImageFormat of(HeadBytes head) throws IOException {
    if (head.starts(0, 0xFF, 0xD8, 0xFF)) {
      return JPEG;
    }
    if (head.starts(0, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)) {
      return PNG;
    }
    if (head.starts(0, 'G', 'I', 'F', '8')) {
      return GIF;
    }
    if (head.starts(0, 'R', 'I', 'F', 'F') && head.starts(8, 'W', 'E', 'B', 'P')) {
      return WEBP;
    }
    if (head.starts(0, 'I', 'I', 42, 0)
        || head.starts(0, 'M', 'M', 0, 42)
        || head.starts(0, 'I', 'I', 43, 0)
        || head.starts(0, 'M', 'M', 0, 43)) {
      return TIFF;
    }
    if (head.starts(0, 'B', 'M') && isBmp(head)) {
      return BMP;
    }
    if (isPnm(head)) {
      return PNM;
    }
    return named(head);
  }

  private static @Nullable ImageFormat named(HeadBytes head) throws IOException {
    if (head.starts(4, 'f', 't', 'y', 'p')) {
      String brand = head.ascii(8, 4);
      return switch (brand) {
        case "avif", "avis" -> AVIF;
        case "heic", "heix", "hevc", "heim", "heis", "mif1", "msf1" -> HEIF;
        default -> null;
      };
    }
    if (head.starts(0, 0, 0, 0, 12, 'j', 'P', ' ', ' ') || head.starts(0, 0xFF, 0x4F, 0xFF, 0x51)) {
      return JPEG_2000;
    }
    if (head.starts(0, 0, 0, 0, 12, 'J', 'X', 'L', ' ') || head.starts(0, 0xFF, 0x0A)) {
      return JPEG_XL;
    }
    if (head.starts(0, '8', 'B', 'P', 'S')) {
      return PSD;
    }
    if (head.starts(0, 0, 0, 1, 0) && head.size() > 22 && head.u8(4) > 0 && head.u8(9) == 0) {
      return ICO;
    }
    return isSvg(head) ? SVG : null;
  }

  /// Text may start with the letters, hence a look at the size of the header that follows.
  private static boolean isBmp(HeadBytes head) throws IOException {
    if (head.size() < 26) {
      return false;
    }
    long header = head.u32(14, false);
    return header == 12 || header >= 16 && header <= 124;
  }

  private static boolean isPnm(HeadBytes head) throws IOException {
    if (head.size() < 7 || head.u8(0) != 'P' || head.u8(1) < '1' || head.u8(1) > '6') {
      return false;
    }
    int after = head.u8(2);
    if (after != ' ' && after != '\t' && after != '\n' && after != '\r') {
      return false;
    }
    int next = head.u8(3);
    return next == '#' || next >= '0' && next <= '9' || next <= ' ';
  }

  private static boolean isSvg(HeadBytes head) throws IOException {
    String text = head.ascii(0, (int) Math.min(head.size(), SVG_HEAD)).stripLeading();
    String start = text.startsWith("\u00EF\u00BB\u00BF") ? text.substring(3) : text;
    return start.startsWith("<svg") || start.startsWith("<?xml") && start.contains("<svg");
  }
}
