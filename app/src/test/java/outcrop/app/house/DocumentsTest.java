package outcrop.app.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DocumentsTest {
  private static final Path ROOT = Path.of(System.getProperty("outcrop.root"));
  private static final Pattern NAMED_CLASS = Pattern.compile("`([A-Z][a-z]+[A-Za-z]*)[`.(]");
  private static final Pattern DECLARED =
      Pattern.compile("\\b(?:class|interface|record|enum) ([A-Z][A-Za-z0-9]*)");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)[)#]");

  /// Words in code type that are no classes of ours.
  private static final Set<String> FOREIGN =
      Set.of(
          "Application",
          "ArrayIndexOutOfBoundsException",
          "Canvas",
          "DejaVuSans",
          "Infinity",
          "NaN",
          "Nan",
          "Never",
          "String",
          "TableView",
          "True");

  private static List<Path> documents() throws IOException {
    try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
      return Stream.concat(
              Stream.of(ROOT.resolve("README.md"), ROOT.resolve("CONTRIBUTING.md")),
              docs.filter(path -> path.toString().endsWith(".md")))
          .toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Test
  void everyClassThatADocumentNamesExists() throws IOException {
    Set<String> declared;
    try (Stream<Path> files = Files.walk(ROOT)) {
      declared =
          files
              .filter(path -> path.toString().endsWith(".java"))
              .filter(path -> !path.toString().contains("target"))
              .flatMap(path -> DECLARED.matcher(read(path)).results())
              .map(match -> match.group(1))
              .collect(Collectors.toSet());
    }
    assertTrue(declared.size() > 300, "The sources were not found under " + ROOT);
    Set<String> unknown = new TreeSet<>();
    for (Path document : documents()) {
      NAMED_CLASS
          .matcher(read(document))
          .results()
          .map((MatchResult match) -> match.group(1))
          .filter(name -> !declared.contains(name) && !FOREIGN.contains(name))
          .forEach(name -> unknown.add(ROOT.relativize(document) + ": " + name));
    }
    assertEquals(
        Set.of(), unknown, "These names are no classes of the program; write what is so now.");
  }

  @Test
  void everyLinkBetweenDocumentsLeadsSomewhere() throws IOException {
    Set<String> broken = new TreeSet<>();
    for (Path document : documents()) {
      LINK.matcher(read(document))
          .results()
          .map(match -> match.group(1))
          .filter(target -> !Files.exists(document.resolveSibling(target)))
          .forEach(target -> broken.add(ROOT.relativize(document) + " → " + target));
    }
    assertEquals(Set.of(), broken, "These links lead nowhere; mend them or add the page.");
  }
}
