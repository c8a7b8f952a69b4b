package outcrop.analysis.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.column.StoredColumns;
import outcrop.analysis.column.VectorColumn;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldRole;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.NearestNames;
import outcrop.analysis.dataset.RowKey;
import outcrop.analysis.dataset.ValueFormat;
import outcrop.analysis.io.ImportSpec.FieldSpec;
import outcrop.analysis.io.ImportSpec.JoinSpec;
import outcrop.analysis.task.UserFailure;

/// One file of a join as columns, and how rows find their partners in it.
///
/// Keys are compared as numbers where the file has numbers (`7`, `07` and `7.0` are one), else as
/// exact text. A key that the file holds twice is refused: any choice among the two would be a
/// guess about results.
final class JoinedFile implements AutoCloseable {
  private static final String KEY = "::key::";
  private static final int SEARCHED_FOR_REPEATS = 5_000_000;

  private final JoinSpec join;
  private final String name;
  private final String prefix;
  private final StoredColumns columns;
  private final List<Column> cells = new ArrayList<>();
  private final NumberText number = new NumberText();
  private BitSet taken = new BitSet();
  private int[] targets = {};
  private float[] vector = {};
  private int keyColumn;
  private long alone;

  private JoinedFile(JoinSpec join, String name, String prefix, StoredColumns columns) {
    this.join = join;
    this.name = name;
    this.prefix = prefix;
    this.columns = columns;
    for (Field field : columns.schema().fields()) {
      if (!field.name().equals(KEY)) {
        cells.add(columns.column(field.name()));
      }
    }
  }

  /// @param folder exists and is empty
  static JoinedFile read(ImportSpec spec, int index, Path base, Path folder, ImportPass.Run run)
      throws IOException {
    JoinSpec join = spec.joins().get(index);
    String prefix = spec.joinPrefix(index);
    OpenedSources opened = OpenedSources.open(List.of(join.source()), base, run.context());
    String name = opened.sources().getFirst().file().name();
    List<FieldSpec> fields = new ArrayList<>();
    for (FieldSpec field : spec.joinedFields(index)) {
      String source = field.source().substring(prefix.length());
      fields.add(
          new FieldSpec(
              source,
              named(field.field().withRole(FieldRole.NONE), field.source()),
              field.pattern(),
              field.chosen()));
    }
    if (!join.isByOrder()) {
      fields.add(key(join, name, new PreviewMaker(opened, run.context()).make(List.of())));
    }
    if (fields.isEmpty()) {
      throw new UserFailure("No field of " + name + " is chosen; keep one, or drop the join.");
    }
    ReadReport report = new ImportRun(opened, fields, Optional.empty(), run).into(folder);
    JoinedFile file = new JoinedFile(join, name, prefix, StoredColumns.open(folder));
    try {
      file.check(report);
    } catch (RuntimeException e) {
      file.close();
      throw e;
    }
    return file;
  }

  /// Two fields of one file may be called alike in the dataset's other files, never by their place.
  private static Field named(Field field, String unique) {
    return new Field(unique, field.type(), field.role(), field.format());
  }

  private static FieldSpec key(JoinSpec join, String name, ImportPreview preview) {
    List<FieldSpec> all = preview.spec().fields();
    FieldSpec found =
        all.stream()
            .filter(field -> field.source().equals(join.right()))
            .findFirst()
            .orElseThrow(() -> noField(join.right(), name, all));
    Field field = found.field();
    boolean plain = field.type() == FieldType.NUMBER;
    Field key = plain ? field : field.withType(FieldType.CATEGORY).withFormat(ValueFormat.PLAIN);
    return new FieldSpec(
        join.right(), named(key.withRole(FieldRole.ID), KEY), null, found.chosen() || !plain);
  }

  static UserFailure noField(String wanted, String file, List<FieldSpec> fields) {
    List<String> names = fields.stream().map(FieldSpec::source).toList();
    return new UserFailure(
        file
            + " has no field "
            + wanted
            + " to join on."
            + NearestNames.question(wanted, names)
            + (names.size() <= 20 ? " It has " + String.join(", ", names) + "." : ""));
  }

  private void check(ReadReport report) {
    if (join.isByOrder()) {
      if (report.quarantinedCount() > 0) {
        ReadReport.QuarantinedRow first = report.quarantined().getFirst();
        throw new UserFailure(
            name
                + " has "
                + report.quarantinedCount()
                + " rows that cannot be read (line "
                + first.line()
                + ": "
                + first.reason().replaceAll("\\.$", "")
                + "), so its order says nothing; correct them or join by a key.");
      }
      return;
    }
    boolean named = columns.rowCount() > 0 && columns.key(0).text().startsWith("id:");
    if (columns.rowCount() > 0 && !named) {
      throw new UserFailure(repeated());
    }
  }

