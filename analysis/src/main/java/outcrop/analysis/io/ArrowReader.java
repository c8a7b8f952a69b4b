package outcrop.analysis.io;

import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.io.ArrowField.Kind;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.UserFailure;

/// Reads Arrow (Feather version 2): files and streams, plain or with bodies packed by LZ4 or
/// Zstandard.
///
/// Structs become dotted fields down to [JsonRowParser#DEEPEST] levels; lists, maps and what lies
/// deeper become JSON text, lists of fixed length of floats vectors. Bytes come in hexadecimal
/// where they are short, as keys and hashes are; fields of longer bytes are left out.
final class ArrowReader implements DatasetReader {
  static final String FORMAT = "arrow";

  /// Longer bytes are content, not names.
  static final int LONGEST_BYTES = 256;

  private static final int SAMPLE_ROWS = 1000;

  @Override
  public String format() {
    return FORMAT;
  }

  @Override
  public boolean quotesMeanText() {
    return true;
  }

  /// Whether the head is that of a file or of a stream.
  static boolean recognises(byte[] head) {
    boolean stream = Magic.starts(head, 0xFF, 0xFF, 0xFF, 0xFF) && head.length > 8;
    return Magic.starts(head, 'A', 'R', 'R', 'O', 'W', '1')
        || stream && head[6] == 0 && head[7] == 0;
  }

  /// One field of the dataset.
  ///
  /// @param path of the children from the schema down
  record Leaf(String name, int[] path, ArrowField field) {
    /// The value in a row, null where it or a struct around it is missing.
    ArrowVector.@Nullable Value value(List<ArrowVector> columns, int row) {
      ArrowVector.Value value = columns.get(path[0]).value(row);
      for (int i = 1; i < path.length && value != null; i++) {
        value = value.vector().children().get(path[i]).value(value.at());
      }
      return value;
    }
  }

  @Override
  public Layout layout(SourceFile file, Map<String, String> given, TaskContext context)
      throws IOException {
    List<String> warnings = new ArrayList<>();
    List<String> names = new ArrayList<>();
    try (SourceFile.Opened opened = file.open();
        ArrowStream stream = new ArrowStream(opened.stream())) {
      List<Leaf> leaves = leaves(stream.fields(), warnings);
      ArrowStream.Batch first = stream.next();
      for (Leaf leaf : leaves) {
        if (first != null && holdsContent(leaf, first)) {
          warnings.add(DuckDb.bytesLeftOut(leaf.name()));
        } else {
          names.add(leaf.name());
        }
        if (leaf.field().kind() == Kind.DURATION) {
          warnings.add(
              leaf.name() + " holds durations and is read as whole " + unit(leaf.field()) + ".");
        }
      }
    } catch (IOException | RuntimeException e) {
      throw unreadable(file, e);
    }
    if (names.isEmpty()) {
      throw new UserFailure(file.name() + " has no field that can be read.");
    }
    return new Layout(given, names, -1, warnings);
  }

  private static String unit(ArrowField field) {
    return List.of("seconds", "milliseconds", "microseconds", "nanoseconds").get(field.unit());
  }

  private static boolean holdsContent(Leaf leaf, ArrowStream.Batch batch) {
    if (!leaf.field().kind().isBytes()) {
      return false;
    }
    for (int row = 0; row < Math.min(batch.rows(), SAMPLE_ROWS); row++) {
      ArrowVector.Value value = leaf.value(batch.columns(), row);
      if (value != null
          && value.vector().bytes(value.at(), leaf.field().unit()).length > LONGEST_BYTES) {
        return true;
      }
    }
    return false;
  }

  /// All fields that rows can have.
  ///
  /// @param warnings receives a sentence per changed name
  static List<Leaf> leaves(List<ArrowField> fields, List<String> warnings) {
    List<Leaf> found = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      addLeaves(new Leaf(fields.get(i).name(), new int[] {i}, fields.get(i)), found);
    }
    List<String> names = FieldNames.unique(found.stream().map(Leaf::name).toList(), warnings);
    List<Leaf> named = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      named.add(new Leaf(names.get(i), found.get(i).path(), found.get(i).field()));
    }
    return named;
  }

  private static void addLeaves(Leaf leaf, List<Leaf> found) {
    List<ArrowField> children = leaf.field().children();
    boolean flat =
        leaf.field().kind() != Kind.STRUCT
            || leaf.field().index() != null
            || children.isEmpty()
            || leaf.path().length >= JsonRowParser.DEEPEST;
    if (flat) {
      found.add(leaf);
      return;
    }
    for (int i = 0; i < children.size(); i++) {
      int[] path = java.util.Arrays.copyOf(leaf.path(), leaf.path().length + 1);
      path[path.length - 1] = i;
      String name = leaf.name() + '.' + children.get(i).name();
      addLeaves(new Leaf(name, path, children.get(i)), found);
    }
  }

  /// What is wrong with the file, for the user.
  static RuntimeException unreadable(SourceFile file, Exception cause) {
    if (cause instanceof ArrowStream.Damaged || cause instanceof EOFException) {
      return new UserFailure(
          file.name()
              + " cannot be read as Arrow ("
              + cause.getMessage()
              + "); fetch or write it again.",
          cause);
    }
    if (cause instanceof IOException io) {
      return file.unreadable(io);
    }
    if (cause instanceof IndexOutOfBoundsException
        || cause instanceof IllegalArgumentException
        || cause instanceof ArithmeticException
        || cause instanceof java.time.DateTimeException) {
      return new UserFailure(
          file.name()
              + " cannot be read as Arrow (its values are damaged); fetch or write it again.",
          cause);
    }
    return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
  }

  @Override
  public RowCursor open(
      SourceFile file, Layout layout, Map<String, Integer> columns, TaskContext context)
      throws IOException {
    return new ArrowCursor(file, columns);
  }
}
