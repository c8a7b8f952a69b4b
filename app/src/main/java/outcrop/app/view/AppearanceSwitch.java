package outcrop.app.view;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import outcrop.app.viewmodel.UserPreferences;
import outcrop.app.viewmodel.UserPreferences.Appearance;

/// Light or dark: what the user chose, else what the system has.
public final class AppearanceSwitch {
  private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");
  private static final String[] SHEETS = {"base.css", "window.css"};
  private static final String[] FONTS = {"OpenSans-Regular.ttf", "OpenSans-Semibold.ttf"};

  private final UserPreferences preferences;
  private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper();

  public AppearanceSwitch(UserPreferences preferences) {
    this.preferences = preferences;
    for (String font : FONTS) {
      String file =
          Objects.requireNonNull(
                  AppearanceSwitch.class.getResource("/outcrop/analysis/render/fonts/" + font),
                  font + " is missing from analysis")
              .toExternalForm();
      Font.loadFont(file, 13);
    }
    Platform.getPreferences().colorSchemeProperty().subscribe(_ -> apply());
    dark.subscribe(
        now ->
            Application.setUserAgentStylesheet(
                (now ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet()));
  }

  private void apply() {
    dark.set(
        switch (preferences.appearance()) {
          case LIGHT -> false;
          case DARK -> true;
          case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        });
  }

  public ReadOnlyBooleanProperty darkProperty() {
    return dark.getReadOnlyProperty();
  }

  /// Changes to the other one, and keeps the choice.
  public void toggle() {
    preferences.setAppearance(dark.get() ? Appearance.LIGHT : Appearance.DARK);
    apply();
  }

  /// Gives a scene the style sheets of the program.
  public void style(Scene scene) {
    for (String sheet : SHEETS) {
      scene
          .getStylesheets()
          .add(
              Objects.requireNonNull(
                      AppearanceSwitch.class.getResource("/outcrop/ui/theme/" + sheet),
                      sheet + " is missing from ui-resources")
                  .toExternalForm());
    }
    dark.subscribe(now -> scene.getRoot().pseudoClassStateChanged(DARK, now));
  }
}
