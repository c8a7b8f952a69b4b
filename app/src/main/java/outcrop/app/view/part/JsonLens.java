package outcrop.app.view.part;

import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.Column;
import outcrop.analysis.dataset.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Nested data as a tree.
final class JsonLens extends ParsedLens {
  JsonLens(LensContext context, Column column) {
    super(context, column);
  }

  @Override
  @Nullable Node read(String value, HitFinder hits) {
    try {
      JsonNode root = Json.MAPPER.readTree(value);
      return root.isContainer()
          ? new JsonTree(context.words(), root, text -> hits.hits(column.field().name(), text))
          : null;
    } catch (JacksonException notJson) {
      // Shown as text.
      return null;
    }
  }
}
