package outcrop.analysis.model;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.Column;
import outcrop.analysis.image.ImageDecoder;
import outcrop.analysis.image.ImageLimits;
import outcrop.analysis.image.Pixels;
import outcrop.analysis.task.UserFailure;

/// Reads the images that the rows of a field name, and counts those that cannot be read. Safe for
/// several threads.
final class RowPixels {
  private final Column column;
  private final ModelInput input;
  private final int longestSide;
  private final ImageDecoder decoder = new ImageDecoder(ImageLimits.DEFAULT);
  private final AtomicInteger failures = new AtomicInteger();
  private final AtomicReference<@Nullable Failure> firstFailure = new AtomicReference<>();

  private record Failure(int row, String sentence) {}

  /// @param longestSide no side of an image that is read is longer
  RowPixels(Column column, ModelInput input, int longestSide) {
    this.column = column;
    this.input = input;
    this.longestSide = longestSide;
  }

  /// The image of a row; empty where it has none or it cannot be read.
  Optional<Pixels> read(int row) {
    String name = column.textAt(row);
    if (name == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          decoder.decode(
              input.files().images().apply(name), longestSide, longestSide, input.context()));
    } catch (UserFailure unreadable) {
      failures.incrementAndGet();
      Failure failure = new Failure(row, String.valueOf(unreadable.getMessage()));
      firstFailure.updateAndGet(first -> first == null || row < first.row ? failure : first);
      return Optional.empty();
    }
  }

  /// Why the first image that could not be read could not.
  Optional<String> firstFailure() {
    return Optional.ofNullable(firstFailure.get()).map(Failure::sentence);
  }

  /// How many images could not be read and why the first could not, in a sentence; nothing where
  /// all could.
  List<String> notes() {
    int count = failures.get();
    return firstFailure()
        .map(
            sentence ->
                (count == 1
                        ? "1 image could not be read and has"
                        : count + " images could not be read and have")
                    + " no vector: "
                    + sentence)
        .stream()
        .toList();
  }
}
