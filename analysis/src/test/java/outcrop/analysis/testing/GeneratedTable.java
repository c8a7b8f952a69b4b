package outcrop.analysis.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.column.TextColumn;
import outcrop.analysis.column.TimeColumn;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldRole;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.dataset.ValueFormat;

/// One table in two forms, columns and DuckDB, drawn from a seed: missing values, NaN, infinities,
/// negative numbers, integers beyond 2^53, names in many scripts.
///
/// Fields: `name` (category, 40 values of many scripts), `kind` (category, 5), `wide` (category,
/// hundreds), `i` (small integers), `big` (beyond 2^53), `x` (doubles), `t` (moments), `d` (days),
/// `text` (lower-case words).
public final class GeneratedTable {
  public static final List<String> WORDS =
      List.of("good", "bad", "cheap", "wi", "fi", "très", "добро", "नमस्ते", "ok", "not", "a1");
  private static final List<String> NAMES =
      List.of(
          "Ann",
          "ann",
          "Élodie",
          "Ольга",
          "日本",
          "😀 smile",
          "O'Neil",
          "a\"b",
          "a b",
          "NaN",
          "true",
          "-1",
          "\\",
          "*",
          "?",
          "x:y",
          "(z)",
          "ＦＵＬＬ",
          "שלום",
          "مرحبا");

  public final int rows;
  public final @Nullable String[] name;
  public final @Nullable String[] kind;
  public final @Nullable String[] wide;
  public final @Nullable Long[] i;
  public final Long[] big;
  public final @Nullable Double[] x;
  public final @Nullable Long[] t;
  public final Long[] d;
  public final @Nullable String[] text;

  public GeneratedTable(long seed, int rows) {
    SplittableRandom random = new SplittableRandom(seed);
    this.rows = rows;
    name = new @Nullable String[rows];
    kind = new @Nullable String[rows];
    wide = new @Nullable String[rows];
    i = new @Nullable Long[rows];
    big = new Long[rows];
    x = new @Nullable Double[rows];
    t = new @Nullable Long[rows];
    d = new Long[rows];
    text = new @Nullable String[rows];
    for (int row = 0; row < rows; row++) {
      name[row] = random.nextInt(20) == 0 ? null : NAMES.get(skewed(random, NAMES.size()));
      kind[row] = random.nextInt(10) == 0 ? null : "k" + skewed(random, 5);
      wide[row] = "w" + skewed(random, 900);
      i[row] = random.nextInt(15) == 0 ? null : random.nextLong(-40, 60);
      big[row] = (1L << 53) + random.nextLong(-50, 50) * (random.nextBoolean() ? 1 : -1);
      x[row] = number(random);
      t[row] =
          random.nextInt(12) == 0
              ? null
              : 1_700_000_000_000_000L + random.nextLong(0, 60L * 86_400) * 1_000_000;
      d[row] = TimeColumn.MICROS_PER_DAY * random.nextLong(-3000, 20_000);
      text[row] = random.nextInt(8) == 0 ? null : words(random);
    }
  }

  private static int skewed(SplittableRandom random, int bound) {
    double u = random.nextDouble();
    return (int) (u * u * bound);
  }

  private static @Nullable Double number(SplittableRandom random) {
    return switch (random.nextInt(20)) {
      case 0 -> null;
      case 1 -> Double.NaN;
      case 2 -> random.nextBoolean() ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
      case 3 -> random.nextBoolean() ? -0.0 : 0.0;
      default -> Math.rint(random.nextDouble(-50, 200) * 100) / 100;
    };
  }

  private static String words(SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    for (int n = random.nextInt(1, 9); n > 0; n--) {
      text.append(WORDS.get(skewed(random, WORDS.size()))).append(n == 1 ? "" : " ");
    }
    return text.toString();
  }

  public ColumnStore columns() {
    return ColumnStore.of(
        List.of(
            CategoryColumn.of(new Field("name", FieldType.CATEGORY), name),
            CategoryColumn.of(new Field("kind", FieldType.CATEGORY), kind),
            CategoryColumn.of(new Field("wide", FieldType.CATEGORY), wide),
            NumberColumn.ofLongs(new Field("i", FieldType.NUMBER), longs(i), missing(i)),
            NumberColumn.ofLongs(new Field("big", FieldType.NUMBER), longs(big), null),
            NumberColumn.ofDoubles(new Field("x", FieldType.NUMBER), doubles(x), missing(x)),
            TimeColumn.ofMicros(time("t", ValueFormat.DATETIME), longs(t), missing(t)),
            TimeColumn.ofMicros(time("d", ValueFormat.DATE), longs(d), null),
            TextColumn.of(new Field("text", FieldType.TEXT), text)));
  }

  private static Field time(String name, ValueFormat format) {
    return new Field(name, FieldType.TIME, FieldRole.NONE, format);
  }

  private static long[] longs(@Nullable Long[] values) {
    long[] result = new long[values.length];
    for (int row = 0; row < result.length; row++) {
      Long value = values[row];
      result[row] = value == null ? 0 : value;
    }
    return result;
  }

  private static double[] doubles(@Nullable Double[] values) {
    double[] result = new double[values.length];
    for (int row = 0; row < result.length; row++) {
      Double value = values[row];
      result[row] = value == null ? 0 : value;
    }
    return result;
  }

  private static @Nullable RowSet missing(@Nullable Object[] values) {
    long[] words = new long[RowSet.wordCount(values.length)];
    for (int row = 0; row < values.length; row++) {
      words[row >>> 6] |= values[row] == null ? 1L << row : 0;
    }
    return RowSet.ofWords(words, values.length);
  }

  /// The table `t` in a DuckDB of its own, with the row number as `id`.
  public Connection duckdb() throws SQLException {
    Connection connection = DriverManager.getConnection("jdbc:duckdb:");
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "create table t(id integer, name varchar, kind varchar, wide varchar, i bigint, big"
              + " bigint, x double, t timestamp, d date, text varchar)");
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into t values (?,?,?,?,?,?,?, make_timestamp(cast(? as bigint)), cast(? as"
                + " date), ?)")) {
      connection.setAutoCommit(false);
      for (int row = 0; row < rows; row++) {
        insert.setInt(1, row);
        insert.setString(2, name[row]);
        insert.setString(3, kind[row]);
        insert.setString(4, wide[row]);
        insert.setObject(5, i[row], Types.BIGINT);
        insert.setObject(6, big[row], Types.BIGINT);
        insert.setObject(7, x[row], Types.DOUBLE);
        insert.setObject(8, t[row], Types.BIGINT);
        insert.setString(9, LocalDate.ofEpochDay(d[row] / TimeColumn.MICROS_PER_DAY).toString());
        insert.setString(10, text[row]);
        insert.addBatch();
      }
      insert.executeBatch();
      connection.commit();
      connection.setAutoCommit(true);
    }
    return connection;
  }
}
