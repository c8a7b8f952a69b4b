package outcrop.analysis.io;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import outcrop.analysis.image.ImageHeader;

/// Images inside a zip, read without unpacking it.
final class ImageFilesInZip implements ImageFiles {
  /// Enough for the head of nearly every image; a longer one has no size.
  private static final int HEAD_BYTES = 1 << 16;

  private final ZipFile zip;
  private final Sorted sorted;
  private final List<String> warnings = new ArrayList<>();

  ImageFilesInZip(SourceFile file) {
    try {
      this.zip = new ZipFile(file.path().toFile());
    } catch (ZipException e) {
      throw file.damaged(e);
    } catch (IOException e) {
      throw file.unreadable(e);
    }
    List<String> paths = new ArrayList<>();
    List<String> outside = new ArrayList<>();
    zip.stream()
        .filter(entry -> !entry.isDirectory())
        .map(ZipEntry::getName)
        .distinct()
        .sorted()
        .forEach(
            name -> {
              if (!staysInside(name)) {
                outside.add(name);
              } else if (!isJunk(name)) {
                paths.add(name);
              }
            });
    this.sorted = Sorted.of(paths);
    if (!outside.isEmpty()) {
      warnings.add(FolderListing.counted(outside, "named to lie outside of the archive"));
    }
  }

  /// Whether the name of an entry leads nowhere else; nothing is unpacked, but a name is shown and
  /// may be written by an export.
  static boolean staysInside(String name) {
    return !name.startsWith("/")
        && name.indexOf('\\') < 0
        && name.indexOf(':') < 0
        && !List.of(name.split("/", -1)).contains("..");
  }

  private static boolean isJunk(String name) {
    for (String part : name.split("/", -1)) {
      if (FolderListing.isJunk(part)) {
        return true;
      }
    }
    return false;
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
    return warnings;
  }

  @Override
  public Head head(String path) throws IOException {
    ZipEntry entry = zip.getEntry(path);
    if (entry == null) {
      throw new IOException("there is no entry " + path);
    }
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] head = in.readNBytes(HEAD_BYTES);
      return new Head(Math.max(0, entry.getSize()), ImageHeader.read(head).orElse(null));
    } catch (IOException damaged) {
      return new Head(Math.max(0, entry.getSize()), null);
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
