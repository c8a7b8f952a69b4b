package outcrop.app.view.part;

import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// Where the controls get their looks from.
final class PartsStyle {
  private PartsStyle() {}

  /// The style sheet of all controls.
  static String sheet() {
    return Objects.requireNonNull(
            PartsStyle.class.getResource("/outcrop/ui/theme/parts.css"),
            "parts.css is missing from ui-resources")
        .toExternalForm();
  }

  /// A button that shows only an icon.
  ///
  /// @param name what it does, for screen readers and in its tooltip
  static Button iconButton(Ikon icon, String name, Runnable action) {
    Button button = new Button(null, new FontIcon(icon));
    button.getStyleClass().add("part-icon-button");
    button.setAccessibleText(name);
    button.setTooltip(new Tooltip(name));
    button.setOnAction(event -> action.run());
    return button;
  }

  static <N extends Node> N styled(N node, String... classes) {
    node.getStyleClass().addAll(classes);
    return node;
  }

  /// Shows a node, or takes it away with its place.
  static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }
}
