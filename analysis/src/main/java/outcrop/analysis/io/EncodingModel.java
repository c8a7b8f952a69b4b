package outcrop.analysis.io;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;
import java.util.List;

/// How likely texts of one family of languages are, to tell the older encodings apart.
///
/// Every candidate encoding decodes the same bytes; the one under whose model they are most likely
/// wins. A model is a mixture of classes of characters (hiragana, the most frequent ideographs,
/// small letters…), each with a share of the characters beyond ASCII, spread evenly over the class
/// or by the frequency of letters. Two neighbours say more than one: accented letters stand alone
/// among ASCII letters, Cyrillic letters and ideographs stand together.
final class EncodingModel {
  /// Every ASCII character costs the same, so that bytes that a wrong decoding swallows count.
  private static final double ASCII = Math.log(1 / 30.0);

  private static final double UNLIKELY_NEIGHBOURS = Math.log(0.03);

  /// A word or more must speak against a Western text before it counts as another one.
  private static final double RARE = Math.log(1e-4);

  private static final double ERROR = Math.log(1e-9);
  private static final double UNKNOWN = 1e-8;
  private static final int MOST_BYTES = 1 << 16;
  private static final int ERRORS_PER_CHARACTER = 50;

  private final List<String> charsets;
  private final boolean lettersStandAlone;
  private final double prior;
  private final float[] logs = new float[1 << 16];

  /// @param charsets from the narrowest to the widest
  /// @param lettersStandAlone whether letters beyond ASCII are few among ASCII letters
  EncodingModel(List<String> charsets, boolean lettersStandAlone) {
    this.charsets = charsets;
    this.lettersStandAlone = lettersStandAlone;
    this.prior = lettersStandAlone ? 0 : RARE;
    Arrays.fill(logs, (float) Math.log(UNKNOWN));
  }

  /// Gives a class of characters its share. A later class takes characters out of earlier ones.
  EncodingModel with(double share, String characters) {
    float log = (float) Math.log(share / characters.length());
    characters.chars().forEach(c -> logs[c] = log);
    return this;
  }

  /// Gives letters shares that fall with their rank, as frequencies of letters do.
  ///
  /// @param letters the most frequent first
  EncodingModel ranked(double share, String letters) {
    double sum = 0;
    for (int rank = 0; rank < letters.length(); rank++) {
      sum += weight(rank);
    }
    for (int rank = 0; rank < letters.length(); rank++) {
      logs[letters.charAt(rank)] = (float) Math.log(share * weight(rank) / sum);
    }
    return this;
  }

  private static double weight(int rank) {
    return Math.exp(-rank / 8.0);
  }

  /// The most likely of the older encodings, the usual one where all others are impossible.
  ///
  /// @param bytes the head of a text that holds bytes beyond ASCII
  static Charset guess(byte[] bytes, Charset usual) {
    byte[] part = interesting(bytes);
    Charset best = usual;
    double highest = Double.NEGATIVE_INFINITY;
    for (EncodingModel model : EncodingModels.ALL) {
      for (String name : model.charsets) {
        // The larger charsets are a module of the JDK that may be left out.
        if (Charset.isSupported(name)) {
          Charset charset = Charset.forName(name);
          double likelihood = model.prior + model.logLikelihood(part, charset);
          if (likelihood > highest) {
            highest = likelihood;
            best = charset;
          }
        }
      }
    }
    return best;
  }

  /// A stretch that begins with the line of the first byte beyond ASCII.
  private static byte[] interesting(byte[] bytes) {
    int first = 0;
    while (first < bytes.length && bytes[first] >= 0) {
      first++;
    }
    while (first > 0 && bytes[first - 1] != '\n') {
      first--;
    }
    return Arrays.copyOfRange(bytes, first, Math.min(bytes.length, first + MOST_BYTES));
  }

  private double logLikelihood(byte[] bytes, Charset charset) {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    int errors = 0;
    CoderResult result = decoder.decode(in, out, false);
    while (result.isError()) {
      errors++;
      in.position(in.position() + Math.max(1, Math.min(result.length(), in.remaining())));
      result = decoder.decode(in, out, false);
    }
    String text = out.flip().toString();
    long beyond = text.chars().filter(c -> c >= 0x80).count();
    return errors * ERRORS_PER_CHARACTER > beyond
        ? Double.NEGATIVE_INFINITY
        : errors * ERROR + logLikelihood(text);
  }

  private double logLikelihood(String text) {
    double sum = 0;
    char previous = ' ';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      sum += c < 0x80 ? ASCII : logs[c];
      if (Character.isLetter(c) && Character.isLetter(previous)) {
        boolean together = c >= 0x80 && previous >= 0x80;
        boolean mixed = (c >= 0x80) != (previous >= 0x80);
        sum += (lettersStandAlone ? together : mixed) ? UNLIKELY_NEIGHBOURS : 0;
      }
      previous = c;
    }
    return sum;
  }
}
