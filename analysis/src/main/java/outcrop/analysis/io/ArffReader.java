package outcrop.analysis.io;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import outcrop.analysis.task.TaskContext;

/// Reads ARFF, the format of Weka: declared attributes, then dense or sparse rows, perhaps with
/// weights. The types come from the header.
///
/// Options: `encoding`.
final class ArffReader implements DatasetReader {
  static final String FORMAT = "arff";

  private static final int HEAD_BYTES = 8 << 20;
  private static final String WEIGHT = "weight";
  private static final int SAMPLE_LINES = 1000;

  @Override
  public String format() {
    return FORMAT;
  }

  @Override
  public List<ReaderOption> options() {
    return List.of(TextEncoding.OPTION);
  }

  @Override
  public boolean quotesMeanText() {
    return false;
  }

  @Override
  public Layout layout(SourceFile file, Map<String, String> given, TaskContext context) {
    byte[] bytes = file.head(HEAD_BYTES);
    List<String> warnings = new ArrayList<>();
    TextEncoding encoding = DelimitedReader.encoding(file, given, bytes);
    if (encoding.warning() != null) {
      warnings.add(encoding.warning());
    }
    String head = encoding.decode(bytes);
    ArffHeader header = ArffHeader.of(head, file.name());
    Map<String, String> options = new HashMap<>(given);
    options.put(DelimitedReader.ENCODING, encoding.charset().name());
    List<String> written = new ArrayList<>();
    header.attributes().forEach(attribute -> written.add(attribute.name()));
    if (hasWeights(head, header)) {
      written.add(WEIGHT);
    }
    List<String> names = FieldNames.unique(written, warnings);
    Map<String, DeclaredType> declared = new HashMap<>();
    for (int i = 0; i < header.attributes().size(); i++) {
      declared.put(names.get(i), header.attributes().get(i).type());
    }
    return new Layout(options, names, -1, warnings, Map.of(), declared);
  }

  /// Weights stand in braces behind the values of some rows.
  private static boolean hasWeights(String head, ArffHeader header) {
    return head.lines()
        .skip(header.line())
        .limit(SAMPLE_LINES)
        .map(String::strip)
        .anyMatch(line -> line.matches("[^%].*,\\s*\\{[^{},]*\\}"));
  }

  @Override
  public RowCursor open(
      SourceFile file, Layout layout, Map<String, Integer> columns, TaskContext context)
      throws IOException {
    byte[] head = file.head(HEAD_BYTES);
    TextEncoding encoding = DelimitedReader.encoding(file, layout.options(), head);
    ArffHeader header = ArffHeader.of(encoding.decode(head), file.name());
    SourceFile.Opened opened = file.open();
    opened.stream().skipNBytes(encoding.markBytes());
    int[] targets =
        layout.fields().stream().mapToInt(name -> columns.getOrDefault(name, -1)).toArray();
    return new ArffCursor(
        opened, new DecodingReader(opened.stream(), encoding.charset(), context), header, targets);
  }
}
