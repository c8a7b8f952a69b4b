package outcrop.app.view;

import javafx.geometry.Insets;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;
import outcrop.app.viewmodel.AppAction;
import outcrop.app.viewmodel.Words;

/// Makes the small things that every screen is put together from, so that they look the same
/// everywhere.
final class Nodes {
  private static final Duration TOOLTIP_DELAY = Duration.millis(400);

  private Nodes() {}

  /// A feather icon, 16 px.
  static FontIcon icon(String name) {
    return new FontIcon("fth-" + name);
  }

  static Label label(String text, String... styles) {
    Label label = new Label(text);
    label.getStyleClass().addAll(styles);
    return label;
  }

  /// A text that wraps to the width it is given.
  static Label wrapped(String text, String... styles) {
    Label label = label(text, styles);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  /// A control whose text is shown letter by letter: an underscore in a name is no mark of a key.
  static <T extends Labeled> T plain(T labeled) {
    labeled.setMnemonicParsing(false);
    return labeled;
  }

  static Region spacer() {
    Region spacer = new Region();
    HBox.setHgrow(spacer, Priority.ALWAYS);
    VBox.setVgrow(spacer, Priority.ALWAYS);
    return spacer;
  }

  static HBox row(double gap, Node... nodes) {
    HBox row = new HBox(gap, nodes);
    row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    return row;
  }

  static VBox column(double gap, Node... nodes) {
    return new VBox(gap, nodes);
  }

  static <T extends Region> T padded(T region, double vertical, double horizontal) {
    region.setPadding(new Insets(vertical, horizontal, vertical, horizontal));
    return region;
  }

  /// A flat button with an icon; its name shows as a tooltip and is read by screen readers.
  static Button iconButton(String icon, String name, Runnable action) {
    Button button = new Button(null, icon(icon));
    button.getStyleClass().addAll("flat", "icon-button");
    name(button, name);
    button.setOnAction(_ -> action.run());
    return button;
  }

  /// A flat icon button for an action, dimmed while it cannot be done.
  static Button iconButton(AppAction action, Words words) {
    Button button = iconButton(action.icon(), action.text(words), action::fire);
    button.disableProperty().bind(javafx.beans.binding.Bindings.not(action.enabled()));
    tooltip(button, described(action, words));
    button.setId("action-" + action.id());
    return button;
  }

  /// A button with text for an action.
  static Button button(AppAction action, Words words, String... styles) {
    Button button = plain(new Button(action.text(words)));
    if (!action.icon().isEmpty()) {
      button.setGraphic(icon(action.icon()));
    }
    button.getStyleClass().addAll(styles);
    button.disableProperty().bind(javafx.beans.binding.Bindings.not(action.enabled()));
    button.setOnAction(_ -> action.fire());
    button.setId("action-" + action.id());
    if (!action.shortcut().isEmpty()) {
      tooltip(button, described(action, words));
    }
    return button;
  }

  static Button button(String text, Runnable run, String... styles) {
    Button button = plain(new Button(text));
    button.getStyleClass().addAll(styles);
    button.setOnAction(_ -> run.run());
    return button;
  }

  /// A flat button with a menu. In a pane that is narrower than `roomy` it shows its icon alone.
  static MenuButton menuButton(String text, String icon, Region pane, double roomy) {
    MenuButton button = plain(new MenuButton(text, icon(icon)));
    button.getStyleClass().addAll("flat", "view-menu");
    button.setMinWidth(Region.USE_PREF_SIZE);
    name(button, text);
    pane.widthProperty()
        .subscribe(
            width ->
                button.setContentDisplay(
                    width.doubleValue() < roomy
                        ? ContentDisplay.GRAPHIC_ONLY
                        : ContentDisplay.LEFT));
    return button;
  }

  /// A menu entry for an action.
  static MenuItem menuItem(AppAction action, Words words) {
    MenuItem item = new MenuItem(action.text(words));
    item.setMnemonicParsing(false);
    if (!action.icon().isEmpty()) {
      item.setGraphic(icon(action.icon()));
    }
    item.disableProperty().bind(javafx.beans.binding.Bindings.not(action.enabled()));
    item.setOnAction(_ -> action.fire());
    if (!action.shortcut().isEmpty()) {
      // Shown only: the window's one key handler fires it.
      item.setText(action.text(words) + "   " + keys(action.shortcut()));
    }
    return item;
  }

  private static String described(AppAction action, Words words) {
    String text = action.text(words);
    return action.shortcut().isEmpty() ? text : text + "  (" + keys(action.shortcut()) + ")";
  }

  /// A shortcut as the user's keyboard names it.
  static String keys(String shortcut) {
    return shortcut.equals("?") ? "?" : KeyCombination.valueOf(shortcut).getDisplayText();
  }

  /// Gives a control its name for tooltips and screen readers.
  static void name(javafx.scene.control.Control control, String name) {
    control.setAccessibleText(name);
    tooltip(control, name);
  }

  static void tooltip(javafx.scene.control.Control control, String text) {
    Tooltip tooltip = new Tooltip(text);
    tooltip.setShowDelay(TOOLTIP_DELAY);
    control.setTooltip(tooltip);
  }

  /// A panel's small heading.
  static Label heading(String text) {
    Label heading = label(text, "panel-heading");
    heading.setAccessibleRole(AccessibleRole.TEXT);
    return heading;
  }
}
