package outcrop.analysis.overview;

import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.ColumnProfile;
import outcrop.analysis.column.TextColumn;
import outcrop.analysis.dataset.RowKey;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.overview.FieldWarning.Kind;
import outcrop.analysis.selection.Predicate;

/// Looks at the texts of a field, in one pass beside its profile.
final class TextChecks {
  /// So many rows can be named one by one.
  private static final int MOST_KEYS = 1_000;

  private static final Hasher64 HASHER = Hashing.xxh3_64();

  private TextChecks() {}

  /// @param key the name of a row
  static List<FieldWarning> of(
      TextColumn column, RowSet rows, ColumnProfile profile, IntFunction<RowKey> key) {
    long present = profile.rows() - profile.missing();
    boolean repeats = profile.distinct() < present;
    long[] hashes = new long[repeats ? rows.cardinality() : 0];
    int[] rowOf = new int[hashes.length];
    List<Integer> blank = new ArrayList<>();
    long blanks = 0;
    int count = 0;
    for (int row = rows.next(0); row >= 0; row = rows.next(row + 1)) {
      if (column.isMissing(row)) {
        continue;
      }
      byte[] text = column.utf8(row);
      if (text.length > 0 && (isBlank(text[0]) || isBlank(text[text.length - 1]))) {
        blanks++;
        if (blanks <= MOST_KEYS) {
          blank.add(row);
        }
      }
      if (repeats) {
        rowOf[count] = row;
        hashes[count++] = HASHER.hashBytesToLong(text);
      }
    }
    List<FieldWarning> found = new ArrayList<>();
    if (blanks > 0) {
      found.add(
          FieldWarning.of(Kind.BLANKS, blanks, present)
              .withRows(blanks > MOST_KEYS ? null : keys(blank, key)));
    }
    if (repeats) {
      found.add(
          FieldWarning.of(Kind.REPEATS, present - profile.distinct(), present)
              .withRows(keys(repeated(hashes, rowOf, count), key)));
    }
    return found;
  }

  private static boolean isBlank(byte b) {
    return b >= 0 && b <= ' ';
  }

  /// Every row whose text another row has too; the rows of one text stand together in no order.
  private static List<Integer> repeated(long[] hashes, int[] rowOf, int count) {
    long[] sorted = Arrays.copyOf(hashes, count);
    Arrays.parallelSort(sorted);
    List<Integer> rows = new ArrayList<>();
    for (int i = 0; i < count && rows.size() <= MOST_KEYS; i++) {
      int at = Arrays.binarySearch(sorted, hashes[i]);
      boolean again =
          at > 0 && sorted[at - 1] == hashes[i] || at + 1 < count && sorted[at + 1] == hashes[i];
      if (again) {
        rows.add(rowOf[i]);
      }
    }
    return rows;
  }

  private static @Nullable Predicate keys(List<Integer> rows, IntFunction<RowKey> key) {
    return rows.isEmpty() || rows.size() > MOST_KEYS
        ? null
        : new Predicate.Keys(rows.stream().map(key::apply).toList());
  }
}
