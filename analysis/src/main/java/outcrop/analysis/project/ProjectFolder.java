package outcrop.analysis.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.spec.SpecCodec;
import outcrop.analysis.task.UserFailure;
import outcrop.analysis.task.WholeFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A project on disk: `NAME.outcrop/` with `project.json`, one backup of it, and a cache that may
/// be deleted at any time.
///
/// @param path the folder
public record ProjectFolder(Path path) {
  public static final String SUFFIX = ".outcrop";
  private static final String FORMAT = "outcrop-project";
  private static final int VERSION = 1;

  /// Whether a path is a project that can be opened.
  public static boolean isProject(Path path) {
    return Files.isRegularFile(path.resolve("project.json"))
        || Files.isRegularFile(path.resolve("project.json.bak"));
  }

  public Path file() {
    return path.resolve("project.json");
  }

  /// Deletes what saves left that were killed before their end; for who holds the lock.
  public void clearUnfinished() {
    WholeFile.clearUnfinished(file());
    WholeFile.clearUnfinished(backup());
  }

  private Path backup() {
    return path.resolve("project.json.bak");
  }

  /// Where imported data with this fingerprint lies.
  public Path cache(ProjectState state) {
    return caches().resolve(state.fingerprint().hex());
  }

  public Path caches() {
    return path.resolve(".cache");
  }

  /// Reads the project, from the backup where the newest file is damaged.
  ///
  /// @throws UserFailure when neither can be read or a newer version wrote them
  public ProjectDocument load() {
    if (!isProject(path)) {
      throw new UserFailure(
          path + " is not an Outcrop project: it holds no project.json. Import a dataset first.");
    }
    UserFailure damaged = null;
    for (Path candidate : new Path[] {file(), backup()}) {
      if (Files.isRegularFile(candidate)) {
        try {
          return read(candidate, damaged != null);
        } catch (JacksonException | IOException failure) {
          damaged = damaged == null ? unreadable(candidate, failure) : damaged;
        }
      } else if (damaged == null) {
        damaged = new UserFailure(candidate + " is missing.");
      }
    }
    throw damaged;
  }

  private static UserFailure unreadable(Path file, Exception failure) {
    String reason =
        failure instanceof JacksonException json
            ? SpecCodec.reason(json)
            : String.valueOf(failure.getMessage());
    return new UserFailure(
        file
            + " is damaged ("
            + reason
            + ") and so is its backup: restore one of them or import the data again.",
        failure);
  }

  private static ProjectDocument read(Path file, boolean fromBackup) throws IOException {
    JsonNode root = SpecCodec.MAPPER.readTree(Files.readString(file));
    if (!FORMAT.equals(root.path("format").asString(""))) {
      throw new UserFailure(file + " is not an Outcrop project file.");
    }
    int version = root.path("version").asInt(0);
    if (version > VERSION) {
      throw new UserFailure(
          file
              + " was written by a newer Outcrop (project version "
              + version
              + "); this one reads up to version "
              + VERSION
              + ": update Outcrop to open it.");
    }
    ProjectState state = SpecCodec.MAPPER.treeToValue(root.path("state"), ProjectState.class);
    if (state == null) {
      throw new IOException("it has no state");
    }
    @Nullable JsonNode history = root.get("history");
    return new ProjectDocument(
        state,
        history instanceof ObjectNode object ? object : SpecCodec.MAPPER.createObjectNode(),
        fromBackup);
  }

  /// Saves the project; what was saved before becomes the backup.
  ///
  /// @throws UserFailure when the folder cannot be written; the old file is then untouched
  public void save(ProjectState state, ObjectNode history) {
    ObjectNode root = SpecCodec.MAPPER.createObjectNode();
    root.put("format", FORMAT);
    root.put("version", VERSION);
    root.set("state", SpecCodec.MAPPER.valueToTree(state));
    root.set("history", history);
    String text = SpecCodec.MAPPER.writeValueAsString(root);
    if (Files.exists(file())) {
      WholeFile.write(
          backup(),
          temporary -> Files.copy(file(), temporary, StandardCopyOption.REPLACE_EXISTING));
    }
    WholeFile.write(file(), temporary -> Files.writeString(temporary, text));
  }
}
