package outcrop.analysis.column;

import com.dynatrace.hash4j.hashing.HashValue128;
import com.dynatrace.hash4j.hashing.Hasher128;
import com.dynatrace.hash4j.hashing.Hashing;
import java.util.List;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.RowSet;

/// Counts different vectors by a hash of their numbers, so that no vector is kept.
final class VectorAccumulator implements ColumnAccumulator {
  private static final Hasher128 HASHER = Hashing.xxh3_128();

  private final Field field;
  private final HashSet128 hashes = new HashSet128();
  private long rows;
  private long missing;

  VectorAccumulator(Field field) {
    this.field = field;
  }

  @Override
  public void update(Column column, RowSet set, int from, int to) {
    if (!(column instanceof VectorColumn vectors)) {
      throw new IllegalArgumentException(column.field().name() + " holds no vectors");
    }
    float[] vector = new float[vectors.dimensions()];
    int[] bits = new int[vector.length];
    for (int row = set.next(from); row >= 0 && row < to; row = set.next(row + 1)) {
      rows++;
      if (vectors.isMissing(row)) {
        missing++;
        continue;
      }
      vectors.copy(row, vector);
      for (int i = 0; i < vector.length; i++) {
        bits[i] = Float.floatToIntBits(vector[i] == 0 ? 0f : vector[i]);
      }
      HashValue128 hash = HASHER.hashStream().putIntArray(bits).get();
      hashes.add(hash.getMostSignificantBits(), hash.getLeastSignificantBits());
    }
  }

  @Override
  public void merge(ColumnAccumulator other) {
    if (!(other instanceof VectorAccumulator more)) {
      throw new IllegalArgumentException("Only profiles of one kind can be put together");
    }
    hashes.addAll(more.hashes);
    rows += more.rows;
    missing += more.missing;
  }

  @Override
  public ColumnProfile finish() {
    return new ColumnProfile(field, rows, missing, hashes.size(), null, null, null, List.of());
  }
}
