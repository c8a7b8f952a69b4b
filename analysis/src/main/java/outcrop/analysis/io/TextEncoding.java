package outcrop.analysis.io;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
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

  static TextEncoding of(byte[] head) {
    int mark = markBytes(head, StandardCharsets.UTF_8);
    if (mark > 0) {
      return new TextEncoding(StandardCharsets.UTF_8, mark, null);
    }
    for (Charset wide : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      if (markBytes(head, wide) > 0) {
        return new TextEncoding(wide, 2, null);
      }
    }
    Charset unmarked = unmarkedWide(head);
    if (unmarked != null) {
      return new TextEncoding(
          unmarked, 0, "The text has no byte order mark and is read as " + unmarked + ".");
    }
    if (isUtf8(head)) {
      return new TextEncoding(StandardCharsets.UTF_8, 0, null);
    }
    return new TextEncoding(
        WESTERN,
        0,
        "The text is not valid UTF-8 and is read as windows-1252 (Latin-1); choose another encoding"
            + " if letters look wrong.");
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

  /// UTF-16 of mostly Western text has a zero in every other byte.
  private static @Nullable Charset unmarkedWide(byte[] head) {
    int[] zeros = new int[2];
    int length = Math.min(head.length & ~1, 4096);
    for (int i = 0; i < length; i++) {
      if (head[i] == 0) {
        zeros[i & 1]++;
      }
    }
    int half = length / 2;
    if (half < 2) {
      return null;
    }
    if (zeros[1] > half * 0.7 && zeros[0] == 0) {
      return StandardCharsets.UTF_16LE;
    }
    return zeros[0] > half * 0.7 && zeros[1] == 0 ? StandardCharsets.UTF_16BE : null;
  }

  private static boolean isUtf8(byte[] head) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer chars = CharBuffer.allocate(head.length);
    // The head may end inside a character: more input could follow.
    return !decoder.decode(ByteBuffer.wrap(head), chars, false).isError();
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
