package outcrop.analysis.image;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/// What the head of an image file says about it.
///
/// @param width as stored, in pixels; −1 where the head does not say
/// @param height as stored
/// @param orientation how the picture is to be turned, 1…8 as in EXIF; 1 is upright
/// @param taken when the picture was taken by the camera's clock, null where not said
/// @param camera maker and model, null where not said
/// @param whole whether it must be unpacked whole before a line of it can be taken
public record ImageInfo(
    ImageFormat format,
    int width,
    int height,
    int orientation,
    @Nullable LocalDateTime taken,
    @Nullable String camera,
    boolean whole) {

  /// Whether width and height change places when it is shown upright.
  public boolean isTurned() {
    return orientation >= 5;
  }

  /// The width when it is shown upright, −1 where unknown.
  public int shownWidth() {
    return isTurned() ? height : width;
  }

  /// The height when it is shown upright, −1 where unknown.
  public int shownHeight() {
    return isTurned() ? width : height;
  }

  /// Pixels declared; −1 where unknown.
  public long pixels() {
    return width < 0 || height < 0 ? -1 : (long) width * height;
  }
}
