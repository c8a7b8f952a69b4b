package outcrop.analysis.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Folders under which the images of a dataset lie. A path in a cell is followed inside them and
/// nowhere else: a table that came from anywhere must not make the program open other files.
///
/// @param roots looked through in this order
public record ImageRoots(List<Path> roots) {
  private static final Pattern ADDRESS = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+://.*");

  public ImageRoots {
    roots =
        List.copyOf(
            new LinkedHashSet<>(
                roots.stream().map(root -> root.toAbsolutePath().normalize()).toList()));
  }

  /// The image that a text names: a path below one of the roots, or a `data:` address. Never
  /// fetches anything from another machine.
  public ImageSource find(String text) {
    if (DataUri.isOne(text)) {
      return DataUri.image(text);
    }
    if (ADDRESS.matcher(text).matches()) {
      return new ImageSource.Unavailable(
          text, text + " is not on this machine; download it and name the file.");
    }
    try {
      return path(text);
    } catch (InvalidPathException e) {
      return new ImageSource.Unavailable(text, text + " is no path; name an image file.");
    }
  }

  private ImageSource path(String text) {
    List<Path> inside = new ArrayList<>();
    for (Path root : roots) {
      Path candidate = root.resolve(text.replace('\\', '/')).normalize();
      if (candidate.startsWith(root)) {
        inside.add(candidate);
      }
    }
    if (inside.isEmpty() && !roots.isEmpty()) {
      return outside(text);
    }
    for (Path candidate : inside) {
      if (Files.exists(candidate)) {
        return isInside(candidate) ? new ImageSource.OfFile(candidate) : outside(text);
      }
    }
    return new ImageSource.Unavailable(
        text, text + " is not in " + first() + "; put it there or choose its folder.");
  }

  private String first() {
    return roots.isEmpty() ? "the source" : roots.getFirst().toString();
  }

  /// Whether a file that exists lies below a root also when links are followed.
  private boolean isInside(Path file) {
    Path real = real(file);
    return real != null
        && roots.stream().map(ImageRoots::real).anyMatch(r -> r != null && real.startsWith(r));
  }

  private static @Nullable Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException gone) {
      return null;
    }
  }

  private ImageSource outside(String text) {
    return new ImageSource.Unavailable(
        text,
        text
            + " leads out of "
            + first()
            + " and is not followed; choose a folder that holds both.");
  }
}
