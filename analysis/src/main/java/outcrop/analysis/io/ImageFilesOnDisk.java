package outcrop.analysis.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.image.ImageHeader;
import outcrop.analysis.image.ImageInfo;
import outcrop.analysis.task.TaskContext;

/// Images in a folder.
final class ImageFilesOnDisk implements ImageFiles {
  private final FolderListing listing;
  private final Sorted sorted;

  ImageFilesOnDisk(Path folder, TaskContext context) {
    this.listing = FolderListing.of(folder, context);
    this.sorted = Sorted.of(listing.files().stream().map(FolderListing::text).toList());
  }

  @Override
  public List<String> images() {
    return sorted.images();
  }

  @Override
  public List<String> others() {
    return sorted.others();
  }

  @Override
  public List<String> warnings() {
    return listing.warnings();
  }

  @Override
  public Head head(String path) throws IOException {
    Path file = listing.root().resolve(path);
    return new Head(Files.size(file), info(file));
  }

  private static @Nullable ImageInfo info(Path file) {
    try {
      return ImageHeader.read(file).orElse(null);
    } catch (IOException damaged) {
      return null;
    }
  }

  @Override
  public void close() {}
}
