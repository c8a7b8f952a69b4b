package outcrop.analysis.column;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.task.UserFailure;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// What a stored directory holds: the file `columns.json`.
///
/// @param version of the layout; a store of another version is built again from its sources
/// @param rows in every column
/// @param idField the field whose values name the rows, empty where rows are named by their content
/// @param columns in the order of the schema
/// @param nativeOrder `LITTLE_ENDIAN` or `BIG_ENDIAN`, of the machine that wrote the numbers
/// @param dataBytes size of `columns.data`, which holds the parts of all columns
record StoreManifest(
    int version,
    int rows,
    String idField,
    String nativeOrder,
    long dataBytes,
    List<StoredColumn> columns) {
  static final int VERSION = 4;
  static final String FILE = "columns.json";

  /// Names of the parts of a column: eight bytes per row, or four per number of a vector; four
  /// bytes per row or element; where the code of each text starts; the codes; where dictionary
  /// values start; their bytes; where the elements of each row start; one bit per row without a
  /// value.
  static final String VALUES = "values";

  static final String ORDINALS = "ordinals";
  static final String OFFSETS = "offsets";
  static final String CODES = "codes";
  static final String VALUE_OFFSETS = "valueOffsets";
  static final String BYTES = "bytes";
  static final String STARTS = "starts";
  static final String MISSING = "missing";

  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  /// How a column lies on disk.
  enum Kind {
    LONG,
    DOUBLE,
    TIME,
    CATEGORY,
    TEXT,
    LIST,
    VECTOR
  }

  /// One column.
  ///
  /// @param parts where its parts lie in the data file; a mask of missing rows only where there are
  ///   any
  /// @param size distinct values of a category or list, distinct pieces of texts, numbers per row
  ///   of a vector, else 0
  record StoredColumn(Field field, Kind kind, Map<String, DataFile.Place> parts, int size) {}

  StoreManifest withIdField(String name) {
    return new StoreManifest(version, rows, name, nativeOrder, dataBytes, columns);
  }

  void write(Path directory) throws IOException {
    Files.writeString(
        directory.resolve(FILE), JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this));
  }

  static StoreManifest read(Path directory) {
    Path file = directory.resolve(FILE);
    try {
      StoreManifest manifest = JSON.readValue(Files.readString(file), StoreManifest.class);
      if (manifest.version != VERSION) {
        throw new UserFailure(
            directory
                + " was stored by another version of the program; import the dataset again to"
                + " rebuild it.");
      }
      return manifest;
    } catch (NoSuchFileException e) {
      throw new UserFailure(directory + " holds no stored dataset; import it first.", e);
    } catch (IOException | JacksonException e) {
      throw new UserFailure(
          file + " cannot be read; delete " + directory + " and import the dataset again.", e);
    }
  }
}
