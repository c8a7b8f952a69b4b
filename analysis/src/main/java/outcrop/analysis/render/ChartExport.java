package outcrop.analysis.render;

import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import outcrop.analysis.spec.ChartStyle.Size;
import outcrop.analysis.spec.ChartStyle.Unit;
import outcrop.analysis.task.UserFailure;
import outcrop.analysis.task.WholeFile;

/// Writes drawings to files: SVG, PDF or PNG by the end of the file's name. A file is whole or
/// absent.
public final class ChartExport {
  /// Layout units per inch, the resolution at which a PNG has one pixel per unit.
  public static final double UNITS_PER_INCH = 96;

  /// File name endings that can be written, without the point.
  public static final List<String> FORMATS = List.of("svg", "pdf", "png");

  private static final double DEFAULT_WIDTH = 160;
  private static final double DEFAULT_HEIGHT = 100;
  private static final double MOST_PIXELS = 100e6;

  private ChartExport() {}

  /// Width of an exported drawing in layout units.
  public static double width(Size size) {
    return size.width() == 0 ? units(DEFAULT_WIDTH, Unit.MM) : units(size.width(), size.unit());
  }

  /// Height of an exported drawing in layout units.
  public static double height(Size size) {
    return size.height() == 0 ? units(DEFAULT_HEIGHT, Unit.MM) : units(size.height(), size.unit());
  }

  private static double units(double length, Unit unit) {
    return switch (unit) {
      case MM -> length * UNITS_PER_INCH / 25.4;
      case PX -> length;
    };
  }

  /// Writes a drawing in the format that the end of the file's name says, replacing a file of that
  /// name.
  ///
  /// @throws UserFailure for an unknown ending, a folder that cannot be written, or a picture too
  ///   large
  public static void write(Drawing drawing, Path target, PictureStyle style) {
    write(drawing, target, format(target), style);
  }

  /// Writes a drawing, replacing a file of that name.
  ///
  /// @param format one of [#FORMATS]
  /// @throws UserFailure for a folder that cannot be written, or a picture too large
  public static void write(Drawing drawing, Path target, String format, PictureStyle style) {
    if (format.equals("png")) {
      checkPixels(drawing, target, style.dpi() / UNITS_PER_INCH);
    }
    if (Files.isDirectory(target)) {
      throw new UserFailure(target + " is a folder; give the picture another name.");
    }
    WholeFile.write(
        target,
        temporary -> {
          try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(temporary))) {
            write(drawing, format, style, out);
          }
        });
  }

  private static String format(Path target) {
    Path file = target.getFileName();
    String name = file == null ? "" : file.toString().toLowerCase(Locale.ROOT);
    return FORMATS.stream()
        .filter(format -> name.endsWith("." + format))
        .findFirst()
        .orElseThrow(
            () ->
                new UserFailure(
                    "Cannot tell the format of the picture "
                        + target
                        + "; end its name with .svg, .pdf or .png."));
  }

  private static void checkPixels(Drawing drawing, Path target, double scale) {
    if (!(scale > 0) || drawing.width() * scale * drawing.height() * scale > MOST_PIXELS) {
      throw new UserFailure(
          "The picture "
              + target
              + " would have more than 100 million pixels or none; choose another resolution or"
              + " size, or write SVG or PDF.");
    }
  }

  /// Writes a drawing; the stream stays open.
  ///
  /// @param format one of [#FORMATS]
  public static void write(Drawing drawing, String format, PictureStyle style, OutputStream out)
      throws IOException {
    Drawing painted = style.of(drawing);
    double scale = style.dpi() / UNITS_PER_INCH;
    switch (format) {
      case "svg" ->
          out.write(SvgPainter.paint(painted, style.text()).getBytes(StandardCharsets.UTF_8));
      case "pdf" -> PdfPainter.paint(painted, style.text(), out);
      default -> png(PngPainter.image(painted, scale), scale, out);
    }
  }

  /// With the resolution in the file, so that it is printed in the drawing's size.
  private static void png(BufferedImage image, double scale, OutputStream out) throws IOException {
    Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("png");
    ImageWriter writer = writers.next();
    ImageWriteParam parameters = writer.getDefaultWriteParam();
    IIOMetadata metadata =
        writer.getDefaultImageMetadata(
            ImageTypeSpecifier.createFromRenderedImage(image), parameters);
    setResolution(metadata, scale);
    try (ImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image, null, metadata), parameters);
    } finally {
      writer.dispose();
    }
  }

  private static void setResolution(IIOMetadata metadata, double scale)
      throws IIOInvalidTreeException {
    String perMetre = Long.toString(Math.round(scale * UNITS_PER_INCH / 0.0254));
    IIOMetadataNode physical = new IIOMetadataNode("pHYs");
    physical.setAttribute("pixelsPerUnitXAxis", perMetre);
    physical.setAttribute("pixelsPerUnitYAxis", perMetre);
    physical.setAttribute("unitSpecifier", "meter");
    IIOMetadataNode root = new IIOMetadataNode("javax_imageio_png_1.0");
    root.appendChild(physical);
    metadata.mergeTree("javax_imageio_png_1.0", root);
  }
}
