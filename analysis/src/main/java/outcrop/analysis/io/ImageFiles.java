package outcrop.analysis.io;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.image.ImageFormat;
import outcrop.analysis.image.ImageInfo;

/// The files of an image dataset, in a folder or inside a zip, by their paths below it.
interface ImageFiles extends AutoCloseable {
  /// Files that are named like images, sorted; with slashes on every system.
  List<String> images();

  /// Files that are named like something else, sorted.
  List<String> others();

  /// What was passed over, one sentence each.
  List<String> warnings();

  /// Looks at the head of one image.
  ///
  /// @throws IOException where the file itself cannot be read
  Head head(String path) throws IOException;

  @Override
  void close() throws IOException;

  /// @param bytes of the file
  /// @param info null where the head is damaged or shows no image
  record Head(long bytes, @Nullable ImageInfo info) {}

  /// Sorts paths into images and others by what their names promise.
  record Sorted(List<String> images, List<String> others) {
    static Sorted of(List<String> paths) {
      return new Sorted(
          paths.stream().filter(Sorted::isImage).toList(),
          paths.stream().filter(path -> !isImage(path)).toList());
    }

    private static boolean isImage(String path) {
      return ImageFormat.ofName(path).isPresent();
    }
  }
}
