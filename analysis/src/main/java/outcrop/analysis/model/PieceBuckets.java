package outcrop.analysis.model;

import java.nio.charset.StandardCharsets;
import outcrop.analysis.column.Dictionary;

/// The buckets of the pieces that texts of a column are stored as.
final class PieceBuckets {
  static final PieceBuckets NONE = new PieceBuckets(new int[1], new int[0], new byte[0]);
  private static final int PART = 1 << 12;

  // The buckets of piece p are buckets[starts[p]] … buckets[starts[p + 1] - 1].
  private final int[] starts;
  private final int[] buckets;
  private final byte[] characters;

  private PieceBuckets(int[] starts, int[] buckets, byte[] characters) {
    this.starts = starts;
    this.buckets = buckets;
    this.characters = characters;
  }

  static PieceBuckets of(Dictionary pieces, boolean withoutStopWords, ModelInput input) {
    int size = pieces.size();
    int[][] parts = new int[Math.ceilDiv(size, PART)][];
    int[] starts = new int[size + 1];
    byte[] characters = new byte[size];
    input
        .tasks()
        .forEachPart(
            parts.length,
            part -> {
              input.context().checkCancelled();
              TextBuckets splitter = new TextBuckets(withoutStopWords);
              IntList all = new IntList();
              for (int p = part * PART; p < Math.min(size, (part + 1) * PART); p++) {
                String text = new String(pieces.utf8(p), StandardCharsets.UTF_8);
                splitter.split(text);
                characters[p] = (byte) Math.min(text.length(), Byte.MAX_VALUE);
                starts[p + 1] = splitter.size();
                for (int i = 0; i < splitter.size(); i++) {
                  all.add(splitter.bucket(i));
                }
              }
              parts[part] = all.toArray();
            });
    for (int p = 0; p < size; p++) {
      starts[p + 1] += starts[p];
    }
    int[] buckets = new int[starts[size]];
    for (int part = 0; part < parts.length; part++) {
      System.arraycopy(parts[part], 0, buckets, starts[part * PART], parts[part].length);
    }
    return new PieceBuckets(starts, buckets, characters);
  }

  void addTo(BucketCounts counts, int piece) {
    for (int i = starts[piece]; i < starts[piece + 1]; i++) {
      counts.add(buckets[i]);
    }
  }

  int characters(int piece) {
    return characters[piece];
  }
}
