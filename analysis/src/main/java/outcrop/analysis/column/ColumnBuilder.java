package outcrop.analysis.column;

import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.RowSet;

/// Writes one column into a store, value by value in row order. Used by one thread at a time.
///
/// Heap stays bounded by small buffers, a bit per row where rows are missing, and the dictionary of
/// a category.
public abstract sealed class ColumnBuilder {
  final Path directory;
  final String stem;
  final int bufferBytes;
  private int rows;
  private long @Nullable [] missing;

  private ColumnBuilder(StoreWriter store, String stem) {
    this.directory = store.directory();
    this.stem = stem;
    this.bufferBytes = store.bufferBytes();
  }

  /// Rows so far.
  public final int rowCount() {
    return rows;
  }

  /// Adds a row without a value.
  public final void addMissing() {
    long[] words = missing == null ? new long[Math.max(16, (rows >>> 6) + 1)] : missing;
    if (rows >>> 6 >= words.length) {
      words = Arrays.copyOf(words, Math.max(words.length * 2, (rows >>> 6) + 1));
    }
    words[rows >>> 6] |= 1L << rows;
    missing = words;
    putNothing();
    rows++;
  }

  final void counted() {
    rows++;
  }

  final PartFile part(String extension) {
    return new PartFile(directory.resolve(stem + extension), bufferBytes);
  }

  abstract void putNothing();

  abstract StoreManifest.StoredColumn finish(Field field);

  final boolean finishMissing() {
    long[] words = missing;
    if (words == null) {
      return false;
    }
    PartFile file = part(StoreManifest.MISSING);
    int count = RowSet.wordCount(rows);
    for (int i = 0; i < count; i++) {
      file.putLong(i < words.length ? words[i] : 0);
    }
    file.finish();
    return true;
  }

  final StoreManifest.StoredColumn manifest(
      Field field, StoreManifest.Kind kind, int dictionarySize) {
    return new StoreManifest.StoredColumn(field, kind, stem, finishMissing(), dictionarySize);
  }

  /// Numbers and times: eight bytes a row.
  public static final class Words extends ColumnBuilder {
    private final StoreManifest.Kind kind;
    private final PartFile values;

    Words(StoreWriter store, String stem, StoreManifest.Kind kind) {
      super(store, stem);
      this.kind = kind;
      this.values = part(StoreManifest.VALUES);
    }

    /// Adds an integer, or a time in microseconds.
    public void addLong(long value) {
      values.putLong(value);
      counted();
    }

    public void addDouble(double value) {
      values.putLong(Double.doubleToRawLongBits(value));
      counted();
    }

    @Override
    void putNothing() {
      values.putLong(0);
    }

    @Override
    StoreManifest.StoredColumn finish(Field field) {
      values.finish();
      return manifest(field, kind, 0);
    }
  }

  /// Named values.
  public static final class Categories extends ColumnBuilder {
    private final PartFile ordinals = part(StoreManifest.ORDINALS);
    private final DictionaryBytes dictionary = new DictionaryBytes();
    private byte[] scratch = new byte[512];

    Categories(StoreWriter store, String stem) {
      super(store, stem);
    }

    public void add(char[] chars, int start, int length) {
      if (length * Utf8.MAX_BYTES_PER_CHAR > scratch.length) {
        scratch = new byte[length * Utf8.MAX_BYTES_PER_CHAR];
      }
      int bytes = Utf8.encode(chars, start, length, scratch, 0);
      ordinals.putInt(dictionary.add(scratch, bytes));
      counted();
    }

    /// Bytes that the distinct values take so far, all of them on the heap.
    public long dictionaryBytes() {
      return dictionary.byteCount();
    }

    public int distinct() {
      return dictionary.size();
    }

    @Override
    void putNothing() {
      ordinals.putInt(-1);
    }

    @Override
    StoreManifest.StoredColumn finish(Field field) {
      ordinals.finish();
      PartFile offsets = part(StoreManifest.OFFSETS);
      for (long offset : dictionary.offsets()) {
        offsets.putLong(offset);
      }
      offsets.finish();
      PartFile bytes = part(StoreManifest.BYTES);
      bytes.putBytes(dictionary.bytes(), (int) dictionary.byteCount());
      bytes.finish();
      return manifest(field, StoreManifest.Kind.CATEGORY, dictionary.size());
    }
  }

  /// Prose.
  public static final class Texts extends ColumnBuilder {
    private static final int PIECE = 1 << 16;

    private final PartFile offsets = part(StoreManifest.OFFSETS);
    private final PartFile bytes = part(StoreManifest.BYTES);
    private byte[] scratch = new byte[1024];

    Texts(StoreWriter store, String stem) {
      super(store, stem);
      offsets.putLong(0);
    }

    public void add(char[] chars, int start, int length) {
      int end = start + length;
      for (int from = start; from < end; ) {
        int to = Math.min(end, from + PIECE);
        if (to < end && Character.isHighSurrogate(chars[to - 1])) {
          to--;
        }
        int room = (to - from) * Utf8.MAX_BYTES_PER_CHAR;
        if (room > scratch.length) {
          scratch = new byte[room];
        }
        bytes.putBytes(scratch, Utf8.encode(chars, from, to - from, scratch, 0));
        from = to;
      }
      offsets.putLong(bytes.size());
      counted();
    }

    @Override
    void putNothing() {
      offsets.putLong(bytes.size());
    }

    @Override
    StoreManifest.StoredColumn finish(Field field) {
      offsets.finish();
      bytes.finish();
      return manifest(field, StoreManifest.Kind.TEXT, 0);
    }
  }
}
