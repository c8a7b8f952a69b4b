package outcrop.app.view.part;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import tools.jackson.databind.JsonNode;

/// A JSON value as a tree of lines; what is folded is not made before it is unfolded.
final class JsonTree extends VBox {
  private static final int CHILDREN_AT_ONCE = 100;
  private static final double INDENT = 14;

  /// Deeper ones are folded at first.
  private static final int OPEN_DEPTH = 2;

  private static final int OPEN_CHILDREN = 12;

  private final Words words;
  private final Function<String, List<Span>> hits;

  /// @param hits the stretches to mark in a text
  JsonTree(Words words, JsonNode root, Function<String, List<Span>> hits) {
    this.words = words;
    this.hits = hits;
    getStyleClass().add("json-tree");
    addChildren(this, children(root), 0, 0);
  }

  private record Child(String name, JsonNode value) {}

  private static List<Child> children(JsonNode node) {
    List<Child> found = new ArrayList<>();
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        found.add(new Child(Integer.toString(i), node.get(i)));
      }
    } else {
      for (Map.Entry<String, JsonNode> member : node.properties()) {
        found.add(new Child(member.getKey(), member.getValue()));
      }
    }
    return found;
  }

  private void addChildren(VBox box, List<Child> all, int from, int depth) {
    int end = Math.min(all.size(), from + CHILDREN_AT_ONCE);
    for (Child child : all.subList(from, end)) {
      box.getChildren().add(child.value().isContainer() ? branch(child, depth) : leaf(child));
    }
    if (end < all.size()) {
      Hyperlink more = new Hyperlink(words.get("json.more", all.size() - end));
      more.setOnAction(
          event -> {
            box.getChildren().remove(more);
            addChildren(box, all, end, depth);
          });
      box.getChildren().add(more);
    }
  }

  private Node branch(Child child, int depth) {
    List<Child> inner = children(child.value());
    VBox below = new VBox();
    below.setPadding(new Insets(0, 0, 0, INDENT));
    String count =
        words.get(child.value().isArray() ? "json.elements" : "json.members", inner.size());
    Hyperlink head = PartsStyle.styled(new Hyperlink(), "json-branch");
    head.setMnemonicParsing(false);
    Runnable say =
        () -> head.setText((below.isVisible() ? "▾ " : "▸ ") + child.name() + "   " + count);
    Runnable toggle =
        () -> {
          if (below.getChildren().isEmpty()) {
            addChildren(below, inner, 0, depth + 1);
          }
          PartsStyle.show(below, !below.isVisible());
          say.run();
        };
    PartsStyle.show(below, false);
    say.run();
    head.setOnAction(event -> toggle.run());
    if (depth < OPEN_DEPTH && inner.size() <= OPEN_CHILDREN) {
      toggle.run();
    }
    return new VBox(head, below);
  }

  private Node leaf(Child child) {
    Label name = PartsStyle.styled(new Label(child.name()), "json-name");
    name.setMinWidth(USE_PREF_SIZE);
    ReaderText value = PartsStyle.styled(new ReaderText(), "json-value");
    value.pseudoClassStateChanged(
        javafx.css.PseudoClass.getPseudoClass("text"), child.value().isString());
    String text = child.value().isString() ? child.value().stringValue() : child.value().toString();
    value.setText(text, hits.apply(text));
    HBox line = new HBox(8, name, value);
    HBox.setHgrow(value, Priority.ALWAYS);
    return line;
  }
}
