package outcrop.analysis.derive;

import com.dynatrace.hash4j.hashing.Hashing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.ColumnFolder;
import outcrop.analysis.column.StoredColumns;
import outcrop.analysis.dataset.Json;
import outcrop.analysis.model.ModelFacts;
import outcrop.analysis.model.ModelResult;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.UserFailure;
import outcrop.analysis.task.WholeFile;
import tools.jackson.core.JacksonException;

/// The results of models, each worked out once and kept on disk by what it was made from. A folder
/// that is damaged, gone or of another version is made again. Safe for several threads.
final class ModelResults implements AutoCloseable {
  private static final String FACTS = "facts.json";
  private static final String UNFINISHED = ".part-";
  private static final int MOST_STORED = 40;

  private final @Nullable Path folder;
  private final OnceEach<String, ModelResult> results = new OnceEach<>();
  private final List<StoredColumns> open = new ArrayList<>();
  private final Set<String> used = ConcurrentHashMap.newKeySet();

  /// @param folder where results are kept, made when the first is; null to keep them on the heap
  ModelResults(@Nullable Path folder) {
    this.folder = folder;
  }

  /// @param identity all that the result depends on, beside the dataset
  /// @param work makes the result where it is not there
  ModelResult get(String identity, TaskContext context, Supplier<ModelResult> work) {
    return results.get(
        identity, context, () -> folder == null ? work.get() : stored(folder, identity, work));
  }

  private ModelResult stored(Path all, String identity, Supplier<ModelResult> work) {
    byte[] utf8 = identity.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    String name =
        HexFormat.of().formatHex(Hashing.xxh3_128().hashBytesTo128Bits(utf8).toByteArray());
    used.add(name);
    Path place = all.resolve(name);
    ModelResult known = read(place);
    if (known != null) {
      return known;
    }
    ModelResult made = work.get();
    try {
      write(all, place, made);
    } catch (IOException notKept) {
      // A full or read-only disk costs the next opening its time, nothing else.
      return made;
    }
    ModelResult mapped = read(place);
    return mapped == null ? made : mapped;
  }

  private @Nullable ModelResult read(Path place) {
    if (!Files.isDirectory(place)) {
      return null;
    }
    try {
      ModelFacts facts =
          Json.MAPPER.readValue(Files.readString(place.resolve(FACTS)), ModelFacts.class);
      StoredColumns stored = StoredColumns.open(place);
      List<Column> columns =
          stored.schema().fields().stream().map(field -> stored.column(field.name())).toList();
      synchronized (open) {
        open.add(stored);
      }
      return new ModelResult(columns, facts);
    } catch (IOException | JacksonException | UserFailure damaged) {
      return null;
    }
  }

  private void write(Path all, Path place, ModelResult result) throws IOException {
    Path unfinished =
        all.resolve(UNFINISHED + ProcessHandle.current().pid() + "-" + place.getFileName());
    Files.createDirectories(all);
    try {
      WholeFile.deleteTree(unfinished);
      Files.createDirectory(unfinished);
      ColumnFolder.write(unfinished, result.columns());
      Files.writeString(unfinished.resolve(FACTS), Json.MAPPER.writeValueAsString(result.facts()));
      WholeFile.deleteTree(place);
      WholeFile.move(unfinished, place);
    } finally {
      WholeFile.deleteTree(unfinished);
    }
    forgetOldest(all);
  }

  /// Results that nobody asked for since the project was opened go first by age.
  private void forgetOldest(Path all) throws IOException {
    List<Path> old;
    try (Stream<Path> folders = Files.list(all)) {
      old =
          folders
              .filter(path -> !used.contains(String.valueOf(path.getFileName())))
              .sorted(Comparator.comparing(ModelResults::age))
              .toList();
    }
    for (Path oldest : old.subList(0, Math.clamp(old.size() - MOST_STORED, 0, old.size()))) {
      WholeFile.deleteTree(oldest);
    }
  }

  private static java.nio.file.attribute.FileTime age(Path path) {
    try {
      return Files.getLastModifiedTime(path);
    } catch (IOException gone) {
      return java.nio.file.attribute.FileTime.fromMillis(0);
    }
  }

  /// Lets the stored columns go; for when nobody reads them any more.
  @Override
  public void close() {
    synchronized (open) {
      open.forEach(StoredColumns::close);
      open.clear();
    }
  }
}
