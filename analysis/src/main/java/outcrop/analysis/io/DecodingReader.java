package outcrop.analysis.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import outcrop.analysis.task.TaskContext;

/// Decodes text and marks every byte sequence that is not in the encoding, instead of replacing it.
///
/// A mark is a low surrogate without its high one, which no decoder produces otherwise: whoever
/// reads the characters finds the row that holds it ([#hasMark]) and refuses that row.
final class DecodingReader extends Reader {
  private static final char MARK = '\uDC80';

  private final InputStream in;
  private final CharsetDecoder decoder;
  private final TaskContext context;
  private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16).flip();
  private boolean ended;
  private boolean flushed;
  private volatile boolean marked;

  DecodingReader(InputStream in, Charset charset, TaskContext context) {
    this.in = in;
    this.context = context;
    this.decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  /// Whether any mark was set so far; only then need cells be searched.
  boolean isMarked() {
    return marked;
  }

  /// Whether these characters hold a mark, or any other half of a surrogate pair.
  static boolean hasMark(char[] chars, int start, int length) {
    int end = start + length;
    for (int i = start; i < end; i++) {
      if (Character.isHighSurrogate(chars[i])
          && i + 1 < end
          && Character.isLowSurrogate(chars[i + 1])) {
        i++;
      } else if (Character.isSurrogate(chars[i])) {
        return true;
      }
    }
    return false;
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    context.checkCancelled();
    CharBuffer chars = CharBuffer.wrap(target, offset, length);
    while (chars.position() == offset) {
      if (flushed || length == 0) {
        return length == 0 ? 0 : -1;
      }
      decode(chars);
    }
    return chars.position() - offset;
  }

  private void decode(CharBuffer chars) throws IOException {
    if (!ended && bytes.remaining() < 8) {
      refill();
    }
    CoderResult result = decoder.decode(bytes, chars, ended);
    if (result.isError()) {
      if (chars.hasRemaining()) {
        bytes.position(bytes.position() + result.length());
        chars.put(MARK);
        marked = true;
      }
    } else if (result.isUnderflow() && ended) {
      flushed = decoder.flush(chars).isUnderflow();
    } else if (result.isUnderflow()) {
      refill();
    }
  }

  private void refill() throws IOException {
    bytes.compact();
    int got = in.read(bytes.array(), bytes.position(), bytes.remaining());
    if (got < 0) {
      ended = true;
    } else {
      bytes.position(bytes.position() + got);
    }
    bytes.flip();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
