package outcrop.analysis.endpoint;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import outcrop.analysis.dataset.Json;
import outcrop.analysis.task.UserFailure;
import outcrop.analysis.task.WholeFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.node.ObjectNode;

/// The questions and answers of a project, one JSON object a line in `answers/NAME.jsonl`: what was
/// paid for is kept, can be read, and is not asked again. Each answer is on the disk before it is
/// used, and a line that a kill cut off is passed over.
///
/// Safe for several threads; one program at a time, which the lock of the project sees to.
public final class AnswerStore {
  private static final String KEY = "key";
  private static final int KEY_CHARACTERS = 32;

  /// JSON in one line, for the lines of the file and what is sent.
  static final ObjectWriter COMPACT =
      Json.MAPPER.writer().without(SerializationFeature.INDENT_OUTPUT);

  private final Path file;
  private final Map<String, Place> places = new HashMap<>();

  private record Place(long start, int bytes) {}

  private AnswerStore(Path file) {
    this.file = file;
  }

  /// The answers of a project, `NAME` being what they are to, such as `chat`.
  ///
  /// @param project the folder of the project
  /// @throws UserFailure where they cannot be read
  public static AnswerStore open(Path project, String name) {
    AnswerStore store = new AnswerStore(project.resolve("answers").resolve(name + ".jsonl"));
    try {
      store.scan();
    } catch (IOException failure) {
      throw new UserFailure(
          store.file + " could not be read: " + failure.getMessage() + ".", failure);
    }
    return store;
  }

  /// The name of a question: equal parts, equal name.
  static String key(String... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String part : parts) {
        byte[] utf8 = part.getBytes(StandardCharsets.UTF_8);
        digest.update((utf8.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(utf8);
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, KEY_CHARACTERS);
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  private void scan() throws IOException {
    if (!Files.isRegularFile(file)) {
      return;
    }
    try (LineBytes lines = new LineBytes(Files.newInputStream(file))) {
      while (lines.next()) {
        try {
          String key = Json.MAPPER.readTree(lines.text()).path(KEY).asString("");
          if (!key.isEmpty()) {
            places.put(key, new Place(lines.start(), lines.length()));
          }
        } catch (JacksonException cutOff) {
          // The next answer starts on a line of its own.
          continue;
        }
      }
    }
  }

  /// Answers kept.
  public synchronized int size() {
    return places.size();
  }

  synchronized boolean has(String key) {
    return places.containsKey(key);
  }

  synchronized Optional<JsonNode> find(String key) {
    Place place = places.get(key);
    if (place == null) {
      return Optional.empty();
    }
    try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
      byte[] line = new byte[place.bytes];
      open.seek(place.start);
      open.readFully(line);
      return Optional.of(Json.MAPPER.readTree(line));
    } catch (IOException | JacksonException damaged) {
      // Somebody changed the file meanwhile: then the answer is asked for again.
      places.remove(key);
      return Optional.empty();
    }
  }

  /// Keeps answers, all of one call at once.
  ///
  /// @param answers by the names of their questions
  /// @throws UserFailure where they cannot be written
  synchronized void keep(Map<String, ObjectNode> answers) {
    try {
      Files.createDirectories(file.resolveSibling("."));
      try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
        open.seek(Math.max(0, open.length() - 1));
        if (open.length() > 0 && open.read() != '\n') {
          open.write('\n');
        }
        for (Map.Entry<String, ObjectNode> answer : answers.entrySet()) {
          byte[] line = line(answer.getKey(), answer.getValue());
          places.put(answer.getKey(), new Place(open.getFilePointer(), line.length - 1));
          open.write(line);
        }
        open.getFD().sync();
      }
    } catch (IOException failure) {
      answers.keySet().forEach(places::remove);
      throw new UserFailure(WholeFile.sentence(file, failure), failure);
    }
  }

  private static byte[] line(String key, ObjectNode entry) {
    ObjectNode line = Json.MAPPER.createObjectNode();
    line.put(KEY, key);
    line.setAll(entry);
    byte[] bytes = COMPACT.writeValueAsBytes(line);
    byte[] whole = Arrays.copyOf(bytes, bytes.length + 1);
    whole[bytes.length] = '\n';
    return whole;
  }
}
