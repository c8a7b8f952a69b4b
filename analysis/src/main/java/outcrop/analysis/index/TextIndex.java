package outcrop.analysis.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.AutomatonQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TermRangeQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.ColumnUse;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.index.Words.Word;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;
import outcrop.analysis.task.UserFailure;

/// The words of all text fields, and which rows have them.
///
/// Document number = row ordinal: the index has one segment per run of rows, and the segments are
/// read one behind the other. No text is stored. Safe for several threads.
public final class TextIndex implements AutoCloseable {
  private static final int TERMS_LOOKED_AT = 200_000;

  private final IndexReader reader;
  private final IndexSearcher searcher;
  private final IndexMarker marker;

  private TextIndex(IndexReader reader, IndexMarker marker) {
    this.reader = reader;
    this.marker = marker;
    this.searcher = new IndexSearcher(reader);
    searcher.setQueryCache(null);
  }

  /// A completion of what the user types.
  ///
  /// @param rows how many rows have the term
  public record Suggestion(String term, int rows) {}

  /// Indexes the text fields into a directory, which appears whole or not at all, and opens the
  /// index.
  ///
  /// @throws java.util.concurrent.CancellationException when the context was cancelled; nothing is
  ///   left behind
  /// @throws UserFailure when the directory cannot be written
  public static TextIndex build(
      ColumnStore columns, Path directory, TaskRunner runner, TaskContext context) {
    new TextIndexBuilder(columns, directory, runner, context).build();
    return open(directory);
  }

  /// Whether the directory holds a complete index of this version.
  public static boolean isBuilt(Path directory) {
    return IndexMarker.read(directory).isPresent();
  }

  /// Opens an index, memory-mapped.
  ///
  /// @throws UserFailure when there is no complete index of this version
  public static TextIndex open(Path directory) {
    IndexMarker marker =
        IndexMarker.read(directory)
            .orElseThrow(
                () ->
                    new UserFailure(
                        "There is no complete text index in "
                            + directory
                            + "; delete the directory and let it be built again."));
    IndexReader reader = null;
    try {
      reader = DirectoryReader.open(new MMapDirectory(directory));
      if (reader.maxDoc() != marker.rows() || reader.hasDeletions()) {
        throw new IOException(reader.maxDoc() + " documents for " + marker.rows() + " rows");
      }
      return new TextIndex(reader, marker);
    } catch (IOException failure) {
      if (reader != null) {
        close(reader);
      }
      throw new UserFailure(
          "The text index in "
              + directory
              + " is damaged; delete the directory to have it built again.",
          failure);
    }
  }

  private static void close(IndexReader reader) {
    try {
      reader.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  public int rowCount() {
    return marker.rows();
  }

  /// The fields that can be searched.
  public List<String> fields() {
    return marker.fields();
  }

  /// The rows whose text passes a test.
  public RowSet search(String field, ValueTest test) {
    long[] bits = new long[RowSet.wordCount(rowCount())];
    try {
      Query query = searcher.rewrite(new ConstantScoreQuery(query(field, test)));
      Weight weight = searcher.createWeight(query, ScoreMode.COMPLETE_NO_SCORES, 1);
      for (LeafReaderContext leaf : reader.leaves()) {
        Scorer scorer = weight.scorer(leaf);
        if (scorer != null) {
          DocIdSetIterator rows = scorer.iterator();
          for (int doc = rows.nextDoc();
              doc != DocIdSetIterator.NO_MORE_DOCS;
              doc = rows.nextDoc()) {
            int row = leaf.docBase + doc;
            bits[row >>> 6] |= 1L << row;
          }
        }
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return RowSet.ofWords(bits, rowCount());
  }

  private static Query query(String field, ValueTest test) {
    return switch (test) {
      case ValueTest.Term(var text) -> words(field, text, 0);
      case ValueTest.Phrase(var text, int slop) -> words(field, text, slop);
      case ValueTest.Range(var lo, var hi, boolean loInclusive, boolean hiInclusive) ->
          new TermRangeQuery(
              field,
              lo == null ? null : new BytesRef(Words.fold(lo)),
              hi == null ? null : new BytesRef(Words.fold(hi)),
              loInclusive,
              hiInclusive);
      case ValueTest.Wildcard _, ValueTest.Fuzzy _, ValueTest.Regex _ ->
          new AutomatonQuery(new Term(field, ""), Patterns.automaton(test, true));
    };
  }

  private static Query words(String field, String text, int slop) {
    List<Word> words = Words.of(text);
    if (words.isEmpty()) {
      return MatchNoDocsQuery.INSTANCE;
    }
    if (words.size() == 1) {
      return new TermQuery(new Term(field, words.getFirst().text()));
    }
    PhraseQuery.Builder phrase = new PhraseQuery.Builder().setSlop(slop);
    words.forEach(word -> phrase.add(new Term(field, word.text()), word.position()));
    return phrase.build();
  }

  /// The terms of a field that start with what was typed, those of most rows first, ties by name.
  public List<Suggestion> suggest(String field, String prefix, int limit) {
    BytesRef start = new BytesRef(Words.fold(prefix));
    Comparator<Suggestion> worstFirst =
        Comparator.comparingInt(Suggestion::rows)
            .thenComparing(Suggestion::term, Comparator.reverseOrder());
    PriorityQueue<Suggestion> best = new PriorityQueue<>(worstFirst);
    try {
      Terms terms = MultiTerms.getTerms(reader, field);
      if (terms == null) {
        return List.of();
      }
      TermsEnum each = terms.iterator();
      if (each.seekCeil(start) == TermsEnum.SeekStatus.END) {
        return List.of();
      }
      for (int looked = 0; looked < TERMS_LOOKED_AT; looked++) {
        BytesRef term = each.term();
        if (!StringHelper.startsWith(term, start)) {
          break;
        }
        best.add(new Suggestion(term.utf8ToString(), each.docFreq()));
        if (best.size() > limit) {
          best.poll();
        }
        if (each.next() == null) {
          break;
        }
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return best.stream().sorted(worstFirst.reversed()).toList();
  }

  /// The terms of a field in some rows and how often each occurs in them.
  ///
  /// @param use the right to read the dataset, which ends the counting when it is closed
  public TermCounts terms(String field, RowSet rows, ColumnUse use) {
    try {
      TermsEnum each = termsOf(field);
      return each == null ? TermCounter.NOTHING : new TermCounter(rows, use).count(each);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /// The rows of a set that have a term.
  ///
  /// @param term as [TermCounts] names it
  public TermOccurrences occurrences(String field, String term, RowSet rows) {
    try {
      TermsEnum each = termsOf(field);
      return each != null && each.seekExact(new BytesRef(term))
          ? TermCounter.occurrences(each.postings(null, PostingsEnum.FREQS), rows)
          : new TermOccurrences(new int[0], new int[0]);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /// How many terms each row has in a field, repeated ones included; reads the whole field once.
  public int[] lengths(String field, ColumnUse use) {
    int[] lengths = new int[rowCount()];
    try {
      TermsEnum each = termsOf(field);
      if (each != null) {
        TermCounter.addLengths(each, lengths, use);
      }
      return lengths;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private @Nullable TermsEnum termsOf(String field) throws IOException {
    Terms terms = MultiTerms.getTerms(reader, field);
    return terms == null ? null : terms.iterator();
  }

  @Override
  public void close() {
    close(reader);
  }
}
