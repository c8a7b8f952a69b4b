package outcrop.analysis.io;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.ListColumn;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.column.TextColumn;
import outcrop.analysis.column.TimeColumn;
import outcrop.analysis.column.VectorColumn;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldRole;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.dataset.ValueFormat;
import outcrop.analysis.io.ImportSpec.FieldSpec;
import outcrop.analysis.task.TaskContext;

/// Law: whatever a table holds, exporting and importing it with the same types gives the same
/// cells.
final class RoundTripLawTest {
  private static final String[] NASTY = {
    "",
    " ",
    "NA",
    "null",
    "NaN",
    "-",
    "a,b",
    "a;b",
    "\"",
    "\"\"",
    "a\"b",
    "x\ny",
    "x\r\ny",
    "\r",
    "\t",
    "ä",
    "漢字",
    "😀",
    "עברית",
    "'",
    "=1",
    "007",
    "1e5",
    "true",
    "\\",
    "\\n",
    "{\"a\":1}",
    "[1]",
    " lead",
    "trail ",
    "#x",
    "\u0001",
    "\u2028",
    "a|b"
  };

  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource(ExportFormat.class)
  void exportThenImportGivesTheSameCells(ExportFormat format) {
    for (long seed = 1; seed <= 25; seed++) {
      ColumnStore store = randomTable(new Random(seed));
      Path file =
          directory.resolve("t" + seed + "." + format.name().toLowerCase(java.util.Locale.ROOT));
      List<String> names = store.schema().fields().stream().map(Field::name).toList();
      RowExporter.export(
          store,
          RowSet.all(store.rowCount()),
          names,
          format,
          ExportOptions.EXACT,
          file,
          TaskContext.NONE);
      try (ImportedTable again = ImportedTable.of(spec -> typed(spec, store), file)) {
        assertEquals(
            store.rowCount(),
            again.columns().rowCount(),
            "seed " + seed + ": every row must come back: " + again.report().quarantined());
        for (String name : names) {
          for (int row = 0; row < store.rowCount(); row++) {
            assertEquals(
                store.textAt(name, row),
                again.columns().textAt(name, row),
                "seed " + seed + ", field " + name + ", row " + row + " must survive " + format);
          }
        }
      }
    }
  }

  private static ImportSpec typed(ImportSpec spec, ColumnStore store) {
    List<FieldSpec> fields = new ArrayList<>();
    for (FieldSpec guessed : spec.fields()) {
      Field wanted = store.schema().find(guessed.source()).orElseThrow();
      fields.add(new FieldSpec(guessed.source(), wanted, null, true));
    }
    return new ImportSpec(spec.sources(), fields);
  }

