package outcrop.app.viewmodel;

import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import outcrop.analysis.export.ViewExportOptions;
import outcrop.analysis.export.ViewFormat;
import outcrop.analysis.render.PictureStyle;
import outcrop.analysis.render.TextForm;
import outcrop.analysis.render.Theme;
import outcrop.app.language.DrawingLanguage;

/// What the user chose of how a view is written.
///
/// The language is a choice of its own, which begins with the window's, so that the command line
/// can write the same bytes.
public final class ViewExportChoice {
  private final ObjectProperty<ViewFormat> format = new SimpleObjectProperty<>(ViewFormat.SVG);
  private final ObjectProperty<Integer> dpi = new SimpleObjectProperty<>(300);
  private final ObjectProperty<TextForm> text = new SimpleObjectProperty<>(TextForm.EMBEDDED);
  private final BooleanProperty dark = new SimpleBooleanProperty(false);
  private final BooleanProperty transparent = new SimpleBooleanProperty(false);
  private final BooleanProperty guarded = new SimpleBooleanProperty(true);
  private final BooleanProperty dataBeside = new SimpleBooleanProperty(false);
  private final ObjectProperty<Locale> language;

  public ViewExportChoice(Locale language) {
    this.language = new SimpleObjectProperty<>(language);
  }

  public ObjectProperty<ViewFormat> formatProperty() {
    return format;
  }

  /// Pixels per inch of a PNG.
  public ObjectProperty<Integer> dpiProperty() {
    return dpi;
  }

  /// What becomes of letters in SVG and PDF.
  public ObjectProperty<TextForm> textProperty() {
    return text;
  }

  /// Whether the picture is light on a dark ground.
  public BooleanProperty darkProperty() {
    return dark;
  }

  /// Whether nothing is painted behind the picture.
  public BooleanProperty transparentProperty() {
    return transparent;
  }

  /// Whether texts that a spreadsheet would run are made harmless in CSV.
  public BooleanProperty guardedProperty() {
    return guarded;
  }

  /// Whether a Vega-Lite specification reads its data from a file beside it.
  public BooleanProperty dataBesideProperty() {
    return dataBeside;
  }

  /// The language of the words in the picture.
  public ObjectProperty<Locale> languageProperty() {
    return language;
  }

  public ViewExportOptions options() {
    return new ViewExportOptions(
        new PictureStyle(dpi.get(), text.get(), transparent.get()),
        dark.get() ? Theme.DARK : Theme.LIGHT,
        DrawingLanguage.of(language.get()),
        guarded.get(),
        dataBeside.get());
  }
}
