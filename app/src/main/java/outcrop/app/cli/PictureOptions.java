package outcrop.app.cli;

import outcrop.analysis.render.Theme;
import outcrop.analysis.spec.ChartSpec;
import outcrop.analysis.spec.ChartStyle.Size;
import outcrop.analysis.spec.ChartStyle.Unit;
import picocli.CommandLine.Option;

/// How a picture looks.
final class PictureOptions {
  private static final double DEFAULT_WIDTH = 160;
  private static final double DEFAULT_HEIGHT = 100;
  private static final double SMALLEST = 20;
  private static final double LARGEST = 2000;

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

  Theme theme() {
    return dark ? Theme.DARK : Theme.LIGHT;
  }

  /// The spec with what was said here; everything else of it stays.
  ChartSpec applyTo(ChartSpec spec) {
    check("--width", width);
    check("--height", height);
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
