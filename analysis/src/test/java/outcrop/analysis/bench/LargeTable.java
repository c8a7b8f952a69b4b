package outcrop.analysis.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.SplittableRandom;

/// Writes the large files that the measurements read, the same from the same seed on any machine:
///
///     java -cp … outcrop.analysis.bench.LargeTable csv FILE ROWS
///     java -cp … outcrop.analysis.bench.LargeTable parquet FILE ROWS
///
/// The CSV has an id, a text of 60 words out of 50,000 (Zipf), five categories of 5 to 100,000
/// values and five numbers, about 528 bytes a row. The Parquet file has eight columns: three
/// categories, four numbers and a time.
public final class LargeTable {
  static final int WORDS = 50_000;
  private static final int WORDS_PER_TEXT = 60;
  private static final int[] CATEGORY_SIZES = {5, 50, 1_000, 10_000, 100_000};
  private static final long SEED = 20_260_101;

  private LargeTable() {}

  public static void main(String[] arguments) throws Exception {
    Path file = Path.of(arguments[1]);
    int rows = Integer.parseInt(arguments[2]);
    switch (arguments[0]) {
      case "csv" -> csv(file, rows);
      case "parquet" -> parquet(file, rows);
      default -> throw new IllegalArgumentException("csv or parquet, not " + arguments[0]);
    }
  }

  static void csv(Path file, int rows) throws IOException {
    SplittableRandom random = new SplittableRandom(SEED);
    String[] words = words(random);
    int[] pick = zipf();
    StringBuilder line = new StringBuilder(1024);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      line.append("id,text,c5,c50,c1000,c10000,c100000,normal,price,skewed,time,count\n");
      for (int row = 0; row < rows; row++) {
        line.append(row).append(',');
        for (int i = 0; i < WORDS_PER_TEXT; i++) {
          line.append(i == 0 ? "" : " ").append(words[pick[random.nextInt(pick.length)]]);
        }
        for (int size : CATEGORY_SIZES) {
          int value = (int) (size * Math.pow(random.nextDouble(), 2));
          line.append(",c").append(size).append('_').append(value);
        }
        double normal = random.nextGaussian();
        line.append(',').append(normal);
        line.append(',').append(String.format(Locale.ROOT, "%.3f", random.nextDouble(1000)));
        line.append(',').append(Math.exp(normal + random.nextDouble()));
        line.append(',').append(1_600_000_000L + 37L * row);
        line.append(',').append(random.nextInt(1000)).append('\n');
        out.write(line.toString().getBytes(StandardCharsets.UTF_8));
        line.setLength(0);
      }
    }
  }

  static String[] words(SplittableRandom random) {
    String[] words = new String[WORDS];
    for (int i = 0; i < WORDS; i++) {
      StringBuilder word = new StringBuilder();
      int syllables = 1 + random.nextInt(i < 100 ? 2 : 5);
      for (int s = 0; s < syllables; s++) {
        word.append("bcdfghklmnprstvwz".charAt(random.nextInt(17)));
        word.append("aeiou".charAt(random.nextInt(5)));
      }
      words[i] = word.append("nsrtlm".charAt(random.nextInt(6))).toString();
    }
    return words;
  }

  /// Word numbers, each as often as 1/rank of the whole.
  static int[] zipf() {
    int[] pick = new int[1 << 20];
    double total = 0;
    for (int rank = 1; rank <= WORDS; rank++) {
      total += 1.0 / rank;
    }
    int at = 0;
    double sum = 0;
    for (int rank = 1; rank <= WORDS && at < pick.length; rank++) {
      sum += pick.length / (rank * total);
      while (at < Math.min(sum, pick.length)) {
        pick[at++] = rank - 1;
      }
    }
    return pick;
  }

  static void parquet(Path file, int rows) throws SQLException {
    String quoted = file.toAbsolutePath().toString().replace("'", "''");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          copy (
            select i as id,
              'group_' || (hash(i) %% 8) as c8,
              'town_' || (hash(i + 1) %% 500) as c500,
              'name_' || (hash(i + 2) %% 50000) as c50000,
              (hash(i + 3) %% 1000000) / 1000.0 as price,
              sqrt(-2 * ln((hash(i + 4) %% 1000000 + 1) / 1000001.0))
                * cos(6.283185307179586 * (hash(i + 5) %% 1000000) / 1000000.0) as normal,
              cast(hash(i + 6) %% 1000 as integer) as count,
              timestamp '2020-01-01' + to_seconds(cast(hash(i + 7) %% 150000000 as bigint)) as moment
            from range(%d) t(i)
          ) to '%s' (format parquet, compression zstd)
          """
              .formatted(rows, quoted));
    }
  }
}
