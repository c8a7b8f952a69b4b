package outcrop.analysis.io;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.UserFailure;

/// The readers there are. A new format is added here.
final class DatasetReaders {
  private static final List<DatasetReader> ALL =
      List.of(
          new DelimitedReader(),
          new JsonReader(),
          new ParquetReader(),
          new ArrowReader(),
          new ArffReader(),
          new NpyReader(NpyReader.ONE),
          new NpyReader(NpyReader.MANY),
          new ExcelReader(),
          new SqliteReader(),
          new ImageFolderReader(),
          new CocoReader(),
          new IdxReader());

  private DatasetReaders() {}

  /// @throws UserFailure where no reader has this name
  static DatasetReader named(String format) {
    return ALL.stream()
        .filter(reader -> reader.format().equals(format))
        .findFirst()
        .orElseThrow(
            () ->
                new UserFailure(
                    "\""
                        + format
                        + "\" is no format that can be read; choose "
                        + String.join(", ", formats())
                        + "."));
  }

  /// The reader that reads a folder as a whole, empty where the files inside it are the sources.
  static Optional<FolderReader> forFolder(Path folder, TaskContext context) {
    return ALL.stream()
        .filter(FolderReader.class::isInstance)
        .map(FolderReader.class::cast)
        .filter(reader -> reader.recognises(folder, context))
        .findFirst();
  }

  /// The names of all formats.
  static List<String> formats() {
    return ALL.stream().map(DatasetReader::format).toList();
  }

  /// The reader of a binary format, by the first bytes.
  static Optional<DatasetReader> forBytes(byte[] head) {
    if (Magic.starts(head, 'P', 'A', 'R', '1')) {
      return Optional.of(named(ParquetReader.FORMAT));
    }
    if (Magic.isNumPy(head)) {
      return Optional.of(named(NpyReader.ONE));
    }
    if (SqliteReader.recognises(head)) {
      return Optional.of(named(SqliteReader.FORMAT));
    }
    if (IdxReader.recognises(head)) {
      return Optional.of(named(IdxReader.FORMAT));
    }
    return ArrowReader.recognises(head) ? Optional.of(named(ArrowReader.FORMAT)) : Optional.empty();
  }

  /// @param head of the text
  /// @param name of the file, in lower case
  static DatasetReader forText(String head, String name) {
    if (ArffHeader.recognises(head)) {
      return named(ArffReader.FORMAT);
    }
    if (CocoReader.recognises(head)) {
      return named(CocoReader.FORMAT);
    }
    return named(JsonReader.recognises(head, name) ? JsonReader.FORMAT : DelimitedReader.FORMAT);
  }
}
