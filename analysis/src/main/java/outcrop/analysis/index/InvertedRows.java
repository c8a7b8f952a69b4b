package outcrop.analysis.index;

import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.BaseTermsEnum;
import org.apache.lucene.index.ImpactsEnum;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SlowImpactsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefHash;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.TextColumn;
import outcrop.analysis.column.TextPieces;
import outcrop.analysis.task.TaskContext;

/// The words of one field in a run of rows, term by term: what an index writer takes.
///
/// The rows are read once into a list of term numbers; one counting sort by term then gives each
/// term its places in order, without a look-up per word.
final class InvertedRows extends Terms {
  private static final int CHECK_EVERY = 1024;

  private final FieldTerms known;
  private final BytesRefHash others = new BytesRefHash();
  private final TaskContext context;
  // The terms of the rows, one behind the other: a number of `known`, or the complement of one of
  // `others`.
  private int[] words = new int[1 << 12];
  private int used;
  private final int[] rowEnds;

  // After the sort: the places of term t are places[ends[t - 1]] … places[ends[t] - 1], each a
  // document in the upper and a position in the lower half. The terms of `others` that `known` does
  // not have follow behind it, in the order of `extras`.
  private int[] ends = {};
  private long[] places = {};
  private int[] extras = {};

  InvertedRows(
      TextColumn column,
      FieldTerms known,
      int from,
      int to,
      Analyzer analyzer,
      TaskContext context) {
    this.known = known;
    this.context = context;
    this.rowEnds = new int[to - from];
    collect(column, from, to, analyzer);
    sort(numberOthers());
    words = new int[0];
  }

  boolean isEmpty() {
    return places.length == 0;
  }

  private void collect(TextColumn column, int from, int to, Analyzer analyzer) {
    TextPieces walk = column.walk();
    for (int row = from; row < to; row++) {
      walk.start(row);
      while (walk.next()) {
        int piece = walk.number();
        if (piece < 0) {
          FieldTerms.split(
              analyzer, walk.literalBytes().toArray(ValueLayout.JAVA_BYTE), this::addOther);
        } else {
          addKnown(piece);
        }
      }
      rowEnds[row - from] = used;
      if ((row & (CHECK_EVERY - 1)) == 0) {
        context.checkCancelled();
      }
    }
  }

  private void addKnown(int piece) {
    int end = known.start(piece + 1);
    for (int place = known.start(piece); place < end; place++) {
      add(known.number(place));
    }
  }

  private void addOther(BytesRef term) {
    int added = others.add(term);
    add(added < 0 ? added : ~added);
  }

  private void add(int word) {
    if (used == words.length) {
      words = Arrays.copyOf(words, used + (used >> 1));
    }
    words[used++] = word;
  }

  /// The final number of each term of `others`.
  private int[] numberOthers() {
    int count = others.size();
    int[] number = new int[count];
    int[] inOrder = count == 0 ? new int[0] : Arrays.copyOf(others.sort(), count);
    extras = new int[count];
    int extra = 0;
    BytesRef term = new BytesRef();
    for (int id : inOrder) {
      others.get(id, term);
      int found = known.find(term);
      if (found < 0) {
        number[id] = known.size() + extra;
        extras[extra++] = id;
      } else {
        number[id] = found;
      }
    }
    extras = Arrays.copyOf(extras, extra);
    return number;
  }

  private void sort(int[] numberOfOther) {
    int[] next = new int[known.size() + extras.length + 1];
    for (int i = 0; i < used; i++) {
      int word = words[i] >= 0 ? words[i] : numberOfOther[~words[i]];
      words[i] = word;
      next[word + 1]++;
    }
    for (int term = 1; term < next.length; term++) {
      next[term] += next[term - 1];
    }
    places = new long[used];
    int start = 0;
    for (int doc = 0; doc < rowEnds.length; doc++) {
      int end = rowEnds[doc];
      long place = (long) doc << 32;
      for (int i = start; i < end; i++) {
        places[next[words[i]]++] = place++;
      }
      start = end;
    }
    // Each start has moved to where the next term starts.
    ends = next;
  }

