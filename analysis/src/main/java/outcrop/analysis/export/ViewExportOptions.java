package outcrop.analysis.export;

import outcrop.analysis.render.ChartWords;
import outcrop.analysis.render.PictureStyle;
import outcrop.analysis.render.Theme;

/// How a view is written; formats pass over what they have no use for.
///
/// @param words the language of what is drawn, the same from the window and the command line
/// @param guarded whether texts that a spreadsheet would run as formulas are made harmless in CSV
/// @param dataBeside whether a Vega-Lite specification reads its data from a file beside it
public record ViewExportOptions(
    PictureStyle picture, Theme theme, ChartWords words, boolean guarded, boolean dataBeside) {
  public static final ViewExportOptions DEFAULT =
      new ViewExportOptions(PictureStyle.DEFAULT, Theme.LIGHT, ChartWords.ENGLISH, true, false);

  public ViewExportOptions withPicture(PictureStyle value) {
    return new ViewExportOptions(value, theme, words, guarded, dataBeside);
  }

  public ViewExportOptions withTheme(Theme value) {
    return new ViewExportOptions(picture, value, words, guarded, dataBeside);
  }

  public ViewExportOptions withWords(ChartWords value) {
    return new ViewExportOptions(picture, theme, value, guarded, dataBeside);
  }

  public ViewExportOptions withGuarded(boolean value) {
    return new ViewExportOptions(picture, theme, words, value, dataBeside);
  }

  public ViewExportOptions withDataBeside(boolean value) {
    return new ViewExportOptions(picture, theme, words, guarded, value);
  }
}
