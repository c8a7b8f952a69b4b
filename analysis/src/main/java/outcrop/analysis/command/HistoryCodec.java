package outcrop.analysis.command;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import outcrop.analysis.project.ProjectState;
import outcrop.analysis.spec.SpecCodec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A history as JSON: the oldest state and the commands since, which make the other states again.
///
/// Merge keys are not saved: typing that goes on after reopening is a step of its own, so that undo
/// never takes back what was done last week together with what was done just now.
public final class HistoryCodec {
  private HistoryCodec() {}

  /// The history of a project that nobody has changed yet.
  public static ObjectNode emptyNode() {
    return SpecCodec.MAPPER.createObjectNode();
  }

  public static ObjectNode toNode(History history) {
    ObjectNode node = SpecCodec.MAPPER.createObjectNode();
    node.set("base", SpecCodec.MAPPER.valueToTree(history.base()));
    node.put("position", history.position());
    ArrayNode steps = node.putArray("steps");
    for (History.Step step : history.steps()) {
      ObjectNode entry = steps.addObject();
      entry.put("at", step.at().toString());
      entry.set("command", SpecCodec.MAPPER.valueToTree(step.command()));
    }
    return node;
  }

  /// Makes the history again. Where it holds a command that this version does not know, or does not
  /// lead to `state`, the state counts and the history starts anew from it.
  public static History fromNode(ObjectNode node, ProjectState state) {
    try {
      if (!node.has("base")) {
        return History.of(state);
      }
      ProjectState base = SpecCodec.MAPPER.treeToValue(node.path("base"), ProjectState.class);
      History history = History.of(base);
      for (JsonNode entry : node.path("steps")) {
        Command command = SpecCodec.MAPPER.treeToValue(entry.path("command"), Command.class);
        history = history.with(command, Instant.parse(entry.path("at").asString()), "");
      }
      history = history.at(node.path("position").asInt(0));
      return history.state().equals(state) ? history : History.of(state);
    } catch (JacksonException | IllegalArgumentException | DateTimeParseException unknown) {
      return History.of(state);
    }
  }
}
