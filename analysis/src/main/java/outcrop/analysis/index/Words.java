package outcrop.analysis.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/// Splits text into the words that are searched: by the Unicode rules for word boundaries (UAX 29),
/// lower-cased, without a list of words to leave out. The index, queries and highlights all use it.
final class Words {
  private static final Analyzer ANALYZER = analyzer(words -> words);

  private Words() {}

  /// For the index writer; safe for several threads.
  ///
  /// @param last a filter put behind all others
  static Analyzer analyzer(UnaryOperator<TokenStream> last) {
    return new Analyzer() {
      @Override
      protected TokenStreamComponents createComponents(String field) {
        StandardTokenizer words = new StandardTokenizer();
        return new TokenStreamComponents(words, last.apply(new LowerCaseFilter(words)));
      }
    };
  }

  /// A word and where it stands.
  ///
  /// @param position counted in words
  /// @param start first character, end one past the last
  record Word(String text, int position, int start, int end) {}

  static List<Word> of(String text) {
    List<Word> words = new ArrayList<>();
    try (TokenStream stream = ANALYZER.tokenStream("", text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
      PositionIncrementAttribute step = stream.addAttribute(PositionIncrementAttribute.class);
      stream.reset();
      int position = -1;
      while (stream.incrementToken()) {
        position += step.getPositionIncrement();
        words.add(new Word(term.toString(), position, offset.startOffset(), offset.endOffset()));
      }
      stream.end();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return words;
  }

  /// Lower case, letter by letter, as words have it.
  static String fold(String text) {
    boolean lower = text.codePoints().allMatch(c -> Character.toLowerCase(c) == c);
    return lower
        ? text
        : text.codePoints()
            .map(Character::toLowerCase)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
  }
}
