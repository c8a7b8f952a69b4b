package outcrop.app.cli;

import java.nio.file.Path;
import java.util.Locale;
import outcrop.analysis.query.ViewData;
import outcrop.analysis.render.ChartExport;
import outcrop.analysis.render.ChartLayout;
import outcrop.analysis.render.Theme;
import outcrop.analysis.spec.ChartSpec;

/// A chart drawn into a file, without any display.
final class PictureFile {
  /// Pixels per inch of a PNG, as printers want them.
  private static final double DPI = 300;

  private PictureFile() {}

  /// Checks that the name of a picture says how it is to be drawn, before any work is done for it.
  ///
  /// @throws UsageFailure when it does not
  static void check(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (ChartExport.FORMATS.stream().noneMatch(format -> name.endsWith("." + format))) {
      throw new UsageFailure(
          "The name of the picture " + file + " must end in .svg, .pdf or .png.");
    }
  }

  static void write(Session session, ChartSpec spec, ViewData data, Path file, Theme theme) {
    session.work(
        "Drawing",
        _ -> {
          double width = ChartExport.width(spec.style().size());
          double height = ChartExport.height(spec.style().size());
          ChartExport.write(ChartLayout.layout(spec, data, width, height, theme), file, DPI);
          return true;
        });
  }
}
