package outcrop.analysis.column;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.dataset.RowKey;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.dataset.Schema;
import outcrop.analysis.task.UserFailure;

/// The columns of an imported dataset in a directory, all in one file.
///
/// Opening reads `columns.json` only; the file is mapped when a column is first asked for, a
/// dictionary is decoded value by value, and the keys are mapped with the first key. Nothing is
/// ever read twice into the heap. After [#close] the memory of all columns is gone; asking the
/// store for a column or a key is then answered as cancelled.
public final class StoredColumns implements ColumnStore {
  private static final String BY_ID = "id:";
  private static final String BY_CONTENT = "row:";

  private final Path directory;
  private final StoreManifest manifest;
  private final Schema schema;
  private final Map<String, StoreManifest.StoredColumn> stored = new HashMap<>();
  private final Map<String, Column> columns = new ConcurrentHashMap<>();
  private final Arena arena = Arena.ofShared();
  private final UseCount uses = new UseCount();
  private @Nullable MemorySegment data;
  private @Nullable KeyIndex keys;

  StoredColumns(Path directory, StoreManifest manifest) {
    this.directory = directory;
    this.manifest = manifest;
    this.schema =
        new Schema(manifest.columns().stream().map(StoreManifest.StoredColumn::field).toList());
    manifest.columns().forEach(column -> stored.put(column.field().name(), column));
  }

  /// Opens what an import wrote.
  ///
  /// @throws UserFailure where the directory holds no store, or one of another version or another
  ///   kind of machine
  public static StoredColumns open(Path directory) {
    StoreManifest manifest = StoreManifest.read(directory);
    if (!manifest.nativeOrder().equals(ByteOrder.nativeOrder().toString())) {
      throw new UserFailure(
          directory + " was stored on another kind of machine; import the dataset again.");
    }
    Path data = directory.resolve(DataFile.FILE);
    try {
      if (Files.size(data) != manifest.dataBytes()) {
        throw damaged(directory, data, null);
      }
    } catch (IOException e) {
      throw damaged(directory, data, e);
    }
    return new StoredColumns(directory, manifest);
  }

  @Override
  public Schema schema() {
    return schema;
  }

  @Override
  public int rowCount() {
    return manifest.rows();
  }

  @Override
  public Column column(String field) {
    uses.checkOpen();
    Column known = columns.get(field);
    return known != null ? known : columns.computeIfAbsent(field, this::load);
  }

  private Column load(String name) {
    StoreManifest.StoredColumn column = stored.get(name);
    if (column == null) {
      throw new IllegalArgumentException("No field named " + name);
    }
    int rows = manifest.rows();
    return switch (column.kind()) {
      case LONG, DOUBLE ->
          new NumberColumn(
              column.field(),
              rows,
              part(column, StoreManifest.VALUES, 8L * rows),
              column.kind() == StoreManifest.Kind.LONG,
              missing(column));
      case TIME ->
          new TimeColumn(
              column.field(), rows, part(column, StoreManifest.VALUES, 8L * rows), missing(column));
      case CATEGORY ->
          new CategoryColumn(
              column.field(),
              rows,
              part(column, StoreManifest.ORDINALS, 4L * rows),
              dictionary(column),
              missing(column));
      case LIST -> {
        MemorySegment starts = part(column, StoreManifest.STARTS, 8L * (rows + 1L));
        long elements = starts.getAtIndex(NumberColumn.LONG, rows);
        yield new ListColumn(
            column.field(),
            rows,
            starts,
            part(column, StoreManifest.ORDINALS, 4L * elements),
            dictionary(column),
            missing(column));
      }
      case VECTOR ->
          new VectorColumn(
              column.field(),
              rows,
              column.size(),
              part(column, StoreManifest.VALUES, 4L * rows * column.size()),
              missing(column));
      case TEXT -> {
        MemorySegment offsets = part(column, StoreManifest.OFFSETS, 8L * (rows + 1L));
        long bytes = offsets.getAtIndex(NumberColumn.LONG, rows);
        yield new TextColumn(
            column.field(),
            rows,
            offsets,
            part(column, StoreManifest.CODES, bytes),
            dictionary(column),
            missing(column));
      }
    };
  }

