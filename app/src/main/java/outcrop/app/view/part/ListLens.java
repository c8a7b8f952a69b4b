package outcrop.app.view.part;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.ListColumn;
import outcrop.analysis.dataset.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Several values as chips; a click keeps the rows that have the value.
final class ListLens extends ParsedLens {
  private static final int MOST = 200;
  private static final int LONGEST = 80;

  ListLens(LensContext context, Column column) {
    super(context, column);
  }

  @Override
  @Nullable Node read(String value, HitFinder hits) {
    List<@Nullable String> values = values(value);
    if (values == null) {
      return null;
    }
    FlowPane chips = PartsStyle.styled(new FlowPane(4, 4), "value-chips");
    for (String element : values.subList(0, Math.min(MOST, values.size()))) {
      chips.getChildren().add(chip(element));
    }
    int left = values.size() - MOST;
    if (left > 0 || values.isEmpty()) {
      String said = values.isEmpty() ? "list.empty" : "list.more";
      chips
          .getChildren()
          .add(PartsStyle.styled(new Label(context.words().get(said, left)), "entry-place"));
    }
    return chips;
  }

  private static @Nullable List<@Nullable String> values(String json) {
    try {
      JsonNode list = Json.MAPPER.readTree(json);
      if (!list.isArray()) {
        return null;
      }
      List<@Nullable String> values = new ArrayList<>();
      for (JsonNode element : list) {
        values.add(
            element.isNull()
                ? null
                : element.isString() ? element.stringValue() : element.toString());
      }
      return values;
    } catch (JacksonException notAList) {
      // Shown as text.
      return null;
    }
  }

  private Node chip(@Nullable String value) {
    if (value == null) {
      return PartsStyle.styled(new Label(context.words().get("missing")), "missing-word");
    }
    String shown = value.replaceAll("\\s+", " ");
    Button chip =
        PartsStyle.styled(
            new Button(shown.length() > LONGEST ? shown.substring(0, LONGEST) + "…" : shown),
            "value-chip");
    chip.setMnemonicParsing(false);
    if (column instanceof ListColumn) {
      chip.setAccessibleText(context.words().get("list.filter", shown));
      chip.setOnAction(event -> context.actions().filter(column.field().name(), value));
    } else {
      chip.setFocusTraversable(false);
    }
    return chip;
  }
}
