package outcrop.analysis.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The real Vega-Lite accepts and draws what we write: every sample follows its schema, compiles
/// without a warning and becomes a picture.
@Tag("vega")
class VegaLiteDrawingTest {
  private static final Path VEGA =
      Path.of(System.getProperty("outcrop.root", ".."), "analysis", "target", "vega");

  @TempDir Path folder;

  @Test
  void everySampleFollowsTheSchemaAndIsDrawn() throws IOException, InterruptedException {
    assumeTrue(
        Files.isDirectory(VEGA.resolve("node_modules")),
        "Install Node.js 20 or later and run .ci/vega to check specifications with Vega-Lite.");
    for (var entry : Samples.all().entrySet()) {
      Samples.Sample sample = entry.getValue();
      VegaLite chart =
          VegaLite.of(sample.spec(), sample.data(), sample.theme(), ChartWords.ENGLISH);
      write(entry.getKey(), chart);
      write(entry.getKey() + "-placed", new DrawingVega(sample.drawing()).chart());
    }
    Process check =
        new ProcessBuilder("node", "check.mjs", folder.toString())
            .directory(VEGA.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, check.waitFor(), "Vega-Lite says: " + said);
    try (Stream<Path> files = Files.list(folder)) {
      for (Path svg : files.filter(file -> file.toString().endsWith(".svg")).toList()) {
        String drawn = Files.readString(svg);
        assertTrue(drawn.contains("<path") || drawn.contains("<text"), svg + " is blank");
      }
    }
  }

  private void write(String name, VegaLite chart) throws IOException {
    Files.writeString(folder.resolve(name + ".vl.json"), chart.inline());
  }
}
