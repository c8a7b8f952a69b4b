package outcrop.analysis.column;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.dataset.RowSet;

/// Writes columns that are there already, such as results of an analysis, into a folder that
/// [StoredColumns#open] reads: the columns alone, without the names of their rows.
public final class ColumnFolder {
  private static final int CHUNK = 1 << 16;

  private final DataFile data;
  private final byte[] chunk = new byte[CHUNK];

  private ColumnFolder(DataFile data) {
    this.data = data;
  }

  /// Writes all columns.
  ///
  /// @param folder exists and holds no columns
  /// @param columns of one length
  /// @throws IllegalArgumentException where two columns differ in length
  public static void write(Path folder, List<Column> columns) throws IOException {
    int rows = columns.isEmpty() ? 0 : columns.getFirst().rowCount();
    List<StoreManifest.StoredColumn> stored = new ArrayList<>();
    long bytes;
    try (DataFile data = new DataFile(folder)) {
      ColumnFolder writer = new ColumnFolder(data);
      for (Column column : columns) {
        if (column.rowCount() != rows) {
          throw new IllegalArgumentException("Columns differ in length: " + column.field().name());
        }
        stored.add(writer.add(column));
      }
      data.finish();
      bytes = data.position();
    }
    String order = ByteOrder.nativeOrder().toString();
    new StoreManifest(StoreManifest.VERSION, rows, "", order, bytes, List.copyOf(stored))
        .write(folder);
  }

  private StoreManifest.StoredColumn add(Column column) throws IOException {
    Map<String, DataFile.Place> parts = new LinkedHashMap<>();
    StoreManifest.Kind kind;
    int size = 0;
    switch (column) {
      case NumberColumn c -> {
        kind = c.integral() ? StoreManifest.Kind.LONG : StoreManifest.Kind.DOUBLE;
        parts.put(StoreManifest.VALUES, append(c.values()));
      }
      case TimeColumn c -> {
        kind = StoreManifest.Kind.TIME;
        parts.put(StoreManifest.VALUES, append(c.micros()));
      }
      case VectorColumn c -> {
        kind = StoreManifest.Kind.VECTOR;
        size = c.dimensions();
        parts.put(StoreManifest.VALUES, append(c.floats()));
      }
      case CategoryColumn c -> {
        kind = StoreManifest.Kind.CATEGORY;
        size = c.dictionary().size();
        parts.put(StoreManifest.ORDINALS, append(c.ordinals()));
        append(c.dictionary(), parts);
      }
      case ListColumn c -> {
        kind = StoreManifest.Kind.LIST;
        size = c.dictionary().size();
        parts.put(StoreManifest.STARTS, append(c.offsets()));
        parts.put(StoreManifest.ORDINALS, append(c.ordinals()));
        append(c.dictionary(), parts);
      }
      case TextColumn c -> {
        kind = StoreManifest.Kind.TEXT;
        size = c.pieces().size();
        parts.put(StoreManifest.OFFSETS, append(c.offsets()));
        parts.put(StoreManifest.CODES, append(c.codes()));
        append(c.pieces(), parts);
      }
    }
    @Nullable RowSet missing = column.missing();
    if (missing != null) {
      parts.put(StoreManifest.MISSING, append(MemorySegment.ofArray(missing.toWords())));
    }
    return new StoreManifest.StoredColumn(column.field(), kind, parts, size);
  }

  private void append(Dictionary dictionary, Map<String, DataFile.Place> parts) throws IOException {
    long[] offsets = new long[dictionary.size() + 1];
    for (int i = 0; i < dictionary.size(); i++) {
      offsets[i + 1] = offsets[i] + dictionary.utf8(i).length;
    }
    parts.put(StoreManifest.VALUE_OFFSETS, append(MemorySegment.ofArray(offsets)));
    long start = data.begin();
    for (int i = 0; i < dictionary.size(); i++) {
      byte[] value = dictionary.utf8(i);
      data.append(value, value.length);
    }
    parts.put(StoreManifest.BYTES, new DataFile.Place(start, data.position() - start));
  }

  private DataFile.Place append(MemorySegment values) throws IOException {
    long start = data.begin();
    for (long at = 0; at < values.byteSize(); at += CHUNK) {
      int length = (int) Math.min(CHUNK, values.byteSize() - at);
      MemorySegment.copy(values, ValueLayout.JAVA_BYTE, at, chunk, 0, length);
      data.append(chunk, length);
    }
    return new DataFile.Place(start, values.byteSize());
  }
}
