package outcrop.app.viewmodel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outcrop.app.viewmodel.UserPreferences.Appearance;
import outcrop.app.viewmodel.UserPreferences.Sides;

class UserPreferencesTest {
  @TempDir Path folder;

  @Test
  void everyPreferenceIsThereAfterTheNextStart() {
    Path file = folder.resolve("preferences.json");
    UserPreferences preferences = new UserPreferences(file);
    assertTrue(preferences.isNew(), "Nothing was chosen yet.");
    assertEquals(Sides.DEFAULT, preferences.sides(), "The sides have their usual widths.");
    preferences.setSides(new Sides(300, 350, true, false));
    preferences.setAppearance(Appearance.DARK);
    preferences.setLanguage(Locale.GERMAN);
    preferences.setSize(1000, 600);
    preferences.opened(folder);
    UserPreferences again = new UserPreferences(file);
    assertEquals(new Sides(300, 350, true, false), again.sides(), "Widths and what is hidden.");
    assertEquals(Appearance.DARK, again.appearance());
    assertEquals(Locale.GERMAN, again.language());
    assertEquals(1000, again.width());
    assertEquals(1, again.recent().size(), "The project that was opened.");
  }

  @Test
  void aFileOfAnOlderVersionKeepsWhatItSays() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("preferences.json"),
            """
            {"appearance": "DARK", "language": "de", "recent": [], "width": 900, "height": 700}
            """);
    UserPreferences preferences = new UserPreferences(file);
    assertEquals(Appearance.DARK, preferences.appearance(), "What it has is taken.");
    assertEquals(Sides.DEFAULT, preferences.sides(), "What it lacks is as usual.");
  }
}
