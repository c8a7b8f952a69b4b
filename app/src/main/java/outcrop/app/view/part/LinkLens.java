package outcrop.app.view.part;

import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.Column;

/// An address. It is opened only when the user clicks it, outside the program.
final class LinkLens extends ParsedLens {
  private static final int LONGEST = 2_000;

  LinkLens(LensContext context, Column column) {
    super(context, column);
  }

  @Override
  @Nullable Node read(String value, HitFinder hits) {
    String address = value.strip();
    if (!address.matches("(?i)https?://\\S+") || address.length() > LONGEST) {
      return null;
    }
    Hyperlink link = PartsStyle.styled(new Hyperlink(address), "value-link");
    link.setMnemonicParsing(false);
    link.setWrapText(true);
    link.setTooltip(new Tooltip(context.words().get("link.open")));
    link.setOnAction(event -> context.actions().openLink(address));
    return link;
  }
}
