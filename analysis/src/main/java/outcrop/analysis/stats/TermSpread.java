package outcrop.analysis.stats;

import java.util.ArrayList;
import java.util.List;
import outcrop.analysis.column.ColumnUse;
import outcrop.analysis.column.TextColumn;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.index.TermOccurrences;
import outcrop.analysis.index.TextIndex;

/// How evenly the most frequent terms of a text field are spread over its rows.
///
/// @param term the term
/// @param dispersion over the rows that have a text
public record TermSpread(String term, CountDispersion dispersion) {

  /// @param counted the terms of the same field and rows
  /// @param most how many terms, the most frequent first
  public static List<TermSpread> of(
      TextIndex index,
      TextColumn column,
      RowSet rows,
      ClassCounts counted,
      int most,
      ColumnUse use) {
    String field = column.field().name();
    RowSet missing = column.missing();
    RowSet texts = missing == null ? rows : rows.andNot(missing);
    int[] lengths = index.lengths(field, use);
    long[] sizes = new long[texts.cardinality()];
    int document = 0;
    for (int row = texts.next(0); row >= 0; row = texts.next(row + 1)) {
      sizes[document++] = lengths[row];
    }
    List<TermSpread> all = new ArrayList<>();
    for (int rank = 0; rank < Math.min(most, counted.classes()); rank++) {
      use.checkWanted();
      String term = counted.name(rank);
      TermOccurrences found = index.occurrences(field, term, texts);
      long[] counts = new long[sizes.length];
      for (int i = 0; i < found.rows().length; i++) {
        counts[texts.rank(found.rows()[i])] = found.frequencies()[i];
      }
      all.add(new TermSpread(term, CountDispersion.of(counts, sizes)));
    }
    return all;
  }
}
