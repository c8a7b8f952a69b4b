package outcrop.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SensorsTruthTest {
  private static final String FIX = "make SensorTruth state what SensorNetwork plants";

  @TempDir static Path directory;
  private static CsvTable table;
  private static Truth truth;

  @BeforeAll
  static void generate() throws IOException {
    SampleDataset sensors = SampleCatalogue.byName("sensors").orElseThrow();
    table = CsvTable.read(sensors.generate(directory, SampleCatalogue.DEFAULT_SEED));
    truth = Truth.read(sensors.truthPath(directory));
  }

  @AfterAll
  static void forget() {
    table = new CsvTable(List.of(), List.of());
  }

  @Test
  void theTableHasTheStatedRowsAndTimesStrictlyIncrease() {
    assertEquals(
        List.of(
            "time",
            "sensor",
            "site",
            "temperature",
            "humidity",
            "pressure",
            "vibration",
            "voltage",
            "status"),
        table.header(),
        "documents name these columns");
    assertEquals(200_000, table.rows().size(), "the issue asks for 200,000 rows");
    assertEquals(table.rows().size(), truth.at("rows").count(), FIX);
    List<String> times = table.values("time");
    assertEquals(truth.at("time", "first").text(), times.getFirst(), FIX);
    assertEquals(truth.at("time", "last").text(), times.getLast(), FIX);
    for (int i = 1; i < times.size(); i++) {
      assertTrue(times.get(i - 1).compareTo(times.get(i)) < 0, "time falls at row " + (i + 1));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "time,        \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ",
    "temperature, |-?\\d+\\.\\d\\d",
    "humidity,    |\\d+\\.\\d",
    "pressure,    |\\d+\\.\\d",
    "vibration,   |\\d+\\.\\d\\d\\d",
    "voltage,     \\d\\.\\d\\d\\d",
    "status,      ok|warning|fault",
  })
  void valuesHaveTheFormOfTheirField(String field, String form) {
    Pattern pattern = Pattern.compile(form);
    for (String value : table.values(field)) {
      assertTrue(pattern.matcher(value).matches(), field + " holds \"" + value + "\"");
    }
  }

  @Test
  void sitesAndStatusesHaveTheStatedRows() {
    assertEquals(numbers(truth.at("rowsOfSite")), counts("site"), FIX);
    assertEquals(numbers(truth.at("status")), counts("status"), FIX);
    assertEquals(truth.at("time", "sensors").count(), counts("sensor").size(), FIX);
  }

  @Test
  void driftsMoveTheMeanByTheStatedAmount() {
    List<Truth> drifts = truth.at("drifts").items();
    assertEquals(4, drifts.size(), "four drifts are planted");
    for (Truth drift : drifts) {
      String sensor = drift.at("sensor").text();
      String field = drift.at("field").text();
      String from = drift.at("from").text();
      double before = mean(field, row -> named(row, sensor) && time(row).compareTo(from) < 0);
      double after = mean(field, row -> named(row, sensor) && time(row).compareTo(from) >= 0);
      String what = sensor + " " + field;
      assertEquals(drift.at("meanBefore").number(), before, 1e-6, FIX + ": " + what);
      assertEquals(drift.at("meanAfter").number(), after, 1e-6, FIX + ": " + what);
      String site = drift.at("site").text();
      Predicate<List<String>> others =
          row -> cell(row, "site").equals(site) && !isDrifting(cell(row, "sensor"), field);
      double otherBefore = mean(field, row -> others.test(row) && time(row).compareTo(from) < 0);
      double otherAfter = mean(field, row -> others.test(row) && time(row).compareTo(from) >= 0);
      double halfOfTheDaysAfter = 55.1 / 2;
      double expected =
          before * (drift.at("factor").number() - 1)
              + drift.at("perDay").number() * halfOfTheDaysAfter;
      double found = after - before - (otherAfter - otherBefore);
      assertEquals(expected, found, 0.15 * Math.abs(expected), what + " drifts otherwise");
    }
  }

  private static boolean isDrifting(String sensor, String field) {
    return truth.at("drifts").items().stream()
        .anyMatch(d -> d.at("sensor").text().equals(sensor) && d.at("field").text().equals(field));
  }

  @Test
  void valuesAreMissingAsStated() {
    int status = table.column("status");
    int faults = counts("status").get("fault");
    int rows = table.rows().size();
    truth
        .at("missing")
        .members()
        .forEach(
            (field, facts) -> {
              int column = table.column(field);
              int all = 0;
              int inFault = 0;
              for (List<String> row : table.rows()) {
                if (row.get(column).isEmpty()) {
                  all++;
                  inFault += row.get(status).equals("fault") ? 1 : 0;
                }
              }
              assertEquals(facts.at("rows").count(), all, FIX + ": " + field);
              assertEquals(facts.at("whenFault").count(), inFault, FIX + ": " + field);
              assertEquals(
                  facts.at("probability").number(),
                  (double) (all - inFault) / (rows - faults),
                  0.001,
                  field + " is missing at another rate");
              assertEquals(
                  facts.at("probabilityWhenFault").number(),
                  (double) inFault / faults,
                  0.03,
                  field + " is missing at another rate in faults");
            });
  }

  @Test
  void outliersStandOutByTheStatedAmount() {
    List<Truth> planted = truth.at("outliers", "planted").items();
    assertEquals(truth.at("outliers", "count").count(), planted.size(), FIX);
    assertTrue(planted.size() > 200, "too few outliers to test anything: " + planted.size());
    int far = 0;
    for (Truth outlier : planted) {
      List<String> row = row(outlier.at("row").count());
      assertEquals(outlier.at("time").text(), time(row), "row and time must name the same reading");
      double right = Double.parseDouble(cell(row, "temperature")) - outlier.at("by").number();
      Truth site = truth.at("rowsOfSite", cell(row, "site"));
      assertTrue(site.count() > 0, FIX);
      far += right > -15 && right < 45 ? 1 : 0;
    }
    assertEquals(planted.size(), far, "without what was added the values must be ordinary");
  }

  @Test
  void theSentinelStandsExactlyInTheStatedRows() {
    String sentinel = truth.at("sentinel", "value").count() + ".0";
    List<Integer> found = new ArrayList<>();
    for (int row = 1; row <= table.rows().size(); row++) {
      if (cell(row(row), "pressure").equals(sentinel)) {
        found.add(row);
        assertEquals(truth.at("sentinel", "site").text(), cell(row(row), "site"), FIX);
      }
    }
    assertEquals(numbersOf(truth.at("sentinel", "rowNumbers")), found, FIX);
    assertEquals(truth.at("sentinel", "count").count(), found.size(), FIX);
    assertTrue(found.size() > 100, "too few sentinels to be noticed");
  }

  @Test
  void theStuckSensorRepeatsOneValue() {
    List<Integer> stuck = numbersOf(truth.at("stuck", "rowNumbers"));
    assertEquals(truth.at("stuck", "count").count(), stuck.size(), FIX);
    String value = Double.toString(truth.at("stuck", "value").number());
    for (int row : stuck) {
      assertEquals(truth.at("stuck", "sensor").text(), cell(row(row), "sensor"), FIX);
      assertEquals(value, cell(row(row), "humidity"), FIX);
      assertTrue(time(row(row)).compareTo(truth.at("stuck", "from").text()) >= 0, FIX);
    }
  }

  private static List<String> row(int number) {
    return table.rows().get(number - 1);
  }

  private static String cell(List<String> row, String field) {
    return row.get(table.column(field));
  }

  private static String time(List<String> row) {
    return row.getFirst();
  }

  private static boolean named(List<String> row, String sensor) {
    return row.get(1).equals(sensor);
  }

  private static double mean(String field, Predicate<List<String>> wanted) {
    int column = table.column(field);
    return table.rows().stream()
        .filter(wanted)
        .map(row -> row.get(column))
        .filter(value -> !value.isEmpty())
        .mapToDouble(Double::parseDouble)
        .average()
        .orElseThrow();
  }

  private static Map<String, Integer> counts(String field) {
    Map<String, Integer> counts = new TreeMap<>();
    table.values(field).forEach(value -> counts.merge(value, 1, Integer::sum));
    return counts;
  }

  private static Map<String, Integer> numbers(Truth stated) {
    Map<String, Integer> numbers = new TreeMap<>();
    stated.members().forEach((name, number) -> numbers.put(name, number.count()));
    return numbers;
  }

  private static List<Integer> numbersOf(Truth stated) {
    return stated.items().stream().map(Truth::count).toList();
  }
}
