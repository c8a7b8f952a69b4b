package outcrop.analysis.discovery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import outcrop.analysis.dataset.Json;
import outcrop.analysis.task.UserFailure;
import outcrop.analysis.task.WholeFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A subpopulation structure as a JSON file of its own.
public final class StructureFile {
  private static final String FORMAT = "outcrop-structure";
  private static final int VERSION = 1;
  private static final long MOST_BYTES = 256L << 20;

  private StructureFile() {}

  /// @throws UserFailure where the file cannot be written; an old one is then as it was
  public static void write(SubpopulationStructure structure, Path file) {
    WholeFile.write(file, temporary -> Files.writeString(temporary, print(structure)));
  }

  static String print(SubpopulationStructure structure) {
    ObjectNode root = Json.MAPPER.createObjectNode();
    root.put("format", FORMAT);
    root.put("version", VERSION);
    root.setAll((ObjectNode) Json.MAPPER.valueToTree(structure));
    return Json.MAPPER.writeValueAsString(root);
  }

  /// @throws UserFailure where the file is not there, not a structure, or of a newer version
  public static SubpopulationStructure read(Path file) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new UserFailure(file + " is larger than any structure; choose another file.");
      }
      return parse(Files.readString(file), file.toString());
    } catch (IOException failure) {
      throw new UserFailure(
          file + " cannot be read: check that it is there and is a file of UTF-8 text.", failure);
    }
  }

  static SubpopulationStructure parse(String text, String name) {
    try {
      JsonNode root = Json.MAPPER.readTree(text);
      if (!(root instanceof ObjectNode object)
          || !FORMAT.equals(object.path("format").asString(""))) {
        throw new UserFailure(
            name + " is not a subpopulation structure; write one with discover --out.");
      }
      if (object.path("version").asInt(0) > VERSION) {
        throw new UserFailure(name + " was written by a newer Outcrop: update Outcrop to read it.");
      }
      object.remove("format");
      object.remove("version");
      return Json.MAPPER.treeToValue(object, SubpopulationStructure.class);
    } catch (JacksonException failure) {
      String reason =
          failure.getCause() instanceof UserFailure inner
              ? inner.getMessage()
              : failure.getOriginalMessage().lines().findFirst().orElse("not JSON") + ".";
      throw new UserFailure(name + " is not a readable structure: " + reason, failure);
    }
  }
}
