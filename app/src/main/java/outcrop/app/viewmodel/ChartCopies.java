package outcrop.app.viewmodel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import outcrop.analysis.export.ChartTables;
import outcrop.analysis.export.ViewExport;
import outcrop.analysis.export.ViewExportOptions;
import outcrop.analysis.render.ChartExport;
import outcrop.analysis.render.PictureStyle;
import outcrop.analysis.render.SvgPainter;
import outcrop.analysis.spec.ViewFile;

/// A chart in the forms that other programs paste.
public final class ChartCopies {
  private static final int MOST_LINES = 100_000;
  private static final double DPI = 192;

  private ChartCopies() {}

  /// A PNG file.
  public static byte[] picture(ViewExport view) {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      ChartExport.write(view.drawing(), "png", PictureStyle.DEFAULT.withDpi(DPI), out);
      return out.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  public static String svg(ViewExport view) {
    return SvgPainter.paint(view.drawing(), ViewExportOptions.DEFAULT.picture().text());
  }

  /// The data behind with tabs between the fields, as spreadsheets take it; of very many lines the
  /// first.
  public static String data(ViewExport view) {
    return ChartTables.of(view.spec(), view.data()).first(MOST_LINES).tsv();
  }

  public static String spec(ViewExport view) {
    return new ViewFile(view.spec(), view.schema()).print();
  }
}
