package outcrop.analysis.column;

import com.dynatrace.hash4j.hashing.HashValue128;
import com.dynatrace.hash4j.hashing.Hasher128;
import com.dynatrace.hash4j.hashing.Hashing;
import java.util.List;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.RowSet;

/// Collects lengths of texts and a hash of each, so that no text is kept.
final class TextAccumulator implements ColumnAccumulator {
  private static final Hasher128 HASHER = Hashing.xxh3_128();

  private final Field field;
  private final ValueAccumulator lengths;
  private final HashSet128 hashes = new HashSet128();
  private long rows;
  private long missing;

  TextAccumulator(Field field) {
    this.field = field;
    this.lengths = new ValueAccumulator(field, true);
  }

  @Override
  public void update(Column column, RowSet set, int from, int to) {
    if (!(column instanceof TextColumn texts)) {
      throw new IllegalArgumentException(column.field().name() + " holds no texts");
    }
    for (int row = set.next(from); row >= 0 && row < to; row = set.next(row + 1)) {
      rows++;
      if (texts.isMissing(row)) {
        missing++;
      } else {
        add(texts, row);
      }
    }
  }

  private void add(TextColumn texts, int row) {
    byte[] bytes = texts.utf8(row);
    int continuations = 0;
    for (byte b : bytes) {
      continuations += (b & 0xC0) == 0x80 ? 1 : 0;
    }
    lengths.addLong(bytes.length - continuations);
    HashValue128 hash = HASHER.hashBytesTo128Bits(bytes);
    hashes.add(hash.getMostSignificantBits(), hash.getLeastSignificantBits());
  }

  @Override
  public void merge(ColumnAccumulator other) {
    if (!(other instanceof TextAccumulator more)) {
      throw new IllegalArgumentException("Only profiles of one kind can be put together");
    }
    lengths.merge(more.lengths);
    hashes.addAll(more.hashes);
    rows += more.rows;
    missing += more.missing;
  }

  @Override
  public ColumnProfile finish() {
    return new ColumnProfile(
        field, rows, missing, hashes.size(), null, null, lengths.numbers(), List.of());
  }
}
