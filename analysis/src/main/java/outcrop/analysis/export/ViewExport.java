package outcrop.analysis.export;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import outcrop.analysis.dataset.Schema;
import outcrop.analysis.query.ViewData;
import outcrop.analysis.render.ChartExport;
import outcrop.analysis.render.ChartLayout;
import outcrop.analysis.render.Drawing;
import outcrop.analysis.render.LayoutOptions;
import outcrop.analysis.render.VegaLite;
import outcrop.analysis.spec.ChartSpec;
import outcrop.analysis.spec.ViewFile;
import outcrop.analysis.task.UserFailure;
import outcrop.analysis.task.WholeFile;

/// Writes a chart with its data into a file. The window and the command line both go this way, so
/// that the same view, language and theme give the same bytes.
///
/// @param schema of the dataset that the chart shows
/// @param data the answer to the query of the spec
public record ViewExport(ChartSpec spec, Schema schema, ViewData data, ViewExportOptions options) {
  /// The chart as it is drawn into a file.
  public Drawing drawing() {
    return ChartLayout.layout(
        spec,
        data,
        ChartExport.width(spec.style().size()),
        ChartExport.height(spec.style().size()),
        options.theme(),
        LayoutOptions.DEFAULT.withWords(options.words()));
  }

  /// Writes the file, replacing one of that name.
  ///
  /// @throws UserFailure for a place that cannot be written or a picture too large
  public void write(Path target, ViewFormat format) {
    if (Files.isDirectory(target)) {
      throw new UserFailure(target + " is a folder; give the file another name.");
    }
    switch (format) {
      case SVG, PDF, PNG ->
          ChartExport.write(drawing(), target, format.ending(), options.picture());
      case CSV -> text(target, ChartTables.of(spec, data).csv(options.guarded()));
      case JSON -> text(target, ChartTables.of(spec, data).json());
      case SPEC -> text(target, new ViewFile(spec, schema).print());
      case VEGA_LITE -> vegaLite(target);
    }
  }

  private void vegaLite(Path target) {
    VegaLite chart = VegaLite.of(spec, data, options.theme(), options.words());
    if (options.dataBeside()) {
      Path beside = dataBeside(target);
      text(beside, chart.data());
      String url =
          URLEncoder.encode(String.valueOf(beside.getFileName()), StandardCharsets.UTF_8)
              .replace("+", "%20");
      text(target, chart.withDataAt(url));
    } else {
      text(target, chart.inline());
    }
  }

  /// The file that holds the data of a Vega-Lite specification: `tail.data.json` beside
  /// `tail.vl.json`.
  public static Path dataBeside(Path target) {
    String name = String.valueOf(target.getFileName());
    int end = name.length() - ViewFormat.VEGA_LITE.ending().length() - 1;
    boolean usual = ViewFormat.of(target) == ViewFormat.VEGA_LITE && end > 0;
    return target.resolveSibling((usual ? name.substring(0, end) : name) + ".data.json");
  }

  private static void text(Path target, String text) {
    WholeFile.write(target, temporary -> Files.writeString(temporary, text));
  }
}
