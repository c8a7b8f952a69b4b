package outcrop.analysis.io;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.task.UserFailure;

/// How a text is encoded: by its byte order mark, else UTF-8 where the head is valid, else a guess.
///
/// @param charset of the text
/// @param markBytes length of the byte order mark at the start
/// @param warning what the user should check, null where the encoding is certain
record TextEncoding(Charset charset, int markBytes, @Nullable String warning) {
  static final ReaderOption OPTION =
      ReaderOption.text(
          DelimitedReader.ENCODING,
          List.of(
              "UTF-8",
              "windows-1252",
              "ISO-8859-1",
              "UTF-16LE",
              "UTF-16BE",
              "Shift_JIS",
              "EUC-JP",
              "EUC-KR",
              "GB18030",
              "Big5",
              "windows-1251",
              "KOI8-R",
              "windows-1250",
              "ISO-8859-2",
              "ISO-8859-15"),
          "How letters are written as bytes.");

  private static final Charset WESTERN = Charset.forName("windows-1252");

  /// Marks of wider units first: the mark of UTF-16LE begins that of UTF-32LE.
  private static final List<Charset> MARKED =
      List.of(
          StandardCharsets.UTF_8,
          StandardCharsets.UTF_32LE,
          StandardCharsets.UTF_32BE,
          StandardCharsets.UTF_16LE,
          StandardCharsets.UTF_16BE);

  /// So many valid characters beyond ASCII for one broken byte are no accident.
  private static final int VALID_PER_BROKEN = 10;

  static TextEncoding of(byte[] head) {
    for (Charset marked : MARKED) {
      int mark = markBytes(head, marked);
      if (mark > 0) {
        return new TextEncoding(marked, mark, null);
      }
    }
    Charset unmarked = unmarkedWide(head);
    if (unmarked != null) {
      return new TextEncoding(
          unmarked, 0, "The text has no byte order mark and is read as " + unmarked + ".");
    }
    Utf8Tally tally = Utf8Tally.of(head);
    if (tally.broken() == 0) {
      return new TextEncoding(StandardCharsets.UTF_8, 0, null);
    }
    if (tally.valid() >= VALID_PER_BROKEN * tally.broken()) {
      return new TextEncoding(
          StandardCharsets.UTF_8,
          0,
          "Some bytes are not valid UTF-8, and rows that hold them are refused; set the option"
              + " encoding if the text is in another one.");
    }
    Charset guess = EncodingModel.guess(head, WESTERN);
    return new TextEncoding(
        guess,
        0,
        "The text is not valid UTF-8 and is read as "
            + guess
            + ", the most likely encoding; choose another one if letters look wrong.");
  }

  /// How much of a text is UTF-8.
  ///
  /// @param valid characters beyond ASCII
  /// @param broken places where a character is cut off or begins in the middle
  private record Utf8Tally(int valid, int broken) {
    static Utf8Tally of(byte[] head) {
      CharsetDecoder decoder =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT);
      ByteBuffer bytes = ByteBuffer.wrap(head);
      CharBuffer chars = CharBuffer.allocate(head.length);
      int broken = 0;
      // The head may end inside a character: more input could follow.
      CoderResult result = decoder.decode(bytes, chars, false);
      while (result.isError()) {
        broken++;
        bytes.position(bytes.position() + result.length());
        result = decoder.decode(bytes, chars, false);
      }
      return new Utf8Tally((int) chars.flip().chars().filter(c -> c >= 0x80).count(), broken);
    }
  }

  /// The encoding that the user chose.
  static TextEncoding named(String name, byte[] head, String file) {
    try {
      Charset charset = Charset.forName(name);
      return new TextEncoding(charset, markBytes(head, charset), null);
    } catch (IllegalArgumentException e) {
      throw new UserFailure(
          "\""
              + name
              + "\" is no encoding; choose one such as UTF-8 or windows-1252 for "
              + file
              + ".",
          e);
    }
  }

  private static int markBytes(byte[] head, Charset charset) {
    byte[] mark = "\uFEFF".getBytes(charset);
    boolean unicode = charset.name().startsWith("UTF-");
    return unicode
            && mark.length > 0
            && head.length >= mark.length
            && ByteBuffer.wrap(head, 0, mark.length).equals(ByteBuffer.wrap(mark))
        ? mark.length
        : 0;
  }

  /// Bytes that are zero stand only in wide encodings. In UTF-16 at least line ends, digits and
  /// delimiters have one, always on the same side, and the rest decodes to characters that there
  /// are.
  private static @Nullable Charset unmarkedWide(byte[] head) {
    int[] zeros = new int[2];
    int length = Math.min(head.length & ~1, 1 << 16);
    for (int i = 0; i < length; i++) {
      if (head[i] == 0) {
        zeros[i & 1]++;
      }
    }
    if (length < 4 || zeros[0] + zeros[1] < 2 || zeros[0] > 0 && zeros[1] > 0) {
      return null;
    }
    if (2 * asciiPairs(head, length) > length / 2) {
      return null;
    }
    Charset wide = zeros[1] > 0 ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
    String text = new String(head, 0, length, wide);
    long odd = text.codePoints().filter(c -> !isUsual(c)).count();
    return odd * 100 <= text.length() ? wide : null;
  }

  /// Pairs of bytes that are two letters of a narrow text.
  private static int asciiPairs(byte[] head, int length) {
    int pairs = 0;
    for (int i = 0; i < length; i += 2) {
      pairs += head[i] >= ' ' && head[i + 1] >= ' ' ? 1 : 0;
    }
    return pairs;
  }

  private static boolean isUsual(int character) {
    return switch (Character.getType(character)) {
      case Character.UNASSIGNED, Character.PRIVATE_USE, Character.SURROGATE -> false;
      case Character.CONTROL -> Character.isWhitespace(character);
      default -> character != 0xFFFD;
    };
  }

  /// The text of the head, without the mark and without a character that is cut off.
  String decode(byte[] head) {
    CharBuffer chars = CharBuffer.allocate(head.length + 1);
    charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPLACE)
        .onUnmappableCharacter(CodingErrorAction.REPLACE)
        .decode(ByteBuffer.wrap(head, markBytes, head.length - markBytes), chars, false);
    return chars.flip().toString();
  }
}