  private String repeated() {
    Column key = columns.column(KEY);
    Set<String> seen = new HashSet<>();
    for (int row = 0; row < Math.min(key.rowCount(), SEARCHED_FOR_REPEATS); row++) {
      String text = key.textAt(row);
      if (text == null) {
        return name + " has no " + join.right() + " in row " + (row + 1) + "; fill or remove it.";
      }
      if (!seen.add(text)) {
        return name
            + " has \""
            + text
            + "\" more than once as "
            + join.right()
            + ", again in row "
            + (row + 1)
            + "; keep one row for each key, or join on another field.";
      }
    }
    return name + " has some " + join.right() + " more than once; keep one row for each key.";
  }

  List<String> columns() {
    return cells.stream().map(column -> column.field().name()).toList();
  }

  Optional<FieldSpec> settled(FieldSpec wanted) {
    return cells.stream()
        .filter(column -> column.field().name().equals(wanted.source()))
        .findFirst()
        .map(
            column ->
                new FieldSpec(
                    wanted.source(),
                    new Field(
                        wanted.field().name(),
                        column.field().type(),
                        wanted.field().role(),
                        column.field().format()),
                    null,
                    true));
  }

  void begin(List<String> batchColumns) {
    targets = cells.stream().mapToInt(c -> batchColumns.indexOf(c.field().name())).toArray();
    keyColumn = join.isByOrder() ? -1 : batchColumns.indexOf(join.left());
    if (!join.isByOrder() && keyColumn < 0) {
      throw new UserFailure(
          "The dataset has no field "
              + join.left()
              + " to join "
              + name
              + " on."
              + NearestNames.question(join.left(), batchColumns));
    }
    taken = new BitSet(columns.rowCount());
    alone = 0;
  }

  void put(RowBatch batch) {
    for (int row = 0; row < batch.rows(); row++) {
      long partner = join.isByOrder() ? batch.sourceRow(row) : partner(batch, row);
      if (partner < 0 || partner >= columns.rowCount()) {
        alone++;
        continue;
      }
      int found = (int) partner;
      taken.set(found);
      for (int i = 0; i < targets.length; i++) {
        put(batch, row, targets[i], cells.get(i), found);
      }
    }
  }

  private void put(RowBatch batch, int row, int target, Column column, int from) {
    if (column instanceof VectorColumn vectors) {
      if (!vectors.isMissing(from)) {
        if (vector.length < vectors.dimensions()) {
          vector = new float[vectors.dimensions()];
        }
        vectors.copy(from, vector);
        batch.putFloatsInto(row, target, vector, vectors.dimensions());
      }
      return;
    }
    @Nullable String text = column.textAt(from);
    if (text != null) {
      FieldType type = column.field().type();
      batch.putInto(row, target, text, type != FieldType.NUMBER && type != FieldType.TIME);
    }
  }

  private int partner(RowBatch batch, int row) {
    if (batch.isMissing(row, keyColumn)) {
      return -1;
    }
    return columns.find(new RowKey("id:" + key(batch, row))).orElse(-1);
  }

  private String key(RowBatch batch, int row) {
    int start = batch.start(row, keyColumn);
    int length = batch.length(row, keyColumn);
    if (columns.column(KEY) instanceof NumberColumn numbers) {
      switch (number.read(batch.chars(), start, length)) {
        case INTEGER -> {
          return Long.toString(number.asLong());
        }
        case DECIMAL -> {
          double value = number.asDouble();
          return numbers.integral() && value == Math.rint(value) && Math.abs(value) < 1L << 53
              ? Long.toString((long) value)
              : NumberColumn.textOf(value);
        }
        case INEXACT, SPECIAL, MARKER, NONE -> {}
      }
    }
    return new String(batch.chars(), start, length);
  }

  List<String> finish(long rows) {
    int own = columns.rowCount();
    if (join.isByOrder() && own != rows) {
      throw new UserFailure(
          name
              + " has "
              + own
              + " rows and the dataset has "
              + rows
              + "; to join by row order both need the same number: join by a key, or give the file"
              + " that belongs to these rows.");
    }
    if (rows > 0 && own > 0 && taken.isEmpty()) {
      throw new UserFailure(
          "No row finds a partner in "
              + name
              + " by "
              + join.left()
              + " = "
              + join.right()
              + "; check whether these are the fields that hold the same keys.");
    }
    List<String> sentences = new ArrayList<>();
    if (alone > 0) {
      sentences.add(alone + " rows have no partner in " + name + "; its fields are missing there.");
    }
    int left = own - taken.cardinality();
    if (left > 0 && !join.isByOrder()) {
      sentences.add(
          left + " rows of " + name + " have no partner in the dataset and are not kept.");
    }
    return sentences;
  }

  @Override
  public void close() {
    columns.close();
  }
}
