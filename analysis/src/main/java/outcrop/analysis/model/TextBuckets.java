package outcrop.analysis.model;

import com.dynatrace.hash4j.hashing.Hasher32;
import com.dynatrace.hash4j.hashing.Hashing;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/// What of a text becomes numbers: its words and its character 4-grams, each hashed to a bucket.
///
/// A text is normalised (NFKC), lower-cased and every digit becomes 0, so that numbers do not stand
/// for subjects. A word is a run of letters, marks and digits of at least two characters. The
/// 4-grams lie within what stands between blanks, with one blank put at each end; where that is
/// shorter, it is one gram as it is. Words have the lower half of the buckets, grams the upper.
///
/// For one thread.
final class TextBuckets {
  /// Buckets of one family.
  static final int FAMILY = 1 << 16;

  /// Buckets of both families.
  static final int ALL = 2 * FAMILY;

  private static final int GRAM = 4;
  private static final int SHORTEST_WORD = 2;
  private static final Hasher32 HASHER = Hashing.murmur3_32();

  private final boolean withoutStopWords;
  private int[] buckets = new int[64];
  private int size;
  private int words;
  private int stopWords;

  /// @param withoutStopWords whether English stop words are no words; their grams stay
  TextBuckets(boolean withoutStopWords) {
    this.withoutStopWords = withoutStopWords;
  }

  /// Takes a text apart; what was there before is forgotten.
  void split(String text) {
    size = 0;
    words = 0;
    stopWords = 0;
    int[] points = normalised(text).codePoints().toArray();
    int start = 0;
    for (int at = 0; at <= points.length; at++) {
      if (at == points.length || isBlank(points[at])) {
        if (at > start) {
          words(points, start, at);
          grams(points, start, at);
        }
        start = at + 1;
      }
    }
  }

  /// How many buckets the text has, repetitions among them.
  int size() {
    return size;
  }

  int bucket(int place) {
    return buckets[place];
  }

  /// The buckets of the text.
  int[] toArray() {
    return Arrays.copyOf(buckets, size);
  }

  /// Words of the text, stop words among them.
  int words() {
    return words;
  }

  int stopWords() {
    return stopWords;
  }

  static String normalised(String text) {
    String plain = isAscii(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKC);
    return plain.toLowerCase(Locale.ROOT);
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0x7F) {
        return false;
      }
    }
    return true;
  }

  private static boolean isBlank(int point) {
    return Character.isWhitespace(point) || Character.isSpaceChar(point);
  }

  private static boolean isOfWord(int point) {
    int type = Character.getType(point);
    return Character.isLetterOrDigit(point)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.LETTER_NUMBER
        || type == Character.OTHER_NUMBER;
  }

  private void words(int[] points, int from, int to) {
    int start = from;
    for (int at = from; at <= to; at++) {
      if (at < to && isOfWord(points[at])) {
        points[at] = Character.isDigit(points[at]) ? '0' : points[at];
      } else {
        if (at - start >= SHORTEST_WORD) {
          word(new String(points, start, at - start));
        }
        start = at + 1;
      }
    }
  }

  private void word(String word) {
    words++;
    if (StopWords.isEnglish(word)) {
      stopWords++;
      if (withoutStopWords) {
        return;
      }
    }
    add(bucket(word));
  }

  /// Digits have been masked by [#words].
  private void grams(int[] points, int from, int to) {
    int[] padded = new int[to - from + 2];
    padded[0] = ' ';
    System.arraycopy(points, from, padded, 1, to - from);
    padded[padded.length - 1] = ' ';
    int length = Math.min(GRAM, padded.length);
    for (int at = 0; at + length <= padded.length; at++) {
      add(FAMILY + bucket(new String(padded, at, length)));
    }
  }

  private static int bucket(String feature) {
    byte[] utf8 = feature.getBytes(StandardCharsets.UTF_8);
    return HASHER.hashBytesToInt(utf8) & FAMILY - 1;
  }

  private void add(int bucket) {
    if (size == buckets.length) {
      buckets = Arrays.copyOf(buckets, size * 2);
    }
    buckets[size++] = bucket;
  }
}
