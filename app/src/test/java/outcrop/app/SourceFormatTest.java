package outcrop.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Checks the layout of every Java source of every module, so that nobody discusses it in a review.
class SourceFormatTest {
  private static final Path ROOT = Path.of(System.getProperty("outcrop.root"));

  @Test
  void everySourceIsFormatted() throws IOException {
    List<Path> sources = sources();

    assertFalse(sources.isEmpty(), "No Java source below " + ROOT + ": set outcrop.root.");
    assertEquals(
        List.of(),
        sources.parallelStream()
            .filter(SourceFormatTest::isFormattedOtherwise)
            .map(ROOT::relativize)
            .toList(),
        "Run .ci/format and commit what it changes.");
  }

  private static List<Path> sources() throws IOException {
    try (var modules = Files.list(ROOT)) {
      return modules
          .map(module -> module.resolve("src"))
          .filter(Files::isDirectory)
          .flatMap(SourceFormatTest::sourcesBelow)
          .toList();
    }
  }

  private static Stream<Path> sourcesBelow(Path folder) {
    try (var files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static boolean isFormattedOtherwise(Path source) {
    try {
      String text = Files.readString(source).replace("\r\n", "\n");
      return !new Formatter().formatSourceAndFixImports(text).equals(text);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (FormatterException failure) {
      throw new IllegalStateException(source + " cannot be parsed", failure);
    }
  }
}
