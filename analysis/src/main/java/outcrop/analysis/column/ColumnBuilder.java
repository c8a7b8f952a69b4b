package outcrop.analysis.column;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.RowSet;

/// Writes one column into a store, value by value in row order. Used by one thread at a time.
///
/// Heap stays bounded by small buffers, a bit per row where rows are missing, and the dictionary of
/// a category.
public abstract sealed class ColumnBuilder {
  private final ColumnSpill spill;
  private final Map<String, ColumnSpill.Part> parts = new LinkedHashMap<>();
  private int rows;
  private long @Nullable [] missing;

  private ColumnBuilder(ColumnSpill spill) {
    this.spill = spill;
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

  final PartFile part(String name) {
    ColumnSpill.Part part = new ColumnSpill.Part(spill);
    parts.put(name, part);
    return part.content();
  }

  abstract void putNothing();

  /// What is known only after the last row.
  void putRest() {}

  abstract StoreManifest.StoredColumn stored(Field field, Map<String, DataFile.Place> places);

  /// Writes all parts into the data file.
  final StoreManifest.StoredColumn finish(Field field, DataFile data) throws IOException {
    putRest();
    putMissing();
    Map<String, DataFile.Place> places = new LinkedHashMap<>();
    for (Map.Entry<String, ColumnSpill.Part> part : parts.entrySet()) {
      places.put(part.getKey(), part.getValue().finish(data));
    }
    return stored(field, places);
  }

  final void putDictionary(DictionaryBytes dictionary) {
    PartFile offsets = part(StoreManifest.VALUE_OFFSETS);
    for (long offset : dictionary.offsets()) {
      offsets.putLong(offset);
    }
    part(StoreManifest.BYTES).putBytes(dictionary.bytes(), (int) dictionary.byteCount());
  }

  private void putMissing() {
    long[] words = missing;
    if (words == null) {
      return;
    }
    PartFile file = part(StoreManifest.MISSING);
    int count = RowSet.wordCount(rows);
    for (int i = 0; i < count; i++) {
      file.putLong(i < words.length ? words[i] : 0);
    }
  }

  /// Numbers and times: eight bytes a row.
  public static final class Words extends ColumnBuilder {
    private final StoreManifest.Kind kind;
    private final PartFile values;

    Words(ColumnSpill spill, StoreManifest.Kind kind) {
      super(spill);
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
    StoreManifest.StoredColumn stored(Field field, Map<String, DataFile.Place> places) {
      return new StoreManifest.StoredColumn(field, kind, places, 0);
    }
  }

  /// Columns whose values lie in a dictionary.
  public abstract static sealed class Named extends ColumnBuilder {
    private final PartFile ordinals = part(StoreManifest.ORDINALS);
    private final DictionaryBytes dictionary = new DictionaryBytes();
    private byte[] scratch = new byte[512];

    private Named(ColumnSpill spill) {
      super(spill);
    }

    final void put(char[] chars, int start, int length) {
      if (length * Utf8.MAX_BYTES_PER_CHAR > scratch.length) {
        scratch = new byte[length * Utf8.MAX_BYTES_PER_CHAR];
      }
      int bytes = Utf8.encode(chars, start, length, scratch, 0);
      ordinals.putInt(dictionary.add(scratch, 0, bytes));
    }

    final void putNull() {
      ordinals.putInt(-1);
    }

    /// Bytes that the distinct values take so far, all of them on the heap.
    public final long dictionaryBytes() {
      return dictionary.byteCount();
    }

    public final int distinct() {
      return dictionary.size();
    }

    @Override
    void putRest() {
      putDictionary(dictionary);
    }
  }

  /// Named values.
  public static final class Categories extends Named {
    Categories(ColumnSpill spill) {
      super(spill);
    }

    public void add(char[] chars, int start, int length) {
      put(chars, start, length);
      counted();
    }

    @Override
    void putNothing() {
      putNull();
    }

    @Override
    StoreManifest.StoredColumn stored(Field field, Map<String, DataFile.Place> places) {
      return new StoreManifest.StoredColumn(field, StoreManifest.Kind.CATEGORY, places, distinct());
    }
  }

  /// Several named values per row: the elements of a row, then [#endRow].
  public static final class Lists extends Named {
    private final PartFile starts = part(StoreManifest.STARTS);
    private long elements;

    Lists(ColumnSpill spill) {
      super(spill);
      starts.putLong(0);
    }

    /// Adds an element to the row under way.
    public void add(char[] chars, int start, int length) {
      put(chars, start, length);
      elements++;
    }

    /// Adds an element without a value to the row under way.
    public void addNull() {
      putNull();
      elements++;
    }

    public void endRow() {
      starts.putLong(elements);
      counted();
    }

    @Override
    void putNothing() {
      starts.putLong(elements);
    }

    @Override
    StoreManifest.StoredColumn stored(Field field, Map<String, DataFile.Place> places) {
      return new StoreManifest.StoredColumn(field, StoreManifest.Kind.LIST, places, distinct());
    }
  }

  /// Vectors; the first one decides how many numbers all have.
  public static final class Vectors extends ColumnBuilder {
    private final PartFile values = part(StoreManifest.VALUES);
    private int dimensions = -1;
    private int missingBefore;

    Vectors(ColumnSpill spill) {
      super(spill);
    }

    /// Numbers per row, −1 before the first vector.
    public int dimensions() {
      return dimensions;
    }

    /// @param length the same for all vectors of the column
    public void add(float[] vector, int length) {
      if (dimensions < 0) {
        dimensions = length;
        for (int row = 0; row < missingBefore; row++) {
          putNothing();
        }
      }
      if (length != dimensions) {
        throw new IllegalArgumentException(length + " numbers in place of " + dimensions);
      }
      for (int i = 0; i < length; i++) {
        values.putInt(Float.floatToRawIntBits(vector[i]));
      }
      counted();
    }

    @Override
    void putNothing() {
      if (dimensions < 0) {
        missingBefore++;
        return;
      }
      for (int i = 0; i < dimensions; i++) {
        values.putInt(0);
      }
    }

    @Override
    StoreManifest.StoredColumn stored(Field field, Map<String, DataFile.Place> places) {
      return new StoreManifest.StoredColumn(
          field, StoreManifest.Kind.VECTOR, places, Math.max(0, dimensions));
    }
  }

  /// Prose.
  public static final class Texts extends ColumnBuilder {
    private static final int CHARS_AT_ONCE = 1 << 14;
    private static final int PADDING = 2 * Long.BYTES;

    private final PartFile offsets = part(StoreManifest.OFFSETS);
    private final PartFile codes = part(StoreManifest.CODES);
    private final TextCode code;
    private byte[] scratch = new byte[1024];

    Texts(ColumnSpill spill, int mostPieces) {
      super(spill);
      code = new TextCode(mostPieces);
      offsets.putLong(0);
    }

    public void add(char[] chars, int start, int length) {
      if (length <= CHARS_AT_ONCE) {
        int room = length * Utf8.MAX_BYTES_PER_CHAR + PADDING;
        if (room > scratch.length) {
          scratch = new byte[room];
        }
        int bytes = Utf8.encode(chars, start, length, scratch, 0);
        int coded = code.encode(scratch, bytes);
        codes.putBytes(code.code(), coded);
      } else {
        addLong(chars, start, length);
      }
      offsets.putLong(codes.size());
      counted();
    }

    /// Writes a long text out, stretch by stretch.
    private void addLong(char[] chars, int start, int length) {
      byte[] head = new byte[TextCode.LITERAL_HEAD];
      int bytes = Utf8.length(chars, start, length);
      codes.putBytes(head, TextCode.putLiteralHead(head, 0, bytes));
      scratch = new byte[CHARS_AT_ONCE * Utf8.MAX_BYTES_PER_CHAR + PADDING];
      int end = start + length;
      for (int from = start; from < end; ) {
        int to = Math.min(end, from + CHARS_AT_ONCE);
        if (to < end && Character.isHighSurrogate(chars[to - 1])) {
          to--;
        }
        codes.putBytes(scratch, Utf8.encode(chars, from, to - from, scratch, 0));
        from = to;
      }
    }

    @Override
    void putNothing() {
      offsets.putLong(codes.size());
    }

    @Override
    void putRest() {
      putDictionary(code.pieces());
    }

    @Override
    StoreManifest.StoredColumn stored(Field field, Map<String, DataFile.Place> places) {
      return new StoreManifest.StoredColumn(
          field, StoreManifest.Kind.TEXT, places, code.pieces().size());
    }
  }
}
