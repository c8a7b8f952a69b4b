package outcrop.analysis.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import outcrop.analysis.dataset.FieldRole;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.io.JsonRowParser.Form;
import outcrop.analysis.io.JsonShape.Elements;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.UserFailure;

/// Reads a COCO file: one row per image, with the categories and boxes of its annotations as lists
/// that run parallel.
///
/// Option: `imageRoot`, guessed from where the first images are.
final class CocoReader implements DatasetReader {
  static final String FORMAT = "coco";

  static final String FILE_NAME = "file_name";
  static final String ID = "id";
  static final String OBJECTS = "objects";
  static final String CATEGORIES = "categories";
  static final String CROWDS = "crowds";

  /// The fields of the numbers of each annotation, in the order of [CocoAnnotations.OfImage].
  static final List<String> NUMBERS =
      List.of("boxes.x", "boxes.y", "boxes.width", "boxes.height", "areas");

  private static final int SAMPLE = 1000;
  private static final int TRIED = 20;
  private static final Pattern IMAGES = Pattern.compile("\"images\"\\s*:\\s*\\[");
  private static final Pattern ANNOTATIONS = Pattern.compile("\"annotations\"\\s*:\\s*\\[");

  @Override
  public String format() {
    return FORMAT;
  }

  @Override
  public boolean quotesMeanText() {
    return true;
  }

  /// Whether the head of a text starts like a COCO file: an object with images that have files, or
  /// with annotations of images.
  static boolean recognises(String head) {
    return head.stripLeading().startsWith("{")
        && (IMAGES.matcher(head).find() && head.contains("\"file_name\"")
            || ANNOTATIONS.matcher(head).find()
                && head.contains("\"image_id\"")
                && head.contains("\"category_id\""));
  }

  @Override
  public Layout layout(SourceFile file, Map<String, String> given, TaskContext context)
      throws IOException {
    Set<String> fields = new LinkedHashSet<>();
    List<String> files = new ArrayList<>();
    long images = look(file, fields, files, context);
    if (images == 0) {
      throw new UserFailure(
          file.name() + " lists no images; import it as JSON by choosing the format jsonl.");
    }
    fields.add(OBJECTS);
    fields.add(CATEGORIES);
    fields.addAll(NUMBERS);
    fields.add(CROWDS);
    Map<String, String> options = new HashMap<>(given);
    options.computeIfAbsent(ImageReferences.IMAGE_ROOT, key -> root(file, files));
    return new Layout(options, List.copyOf(fields), -1, List.of(), hints());
  }

  private static Map<String, FieldHint> hints() {
    Map<String, FieldHint> hints = new HashMap<>();
    hints.put(ID, new FieldHint(null, FieldRole.ID));
    hints.put(FILE_NAME, new FieldHint(FieldType.IMAGE, FieldRole.IMAGE));
    hints.put(CATEGORIES, new FieldHint(FieldType.LIST, FieldRole.LABEL));
    return hints;
  }

  /// Takes the keys and files of the first images.
  ///
  /// @return how many were looked at
  private static long look(
      SourceFile file, Set<String> fields, List<String> files, TaskContext context)
      throws IOException {
    RowBatch batch = new RowBatch(0);
    RowSink sink =
        new RowSink() {
          @Override
          public void refuse(long line, String reason) {}

          @Override
          public void unknownField(
              String name, long line, char[] chars, int start, int length, boolean quoted) {
            fields.add(name);
            if (name.equals(FILE_NAME) && files.size() < TRIED) {
              files.add(new String(chars, start, length));
            }
          }
        };
    JsonRowParser rows = rows(Map.of());
    long seen = 0;
    try (CocoStream stream = new CocoStream(file, context)) {
      for (String list = stream.nextList(); list != null; list = stream.nextList()) {
        if (!list.equals("images")) {
          stream.skipList();
          continue;
        }
        while (seen < SAMPLE && stream.nextObject()) {
          seen++;
          putImage(stream, rows, batch, sink);
          batch.clear(0, line -> -1);
        }
        return seen;
      }
    }
    return seen;
  }

  static JsonRowParser rows(Map<String, Integer> columns) {
    return new JsonRowParser(columns, new Form(Elements.OBJECTS, true, List.of(), ""));
  }

  /// Puts the members of the image at whose start the stream stands into the row under way.
  static void putImage(CocoStream stream, JsonRowParser rows, RowBatch batch, RowSink sink) {
    long line = stream.line();
    stream.read(
        json -> {
          try {
            rows.read(json, batch, sink, new JsonRowParser.Place(line, ""));
          } catch (JsonRowParser.NoRow e) {
            throw new IllegalStateException("An object is a row", e);
          }
          return true;
        });
  }

  /// Where most of the first images are, relative to the folder of the file: in it, in `images`
  /// beside or above it, or in a folder that its name names, such as `train2017`.
  private static String root(SourceFile file, List<String> names) {
    Path folder = Objects.requireNonNullElse(file.path().toAbsolutePath().getParent(), Path.of(""));
    List<String> roots = new ArrayList<>(List.of(".", "images", "../images", ".."));
    Matcher split = Pattern.compile("_((train|val|test)\\w*)\\.").matcher(file.name());
    if (split.find()) {
      for (String above : List.of("", "../", "images/", "../images/")) {
        roots.add(above + split.group(1));
      }
    }
    String best = ".";
    long most = 0;
    for (String root : roots) {
      long found = names.stream().filter(name -> isFile(folder.resolve(root), name)).count();
      if (found > most) {
        most = found;
        best = root;
      }
    }
    return best;
  }

  private static boolean isFile(Path root, String name) {
    try {
      Path file = root.resolve(name).normalize();
      return file.startsWith(root.normalize()) && Files.isRegularFile(file);
    } catch (java.nio.file.InvalidPathException noPath) {
      return false;
    }
  }

  @Override
  public RowCursor open(
      SourceFile file, Layout layout, Map<String, Integer> columns, TaskContext context)
      throws IOException {
    return new CocoCursor(file, CocoAnnotations.read(file, context), columns, context);
  }
}
