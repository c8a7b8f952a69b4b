package outcrop.app.cli;

import java.util.Locale;
import outcrop.analysis.export.ViewExportOptions;
import outcrop.analysis.render.PictureStyle;
import outcrop.analysis.render.TextForm;
import outcrop.analysis.render.Theme;
import outcrop.analysis.spec.ChartSpec;
import outcrop.analysis.spec.ChartStyle.Size;
import outcrop.analysis.spec.ChartStyle.Unit;
import outcrop.app.language.DrawingLanguage;
import picocli.CommandLine.Option;

/// How a picture looks.
final class PictureOptions {
  private static final double DEFAULT_WIDTH = 160;
  private static final double DEFAULT_HEIGHT = 100;
  private static final double SMALLEST = 20;
  private static final double LARGEST = 2000;
  private static final double FINEST = 2400;

  @Option(names = "--title", paramLabel = "TEXT", description = "The title over the picture.")
  private String title = "";

  @Option(
      names = "--width",
      paramLabel = "MM",
      description = "The width of the picture in millimetres; 160 by default.")
  private double width;

  @Option(
      names = "--height",
      paramLabel = "MM",
      description = "The height of the picture in millimetres; 100 by default.")
  private double height;

  @Option(names = "--dark", description = "Light on a dark ground.")
  private boolean dark;

  @Option(
      names = "--dpi",
      paramLabel = "DPI",
      description = "Pixels per inch of a PNG; 300 by default.")
  private double dpi = PictureStyle.DEFAULT.dpi();

  @Option(
      names = "--text",
      paramLabel = "FORM",
      description =
          "What letters become in SVG and PDF: embedded (text with its font, the default), named"
              + " (text without its font) or outlined (shapes).")
  private TextForm text = PictureStyle.DEFAULT.text();

  @Option(names = "--transparent", description = "Paint nothing behind the picture.")
  private boolean transparent;

  @Option(
      names = "--language",
      paramLabel = "LANGUAGE",
      description = "The language of the words in the picture: en (the default) or de.")
  private String language = "en";

  /// Says what is wrong before any work is done.
  ///
  /// @throws UsageFailure for a size, a resolution or a language that there is not
  void check() {
    check("--width", width);
    check("--height", height);
    if (!(dpi >= 10 && dpi <= FINEST)) {
      throw new UsageFailure("--dpi wants 10 to 2,400, not " + Words.number(dpi) + ".");
    }
    if (!DrawingLanguage.LANGUAGES.contains(Locale.forLanguageTag(language))) {
      throw new UsageFailure("--language wants en or de, not \"" + language + "\".");
    }
  }

  /// All of it for an export, once it is checked.
  ViewExportOptions options() {
    return ViewExportOptions.DEFAULT
        .withPicture(new PictureStyle(dpi, text, transparent))
        .withTheme(dark ? Theme.DARK : Theme.LIGHT)
        .withWords(DrawingLanguage.of(Locale.forLanguageTag(language)));
  }

  /// The spec with what was said here; everything else of it stays.
  ChartSpec applyTo(ChartSpec spec) {
    ChartSpec titled = title.isEmpty() ? spec : spec.withTitle(title);
    if (width == 0 && height == 0) {
      return titled;
    }
    Size size =
        new Size(
            width == 0 ? DEFAULT_WIDTH : width, height == 0 ? DEFAULT_HEIGHT : height, Unit.MM);
    return titled.withStyle(titled.style().withSize(size));
  }

  private static void check(String option, double size) {
    if (size != 0 && !(size >= SMALLEST && size <= LARGEST)) {
      throw new UsageFailure(
          option + " wants 20 to 2,000 millimetres, not " + Words.number(size) + ".");
    }
  }
}
