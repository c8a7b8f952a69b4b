package outcrop.analysis.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.UserFailure;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Files and streams of the format's own test suite hold what their JSON twins say.
@Tag("realdata")
final class ArrowConformanceTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Test
  void everyFileAndStreamEqualsItsTwin() throws IOException {
    List<Path> twins = all(root(), ".json.gz");
    Map<String, List<String>> differences = new TreeMap<>();
    int compared = 0;
    int cells = 0;
    for (Path twin : twins) {
      Map<String, List<String>> expected = new Twin(twin).columns();
      String base = twin.toString().replace(".json.gz", "");
      for (String kind : List.of(".arrow_file", ".stream")) {
        Path file = Path.of(base + kind);
        compared++;
        Map<String, List<String>> actual = read(file);
        cells += expected.values().stream().mapToInt(List::size).sum();
        if (!expected.equals(actual)) {
          differences.put(file.getFileName().toString(), difference(expected, actual));
        }
      }
    }
    System.out.printf(
        Locale.ROOT,
        "Arrow: %d of %d files and streams equal their twins, %d cells%n",
        compared - differences.size(),
        compared,
        cells);
    assertEquals(Map.of(), differences, "every file must hold what its twin says");
    assertTrue(compared > 40, "the suite has more than 40 files, found " + compared);
  }

  @Test
  void damagedFilesAreRefusedInOneSentence(@TempDir Path directory) throws IOException {
    long seed = 20_261_124;
    Random random = new Random(seed);
    int refused = 0;
    for (Path file : all(root(), ".stream", ".arrow_file")) {
      byte[] bytes = Files.readAllBytes(file);
      for (int i = 0; i < 30; i++) {
        byte[] bad = Arrays.copyOf(bytes, i < 10 ? random.nextInt(4, bytes.length) : bytes.length);
        for (int flips = i < 10 ? 0 : 3; flips > 0; flips--) {
          bad[random.nextInt(bad.length)] = (byte) random.nextInt();
        }
        try {
          read(Files.write(directory.resolve("bad.arrow"), bad));
        } catch (UserFailure e) {
          refused++;
          assertTrue(
              e.getMessage().startsWith("bad.arrow ") && e.getMessage().endsWith("."),
              "one sentence with the file: " + e.getMessage());
        } catch (RuntimeException | IOException e) {
          throw new AssertionError(
              file.getFileName() + ", attempt " + i + ", seed " + seed + " must give a sentence",
              e);
        }
      }
    }
    System.out.println("Arrow: " + refused + " damaged copies refused in one sentence");
  }

  private static Path root() {
    Path root =
        Path.of(System.getProperty("outcrop.root", ""), "..", "shared", "data")
            .resolve("arrow_testing/data/arrow-ipc-stream/integration");
    assumeTrue(Files.exists(root), "Skipped: put the dataset at " + root + " to run this test");
    return root;
  }

  private static List<Path> all(Path root, String... endings) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(
              path -> Stream.of(endings).anyMatch(ending -> path.toString().endsWith(ending)))
          .sorted()
          .toList();
    }
  }

  private static List<String> difference(
      Map<String, List<String>> expected, Map<String, List<String>> actual) {
    List<String> found = new ArrayList<>();
    if (!expected.keySet().equals(actual.keySet())) {
      return List.of("fields " + expected.keySet() + " but read " + actual.keySet());
    }
    expected.forEach(
        (name, cells) -> {
          for (int i = 0; i < cells.size() && found.size() < 5; i++) {
            String got = i < actual.get(name).size() ? actual.get(name).get(i) : "no row";
            if (!java.util.Objects.equals(cells.get(i), got)) {
              found.add(name + "[" + i + "] is " + cells.get(i) + " but read " + got);
            }
          }
        });
    return found;
  }

  /// The cells as the reader hands them over, before types are guessed.
  private static Map<String, List<String>> read(Path path) throws IOException {
    SourceFile file = SourceFile.plain(path);
    DatasetReader reader = new ArrowReader();
    DatasetReader.Layout layout = reader.layout(file, Map.of(), TaskContext.NONE);
    Map<String, Integer> columns = new HashMap<>();
    layout.fields().forEach(name -> columns.put(name, columns.size()));
    Map<String, List<String>> cells = new HashMap<>();
    layout.fields().forEach(name -> cells.put(name, new ArrayList<>()));
    try (RowCursor cursor = reader.open(file, layout, columns, TaskContext.NONE)) {
      RowBatch batch = new RowBatch(columns.size());
      for (boolean more = true; more; ) {
        long[] numbers = {0};
        batch.clear(0, line -> numbers[0]++);
        more = cursor.fill(batch, (line, reason) -> {});
        for (int row = 0; row < batch.rows(); row++) {
          for (String name : layout.fields()) {
            cells.get(name).add(batch.text(row, columns.get(name)));
          }
        }
      }
    }
    return cells;
  }

  /// What the JSON form of the suite says, cell by cell, in the words of our reader.
  private static final class Twin {
    private final JsonNode root;
    private final Map<Integer, JsonNode> dictionaries = new HashMap<>();

    Twin(Path path) throws IOException {
      try (InputStream in = new GZIPInputStream(Files.newInputStream(path))) {
        this.root = JSON.readTree(in);
      }
      root.path("dictionaries").forEach(d -> dictionaries.put(d.get("id").asInt(), d));
    }

    Map<String, List<String>> columns() {
      List<String> names = new ArrayList<>();
      List<List<String>> cells = new ArrayList<>();
      JsonNode fields = root.get("schema").get("fields");
      int leaf = 0;
      for (int f = 0; f < fields.size(); f++) {
        List<Integer> path = new ArrayList<>();
        int before = names.size();
        names(fields.get(f), fields.get(f).get("name").asString(), names);
        for (int i = before; i < names.size(); i++) {
          cells.add(new ArrayList<>());
        }
        for (JsonNode batch : root.get("batches")) {
          JsonNode column = batch.get("columns").get(f);
          for (int row = 0; row < batch.get("count").asInt(); row++) {
            leaf = before;
            List<String> texts = new ArrayList<>();
            leaves(fields.get(f), column, row, false, texts);
            for (String text : texts) {
              cells.get(leaf++).add(text);
            }
          }
        }
      }
      List<String> unique = FieldNames.unique(names, new ArrayList<>());
      Map<String, List<String>> columns = new HashMap<>();
      for (int i = 0; i < unique.size(); i++) {
        columns.put(unique.get(i), cells.get(i));
      }
      return columns;
    }

    private static boolean isStruct(JsonNode field) {
      return field.get("type").get("name").asString().equals("struct")
          && !field.has("dictionary")
          && !field.get("children").isEmpty();
    }

    private static void names(JsonNode field, String name, List<String> into) {
      if (!isStruct(field)) {
        into.add(name);
        return;
      }
      for (JsonNode child : field.get("children")) {
        names(child, name + "." + child.get("name").asString(), into);
      }
    }

    private void leaves(
        JsonNode field, JsonNode column, int row, boolean missing, List<String> into) {
      if (!isStruct(field)) {
        JsonNode value = missing ? JSON.nullNode() : value(field, column, row);
        into.add(value.isNull() ? null : text(value));
        return;
      }
      boolean gone = missing || !isThere(column, row);
      for (int i = 0; i < field.get("children").size(); i++) {
        leaves(field.get("children").get(i), column.get("children").get(i), row, gone, into);
      }
    }

    private static String text(JsonNode value) {
      return value.isString()
          ? value.stringValue()
          : value.isDouble() ? Double.toString(value.doubleValue()) : value.toString();
    }

    private static boolean isThere(JsonNode column, int row) {
      return !column.has("VALIDITY") || column.get("VALIDITY").get(row).asInt() == 1;
    }

    private JsonNode value(JsonNode field, JsonNode column, int row) {
      if (field.has("dictionary")) {
        if (!isThere(column, row)) {
          return JSON.nullNode();
        }
        ObjectNode plain = field.deepCopy().asObject();
        plain.remove("dictionary");
        JsonNode data = dictionaries.get(field.get("dictionary").get("id").asInt()).get("data");
        return value(plain, data.get("columns").get(0), column.get("DATA").get(row).asInt());
      }
      String type = field.get("type").get("name").asString();
      JsonNode children = field.get("children");
      if (type.equals("null")) {
        return JSON.nullNode();
      }
      if (type.equals("union")) {
        return union(field, column, row);
      }
      if (!isThere(column, row)) {
        return JSON.nullNode();
      }
      switch (type) {
        case "struct" -> {
          ObjectNode object = JSON.createObjectNode();
          for (int i = 0; i < children.size(); i++) {
            object.set(
                children.get(i).get("name").asString(),
                value(children.get(i), column.get("children").get(i), row));
          }
          return object;
        }
        case "list", "largelist", "fixedsizelist" -> {
          var list = JSON.createArrayNode();
          int size = field.get("type").path("listSize").asInt(0);
          int start = size > 0 ? row * size : column.get("OFFSET").get(row).asInt();
          int end = size > 0 ? start + size : column.get("OFFSET").get(row + 1).asInt();
          for (int i = start; i < end; i++) {
            list.add(value(children.get(0), column.get("children").get(0), i));
          }
          return list;
        }
        case "map" -> {
          ObjectNode map = JSON.createObjectNode();
          JsonNode entry = children.get(0);
          JsonNode entries = column.get("children").get(0);
          int end = column.get("OFFSET").get(row + 1).asInt();
          for (int i = column.get("OFFSET").get(row).asInt(); i < end; i++) {
            map.set(
                text(value(entry.get("children").get(0), entries.get("children").get(0), i)),
                value(entry.get("children").get(1), entries.get("children").get(1), i));
          }
          return map;
        }
        default -> {
          JsonNode scalar = scalar(type, field.get("type"), column.get("DATA").get(row));
          boolean uuid = field.path("metadata").toString().contains("\"uuid\"");
          return uuid ? JSON.getNodeFactory().stringNode(uuid(scalar.asString())) : scalar;
        }
      }
    }

    private JsonNode union(JsonNode field, JsonNode column, int row) {
      int id = column.get("TYPE_ID").get(row).asInt();
      JsonNode ids = field.get("type").get("typeIds");
      for (int i = 0; i < ids.size(); i++) {
        if (ids.get(i).asInt() == id) {
          int at = column.has("OFFSET") ? column.get("OFFSET").get(row).asInt() : row;
          return value(field.get("children").get(i), column.get("children").get(i), at);
        }
      }
      throw new IllegalStateException("no child of the union has the id " + id);
    }

    private static JsonNode scalar(String type, JsonNode detail, JsonNode data) {
      String unit = detail.path("unit").asString("");
      return switch (type) {
        case "int" -> JSON.readTree(data.asString());
        case "bool" -> JSON.readTree(data.asInt(data.asBoolean() ? 1 : 0) == 1 ? "true" : "false");
        case "floatingpoint" ->
            detail.get("precision").asString().equals("DOUBLE")
                ? JSON.getNodeFactory().numberNode(data.doubleValue())
                : JSON.getNodeFactory().numberNode((double) (float) data.doubleValue());
        case "decimal" ->
            JSON.getNodeFactory()
                .numberNode(
                    new BigDecimal(
                        new java.math.BigInteger(data.asString()), detail.get("scale").asInt()));
        case "utf8", "largeutf8" -> data;
        case "binary", "largebinary", "fixedsizebinary" ->
            JSON.getNodeFactory().stringNode(data.asString().toLowerCase(Locale.ROOT));
        case "duration" -> JSON.readTree(data.asString());
        case "date" ->
            JSON.getNodeFactory().stringNode(date(unit, Long.parseLong(data.asString())));
        case "time" ->
            JSON.getNodeFactory().stringNode(time(unit, Long.parseLong(data.asString())));
        case "timestamp" ->
            JSON.getNodeFactory()
                .stringNode(
                    timestamp(unit, Long.parseLong(data.asString()))
                        + (detail.has("timezone") ? "Z" : ""));
        case "interval" -> JSON.getNodeFactory().stringNode(interval(unit, data));
        default -> throw new IllegalStateException("the test does not know " + type);
      };
    }

    private static String uuid(String hex) {
      return hex.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
    }

    private static String interval(String unit, JsonNode data) {
      return switch (unit) {
        case "YEAR_MONTH" -> "P" + data.asString() + "M";
        case "DAY_TIME" ->
            "P%sDT%sS"
                .formatted(
                    data.get("days").asString(),
                    BigDecimal.valueOf(data.get("milliseconds").asLong(), 3)
                        .stripTrailingZeros()
                        .toPlainString());
        default -> throw new IllegalStateException("the test does not know " + unit);
      };
    }

    private static String date(String unit, long value) {
      if (unit.equals("DAY")) {
        return LocalDate.ofEpochDay(value).toString();
      }
      return Math.floorMod(value, 86_400_000L) == 0
          ? LocalDate.ofEpochDay(value / 86_400_000L).toString()
          : timestamp("MILLISECOND", value);
    }

    private static int digits(String unit) {
      return List.of("SECOND", "MILLISECOND", "MICROSECOND", "NANOSECOND").indexOf(unit) * 3;
    }

    private static String fraction(String unit, long nanos) {
      int digits = digits(unit);
      return digits == 0 ? "" : "." + "%09d".formatted(nanos).substring(0, digits);
    }

    private static String time(String unit, long value) {
      BigDecimal seconds = BigDecimal.valueOf(value, digits(unit));
      long whole = seconds.longValue();
      long nanos = seconds.subtract(BigDecimal.valueOf(whole)).movePointRight(9).longValueExact();
      return "%02d:%02d:%02d".formatted(whole / 3600, whole % 3600 / 60, whole % 60)
          + fraction(unit, nanos);
    }

    private static String timestamp(String unit, long value) {
      long perSecond = (long) Math.pow(10, digits(unit));
      Instant instant =
          Instant.ofEpochSecond(
              Math.floorDiv(value, perSecond),
              Math.floorMod(value, perSecond) * (1_000_000_000 / perSecond));
      LocalDateTime local = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
      return local.toLocalDate()
          + "T%02d:%02d:%02d".formatted(local.getHour(), local.getMinute(), local.getSecond())
          + fraction(unit, local.getNano());
    }
  }
}
