package outcrop.analysis.query;

import outcrop.analysis.dataset.RowSet;

/// Rows of a filter in the order of a sort.
///
/// The filter is kept as a bitmap over places in the full order, so a place is found by counting
/// bits: constant time anywhere, an eighth of a byte per row of the dataset.
///
/// @param rowOfPlace all rows in order
/// @param placeOfRow the inverse
/// @param places the places whose rows the filter keeps
record SortedRows(int[] rowOfPlace, int[] placeOfRow, RowSet places) implements RowOrder {
  static SortedRows of(int[] rowOfPlace, int[] placeOfRow, RowSet rows) {
    if (rows.isAll()) {
      return new SortedRows(rowOfPlace, placeOfRow, rows);
    }
    long[] words = new long[RowSet.wordCount(rows.rowCount())];
    for (int w = 0; w < words.length; w++) {
      for (long rest = rows.word(w); rest != 0; rest &= rest - 1) {
        int place = placeOfRow[(w << 6) + Long.numberOfTrailingZeros(rest)];
        words[place >>> 6] |= 1L << place;
      }
    }
    return new SortedRows(rowOfPlace, placeOfRow, RowSet.ofWords(words, rows.rowCount()));
  }

  static int[] inverse(int[] rowOfPlace) {
    int[] result = new int[rowOfPlace.length];
    for (int place = 0; place < result.length; place++) {
      result[rowOfPlace[place]] = place;
    }
    return result;
  }

  @Override
  public int size() {
    return places.cardinality();
  }

  @Override
  public int rowAt(int position) {
    return rowOfPlace[places.isAll() ? position : places.select(position)];
  }

  @Override
  public int positionOf(int row) {
    int place = placeOfRow[row];
    return places.contains(place) ? places.rank(place) : -1;
  }

  @Override
  public RowSet stretch(int first, int last, int rowCount) {
    long[] words = new long[RowSet.wordCount(rowCount)];
    int end = places.select(last);
    for (int place = places.select(first); place >= 0 && place <= end; ) {
      int row = rowOfPlace[place];
      words[row >>> 6] |= 1L << row;
      place = places.next(place + 1);
    }
    return RowSet.ofWords(words, rowCount);
  }
}
