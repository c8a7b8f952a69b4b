package outcrop.analysis.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every sample is drawn as the reviewed SVG under `src/test/resources/…/golden` shows it.
class GoldenDrawingTest {
  private static final String UPDATE = "outcrop.golden.update";
  private static final String FOLDER = "/outcrop/analysis/render/golden/";
  private static final Map<String, Samples.Sample> SAMPLES = Samples.all();

  static Set<String> names() {
    return SAMPLES.keySet();
  }

  @ParameterizedTest
  @MethodSource("names")
  void drawingIsAsReviewed(String name) throws IOException {
    String drawn = SvgPainter.paint(SAMPLES.get(name).drawing());
    if (Boolean.getBoolean(UPDATE)) {
      Files.createDirectories(sources());
      Files.writeString(sources().resolve(name + ".svg"), drawn);
      return;
    }
    try (InputStream in = getClass().getResourceAsStream(FOLDER + name + ".svg")) {
      if (in == null) {
        fail("There is no reviewed picture " + name + ".svg yet. " + how());
        return;
      }
      String reviewed = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(
          reviewed, drawn, () -> "The drawing " + name + " is no longer as reviewed. " + how());
    }
  }

  @Test
  void everyReviewedPictureIsStillDrawn() throws IOException {
    Files.createDirectories(sources());
    try (Stream<Path> files = Files.list(sources())) {
      Set<String> kept =
          files
              .map(file -> file.getFileName().toString().replace(".svg", ""))
              .collect(Collectors.toCollection(TreeSet::new));
      kept.removeAll(names());
      assertEquals(Set.of(), kept, "Delete these pictures, or draw them in Samples again.");
    }
  }

  private static Path sources() {
    return Path.of(System.getProperty("outcrop.root", ".."), "analysis", "src", "test", "resources")
        .resolve(FOLDER.substring(1));
  }

  private static String how() {
    return "If the change is meant, run ./mvnw -pl analysis test -Dtest=GoldenDrawingTest -D"
        + UPDATE
        + "=true, open the changed files in a browser, and commit them with the reason.";
  }
}
