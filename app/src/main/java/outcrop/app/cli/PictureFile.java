package outcrop.app.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import outcrop.analysis.export.ViewExport;
import outcrop.analysis.export.ViewExportOptions;
import outcrop.analysis.export.ViewFormat;
import outcrop.analysis.query.ViewData;
import outcrop.analysis.render.ChartExport;
import outcrop.analysis.spec.ChartSpec;

/// A chart written into a file, without any display.
final class PictureFile {
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

  /// The format that the name of a file says, before any work is done for it.
  ///
  /// @throws UsageFailure when it says none
  static ViewFormat format(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (ViewFormat.endings().stream().noneMatch(ending -> name.endsWith("." + ending))) {
      throw new UsageFailure(
          "The name of "
              + file
              + " must end in "
              + Stream.of(ViewFormat.values())
                  .map(format -> "." + format.ending())
                  .collect(Collectors.joining(", "))
              + ".");
    }
    return ViewFormat.of(file);
  }

  static void write(
      Session session,
      OpenedData data,
      ChartSpec spec,
      ViewData counts,
      Path file,
      ViewExportOptions options) {
    session.work(
        "Drawing",
        _ -> {
          new ViewExport(data.drawn(spec), data.schema(), counts, options)
              .write(file, ViewFormat.of(file));
          return true;
        });
  }
}
