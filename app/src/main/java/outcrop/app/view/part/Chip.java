package outcrop.app.view.part;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import outcrop.analysis.selection.SelectionClause;

/// One clause. With the keyboard on it: Space enables and disables, I inverts, Delete removes,
/// arrows go to its neighbours.
final class Chip extends HBox {
  private static final PseudoClass OFF = PseudoClass.getPseudoClass("off");
  private static final PseudoClass INVERTED = PseudoClass.getPseudoClass("inverted");

  /// What a chip says.
  ///
  /// @param full with nothing left out
  record Text(String label, String full) {}

  /// More than this fills the screen.
  private static final int TOOLTIP_LENGTH = 2000;

  private final ChipBar bar;
  private final String id;

  Chip(ChipBar bar, Words words, SelectionClause clause, Text says) {
    this.bar = bar;
    String label = says.label();
    this.id = clause.id();
    getStyleClass().add("chip");
    pseudoClassStateChanged(OFF, !clause.enabled());
    pseudoClassStateChanged(INVERTED, clause.inverted());
    setAlignment(Pos.CENTER_LEFT);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.TOGGLE_BUTTON);
    String meaning = clause.inverted() ? words.get("chips.not", label) : label;
    setAccessibleText(clause.enabled() ? meaning : words.get("chips.disabled", meaning));
    setAccessibleHelp(words.get("chips.keys"));

    Button toggle =
        button(
            clause.enabled() ? Feather.EYE : Feather.EYE_OFF,
            words.get(clause.enabled() ? "chips.disable" : "chips.enable"),
            () -> bar.toggle(id));
    Button invert = button(Feather.REPEAT, words.get("chips.invert"), () -> bar.invert(id));
    Button remove = button(Feather.X, words.get("chips.remove"), () -> bar.remove(id));
    if (clause.inverted()) {
      getChildren().add(PartsStyle.styled(new Label(words.get("chips.notMark")), "chip-not"));
    }
    Label text = PartsStyle.styled(new Label(label.replaceAll("\\s+", " ")), "chip-label");
    text.setTooltip(tooltip(says.full()));
    text.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
    getChildren().addFirst(toggle);
    getChildren().addAll(text, invert, remove);
    addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
  }

  private static Tooltip tooltip(String full) {
    String shown = full.length() > TOOLTIP_LENGTH ? full.substring(0, TOOLTIP_LENGTH) + "…" : full;
    Tooltip tooltip = new Tooltip(shown);
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(480);
    return tooltip;
  }

  private static Button button(Feather icon, String name, Runnable action) {
    Button button = PartsStyle.iconButton(icon, name, action);
    button.setFocusTraversable(false);
    return button;
  }

  private void clicked(MouseEvent event) {
    requestFocus();
    if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
      bar.toggle(id);
    }
  }

  private void pressed(KeyEvent event) {
    switch (event.getCode()) {
      case SPACE, ENTER -> bar.toggle(id);
      case I -> bar.invert(id);
      case DELETE, BACK_SPACE -> bar.remove(id);
      case LEFT -> bar.step(this, -1);
      case RIGHT -> bar.step(this, 1);
      default -> {
        return;
      }
    }
    event.consume();
  }
}
