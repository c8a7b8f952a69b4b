package outcrop.analysis.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import outcrop.analysis.dataset.FieldRole;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.image.ImageFormat;
import outcrop.analysis.image.ImageInfo;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.UserFailure;

/// Reads a folder of images, or a zip of one, as a table: one row per image, named by its path.
/// Images are referenced where they lie; only their heads are read.
///
/// Options: `splitFolder` and `labelFolder` ([ImagePaths]).
final class ImageFolderReader implements FolderReader {
  static final String FORMAT = "images";

  static final String IMAGE = "image";
  static final String LABEL = "label";
  static final String SPLIT = "split";
  static final String WIDTH = "width";
  static final String HEIGHT = "height";
  static final String BYTES = "bytes";
  static final String KIND = "format";

  /// The format that the name promises, where the content is of another.
  static final String NAMED_AS = "namedAs";

  static final String TAKEN = "taken";
  static final String CAMERA = "camera";
  static final String ORIENTATION = "orientation";

  private static final int SAMPLE = 1000;
  private static final Set<String> TABLES =
      Set.of(
          "csv", "tsv", "tab", "txt", "json", "jsonl", "ndjson", "parquet", "arrow", "feather",
          "xlsx", "sqlite", "db", "arff", "npy", "npz", "gz", "zip", "bz2", "xz", "zst");
  private static final Map<String, FieldHint> HINTS =
      Map.of(
          IMAGE, new FieldHint(FieldType.IMAGE, FieldRole.ID),
          LABEL, new FieldHint(FieldType.CATEGORY, FieldRole.LABEL),
          SPLIT, new FieldHint(FieldType.CATEGORY, FieldRole.SPLIT),
          KIND, new FieldHint(FieldType.CATEGORY, FieldRole.NONE),
          CAMERA, new FieldHint(FieldType.CATEGORY, FieldRole.NONE),
          TAKEN, new FieldHint(FieldType.TIME, FieldRole.TIME));

  @Override
  public String format() {
    return FORMAT;
  }

  @Override
  public List<ReaderOption> options() {
    return List.of(
        ReaderOption.number(
            ImagePaths.LABEL,
            1,
            "Which folder names the class: 1 the one that holds the image, 2 the one above it, 0"
                + " none."),
        ReaderOption.number(
            ImagePaths.SPLIT, 0, "Which folder names the split, counted from the top; 0 none."));
  }

  @Override
  public boolean quotesMeanText() {
    return true;
  }

  @Override
  public boolean recognises(Path folder, TaskContext context) {
    FolderListing listing = FolderListing.of(folder, context);
    Balance balance = new Balance();
    for (Path relative : listing.files()) {
      balance.add(
          String.valueOf(relative.getFileName()), () -> Files.size(folder.resolve(relative)));
    }
    return balance.isOfImages();
  }

  /// Whether a zip is meant to be read as a folder of images.
  static boolean recognisesArchive(SourceFile file) {
    try (ZipFile zip = new ZipFile(file.path().toFile())) {
      Balance balance = new Balance();
      zip.stream().forEach(entry -> balance.add(entry.getName(), entry::getSize));
      return balance.isOfImages();
    } catch (ZipException e) {
      throw file.damaged(e);
    } catch (IOException e) {
      throw file.unreadable(e);
    }
  }

  /// Whether images make up more of a folder than tables do, by number and by bytes: a table beside
  /// its images is smaller than they are, and a few figures beside tables are fewer than these or
  /// smaller.
  private static final class Balance {
    private long images;
    private long tables;
    // Images less tables.
    private long surplus;

    @FunctionalInterface
    interface Size {
      long of() throws IOException;
    }

    void add(String name, Size size) {
      String lower = name.toLowerCase(Locale.ROOT);
      boolean image = ImageFormat.ofName(lower).isPresent();
      if (image || TABLES.contains(lower.substring(lower.lastIndexOf('.') + 1))) {
        long bytes = bytes(size);
        images += image ? bytes : 0;
        tables += image ? 0 : bytes;
        surplus += image ? 1 : -1;
      }
    }

    private static long bytes(Size size) {
      try {
        return Math.max(0, size.of());
      } catch (IOException gone) {
        return 0;
      }
    }

    boolean isOfImages() {
      return images > tables && surplus > 0;
    }
  }

  static ImageFiles files(SourceFile file, TaskContext context) {
    return file.compression() == Compression.ZIP
        ? new ImageFilesInZip(file)
        : new ImageFilesOnDisk(file.path(), context);
  }

  @Override
  public Layout layout(SourceFile file, Map<String, String> given, TaskContext context)
      throws IOException {
    try (ImageFiles files = files(file, context)) {
      List<String> images = files.images();
      if (images.isEmpty()) {
        throw new UserFailure(file.name() + " holds no images; name a folder that does.");
      }
      boolean settled = given.containsKey(ImagePaths.LABEL) || given.containsKey(ImagePaths.SPLIT);
      ImagePaths paths = settled ? ImagePaths.of(given) : ImagePaths.guess(images);
      Map<String, String> options = new HashMap<>(given);
      options.putAll(paths.options());
      List<String> fields = new ArrayList<>(List.of(IMAGE));
      if (paths.labelHeight() > 0) {
        fields.add(LABEL);
      }
      if (paths.splitDepth() > 0) {
        fields.add(SPLIT);
      }
      fields.addAll(List.of(WIDTH, HEIGHT, BYTES, KIND));
      // Which of these a dataset keeps is settled by its fields; any of them can be asked for.
      fields.addAll(
          settled ? List.of(NAMED_AS, TAKEN, CAMERA, ORIENTATION) : found(files, context));
      List<String> warnings = new ArrayList<>(files.warnings());
      if (!files.others().isEmpty()) {
        warnings.add(FolderListing.counted(files.others(), "no image"));
      }
      return new Layout(options, fields, images.size(), warnings, HINTS);
    }
  }

  /// Which optional fields any of a sample of the images has.
  private static List<String> found(ImageFiles files, TaskContext context) throws IOException {
    List<String> images = files.images();
    Map<String, Boolean> seen = new HashMap<>();
    int count = Math.min(SAMPLE, images.size());
    for (int i = 0; i < count; i++) {
      context.checkCancelled();
      String path = images.get((int) ((long) i * images.size() / count));
      ImageInfo info = files.head(path).info();
      if (info != null) {
        seen.merge(NAMED_AS, isMisnamed(path, info), Boolean::logicalOr);
        seen.merge(TAKEN, info.taken() != null, Boolean::logicalOr);
        seen.merge(CAMERA, info.camera() != null, Boolean::logicalOr);
        seen.merge(ORIENTATION, info.orientation() != 1, Boolean::logicalOr);
      }
    }
    return List.of(NAMED_AS, TAKEN, CAMERA, ORIENTATION).stream()
        .filter(field -> seen.getOrDefault(field, false))
        .toList();
  }

  static boolean isMisnamed(String path, ImageInfo info) {
    return ImageFormat.ofName(path).filter(promised -> promised != info.format()).isPresent();
  }

  @Override
  public RowCursor open(
      SourceFile file, Layout layout, Map<String, Integer> columns, TaskContext context) {
    return new ImageFolderCursor(
        files(file, context), ImagePaths.of(layout.options()), columns, context);
  }
}
