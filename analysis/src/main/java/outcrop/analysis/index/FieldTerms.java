package outcrop.analysis.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefHash;
import outcrop.analysis.column.Dictionary;
import outcrop.analysis.task.TaskContext;

/// The terms of a field that come from the pieces in its dictionary: each piece is split into words
/// once, however often it occurs. Terms are numbered in the order of their bytes. Safe for several
/// threads.
final class FieldTerms {
  private final BytesRefHash terms = new BytesRefHash();
  private final int[] sorted;
  // The terms of piece p are numbers[starts[p]] … numbers[starts[p + 1] - 1].
  private final int[] starts;
  private int[] numbers;
  private int used;

  FieldTerms(Dictionary pieces, Analyzer words, TaskContext context) {
    starts = new int[pieces.size() + 1];
    numbers = new int[pieces.size() + 16];
    BytesRef term = new BytesRef();
    for (int piece = 0; piece < pieces.size(); piece++) {
      byte[] utf8 = pieces.utf8(piece);
      if (isOneWord(utf8)) {
        term.bytes = utf8;
        term.length = utf8.length;
        add(term);
      } else {
        split(words, utf8, this::add);
      }
      starts[piece + 1] = used;
      if ((piece & 0xFFF) == 0) {
        context.checkCancelled();
      }
    }
    int size = terms.size();
    sorted = Arrays.copyOf(terms.sort(), size);
    int[] rank = new int[size];
    for (int i = 0; i < size; i++) {
      rank[sorted[i]] = i;
    }
    for (int i = 0; i < used; i++) {
      numbers[i] = rank[numbers[i]];
    }
  }

  private void add(BytesRef term) {
    if (used == numbers.length) {
      numbers = Arrays.copyOf(numbers, used * 2);
    }
    int added = terms.add(term);
    numbers[used++] = added < 0 ? -added - 1 : added;
  }

  /// Lower-case letters and digits of ASCII are one word and stay as they are.
  private static boolean isOneWord(byte[] utf8) {
    for (byte b : utf8) {
      if (!(b >= 'a' && b <= 'z' || b >= '0' && b <= '9')) {
        return false;
      }
    }
    return utf8.length > 0;
  }

  /// Gives the terms of a text to `term`, which must not keep the reference.
  static void split(Analyzer words, byte[] utf8, Consumer<BytesRef> term) {
    String text = new String(utf8, StandardCharsets.UTF_8);
    try (TokenStream stream = words.tokenStream("", text)) {
      TermToBytesRefAttribute bytes = stream.getAttribute(TermToBytesRefAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        term.accept(bytes.getBytesRef());
      }
      stream.end();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  int size() {
    return sorted.length;
  }

  /// Where the terms of a piece start in [#number].
  int start(int piece) {
    return starts[piece];
  }

  int number(int place) {
    return numbers[place];
  }

  /// Sets `target` to the bytes of a term.
  void get(int number, BytesRef target) {
    terms.get(sorted[number], target);
  }

  /// The number of a term, or −1.
  int find(BytesRef term) {
    BytesRef scratch = new BytesRef();
    int low = 0;
    int high = sorted.length - 1;
    while (low <= high) {
      int middle = low + high >>> 1;
      get(middle, scratch);
      int order = scratch.compareTo(term);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }
}
