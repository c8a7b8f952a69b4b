package outcrop.analysis.io;

import java.util.List;
import outcrop.analysis.io.ImportSpec.FieldSpec;

/// Reckons what an import will take from the cells of its first rows.
final class EstimateMaker {
  private static final long KEY_BYTES = 20;
  private static final long BASE_HEAP = 128L << 20;

  /// Of the bytes of prose, in the text index.
  private static final double INDEX_SHARE = 0.6;

  private static final int CHARS_PER_NUMBER = 8;

  /// Parsing and storing go on at the same time, and the preview ran cold.
  private static final double FASTER = 2;

  private static final double NANOS = 1e9;

  private final long rows;
  private double disk;
  private double heap = BASE_HEAP;

  private EstimateMaker(long rows) {
    this.rows = rows;
    this.disk = (double) KEY_BYTES * rows;
  }

  /// @param rows of the dataset
  /// @param sampled how many of them were looked at
  /// @param nanos how long that took
  /// @param evidence of each field, null for one whose cells were not looked at
  static ImportEstimate of(
      long rows, long sampled, long nanos, List<FieldSpec> fields, List<FieldEvidence> evidence) {
    if (rows < 0 || sampled == 0) {
      return ImportEstimate.UNKNOWN;
    }
    EstimateMaker maker = new EstimateMaker(rows);
    for (int i = 0; i < fields.size(); i++) {
      maker.add(fields.get(i), evidence.get(i));
    }
    double seconds = nanos / NANOS / FASTER * rows / sampled;
    return new ImportEstimate(
        Math.round(maker.heap), Math.round(maker.disk), (long) Math.ceil(seconds));
  }

  private void add(FieldSpec field, FieldEvidence seen) {
    double filled = seen.rows() == 0 ? 0 : (double) seen.values() / seen.rows() * rows;
    double text = seen.meanLength() * filled;
    heap += rows / 8.0;
    switch (field.field().type()) {
      case NUMBER, TIME -> disk += 8.0 * rows;
      case CATEGORY, IMAGE -> {
        double dictionary = seen.distinctShare() * text;
        disk += 4.0 * rows + dictionary;
        heap += 2 * dictionary;
      }
      case TEXT -> disk += 8.0 * rows + text * (1 + INDEX_SHARE);
      case LIST -> disk += 8.0 * rows + text / 2;
      // Numbers as text, or already as pairs of characters.
      case VECTOR -> disk += 4 * text / CHARS_PER_NUMBER;
    }
  }
}
