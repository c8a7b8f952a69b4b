package outcrop.analysis.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.UserFailure;

/// Reads NumPy arrays: one (`.npy`), or an archive of them (`.npz`) whose arrays of the same length
/// are fields of one dataset.
///
/// One dimension is a field of numbers, text or times; more are a field of vectors, one per row;
/// structures are one field each. Fields are named by the file or the array. Object arrays are
/// refused: to read them is to run them.
final class NpyReader implements DatasetReader {
  static final String ONE = "npy";
  static final String MANY = "npz";

  private static final String ENDING = ".npy";

  private final String format;

  /// @param format `npy` or `npz`
  NpyReader(String format) {
    this.format = format;
  }

  @Override
  public String format() {
    return format;
  }

  @Override
  public boolean quotesMeanText() {
    return true;
  }

  /// Whether a zip is an archive of arrays and nothing else.
  static boolean isArchive(SourceFile zip) {
    try (ZipFile archive = new ZipFile(zip.path().toFile())) {
      return archive.size() > 0
          && archive.stream().allMatch(entry -> entry.getName().endsWith(ENDING));
    } catch (IOException e) {
      return false;
    }
  }

  /// An array of a source.
  ///
  /// @param file the array, seen through its compression
  /// @param name what its field is called
  record Part(SourceFile file, String name, NpyHeader header) {
    /// The names of the fields that the array gives.
    List<String> fields(boolean archive) {
      return header.elements().stream()
          .map(
              element ->
                  element.name().isEmpty()
                      ? name
                      : archive ? name + "." + element.name() : element.name())
          .toList();
    }
  }

  @Override
  public Layout layout(SourceFile file, Map<String, String> given, TaskContext context)
      throws IOException {
    List<String> warnings = new ArrayList<>();
    List<Part> parts = parts(file, warnings);
    List<String> fields = new ArrayList<>();
    for (Part part : parts) {
      fields.addAll(part.fields(format.equals(MANY)));
      int dimensions = part.header().shape().size();
      if (dimensions > 2) {
        warnings.add(
            part.name()
                + " has "
                + dimensions
                + " dimensions; each row is read as one vector of "
                + part.header().elements().getFirst().count()
                + " numbers.");
      }
    }
    List<String> unique = FieldNames.unique(fields, warnings);
    return new Layout(given, unique, parts.getFirst().header().rows(), warnings);
  }

  private List<Part> parts(SourceFile file, List<String> warnings) throws IOException {
    if (format.equals(ONE)) {
      String name = file.name().replaceFirst("(?i)\\.npy.*$", "");
      return List.of(new Part(file, name, checkedHeader(file, file.name())));
    }
    return longestAlike(file, all(file, warnings), warnings);
  }

  private static List<Part> all(SourceFile file, List<String> warnings) throws IOException {
    List<Part> parts = new ArrayList<>();
    try (ZipFile archive = new ZipFile(file.path().toFile())) {
      for (ZipEntry entry : archive.stream().map(ZipEntry.class::cast).toList()) {
        String name = entry.getName();
        String shown = name.substring(0, name.length() - ENDING.length());
        SourceFile array = file.packed(Compression.ZIP, name);
        try {
          parts.add(new Part(array, shown, checkedHeader(array, file.name() + ": " + shown)));
        } catch (UserFailure refused) {
          warnings.add("Left out: " + refused.getMessage());
        }
      }
    } catch (ZipException e) {
      throw file.damaged(e);
    }
    if (parts.isEmpty()) {
      throw new UserFailure(
          warnings.isEmpty()
              ? file.name() + " holds no array; save it again."
              : warnings.getFirst().replaceFirst("^Left out: ", ""));
    }
    return parts;
  }

  /// The arrays of the length that most have, the longer one where two lengths are as frequent.
  private static List<Part> longestAlike(SourceFile file, List<Part> all, List<String> warnings) {
    Map<Long, Integer> count = new HashMap<>();
    all.forEach(part -> count.merge(part.header().rows(), 1, Integer::sum));
    long rows =
        count.entrySet().stream()
            .max(
                Map.Entry.<Long, Integer>comparingByValue()
                    .thenComparing(Map.Entry.comparingByKey()))
            .orElseThrow()
            .getKey();
    for (Part part : all) {
      if (part.header().rows() != rows) {
        warnings.add(
            "Left out: the array "
                + part.name()
                + " of "
                + file.name()
                + " has "
                + part.header().rows()
                + " rows, the others have "
                + rows
                + ".");
      }
    }
    return all.stream().filter(part -> part.header().rows() == rows).toList();
  }

  /// Where the file on the disk can hold fewer values than the header announces, nothing is read.
  private static NpyHeader checkedHeader(SourceFile file, String shown) throws IOException {
    try (SourceFile.Opened opened = file.open();
        InputStream in = opened.stream()) {
      NpyHeader header = NpyHeader.read(in, shown);
      if (file.compression() == Compression.NONE) {
        checkLength(header, file.size() - header.start(), shown);
      }
      return header;
    }
  }

  private static void checkLength(NpyHeader header, long there, String shown) {
    if (there < header.bytes()) {
      throw new UserFailure(
          shown
              + " breaks off: its header announces "
              + header.bytes()
              + " bytes of values and "
              + there
              + " follow; save or fetch it again.");
    }
  }

  @Override
  public RowCursor open(
      SourceFile file, Layout layout, Map<String, Integer> columns, TaskContext context)
      throws IOException {
    List<Part> parts = parts(file, new ArrayList<>());
    NpyCursor cursor = new NpyCursor(file, parts.getFirst().header().rows());
    try {
      int field = 0;
      for (Part part : parts) {
        int[] targets = new int[part.header().elements().size()];
        for (int i = 0; i < targets.length; i++) {
          targets[i] = columns.getOrDefault(layout.fields().get(field++), -1);
        }
        boolean wanted = Arrays.stream(targets).anyMatch(target -> target >= 0);
        if (wanted) {
          cursor.add(new NpyArray(part.header(), unpacked(part, cursor)), targets);
        }
      }
      return cursor;
    } catch (IOException | RuntimeException e) {
      cursor.close();
      throw e;
    }
  }

  /// The array as it can be read at any place: itself, or unpacked into a temporary file.
  private static Path unpacked(Part part, NpyCursor cursor) throws IOException {
    SourceFile file = part.file();
    if (file.compression() == Compression.NONE) {
      return file.path();
    }
    Path target = cursor.temporary();
    try (SourceFile.Opened opened = file.open();
        InputStream in = opened.stream();
        OutputStream out = Files.newOutputStream(target)) {
      in.transferTo(out);
    }
    checkLength(part.header(), Files.size(target) - part.header().start(), part.name());
    return target;
  }
}
