package outcrop.analysis.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// The turns of a dialogue, read from a cell that holds a JSON list of messages.
///
/// Both forms in use are understood, `[{"role": …, "content": …}]` and `[{"from": …, "value": …}]`,
/// with their common variations in the names of the two members. A message may carry more members;
/// they are not shown. Where the content is a list of parts, the texts of the parts are joined and
/// a part of another kind is named in brackets. A message without content shows what it carries
/// instead, such as the calls of tools.
///
/// @param turns at least one, in order
public record Conversation(List<Turn> turns) {
  private static final Set<String> SPEAKERS = Set.of("role", "from", "speaker", "author", "sender");
  private static final Set<String> TEXTS =
      Set.of("content", "value", "text", "message", "utterance");

  public Conversation {
    turns = List.copyOf(turns);
  }

  /// One message.
  ///
  /// @param speaker as the data call them: `user`, `assistant`, `human`, `gpt`
  /// @param text may be empty
  public record Turn(String speaker, String text) {}

  /// Reads a cell.
  ///
  /// @param cell as the column has it, null where missing
  /// @return empty where the cell is no list of messages
  public static Optional<Conversation> of(@Nullable String cell) {
    if (cell == null || !looksLikeObjects(cell)) {
      return Optional.empty();
    }
    try {
      JsonNode messages = Json.MAPPER.readTree(cell);
      List<Turn> turns = new ArrayList<>();
      for (JsonNode message : messages) {
        Turn turn = turn(message);
        if (turn == null) {
          return Optional.empty();
        }
        turns.add(turn);
      }
      return Optional.of(new Conversation(turns));
    } catch (JacksonException e) {
      // Text that only starts like JSON is no conversation.
      return Optional.empty();
    }
  }

  /// Whether an object with these members is a message.
  public static boolean isMessage(Set<String> members) {
    return members.stream().anyMatch(SPEAKERS::contains)
        && members.stream().anyMatch(TEXTS::contains);
  }

  /// Whether the text starts like a JSON list of objects: most cells are told apart without
  /// parsing.
  private static boolean looksLikeObjects(String cell) {
    int at = skipBlanks(cell, 0);
    if (at == cell.length() || cell.charAt(at) != '[') {
      return false;
    }
    at = skipBlanks(cell, at + 1);
    return at < cell.length() && cell.charAt(at) == '{';
  }

  private static int skipBlanks(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) <= ' ') {
      at++;
    }
    return at;
  }

  private static @Nullable Turn turn(JsonNode message) {
    String speaker = null;
    JsonNode content = null;
    StringBuilder rest = new StringBuilder();
    for (var member : message.properties()) {
      JsonNode value = member.getValue();
      if (speaker == null && SPEAKERS.contains(member.getKey()) && value.isString()) {
        speaker = value.stringValue();
      } else if (content == null && TEXTS.contains(member.getKey())) {
        content = value;
      } else if (value.isContainer()) {
        rest.append(rest.isEmpty() ? "" : "\n").append(member.getKey()).append(": ").append(value);
      }
    }
    if (speaker == null || content == null) {
      return null;
    }
    String text = text(content);
    return text == null ? null : new Turn(speaker, text.isEmpty() ? rest.toString() : text);
  }

  /// @return null where this is no content of a message
  private static @Nullable String text(JsonNode content) {
    if (content.isString()) {
      return content.stringValue();
    }
    if (content.isNull()) {
      return "";
    }
    if (!content.isArray()) {
      return null;
    }
    List<String> parts = new ArrayList<>();
    for (JsonNode part : content) {
      JsonNode text = part.isString() ? part : part.path("text");
      parts.add(text.isString() ? text.stringValue() : "[" + part.path("type").asString("") + "]");
    }
    return String.join("\n", parts);
  }
}
