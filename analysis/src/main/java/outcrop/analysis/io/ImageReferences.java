package outcrop.analysis.io;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import outcrop.analysis.image.ImageRoots;
import outcrop.analysis.image.ImageSource;
import outcrop.analysis.io.ImportSpec.SourceSpec;
import outcrop.analysis.task.UserFailure;

/// Finds the images that the cells of imported rows name, in place.
///
/// Safe to use from any thread. Nothing is opened before an image is asked for.
public final class ImageReferences implements AutoCloseable {
  /// Option of a source: the folder to which the image paths in its cells are relative; itself
  /// relative to the folder of the source. Without it, that is the folder of the source.
  public static final String IMAGE_ROOT = "imageRoot";

  private final List<ImageArchive> archives;
  private final List<IdxImages> arrays;
  private final ParquetImages tables;
  private final ImageRoots roots;

  private ImageReferences(
      List<ImageArchive> archives, List<IdxImages> arrays, ParquetImages tables, ImageRoots roots) {
    this.archives = archives;
    this.arrays = arrays;
    this.tables = tables;
    this.roots = roots;
  }

  /// @param spec with paths that can be opened
  public static ImageReferences of(ImportSpec spec) {
    List<SourceSpec> all = new ArrayList<>(spec.sources());
    spec.joins().forEach(join -> all.add(join.source()));
    return of(all);
  }

  /// @param sources with paths that can be opened
  public static ImageReferences of(List<SourceSpec> sources) {
    List<Path> roots = new ArrayList<>();
    List<ImageArchive> archives = new ArrayList<>();
    List<IdxImages> arrays = new ArrayList<>();
    Map<String, Set<Path>> tables = new HashMap<>();
    for (SourceSpec source : sources) {
      Path path = Path.of(source.path()).toAbsolutePath();
      boolean isFolder = Files.isDirectory(path);
      if (source.format().equals(ImageFolderReader.FORMAT) && !isFolder) {
        archives.add(new ImageArchive(path));
      } else if (source.format().equals(IdxReader.FORMAT)) {
        idx(path, source).ifPresent(arrays::add);
      } else {
        roots.add(root(isFolder ? path : path.resolveSibling("."), source));
      }
      if (source.format().equals(ParquetReader.FORMAT)) {
        tables.computeIfAbsent(source.name(), name -> new HashSet<>()).add(path);
      }
    }
    return new ImageReferences(archives, arrays, new ParquetImages(tables), new ImageRoots(roots));
  }

  /// Empty where the file is gone or holds no images: its rows then name none.
  private static Optional<IdxImages> idx(Path path, SourceSpec source) {
    try {
      SourceFile file =
          SourceProbe.probe(path, source.format(), source.options()).file().named(source.name());
      return IdxReader.header(file).isImages()
          ? Optional.of(new IdxImages(file))
          : Optional.empty();
    } catch (UserFailure gone) {
      return Optional.empty();
    }
  }

  private static Path root(Path folder, SourceSpec source) {
    String root = source.options().get(IMAGE_ROOT);
    return root == null || root.isEmpty() ? folder : folder.resolve(root);
  }

  /// The image that the text of a cell names. One that cannot be had answers with a sentence when
  /// it is decoded.
  public ImageSource find(String text) {
    String name = text.strip();
    for (ImageArchive archive : archives) {
      Optional<ImageSource> found = archive.find(name);
      if (found.isPresent()) {
        return found.get();
      }
    }
    for (IdxImages array : arrays) {
      Optional<ImageSource> found = array.find(name);
      if (found.isPresent()) {
        return found.get();
      }
    }
    return tables.find(name).orElseGet(() -> roots.find(name));
  }

  @Override
  public void close() {
    archives.forEach(ImageArchive::close);
    arrays.forEach(IdxImages::close);
    tables.close();
  }
}
