package outcrop.analysis.image;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/// Where one image lies. Nothing is read before [ImageDecoder] is asked.
public sealed interface ImageSource {
  /// The image as the user knows it, for sentences and captions.
  String name();

  /// Opens the bytes of an image that lies inside something else.
  @FunctionalInterface
  interface Opener {
    InputStream open() throws IOException;
  }

  /// A file of its own.
  record OfFile(Path path) implements ImageSource {
    @Override
    public String name() {
      return String.valueOf(path.getFileName());
    }
  }

  /// An encoded image inside an archive, a table or a cell.
  ///
  /// @param size bytes, −1 where not known before they are read
  record OfBytes(String name, long size, Opener opener) implements ImageSource {}

  /// Samples without a format of their own, row by row, one byte each.
  ///
  /// @param channels 1 for grey, 3 for red, green and blue
  record OfSamples(String name, int width, int height, int channels, Opener opener)
      implements ImageSource {}

  /// An image that is named but cannot be had.
  ///
  /// @param sentence why, and what to do about it
  record Unavailable(String name, String sentence) implements ImageSource {}
}
