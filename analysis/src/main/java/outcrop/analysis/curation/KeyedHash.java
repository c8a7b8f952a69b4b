package outcrop.analysis.curation;

import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;
import java.nio.charset.StandardCharsets;
import outcrop.analysis.dataset.RowKey;

/// One number per row that decides every choice of rows: the same row and seed give the same number
/// in any order of rows, on any machine, and after a new import.
///
/// XXH3 (64 bits) of the UTF-8 of the key, seeded.
final class KeyedHash {
  private final Hasher64 hasher;

  KeyedHash(long seed) {
    this.hasher = Hashing.xxh3_64(seed);
  }

  long of(RowKey key) {
    byte[] utf8 = key.text().getBytes(StandardCharsets.UTF_8);
    return hasher.hashBytesToLong(utf8);
  }

  /// The hash as a number in (0, 1): its upper 53 bits, and 2^−54 in the place of 0.
  static double uniform(long hash) {
    long upper = hash >>> 11;
    return upper == 0 ? 0x1p-54 : upper * 0x1p-53;
  }
}
