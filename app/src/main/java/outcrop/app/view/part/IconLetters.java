package outcrop.app.view.part;

import java.util.Optional;
import javafx.scene.text.Font;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.FeatherIkonHandler;

/// Feather icons as letters of a font, for painting.
final class IconLetters {
  private IconLetters() {}

  static Font font(double size) {
    return Optional.ofNullable(
            Font.loadFont(new FeatherIkonHandler().getFontResourceAsStream(), size))
        .orElseGet(Font::getDefault);
  }

  static String of(Ikon icon) {
    return Character.toString(icon.getCode());
  }
}
