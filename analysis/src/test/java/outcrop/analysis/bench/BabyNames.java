package outcrop.analysis.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.Dictionary;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;

/// The table of given names in the United States, 1,690,784 × 4, or one of its shape drawn from a
/// seed where the data is absent.
final class BabyNames {
  static final int ROWS = 1_690_784;
  private static final int NAMES = 88_496;

  private BabyNames() {}

  static Path source() {
    return Path.of(
        System.getProperty("outcrop.root", "."),
        "..",
        "shared",
        "data",
        "pydata_book",
        "babynames_all.derived.csv");
  }

  static ColumnStore columns() {
    return Files.exists(source()) ? real() : drawn();
  }

  private static ColumnStore real() {
    Table table = new Table();
    try (var lines = Files.lines(source())) {
      var rows = lines.iterator();
      List<String> head = List.of(rows.next().split(","));
      int name = head.indexOf("name");
      int sex = head.indexOf("sex");
      int births = head.indexOf("births");
      int year = head.indexOf("year");
      while (rows.hasNext()) {
        String[] cells = rows.next().split(",");
        table.add(
            cells[name], cells[sex], Long.parseLong(cells[year]), Long.parseLong(cells[births]));
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return table.columns();
  }

  private static ColumnStore drawn() {
    SplittableRandom random = new SplittableRandom(1880);
    Table table = new Table();
    for (int row = 0; row < ROWS; row++) {
      double u = random.nextDouble();
      table.add(
          "name" + (int) (NAMES * u * u * u),
          random.nextInt(100) < 59 ? "F" : "M",
          1880 + (long) (138 * Math.sqrt((double) row / ROWS)),
          5 + (long) (2 / (1e-4 + Math.pow(random.nextDouble(), 2))));
    }
    return table.columns();
  }

  private static final class Table {
    private final Dictionary.Builder names = new Dictionary.Builder();
    private final Dictionary.Builder sexes = new Dictionary.Builder();
    private final List<int[]> rows = new ArrayList<>();

    void add(String name, String sex, long year, long births) {
      rows.add(new int[] {names.add(name), sexes.add(sex), (int) year, (int) births});
    }

    ColumnStore columns() {
      int n = rows.size();
      int[] name = new int[n];
      int[] sex = new int[n];
      long[] year = new long[n];
      long[] births = new long[n];
      for (int row = 0; row < n; row++) {
        name[row] = rows.get(row)[0];
        sex[row] = rows.get(row)[1];
        year[row] = rows.get(row)[2];
        births[row] = rows.get(row)[3];
      }
      return ColumnStore.of(
          List.of(
              category("name", name, names.build()),
              category("sex", sex, sexes.build()),
              NumberColumn.ofLongs(new Field("year", FieldType.NUMBER), year, null),
              NumberColumn.ofLongs(new Field("births", FieldType.NUMBER), births, null)));
    }
  }

  private static CategoryColumn category(String name, int[] ordinals, Dictionary dictionary) {
    return new CategoryColumn(
        new Field(name, FieldType.CATEGORY),
        ordinals.length,
        MemorySegment.ofArray(ordinals),
        dictionary,
        null);
  }
}
