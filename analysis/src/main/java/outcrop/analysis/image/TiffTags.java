package outcrop.analysis.image;

import java.io.IOException;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The few tags of a TIFF directory that matter here: of a TIFF file, or of the EXIF block in a
/// JPEG, PNG or WebP file, which has the same shape.
///
/// Everything that is out of place is passed over: a broken tag must not hide the picture.
final class TiffTags {
  private static final int WIDTH = 0x0100;
  private static final int HEIGHT = 0x0101;
  private static final int MAKE = 0x010F;
  private static final int MODEL = 0x0110;
  private static final int ORIENTATION = 0x0112;
  private static final int DATE_TIME = 0x0132;
  private static final int EXIF = 0x8769;
  private static final int DATE_TAKEN = 0x9003;

  private static final int SHORT = 3;
  private static final int LONG = 4;
  private static final int LONG8 = 16;
  private static final int MOST_ENTRIES = 1000;
  private static final int LONGEST_TEXT = 256;
  private static final Pattern DATE =
      Pattern.compile("(\\d{4})[:/-](\\d{2})[:/-](\\d{2})[ T](\\d{2}:\\d{2}:\\d{2}).*");

  private final HeadBytes head;
  private final long base;
  private final boolean bigEndian;
  private final boolean bigOffsets;

  private int width = -1;
  private int height = -1;
  private int orientation = 1;
  private @Nullable String make;
  private @Nullable String model;
  private @Nullable LocalDateTime changed;
  private @Nullable LocalDateTime taken;

  private TiffTags(HeadBytes head, long base) throws IOException {
    this.head = head;
    this.base = base;
    this.bigEndian = head.u8(base) == 'M';
    this.bigOffsets = head.u16(base + 2, bigEndian) == 43;
  }

  /// @param base where the block starts; its offsets count from there
  static TiffTags read(HeadBytes head, long base) throws IOException {
    TiffTags tags = new TiffTags(head, base);
    long first =
        tags.bigOffsets ? head.u64(base + 8, tags.bigEndian) : head.u32(base + 4, tags.bigEndian);
    tags.directory(first, true);
    return tags;
  }

  private void directory(long offset, boolean outer) throws IOException {
    long at = base + offset;
    long count = bigOffsets ? head.u64(at, bigEndian) : head.u16(at, bigEndian);
    long entry = at + (bigOffsets ? 8 : 2);
    for (int i = 0; i < Math.min(count, MOST_ENTRIES); i++) {
      int tag = head.u16(entry, bigEndian);
      if (tag == EXIF && outer) {
        nested(number(entry));
      } else {
        take(tag, entry);
      }
      entry += bigOffsets ? 20 : 12;
    }
  }

  private void nested(long offset) {
    try {
      directory(offset, false);
    } catch (IOException broken) {
      // The outer directory stands for itself.
      return;
    }
  }

  private void take(int tag, long entry) throws IOException {
    switch (tag) {
      case WIDTH -> width = size(number(entry));
      case HEIGHT -> height = size(number(entry));
      case ORIENTATION -> {
        long value = number(entry);
        orientation = value >= 1 && value <= 8 ? (int) value : 1;
      }
      case MAKE -> make = text(entry);
      case MODEL -> model = text(entry);
      case DATE_TIME -> changed = date(text(entry));
      case DATE_TAKEN -> taken = date(text(entry));
      default -> {}
    }
  }

  private static int size(long value) {
    return value >= 1 && value <= Integer.MAX_VALUE ? (int) value : -1;
  }

  private long number(long entry) throws IOException {
    long value = entry + (bigOffsets ? 12 : 8);
    return switch (head.u16(entry + 2, bigEndian)) {
      case SHORT -> head.u16(value, bigEndian);
      case LONG -> head.u32(value, bigEndian);
      case LONG8 -> head.u64(value, bigEndian);
      default -> -1;
    };
  }

  private @Nullable String text(long entry) {
    try {
      long length = bigOffsets ? head.u64(entry + 4, bigEndian) : head.u32(entry + 4, bigEndian);
      long field = entry + (bigOffsets ? 12 : 8);
      int inline = bigOffsets ? 8 : 4;
      long at =
          length <= inline
              ? field
              : base + (bigOffsets ? head.u64(field, bigEndian) : head.u32(field, bigEndian));
      String text = head.ascii(at, (int) Math.min(length, LONGEST_TEXT));
      int end = text.indexOf('\0');
      String clean = (end < 0 ? text : text.substring(0, end)).replaceAll("\\p{Cntrl}", "").strip();
      return clean.isEmpty() ? null : clean;
    } catch (IOException outside) {
      return null;
    }
  }

  private static @Nullable LocalDateTime date(@Nullable String text) {
    Matcher matcher = DATE.matcher(text == null ? "" : text);
    if (!matcher.matches()) {
      return null;
    }
    try {
      return LocalDateTime.parse(
          matcher.group(1)
              + '-'
              + matcher.group(2)
              + '-'
              + matcher.group(3)
              + 'T'
              + matcher.group(4));
    } catch (DateTimeParseException noDate) {
      return null;
    }
  }

  /// −1 where the directory does not say.
  int width() {
    return width;
  }

  int height() {
    return height;
  }

  int orientation() {
    return orientation;
  }

  /// When the picture was taken, else when it was last changed.
  @Nullable LocalDateTime taken() {
    return taken != null ? taken : changed;
  }

  /// Maker and model, without saying the maker twice.
  @Nullable String camera() {
    if (make == null || model == null) {
      return make == null ? model : make;
    }
    String maker = make.split(" ", 2)[0];
    return model.regionMatches(true, 0, maker, 0, maker.length()) ? model : make + ' ' + model;
  }
}
