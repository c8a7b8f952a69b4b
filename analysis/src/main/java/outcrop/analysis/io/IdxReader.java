package outcrop.analysis.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.dataset.FieldRole;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.UserFailure;

/// Reads IDX files: images with the labels of the file beside them, single numbers, or vectors.
///
/// Images are referenced in place, as `NAME#INDEX`. Option: `labels`, the file with the labels,
/// found by its name (`train-images-idx3-ubyte` goes with `train-labels-idx1-ubyte`).
final class IdxReader implements DatasetReader {
  static final String FORMAT = "idx";

  static final String IMAGE = "image";
  static final String LABEL = "label";
  static final String SPLIT = "split";
  static final String VALUE = "value";
  static final String VALUES = "values";
  static final String LABELS = "labels";

  private static final int LONGEST_VECTOR = 1 << 16;
  private static final Pattern SPLITS =
      Pattern.compile("(?i)(?<![a-z])(train|test|t10k|val|valid|validation|dev)(?![a-z])");

  @Override
  public String format() {
    return FORMAT;
  }

  @Override
  public List<ReaderOption> options() {
    return List.of(
        ReaderOption.text(
            LABELS, List.of(), "The IDX file beside this one that holds the labels."));
  }

  @Override
  public boolean quotesMeanText() {
    return true;
  }

  @Override
  public boolean refersInside() {
    return true;
  }

  /// Whether a file starts like an array of this format.
  static boolean recognises(byte[] head) {
    return IdxHeader.read(head) != null;
  }

  /// The head of a file that is whole.
  ///
  /// @throws UserFailure where the file is no IDX file or its size is not what its head says
  static IdxHeader header(SourceFile file) {
    IdxHeader header = IdxHeader.read(file.head(IdxHeader.MOST_BYTES));
    if (header == null) {
      throw new UserFailure(
          file.name() + " does not start like an IDX file; choose another format.");
    }
    if (file.compression() == Compression.NONE && file.size() != header.fileBytes()) {
      throw new UserFailure(
          file.name()
              + " has "
              + file.size()
              + " bytes where its head says "
              + header.fileBytes()
              + "; fetch it again.");
    }
    return header;
  }

  @Override
  public Layout layout(SourceFile file, Map<String, String> given, TaskContext context)
      throws IOException {
    IdxHeader header = header(file);
    Map<String, String> options = new HashMap<>(given);
    List<String> warnings = new ArrayList<>();
    List<String> fields = new ArrayList<>();
    Map<String, FieldHint> hints = new HashMap<>();
    if (header.isImages()) {
      fields.add(IMAGE);
      hints.put(IMAGE, new FieldHint(FieldType.IMAGE, FieldRole.ID));
      if (!options.containsKey(LABELS)) {
        findLabels(file, header, options, warnings);
      }
      if (!options.getOrDefault(LABELS, "").isEmpty()) {
        fields.add(LABEL);
        hints.put(LABEL, new FieldHint(FieldType.CATEGORY, FieldRole.LABEL));
      }
    } else if (header.elements() == 1) {
      fields.add(isNamedLabels(file) ? LABEL : VALUE);
    } else if (header.elements() <= LONGEST_VECTOR) {
      fields.add(VALUES);
      hints.put(VALUES, new FieldHint(FieldType.VECTOR, FieldRole.VECTOR));
    } else {
      throw new UserFailure(
          file.name()
              + " holds "
              + header.elements()
              + " numbers per row, more than the "
              + LONGEST_VECTOR
              + " of a vector; split it.");
    }
    if (split(file) != null) {
      fields.add(SPLIT);
      hints.put(SPLIT, new FieldHint(FieldType.CATEGORY, FieldRole.SPLIT));
    }
    return new Layout(options, fields, header.rows(), warnings, hints);
  }

  private static boolean isNamedLabels(SourceFile file) {
    return file.name().toLowerCase(Locale.ROOT).contains("label");
  }

  private static void findLabels(
      SourceFile file, IdxHeader header, Map<String, String> options, List<String> warnings) {
    String name = file.name().replace("images", "labels").replaceFirst("idx[34]", "idx1");
    String bare = name.replaceFirst("\\.gz$", "");
    for (String candidate : List.of(name, bare, bare + ".gz")) {
      if (!candidate.equals(file.name()) && Files.isRegularFile(beside(file, candidate))) {
        int rows = header(labels(file, candidate)).rows();
        if (rows == header.rows()) {
          options.put(LABELS, candidate);
        } else {
          warnings.add(
              candidate
                  + " holds "
                  + rows
                  + " labels for "
                  + header.rows()
                  + " images and is not read.");
        }
        return;
      }
    }
    options.put(LABELS, "");
  }

  private static Path beside(SourceFile file, String name) {
    return file.path().resolveSibling(name);
  }

  private static SourceFile labels(SourceFile file, String name) {
    Path folder = Objects.requireNonNullElse(file.path().toAbsolutePath().getParent(), Path.of(""));
    Path path = SafePaths.inside(folder, name, "The option " + LABELS);
    return SourceProbe.probe(path, FORMAT, Map.of()).file();
  }

  /// The split that the name of a file tells, null where it tells none.
  static @Nullable String split(SourceFile file) {
    Matcher matcher = SPLITS.matcher(String.valueOf(file.path().getFileName()));
    if (!matcher.find()) {
      return null;
    }
    String word = matcher.group(1).toLowerCase(Locale.ROOT);
    return word.equals("t10k") ? "test" : word;
  }

  @Override
  public RowCursor open(
      SourceFile file, Layout layout, Map<String, Integer> columns, TaskContext context) {
    String labels = layout.options().getOrDefault(LABELS, "");
    IdxHeader header = header(file);
    IdxNumbers beside = null;
    if (header.isImages() && !labels.isEmpty()) {
      SourceFile named = labels(file, labels);
      beside = new IdxNumbers(named, header(named));
      if (beside.header().rows() != header.rows() || beside.header().elements() != 1) {
        throw new UserFailure(
            labels
                + " does not hold one label for each image of "
                + file.name()
                + "; choose another.");
      }
    }
    return new IdxCursor(file, header, beside, columns);
  }
}
