package outcrop.analysis.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.ColumnProfiler;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.dataset.FieldRole;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.RowSet;

/// Facts about published datasets that every right import reproduces.
@Tag("realdata")
final class RealDataImportTest {
  private static Path data(String name) {
    Path path =
        Path.of(System.getProperty("outcrop.root", ""), "..", "shared", "data").resolve(name);
    assumeTrue(Files.exists(path), "Skipped: put the dataset at " + path + " to run this test");
    return path;
  }

  @Test
  void banking77HasTenThousandAndThreeRowsWithLineBreaksInTexts() {
    try (ImportedTable table = ImportedTable.of(data("banking77/train.csv"))) {
      assertEquals(10_003, table.report().rows(), "10,017 lines hold 10,003 rows");
      assertEquals(0, table.report().quarantinedCount(), "no row is bad");
      assertEquals(FieldRole.TEXT, table.field("text").role(), "text is the text");
      assertEquals(FieldRole.LABEL, table.field("category").role(), "category is the label");
      CategoryColumn label = (CategoryColumn) table.columns().column("category");
      assertEquals(77, label.dictionary().size(), "there are 77 classes");
      long broken = table.texts("text").stream().filter(text -> text.contains("\n")).count();
      assertEquals(10, broken, "10 texts hold a line break");
    }
  }

  @Test
  void babynamesKeepTheirSumsAndTheirOddNames() {
    try (ImportedTable table = ImportedTable.of(data("pydata_book/babynames_all.derived.csv"))) {
      assertEquals(1_690_784, table.report().rows(), "every row comes in");
      NumberColumn births = (NumberColumn) table.columns().column("births");
      CategoryColumn sex = (CategoryColumn) table.columns().column("sex");
      long[] sums = new long[2];
      for (int row = 0; row < births.rowCount(); row++) {
        sums[sex.ordinal(row)] += births.longAt(row);
      }
      assertEquals(322_402_727, sums[0] + sums[1], "all births");
      assertEquals(159_990_140, sums[sex.dictionary().find("F")], "births of girls");
      assertEquals(162_412_587, sums[sex.dictionary().find("M")], "births of boys");
      CategoryColumn name = (CategoryColumn) table.columns().column("name");
      assertEquals(88_496, name.dictionary().size(), "different names");
      assertEquals(0, name.missingCount(), "no name is missing");
      for (String odd : List.of("Nan", "Na", "True", "Infinity")) {
        assertTrue(name.dictionary().find(odd) >= 0, odd + " is a name");
      }
      int row = 1_234_567;
      assertEquals(
          row, table.columns().find(table.columns().key(row)).orElse(-1), "keys find their rows");
    }
  }

  @Test
  void adultsParquetKeepsItsMissingValues() {
    try (ImportedTable table = ImportedTable.of(data("adult_bike/test_data/adults.parquet"))) {
      assertEquals(48_842, table.report().rows(), "every row comes in");
      assertEquals(2799, table.columns().column("workclass").missingCount(), "workclass");
      assertEquals(2809, table.columns().column("occupation").missingCount(), "occupation");
      assertEquals(857, table.columns().column("native-country").missingCount(), "native-country");
      long rich = table.texts("class").stream().filter(">50K"::equals).count();
      assertEquals(11_687, rich, "rows with more than 50K");
      List<String> keys = new ArrayList<>();
      for (int row = 0; row < table.columns().rowCount(); row++) {
        keys.add(table.columns().key(row).text());
      }
      assertEquals(48_842, keys.stream().distinct().count(), "keys are unique");
      assertEquals(52, keys.stream().filter(key -> key.contains("#")).count(), "52 rows repeat");
    }
  }

  @Test
  void athletesAreTheSameInCsvAndParquet() {
    try (ImportedTable csv = ImportedTable.of(data("mosaic_data/athletes.csv"));
        ImportedTable parquet = ImportedTable.of(data("mosaic_data/athletes.parquet"))) {
      assertEquals(11_538, csv.report().rows(), "every row comes in");
      assertEquals(
          csv.report().schema().fields().stream().map(f -> f.name()).toList(),
          parquet.report().schema().fields().stream().map(f -> f.name()).toList(),
          "the same fields");
      for (var field : csv.report().schema().fields()) {
        assertEquals(
            csv.texts(field.name()),
            parquet.texts(field.name()),
            field.name() + " must hold the same cells");
      }
      assertEquals(330, csv.columns().column("height").missingCount(), "height");
      assertEquals(659, csv.columns().column("weight").missingCount(), "weight");
      assertEquals(11_407, csv.columns().column("info").missingCount(), "info");
    }
  }

  @Test
  void theBikeArchiveGivesItsLargestTable() {
    try (ImportedTable table =
        ImportedTable.of(data("adult_bike/test_data/bike_sharing_dataset.zip"))) {
      assertEquals(17_379, table.report().rows(), "hour.csv is the larger one");
      assertEquals(17, table.report().schema().fields().size(), "with 17 fields");
      assertTrue(table.preview().warnings().getFirst().contains("day.csv"), "day.csv is named");
    }
  }

