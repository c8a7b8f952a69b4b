package outcrop.analysis.column;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldRole;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.ValueFormat;

/// Writes a stored dataset into a directory: columns through builders, keys by a hash per row.
///
/// The directory is a store only after [#finish]; whoever writes moves it to its place then.
public final class StoreWriter {
  private static final int LARGEST_BUFFER = 1 << 16;
  private static final int SMALLEST_BUFFER = 1 << 10;
  private static final int ALL_BUFFERS = 32 << 20;
  private static final int FEWEST_PIECES = 1 << 10;
  private static final int ALL_PIECES = 1 << 23;

  private final Path directory;
  private final ColumnSpill spill;
  private final int mostPieces;
  private final KeyWriter keys;

  /// @param directory exists and is empty
  /// @param columns how many columns there will be, to share the buffer memory
  public StoreWriter(Path directory, int columns) {
    this.directory = directory;
    int bufferBytes =
        Math.clamp(ALL_BUFFERS / (2 * Math.max(1, columns)), SMALLEST_BUFFER, LARGEST_BUFFER) & -8;
    this.spill = new ColumnSpill(directory, bufferBytes);
    this.mostPieces = Math.max(FEWEST_PIECES, ALL_PIECES / Math.max(1, columns));
    this.keys = new KeyWriter(directory);
  }

  /// A builder for eight-byte values: numbers (integral where the format says INTEGER) and times.
  public ColumnBuilder.Words words(FieldType type, ValueFormat format) {
    StoreManifest.Kind kind =
        type == FieldType.TIME
            ? StoreManifest.Kind.TIME
            : format == ValueFormat.INTEGER ? StoreManifest.Kind.LONG : StoreManifest.Kind.DOUBLE;
    return new ColumnBuilder.Words(spill, kind);
  }

  public ColumnBuilder.Categories categories() {
    return new ColumnBuilder.Categories(spill);
  }

  public ColumnBuilder.Lists lists() {
    return new ColumnBuilder.Lists(spill);
  }

  public ColumnBuilder.Vectors vectors() {
    return new ColumnBuilder.Vectors(spill);
  }

  public ColumnBuilder.Texts texts() {
    return new ColumnBuilder.Texts(spill, mostPieces);
  }

  /// Adds the content hash of the next row.
  public void addRowHash(long high, long low) {
    keys.add(high, low);
  }

  /// Takes over the content hashes of the first rows of a store.
  ///
  /// @param hashes as [StoredColumns#contentHashes()] has them; where that is empty, an id must
  ///   name the rows of this store, too
  public void takeOverHashes(Optional<MemorySegment> hashes, int rows) {
    MemorySegment all = hashes.orElse(null);
    for (int row = 0; row < rows; row++) {
      keys.add(
          all == null ? 0 : all.getAtIndex(NumberColumn.LONG, 2L * row),
          all == null ? 0 : all.getAtIndex(NumberColumn.LONG, 2L * row + 1));
    }
  }

  /// Completes all files.
  ///
  /// @param fields the fields in schema order, one per builder
  /// @return whether rows are named by the field of role ID; false also where its values repeat or
  ///   are missing
  public boolean finish(List<Field> fields, List<ColumnBuilder> columns) throws IOException {
    int rows = columns.isEmpty() ? 0 : columns.getFirst().rowCount();
    List<StoreManifest.StoredColumn> stored = new java.util.ArrayList<>();
    long bytes;
    try (DataFile data = new DataFile(directory)) {
      for (int i = 0; i < columns.size(); i++) {
        if (columns.get(i).rowCount() != rows) {
          throw new IllegalStateException("Columns differ in length: " + fields.get(i).name());
        }
        stored.add(columns.get(i).finish(fields.get(i), data));
      }
      data.finish();
      bytes = data.position();
    }
    String order = ByteOrder.nativeOrder().toString();
    StoreManifest byContent =
        new StoreManifest(StoreManifest.VERSION, rows, "", order, bytes, List.copyOf(stored));
    byContent.write(directory);
    String id =
        fields.stream()
            .filter(field -> field.role() == FieldRole.ID)
            .map(Field::name)
            .findFirst()
            .orElse("");
    boolean named = !id.isEmpty() && keys.finishByField(byContent, id);
    if (named) {
      byContent.withIdField(id).write(directory);
    } else {
      keys.finishByContent(rows);
    }
    return named;
  }
}
