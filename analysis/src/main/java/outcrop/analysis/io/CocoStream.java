package outcrop.analysis.io;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.UserFailure;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// The lists of one JSON object, as a stream: a file of half a gigabyte passes without being held.
final class CocoStream implements AutoCloseable {
  private final SourceFile file;
  private final SourceFile.Opened opened;
  private final JsonParser parser;

  CocoStream(SourceFile file, TaskContext context) {
    this.file = file;
    this.opened = file.open();
    this.parser =
        JsonRowParser.parser(new DecodingReader(opened.stream(), StandardCharsets.UTF_8, context));
  }

  /// Reads something from the parser.
  @FunctionalInterface
  interface Step<T extends @Nullable Object> {
    T read(JsonParser parser);
  }

  /// Runs a step; broken JSON ends it with a sentence.
  <T extends @Nullable Object> T read(Step<T> step) {
    try {
      return step.read(parser);
    } catch (JacksonException e) {
      throw new UserFailure(
          file.name()
              + " holds broken JSON at line "
              + parser.currentLocation().getLineNr()
              + " ("
              + JsonRowParser.trouble(e)
              + "); fetch it again or repair it.",
          e);
    }
  }

  /// Moves to the start of the next list of the object and names it; null at the end.
  @Nullable String nextList() {
    return read(
        json -> {
          while (true) {
            JsonToken token = json.nextToken();
            if (token == null || token == JsonToken.END_OBJECT) {
              return null;
            }
            if (token == JsonToken.PROPERTY_NAME) {
              String name = json.currentName();
              if (json.nextToken() == JsonToken.START_ARRAY) {
                return name;
              }
              json.skipChildren();
            }
          }
        });
  }

  /// Moves to the next object of the list; other elements are passed over.
  ///
  /// @return whether there is one
  boolean nextObject() {
    return read(
        json -> {
          while (true) {
            JsonToken token = json.nextToken();
            if (token == null || token == JsonToken.END_ARRAY) {
              return false;
            }
            if (token == JsonToken.START_OBJECT) {
              return true;
            }
            json.skipChildren();
          }
        });
  }

  /// Leaves the list at whose start the parser stands.
  void skipList() {
    read(JsonParser::skipChildren);
  }

  long line() {
    return parser.currentTokenLocation().getLineNr();
  }

  long bytesRead() {
    return opened.bytesRead().getAsLong();
  }

  @Override
  public void close() throws IOException {
    opened.close();
  }
}