  private int start(int term) {
    return term == 0 ? 0 : ends[term - 1];
  }

  @Override
  public TermsEnum iterator() {
    return new Each();
  }

  @Override
  public long size() {
    return -1;
  }

  @Override
  public long getSumTotalTermFreq() {
    return places.length;
  }

  @Override
  public long getSumDocFreq() {
    throw new UnsupportedOperationException();
  }

  @Override
  public int getDocCount() {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean hasFreqs() {
    return true;
  }

  @Override
  public boolean hasOffsets() {
    return false;
  }

  @Override
  public boolean hasPositions() {
    return true;
  }

  @Override
  public boolean hasPayloads() {
    return false;
  }

  /// The terms that occur, in order; two sorted runs are merged.
  private final class Each extends BaseTermsEnum {
    private final BytesRef knownTerm = new BytesRef();
    private final BytesRef extraTerm = new BytesRef();
    private final Places postings = new Places();
    private int nextKnown = -1;
    private int nextExtra = -1;
    private boolean inExtras;
    private boolean started;

    Each() {
      advanceKnown();
      advanceExtra();
    }

    private void advanceKnown() {
      do {
        nextKnown++;
      } while (nextKnown < known.size() && start(nextKnown) == ends[nextKnown]);
      if (nextKnown < known.size()) {
        known.get(nextKnown, knownTerm);
      }
    }

    private void advanceExtra() {
      nextExtra++;
      if (nextExtra < extras.length) {
        others.get(extras[nextExtra], extraTerm);
      }
    }

    @Override
    public @Nullable BytesRef next() {
      if (started) {
        if (inExtras) {
          advanceExtra();
        } else {
          advanceKnown();
        }
      }
      started = true;
      boolean moreKnown = nextKnown < known.size();
      boolean moreExtra = nextExtra < extras.length;
      if (!moreKnown && !moreExtra) {
        return null;
      }
      inExtras = !moreKnown || moreExtra && extraTerm.compareTo(knownTerm) < 0;
      return term();
    }

    @Override
    public BytesRef term() {
      return inExtras ? extraTerm : knownTerm;
    }

    @Override
    public PostingsEnum postings(@Nullable PostingsEnum reuse, int flags) {
      int number = inExtras ? known.size() + nextExtra : nextKnown;
      postings.reset(start(number), ends[number]);
      return postings;
    }

    @Override
    public ImpactsEnum impacts(int flags) {
      return new SlowImpactsEnum(postings(null, flags));
    }

    @Override
    public SeekStatus seekCeil(BytesRef text) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void seekExact(long ord) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long ord() {
      throw new UnsupportedOperationException();
    }

    @Override
    public int docFreq() {
      throw new UnsupportedOperationException();
    }

    @Override
    public long totalTermFreq() {
      throw new UnsupportedOperationException();
    }
  }

  /// The documents of a term and where it stands in each.
  private final class Places extends PostingsEnum {
    private int at;
    private int end;
    private int nextDoc;
    private int freq;
    private int doc;

    void reset(int from, int to) {
      nextDoc = from;
      end = to;
      doc = -1;
    }

    @Override
    public int nextDoc() {
      at = nextDoc;
      if (at == end) {
        doc = NO_MORE_DOCS;
        return doc;
      }
      doc = (int) (places[at] >>> 32);
      int last = at + 1;
      while (last < end && (int) (places[last] >>> 32) == doc) {
        last++;
      }
      nextDoc = last;
      freq = last - at;
      return doc;
    }

    @Override
    public int freq() {
      return freq;
    }

    @Override
    public int nextPosition() {
      return (int) places[at++];
    }

    @Override
    public int docID() {
      return doc;
    }

    @Override
    public int advance(int target) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long cost() {
      return end - at;
    }

    @Override
    public int startOffset() {
      return -1;
    }

    @Override
    public int endOffset() {
      return -1;
    }

    @Override
    public @Nullable BytesRef getPayload() {
      return null;
    }
  }
}
