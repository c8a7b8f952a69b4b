package outcrop.ui;

import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MessagesTest {
  private static final Path FOLDER = Path.of("src/main/resources/outcrop/ui/messages");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");

  @ParameterizedTest
  @MethodSource("translations")
  void everyTranslationHasExactlyTheKeysOfTheEnglishMessages(Path translation) throws IOException {
    assertEquals(
        new TreeSet<>(english().keySet()),
        new TreeSet<>(messages(translation).keySet()),
        "Give "
            + translation.getFileName()
            + " the keys of messages.properties, no more, no less.");
  }

  @ParameterizedTest
  @MethodSource("translations")
  void everyTranslationFillsInTheSameValues(Path translation) throws IOException {
    Map<String, String> translated = messages(translation);
    Map<String, TreeSet<String>> expected =
        english().entrySet().stream()
            .filter(entry -> translated.containsKey(entry.getKey()))
            .collect(toMap(Map.Entry::getKey, entry -> placeholders(entry.getValue())));
    Map<String, TreeSet<String>> actual =
        translated.entrySet().stream()
            .filter(entry -> expected.containsKey(entry.getKey()))
            .collect(toMap(Map.Entry::getKey, entry -> placeholders(entry.getValue())));

    assertEquals(
        expected, actual, "Use the placeholders of the English text in " + translation + ".");
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void everyMessageIsWrittenOnceAndCanBeFormatted(Path bundle) throws IOException {
    List<String> keys =
        Files.readAllLines(bundle, StandardCharsets.UTF_8).stream()
            .filter(line -> line.contains("=") && !line.startsWith("#"))
            .map(line -> line.substring(0, line.indexOf('=')).strip())
            .toList();

    assertEquals(
        List.copyOf(new TreeSet<>(keys)),
        keys.stream().sorted().toList(),
        "Remove the repeated keys from " + bundle + ".");
    messages(bundle)
        .forEach(
            (key, text) -> {
              assertFalse(text.isBlank(), "Write the text of " + key + " in " + bundle + ".");
              new MessageFormat(text);
            });
  }

  @Test
  void thereIsAGermanTranslation() throws IOException {
    assertEquals(
        List.of("messages_de.properties"),
        translations().stream().map(file -> file.getFileName().toString()).toList(),
        "Name a new language here, so that a lost file is noticed.");
  }

  private static List<Path> bundles() throws IOException {
    try (var files = Files.list(FOLDER)) {
      return files.sorted().toList();
    }
  }

  private static List<Path> translations() throws IOException {
    return bundles().stream()
        .filter(file -> file.getFileName().toString().startsWith("messages_"))
        .toList();
  }

  private static Map<String, String> english() throws IOException {
    return messages(FOLDER.resolve("messages.properties"));
  }

  private static Map<String, String> messages(Path bundle) throws IOException {
    var properties = new Properties();
    properties.load(new StringReader(Files.readString(bundle, StandardCharsets.UTF_8)));
    return properties.stringPropertyNames().stream()
        .collect(toMap(key -> key, properties::getProperty));
  }

  private static TreeSet<String> placeholders(String text) {
    var found = new TreeSet<String>();
    PLACEHOLDER.matcher(text).results().forEach(match -> found.add(match.group(1)));
    return found;
  }
}