  private static ColumnStore randomTable(Random random) {
    int rows = 1 + random.nextInt(60);
    double gaps = random.nextInt(3) * 0.2;
    long[] longs =
        random.longs(rows, -999_999_999_999_999_999L, 999_999_999_999_999_999L).toArray();
    double[] doubles = new double[rows];
    long[] moments = new long[rows];
    long[] days = new long[rows];
    for (int i = 0; i < rows; i++) {
      doubles[i] =
          switch (random.nextInt(6)) {
            case 0 -> Double.NaN;
            case 1 -> random.nextBoolean() ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
            case 2 -> random.nextInt(100);
            case 3 -> -0.0;
            case 4 -> random.nextGaussian();
            default -> Double.longBitsToDouble(random.nextLong() & 0x7FEF_FFFF_FFFF_FFFFL);
          };
      moments[i] = random.nextLong(-50_000_000_000_000_000L, 50_000_000_000_000_000L);
      days[i] = random.nextInt(-100_000, 100_000) * TimeColumn.MICROS_PER_DAY;
    }
    return ColumnStore.of(
        List.of(
            NumberColumn.ofLongs(
                field("n", FieldType.NUMBER, ValueFormat.INTEGER), longs, gaps(random, rows, gaps)),
            NumberColumn.ofDoubles(
                field("x", FieldType.NUMBER, ValueFormat.PLAIN), doubles, gaps(random, rows, gaps)),
            CategoryColumn.of(
                field("c", FieldType.CATEGORY, ValueFormat.PLAIN),
                texts(random, rows, gaps, i -> NASTY[random.nextInt(NASTY.length)])),
            CategoryColumn.of(
                field("b", FieldType.CATEGORY, ValueFormat.BOOLEAN),
                texts(random, rows, gaps, i -> Boolean.toString(random.nextBoolean()))),
            TextColumn.of(
                field("t.\"q\", odd", FieldType.TEXT, ValueFormat.PLAIN),
                texts(random, rows, gaps, i -> randomText(random))),
            TimeColumn.ofMicros(
                field("day", FieldType.TIME, ValueFormat.DATE), days, gaps(random, rows, gaps)),
            TimeColumn.ofMicros(
                field("local", FieldType.TIME, ValueFormat.DATETIME),
                moments,
                gaps(random, rows, gaps)),
            ListColumn.of(
                field("tags", FieldType.LIST, ValueFormat.PLAIN),
                lists(random, rows, gaps, () -> NASTY[random.nextInt(NASTY.length)])),
            ListColumn.of(
                field("counts", FieldType.LIST, ValueFormat.INTEGER),
                lists(random, rows, gaps, () -> Long.toString(random.nextLong(-99, 1L << 58)))),
            ListColumn.of(
                field("scores", FieldType.LIST, ValueFormat.DECIMAL),
                lists(random, rows, gaps, () -> NumberColumn.textOf(random.nextGaussian()))),
            VectorColumn.of(
                field("embedding", FieldType.VECTOR, ValueFormat.PLAIN),
                Arrays.asList(vectors(random, rows, gaps))),
            (Column)
                TimeColumn.ofMicros(
                    field("moment", FieldType.TIME, ValueFormat.INSTANT),
                    moments,
                    gaps(random, rows, gaps))));
  }

  private static Field field(String name, FieldType type, ValueFormat format) {
    return new Field(name, type, FieldRole.NONE, format);
  }

  private static String randomText(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(20); i > 0; i--) {
      text.append(NASTY[random.nextInt(NASTY.length)]);
    }
    return text.toString();
  }

  private static String[] texts(Random random, int rows, double gaps, IntFunction<String> value) {
    String[] texts = new String[rows];
    for (int i = 0; i < rows; i++) {
      texts[i] = random.nextDouble() < gaps ? null : value.apply(i);
    }
    return texts;
  }

  private static List<List<String>> lists(
      Random random, int rows, double gaps, Supplier<String> element) {
    List<List<String>> lists = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      List<String> list = new ArrayList<>();
      for (int n = random.nextInt(5); n > 0; n--) {
        list.add(random.nextInt(9) == 0 ? null : element.get());
      }
      lists.add(random.nextDouble() < gaps ? null : list);
    }
    return lists;
  }

  private static float[][] vectors(Random random, int rows, double gaps) {
    float[][] vectors = new float[rows][];
    for (int i = 0; i < rows; i++) {
      float[] vector = new float[7];
      for (int d = 0; d < vector.length; d++) {
        vector[d] = random.nextInt(20) == 0 ? Float.NaN : (float) random.nextGaussian();
      }
      // The first row shows how many numbers there are.
      vectors[i] = i > 0 && random.nextDouble() < gaps ? null : vector;
    }
    return vectors;
  }

  private static RowSet gaps(Random random, int rows, double share) {
    if (share == 0) {
      return null;
    }
    long[] words = new long[RowSet.wordCount(rows)];
    for (int i = 0; i < rows; i++) {
      if (random.nextDouble() < share) {
        words[i >>> 6] |= 1L << i;
      }
    }
    return RowSet.ofWords(words, rows);
  }
}