  private Dictionary dictionary(StoreManifest.StoredColumn column) {
    int size = column.size();
    MemorySegment offsets = part(column, StoreManifest.VALUE_OFFSETS, 8L * (size + 1L));
    long bytes = offsets.getAtIndex(NumberColumn.LONG, size);
    return new Dictionary(size, offsets, part(column, StoreManifest.BYTES, bytes));
  }

  private @Nullable RowSet missing(StoreManifest.StoredColumn column) {
    if (!column.parts().containsKey(StoreManifest.MISSING)) {
      return null;
    }
    int count = RowSet.wordCount(manifest.rows());
    MemorySegment mapped = part(column, StoreManifest.MISSING, 8L * count);
    long[] words = new long[count];
    for (int i = 0; i < count; i++) {
      words[i] = mapped.getAtIndex(NumberColumn.LONG, i);
    }
    return RowSet.ofWords(words, manifest.rows());
  }

  private MemorySegment part(StoreManifest.StoredColumn column, String name, long expectedBytes) {
    DataFile.Place place = column.parts().get(name);
    MemorySegment all = data();
    if (place == null
        || place.length() != expectedBytes
        || place.start() < 0
        || place.start() > all.byteSize() - expectedBytes) {
      throw damaged(directory, directory.resolve(StoreManifest.FILE), null);
    }
    return all.asSlice(place.start(), expectedBytes);
  }

  private synchronized MemorySegment data() {
    MemorySegment mapped = data;
    if (mapped == null) {
      Path file = directory.resolve(DataFile.FILE);
      try {
        mapped = KeyWriter.map(file, arena);
      } catch (IOException e) {
        throw damaged(directory, file, e);
      }
      data = mapped;
    }
    return mapped;
  }

  private static UserFailure damaged(Path directory, Path file, @Nullable IOException cause) {
    return new UserFailure(
        file + " is damaged or missing; delete " + directory + " and import the dataset again.",
        cause);
  }

  @Override
  public RowKey key(int row) {
    uses.checkOpen();
    if (!manifest.idField().isEmpty()) {
      return new RowKey(BY_ID + column(manifest.idField()).textAt(row));
    }
    return new RowKey(BY_CONTENT + keys().text(row));
  }

  @Override
  public OptionalInt find(RowKey key) {
    uses.checkOpen();
    String text = key.text();
    if (manifest.idField().isEmpty()) {
      return text.startsWith(BY_CONTENT)
          ? keys().find(text.substring(BY_CONTENT.length()))
          : OptionalInt.empty();
    }
    return text.startsWith(BY_ID)
        ? keys().find(RowHash.ofText(text.substring(BY_ID.length())), 1)
        : OptionalInt.empty();
  }

  /// The hashes of the content of all rows, 16 bytes each; empty where a field names the rows, so
  /// that they are not kept.
  ///
  /// @throws UserFailure where they are damaged
  public Optional<MemorySegment> contentHashes() {
    uses.checkOpen();
    if (!manifest.idField().isEmpty()) {
      return Optional.empty();
    }
    Path file = directory.resolve(KeyWriter.HASHES);
    try {
      MemorySegment hashes = KeyWriter.map(file, arena);
      if (hashes.byteSize() != 16L * manifest.rows()) {
        throw damaged(directory, file, null);
      }
      return Optional.of(hashes);
    } catch (IOException e) {
      throw damaged(directory, file, e);
    }
  }

  private synchronized KeyIndex keys() {
    KeyIndex index = keys;
    if (index == null) {
      try {
        index = new KeyIndex(directory, manifest.rows(), arena);
      } catch (IOException e) {
        throw damaged(directory, directory.resolve(KeyWriter.HASHES), e);
      }
      keys = index;
    }
    return index;
  }

  @Override
  public ColumnUse use() {
    return uses.begin();
  }

  @Override
  public void close() {
    if (uses.close()) {
      arena.close();
    }
  }
}
