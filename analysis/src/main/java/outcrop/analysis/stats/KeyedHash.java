package outcrop.analysis.stats;

import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;
import java.nio.charset.StandardCharsets;
import outcrop.analysis.dataset.RowKey;

/// One number per row that decides every choice of rows: the same row and seed give the same number
/// in any order of rows, on any machine, and after a new import.
///
/// XXH3 (64 bits) of the UTF-8 of the key, seeded.
public final class KeyedHash {
  private final Hasher64 hasher;

  public KeyedHash(long seed) {
    this.hasher = Hashing.xxh3_64(seed);
  }

  public long of(RowKey key) {
    return of(key.text());
  }

  /// The number of a text, such as a value that a row has.
  public long of(String text) {
    return hasher.hashBytesToLong(text.getBytes(StandardCharsets.UTF_8));
  }

  /// The number of a row together with one of its values.
  ///
  /// @param row number of the row
  /// @param value number of the value
  public long of(long row, long value) {
    return hasher.hashLongLongToLong(row, value);
  }

  /// The hash as a number in (0, 1): its upper 53 bits, and 2^−54 in the place of 0.
  public static double uniform(long hash) {
    long upper = hash >>> 11;
    return upper == 0 ? 0x1p-54 : upper * 0x1p-53;
  }
}
