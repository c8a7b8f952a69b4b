package outcrop.analysis.export;

import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import outcrop.analysis.render.PdfPainter;
import outcrop.analysis.task.UserFailure;
import outcrop.analysis.task.WholeFile;

/// What a report can be written as. A file is whole or absent.
public enum ReportFormat {
  HTML,
  PDF;

  /// The end of a file's name, without the point before it.
  public String ending() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The format that the end of a file's name says; empty where it says none.
  public static Optional<ReportFormat> of(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return Stream.of(values()).filter(format -> name.endsWith("." + format.ending())).findFirst();
  }

  /// Writes a report, replacing a file of that name.
  ///
  /// @throws UserFailure for a place that cannot be written
  public void write(Report report, ReportWords words, Path target) {
    if (Files.isDirectory(target)) {
      throw new UserFailure(target + " is a folder; give the report another name.");
    }
    WholeFile.write(
        target,
        temporary -> {
          switch (this) {
            case HTML -> Files.writeString(temporary, ReportHtml.write(report, words));
            case PDF -> {
              try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(temporary))) {
                PdfPainter.paint(ReportPages.of(report, words), out);
              }
            }
          }
        });
  }
}
