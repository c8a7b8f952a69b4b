package outcrop.analysis.model;

import java.nio.charset.StandardCharsets;
import java.util.List;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.TextColumn;
import outcrop.analysis.column.TextPieces;
import outcrop.analysis.dataset.RowSet;

/// The buckets of the texts of rows, of one field or of several joined by line ends. Of a row, what
/// begins within its first 20,000 characters counts.
///
/// Most of a text column are pieces that occur in many rows; each of them is taken apart once.
final class RowBuckets {
  /// Characters of a row that count.
  static final int LONGEST = 20_000;

  private final List<Column> columns;
  private final List<PieceBuckets> pieces;
  private final boolean withoutStopWords;

  private RowBuckets(List<Column> columns, List<PieceBuckets> pieces, boolean withoutStopWords) {
    this.columns = columns;
    this.pieces = pieces;
    this.withoutStopWords = withoutStopWords;
  }

  static RowBuckets of(List<Column> columns, boolean withoutStopWords, ModelInput input) {
    List<PieceBuckets> pieces =
        columns.stream()
            .map(
                column ->
                    column instanceof TextColumn text
                        ? PieceBuckets.of(text.pieces(), withoutStopWords, input)
                        : PieceBuckets.NONE)
            .toList();
    return new RowBuckets(columns, pieces, withoutStopWords);
  }

  /// The rows that have a text in any of the fields.
  static RowSet present(List<Column> columns) {
    RowSet present = RowSet.none(columns.getFirst().rowCount());
    for (Column column : columns) {
      RowSet missing = column.missing();
      present = missing == null ? RowSet.all(column.rowCount()) : present.or(missing.not());
    }
    return present;
  }

  /// Counts the buckets of rows, for one thread.
  Counter counter() {
    return new Counter();
  }

  final class Counter {
    private final TextBuckets splitter = new TextBuckets(withoutStopWords);
    private final List<TextPieces> walks =
        columns.stream().map(c -> c instanceof TextColumn text ? text.walk() : null).toList();
    private int left;

    /// Adds the buckets of a row to counts.
    void count(int row, BucketCounts counts) {
      left = LONGEST;
      for (int i = 0; i < columns.size() && left > 0; i++) {
        Column column = columns.get(i);
        if (column.isMissing(row)) {
          continue;
        }
        if (column instanceof TextColumn) {
          walk(walks.get(i), pieces.get(i), row, counts);
        } else {
          String text = column.textAt(row);
          split(text == null ? "" : text, counts);
        }
      }
    }

    private void walk(TextPieces walk, PieceBuckets known, int row, BucketCounts counts) {
      walk.start(row);
      while (left > 0 && walk.next()) {
        int piece = walk.number();
        if (piece < 0) {
          byte[] utf8 = walk.literalBytes().toArray(java.lang.foreign.ValueLayout.JAVA_BYTE);
          split(new String(utf8, StandardCharsets.UTF_8), counts);
        } else {
          known.addTo(counts, piece);
          left -= known.characters(piece) + 1;
        }
      }
    }

    private void split(String text, BucketCounts counts) {
      String head = text.length() > left ? text.substring(0, left) : text;
      left -= head.length() + 1;
      splitter.split(head);
      for (int i = 0; i < splitter.size(); i++) {
        counts.add(splitter.bucket(i));
      }
    }
  }
}
