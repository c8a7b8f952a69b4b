package outcrop.analysis.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import outcrop.analysis.task.UserFailure;

/// The files of the format's own test suite are read, or refused in one sentence.
@Tag("realdata")
final class ParquetConformanceTest {
  /// Read by nobody here; docs/conformance.md says why.
  private static final Set<String> REFUSED =
      Set.of(
          "byte_stream_split_extended.gzip.parquet",
          "large_string_map.brotli.parquet",
          "map_no_value.parquet");

  private static Path root() {
    Path root =
        Path.of(System.getProperty("outcrop.root", ""), "..", "shared", "data")
            .resolve("parquet_testing/data");
    assumeTrue(Files.exists(root), "Skipped: put the dataset at " + root + " to run this test");
    return root;
  }

  @Test
  void everyFileIsReadOrRefusedInOneSentence() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(root())) {
      files =
          all.filter(path -> path.toString().matches(".*[.]parquet([.]encrypted)?"))
              .sorted()
              .toList();
    }
    TreeMap<String, String> refused = new TreeMap<>();
    for (Path file : files) {
      String name = file.getFileName().toString();
      try (ImportedTable table = ImportedTable.of(file)) {
        System.out.printf(
            Locale.ROOT,
            "%s: %d rows, %d fields %s%n",
            name,
            table.report().rows(),
            table.report().schema().fields().size(),
            table.preview().warnings());
        assertEquals(0, table.report().quarantinedCount(), name + " has no bad row");
      } catch (UserFailure e) {
        System.out.println(name + ": " + e.getMessage());
        assertTrue(e.getMessage().startsWith(name) && e.getMessage().endsWith("."), e.getMessage());
        refused.put(name, e.getMessage());
      }
    }
    System.out.printf(
        Locale.ROOT,
        "Parquet: %d of %d files are read%n",
        files.size() - refused.size(),
        files.size());
    Set<String> unexpected = new TreeSet<>(refused.keySet());
    unexpected.removeIf(name -> name.endsWith(".encrypted"));
    unexpected.removeAll(REFUSED);
    assertEquals(Set.of(), unexpected, "only files that are damaged or encrypted may be refused");
  }

  @Test
  void deltaEncodingsEqualTheTablesBesideThem() throws IOException {
    int compared = 0;
    for (String name :
        List.of(
            "delta_binary_packed",
            "delta_byte_array",
            "delta_encoding_optional_column",
            "delta_encoding_required_column")) {
      try (ImportedTable parquet = ImportedTable.of(root().resolve(name + ".parquet"));
          ImportedTable csv = ImportedTable.of(root().resolve(name + "_expect.csv"))) {
        List<String> names = new ArrayList<>();
        parquet.report().schema().fields().forEach(field -> names.add(field.name()));
        assertEquals(names.size(), csv.report().schema().fields().size(), name + " has its fields");
        for (int i = 0; i < names.size(); i++) {
          String other = csv.report().schema().fields().get(i).name();
          assertEquals(csv.texts(other), parquet.texts(names.get(i)), name + ", field " + other);
          compared += csv.texts(other).size();
        }
      }
    }
    System.out.println("Parquet: " + compared + " cells equal the tables beside the files");
  }
}
