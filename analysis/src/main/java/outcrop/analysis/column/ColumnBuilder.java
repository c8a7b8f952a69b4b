package outcrop.analysis.column;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
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

  /// Takes over the first rows of a stored column, as if each value had been added: numbers of
  /// values and pieces go by first appearance, so those of the first rows are the lowest.
  ///
  /// @param column of the kind that this builder writes
  /// @throws ClassCastException where the column is of another kind
  /// @throws IllegalStateException where the builder has rows already
  public final void takeOver(Column column, int count) {
    if (rows > 0) {
      throw new IllegalStateException("Rows are taken over before any other is added");
    }
    putFirst(column, count);
    missing = column.missing() == null ? null : firstBits(column.missing(), count);
    rows = count;
  }

  private static long @Nullable [] firstBits(RowSet mask, int count) {
    if (count == 0 || mask.next(0) < 0 || mask.next(0) >= count) {
      return null;
    }
    long[] words = Arrays.copyOf(mask.toWords(), RowSet.wordCount(count));
    if ((count & 63) != 0) {
      words[words.length - 1] &= (1L << count) - 1;
    }
    return words;
  }

  abstract void putFirst(Column column, int count);

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

  static void putValues(DictionaryBytes target, Dictionary values, int count) {
    for (int ordinal = 0; ordinal < count; ordinal++) {
      byte[] value = values.utf8(ordinal);
      target.add(value, 0, value.length);
    }
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
    void putFirst(Column column, int count) {
      MemorySegment first =
          kind == StoreManifest.Kind.TIME
              ? TimeColumn.class.cast(column).micros()
              : NumberColumn.class.cast(column).values();
      values.putSegment(first, 8L * count);
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

    /// Puts the first ordinals and the values that they mean.
    final void putOrdinals(MemorySegment first, long count, Dictionary values) {
      ordinals.putSegment(first, 4L * count);
      int highest = -1;
      for (long i = 0; i < count && highest < values.size() - 1; i++) {
        highest = Math.max(highest, first.getAtIndex(CategoryColumn.INT, i));
      }
      putValues(dictionary, values, highest + 1);
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
    void putFirst(Column column, int count) {
      CategoryColumn categories = CategoryColumn.class.cast(column);
      putOrdinals(categories.ordinals(), count, categories.dictionary());
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
    void putFirst(Column column, int count) {
      ListColumn lists = ListColumn.class.cast(column);
      elements = lists.start(count);
      starts.putSegment(lists.offsets().asSlice(Long.BYTES), 8L * count);
      putOrdinals(lists.ordinals(), elements, lists.dictionary());
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
    void putFirst(Column column, int count) {
      VectorColumn vectors = VectorColumn.class.cast(column);
      RowSet mask = column.missing();
      int first = mask == null ? 0 : mask.not().next(0);
      if (first < 0 || first >= count) {
        missingBefore = count;
      } else {
        dimensions = vectors.dimensions();
        values.putSegment(vectors.floats(), 4L * count * dimensions);
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
    void putFirst(Column column, int count) {
      TextColumn texts = TextColumn.class.cast(column);
      offsets.putSegment(texts.offsets().asSlice(Long.BYTES), 8L * count);
      codes.putSegment(texts.codes(), texts.offsets().getAtIndex(TextColumn.LONG, count));
      putValues(code.pieces(), texts.pieces(), texts.pieceCount(count));
    }

    @Override
    StoreManifest.StoredColumn stored(Field field, Map<String, DataFile.Place> places) {
      return new StoreManifest.StoredColumn(
          field, StoreManifest.Kind.TEXT, places, code.pieces().size());
    }
  }
}