  @Test
  void openRefineEncodingsHoldTheSameText() {
    List<List<String>> rows = new ArrayList<>();
    for (String name : List.of("utf8", "latin1", "utf16le-bom", "utf16be-bom")) {
      try (ImportedTable table =
          ImportedTable.of(data("openrefine/data/example-" + name + ".tsv"))) {
        List<String> cells = new ArrayList<>();
        table.report().schema().fields().forEach(field -> cells.addAll(table.texts(field.name())));
        rows.add(cells);
      }
    }
    rows.forEach(cells -> assertEquals(rows.getFirst(), cells, "every encoding gives one table"));
    try (ImportedTable plain = ImportedTable.of(data("openrefine/data/persons.csv"));
        ImportedTable packed = ImportedTable.of(data("openrefine/data/persons.csv.gz"))) {
      for (var field : plain.report().schema().fields()) {
        assertEquals(plain.texts(field.name()), packed.texts(field.name()), "gzip changes nothing");
      }
      assertEquals(
          plain.report().schema(), packed.report().schema(), "gzip changes no type and no name");
    }
  }

  @Test
  void flightsKeepTheirDelays() {
    try (ImportedTable table = ImportedTable.of(data("mosaic_data/flights-200k.parquet"))) {
      assertEquals(231_083, table.report().rows(), "every row comes in");
      NumberColumn delay = (NumberColumn) table.columns().column("delay");
      double sum = 0;
      for (int row = 0; row < delay.rowCount(); row++) {
        sum += delay.at(row);
      }
      assertEquals(7.933509, sum / delay.rowCount(), 1e-6, "the mean delay is published");
      var profile = ColumnProfiler.profile(delay, RowSet.all(delay.rowCount())).numbers();
      assertEquals("-58", profile.min(), "the earliest flight");
      assertEquals("180", profile.max(), "the latest flight");
    }
  }

  @Test
  void housesOfCaliforniaAreNumbersWithKeys() {
    for (var part : Map.of("reference", 5832, "analysis", 8232).entrySet()) {
      try (ImportedTable table =
          ImportedTable.of(data("nannyml_data/california_housing_" + part.getKey() + ".csv"))) {
        assertEquals(
            part.getValue().longValue(), table.report().rows(), part.getKey() + " rows come in");
        assertEquals(0, table.report().quarantinedCount(), "no row is bad");
        for (String field : List.of("Longitude", "Latitude", "MedInc", "Population", "AveBedrms")) {
          assertEquals(FieldType.NUMBER, table.type(field), field + " is a number");
          assertEquals(0, table.columns().column(field).missingCount(), field + " is complete");
        }
      }
    }
  }

  @Test
  void namesThatLookLikeNothingStayNames() {
    try (ImportedTable table =
        ImportedTable.of(data("metashift/attributes_membership.derived.csv"))) {
      assertEquals(172_039, table.report().rows(), "every membership comes in");
      for (var field : table.report().schema().fields()) {
        Column column = table.columns().column(field.name());
        assertEquals(0, column.missingCount(), field.name() + " is never missing");
      }
    }
  }

  @Test
  void theHeaderlessTrainListIsRead() {
    try (ImportedTable table =
        ImportedTable.of(data("longtail_lists/Places_LT/Places_LT_train.txt"))) {
      assertEquals(62_500, table.report().rows(), "no row is taken for a header");
      assertEquals(FieldType.NUMBER, table.type("column_2"), "the class is a number");
    }
  }

  @Test
  void aParquetFileCutInHalfIsRefused() throws Exception {
    Path whole = data("mosaic_data/athletes.parquet");
    byte[] bytes = Files.readAllBytes(whole);
    Path half = Files.createTempFile("half", ".parquet");
    Files.write(half, java.util.Arrays.copyOf(bytes, bytes.length / 2));
    var failure =
        org.junit.jupiter.api.Assertions.assertThrows(
            outcrop.analysis.task.UserFailure.class,
            () -> ImportedTable.of(half).close(),
            "half a file must be refused");
    assertTrue(failure.getMessage().contains("half"), failure.getMessage());
    Files.write(half, "PAR1 and then nothing".getBytes(StandardCharsets.UTF_8));
    org.junit.jupiter.api.Assertions.assertThrows(
        outcrop.analysis.task.UserFailure.class,
        () -> ImportedTable.of(half).close(),
        "a Parquet file without its end must be refused");
    byte[] damaged = bytes.clone();
    java.util.Arrays.fill(damaged, bytes.length / 4, bytes.length / 2, (byte) 0x5A);
    Files.write(half, damaged);
    org.junit.jupiter.api.Assertions.assertThrows(
        outcrop.analysis.task.UserFailure.class,
        () -> ImportedTable.of(half).close(),
        "a Parquet file with damaged values must be refused, not cut short");
    Files.delete(half);
  }
}
