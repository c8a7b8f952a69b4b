package outcrop.analysis.index;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import outcrop.analysis.column.ColumnUse;
import outcrop.analysis.dataset.RowSet;

/// Goes through the terms of a field and counts how often each occurs in some rows.
final class TermCounter {
  static final TermCounts NOTHING = new TermCounts(new byte[0], new long[1], new long[0]);

  private static final int TERMS_PER_CHECK = 1 << 8;

  private final RowSet rows;
  private final ColumnUse use;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private long[] starts = new long[1 << 10];
  private long[] occurrences = new long[1 << 10];
  private int size;

  TermCounter(RowSet rows, ColumnUse use) {
    this.rows = rows;
    this.use = use;
  }

  TermCounts count(TermsEnum each) throws IOException {
    PostingsEnum postings = null;
    int looked = 0;
    for (BytesRef term = each.next(); term != null; term = each.next()) {
      if (looked++ % TERMS_PER_CHECK == 0) {
        use.checkWanted();
      }
      long count = 0;
      if (rows.isAll()) {
        count = each.totalTermFreq();
      } else {
        postings = each.postings(postings, PostingsEnum.FREQS);
        for (int row = postings.nextDoc();
            row != PostingsEnum.NO_MORE_DOCS;
            row = postings.nextDoc()) {
          count += rows.contains(row) ? postings.freq() : 0;
        }
      }
      if (count > 0) {
        add(term, count);
      }
    }
    starts[size] = bytes.size();
    return new TermCounts(
        bytes.toByteArray(), Arrays.copyOf(starts, size + 1), Arrays.copyOf(occurrences, size));
  }

  private void add(BytesRef term, long count) {
    if (size + 1 == starts.length) {
      starts = Arrays.copyOf(starts, 2 * starts.length);
      occurrences = Arrays.copyOf(occurrences, starts.length);
    }
    starts[size] = bytes.size();
    occurrences[size++] = count;
    bytes.write(term.bytes, term.offset, term.length);
  }

  static TermOccurrences occurrences(PostingsEnum postings, RowSet rows) throws IOException {
    int[] found = new int[16];
    int[] frequencies = new int[16];
    int size = 0;
    for (int row = postings.nextDoc(); row != PostingsEnum.NO_MORE_DOCS; row = postings.nextDoc()) {
      if (rows.contains(row)) {
        if (size == found.length) {
          found = Arrays.copyOf(found, 2 * size);
          frequencies = Arrays.copyOf(frequencies, 2 * size);
        }
        found[size] = row;
        frequencies[size++] = postings.freq();
      }
    }
    return new TermOccurrences(Arrays.copyOf(found, size), Arrays.copyOf(frequencies, size));
  }

  static void addLengths(TermsEnum each, int[] lengths, ColumnUse use) throws IOException {
    PostingsEnum postings = null;
    int looked = 0;
    for (BytesRef term = each.next(); term != null; term = each.next()) {
      if (looked++ % TERMS_PER_CHECK == 0) {
        use.checkWanted();
      }
      postings = each.postings(postings, PostingsEnum.FREQS);
      for (int row = postings.nextDoc();
          row != PostingsEnum.NO_MORE_DOCS;
          row = postings.nextDoc()) {
        lengths[row] += postings.freq();
      }
    }
  }
}
