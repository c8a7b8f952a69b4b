package outcrop.analysis.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import outcrop.analysis.io.ImportSpec.FieldSpec;

/// The files whose fields are put beside the rows of an import.
///
/// Each is read into columns of its own first, in a folder that goes with this object, so that heap
/// stays bounded whatever their size; then each row of the sources takes the cells of its partner.
final class Joins implements AutoCloseable {
  private final List<JoinedFile> files = new ArrayList<>();
  private final WholeDirectory folder;

  private Joins(WholeDirectory folder) {
    this.folder = folder;
  }

  /// Reads all files.
  ///
  /// @param base resolves relative paths
  /// @param beside where the import will be; the folder of the joins lies next to it
  static Joins read(ImportSpec spec, Path base, Path beside, ImportPass.Run run)
      throws IOException {
    Path place = beside.resolveSibling(beside.getFileName() + "-joined");
    Joins joins = new Joins(WholeDirectory.beside(place));
    try {
      for (int i = 0; i < spec.joins().size(); i++) {
        Path folder = Files.createDirectory(joins.folder.path().resolve(Integer.toString(i)));
        joins.files.add(JoinedFile.read(spec, i, base, folder, run));
      }
      return joins;
    } catch (IOException | RuntimeException e) {
      joins.close();
      throw e;
    }
  }

  /// The columns that the joins add to a batch.
  List<String> columns() {
    return files.stream().flatMap(file -> file.columns().stream()).toList();
  }

  /// The fields with those of the joins as their files turned out: their types are settled.
  List<FieldSpec> settled(List<FieldSpec> fields) {
    return fields.stream()
        .map(
            field ->
                files.stream()
                    .flatMap(file -> file.settled(field).stream())
                    .findFirst()
                    .orElse(field))
        .toList();
  }

  /// A pass over the sources begins.
  ///
  /// @param columns of its batches
  void begin(List<String> columns) {
    files.forEach(file -> file.begin(columns));
  }

  /// Gives each row of a batch the cells of its partners.
  void put(RowBatch batch) {
    files.forEach(file -> file.put(batch));
  }

  /// A pass has read all rows.
  ///
  /// @param rows complete rows of the sources, those that were refused for their cells as well
  /// @return what found no partner, one sentence each
  /// @throws outcrop.analysis.task.UserFailure where a join cannot be meant like this
  List<String> finish(long rows) {
    return files.stream().flatMap(file -> file.finish(rows).stream()).toList();
  }

  @Override
  public void close() throws IOException {
    files.forEach(JoinedFile::close);
    folder.close();
  }
}
