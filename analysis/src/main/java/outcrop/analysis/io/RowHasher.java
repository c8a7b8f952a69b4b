package outcrop.analysis.io;

import com.dynatrace.hash4j.hashing.HashValue128;
import com.dynatrace.hash4j.hashing.Hasher128;
import com.dynatrace.hash4j.hashing.Hashing;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import outcrop.analysis.column.StoreWriter;
import outcrop.analysis.column.Utf8;

/// Hashes the content of rows: for each cell that is not missing the field's name and the exact
/// text.
///
/// The hash does not depend on types, on missing fields or on which fields the user keeps, so that
/// a row keeps its key when an import is edited. XXH3 with 128 bits over UTF-8.
final class RowHasher {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int LONG_CELL = 1 << 12;

  private final Hasher128 hasher = Hashing.xxh3_128();
  private final StoreWriter store;
  private final long[] names;
  private byte[] row = new byte[1 << 12];

  /// @param fields names as the sources have them, one per column of the batches
  RowHasher(StoreWriter store, List<String> fields) {
    this.store = store;
    this.names =
        fields.stream()
            .mapToLong(name -> hasher.hashBytesToLong(name.getBytes(StandardCharsets.UTF_8)))
            .toArray();
  }

  void append(RowBatch batch) {
    char[] chars = batch.chars();
    for (int r = 0; r < batch.rows(); r++) {
      int used = 0;
      for (int column = 0; column < names.length; column++) {
        if (batch.isMissing(r, column)) {
          continue;
        }
        int length = batch.length(r, column);
        int start = batch.start(r, column);
        used = putWord(used, names[column]);
        used =
            length > LONG_CELL || batch.isFloats(r, column)
                ? putDigest(used, chars, start, length)
                : putText(used, chars, start, length);
      }
      HashValue128 hash = hasher.hashBytesTo128Bits(row, 0, used);
      store.addRowHash(hash.getMostSignificantBits(), hash.getLeastSignificantBits());
    }
  }

  private int putWord(int used, long word) {
    reserve(used + Long.BYTES);
    LONGS.set(row, used, word);
    return used + Long.BYTES;
  }

  private int putText(int used, char[] chars, int start, int length) {
    reserve(used + Long.BYTES + length * Utf8.MAX_BYTES_PER_CHAR);
    int bytes = Utf8.encode(chars, start, length, row, used + Long.BYTES);
    LONGS.set(row, used, (long) bytes);
    return used + Long.BYTES + bytes;
  }

  /// A long text counts by a hash of its own, so that the row stays small.
  private int putDigest(int used, char[] chars, int start, int length) {
    HashValue128 hash = hasher.hashStream().putChars(chars, start, length).get();
    int next = putWord(used, -1);
    next = putWord(next, hash.getMostSignificantBits());
    return putWord(next, hash.getLeastSignificantBits());
  }

  private void reserve(int bytes) {
    if (bytes > row.length) {
      row = Arrays.copyOf(row, Math.max(bytes, row.length * 2));
    }
  }
}
