package outcrop.analysis.io;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import outcrop.analysis.image.ImageRoots;
import outcrop.analysis.image.ImageSource;
import outcrop.analysis.io.ImportSpec.SourceSpec;

/// Finds the images that the cells of imported rows name, in place.
///
/// Safe to use from any thread. Nothing is opened before an image is decoded.
public final class ImageReferences {
  /// Option of a source: the folder to which the image paths in its cells are relative; itself
  /// relative to the folder of the source. Without it, that is the folder of the source.
  public static final String IMAGE_ROOT = "imageRoot";

  private final ImageRoots roots;

  private ImageReferences(ImageRoots roots) {
    this.roots = roots;
  }

  /// @param sources with paths that can be opened
  public static ImageReferences of(List<SourceSpec> sources) {
    List<Path> roots = new ArrayList<>();
    for (SourceSpec source : sources) {
      Path path = Path.of(source.path()).toAbsolutePath();
      Path folder = Files.isDirectory(path) ? path : path.resolveSibling(".");
      String root = source.options().get(IMAGE_ROOT);
      roots.add(root == null ? folder : folder.resolve(root));
    }
    return new ImageReferences(new ImageRoots(roots));
  }

  /// The image that the text of a cell names.
  public ImageSource find(String text) {
    return roots.find(text.strip());
  }
}
