package outcrop.app.viewmodel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import outcrop.analysis.dataset.FieldRole;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.query.TailBands.Part;
import outcrop.analysis.render.ChartWords;
import outcrop.analysis.spec.DistributionSpec.Grouping;
import outcrop.analysis.spec.DistributionSpec.Order;
import outcrop.analysis.spec.DistributionSpec.Scale;
import outcrop.analysis.spec.DistributionSpec.Shape;
import outcrop.analysis.spec.DistributionSpec.Step;
import outcrop.analysis.spec.RelationSpec;
import outcrop.analysis.spec.TailSpec;
import outcrop.analysis.spec.TailSpec.Measure;
import outcrop.analysis.spec.TailSpec.Preset;

class WordsTest {
  private static final Pattern KEY = Pattern.compile("words\\.of\\(\\s*\"([A-Za-z.\\-]+)\"[,)]");
  private static final Pattern PREFIX = Pattern.compile("\"([a-zA-Z][A-Za-z.\\-]*\\.)\"");
  private static final Pattern CAPITALS = Pattern.compile("[A-Z][A-Z0-9_]*");
  private final Words words = new Words(Locale.ENGLISH);

  @Test
  void everyKeyThatTheWindowNamesHasWords() throws IOException {
    Path sources =
        Path.of(System.getProperty("outcrop.root")).resolve("app/src/main/java/outcrop/app");
    List<String> lost = new ArrayList<>();
    try (Stream<Path> files = Files.walk(sources)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        if (!file.toString().contains("cli")) {
          Matcher keys = KEY.matcher(Files.readString(file));
          keys.results()
              .map(match -> match.group(1))
              .filter(key -> !words.has(key))
              .forEach(lost::add);
        }
      }
    }
    assertEquals(List.of(), lost, "Write these keys into messages.properties.");
  }

  /// A family of words is one beginning in the sources with words behind it in capitals, such as
  /// `legend.` with `legend.AUTO`. It is found, not listed, so that none is forgotten.
  @Test
  void everyFamilyOfWordsNamesAllValuesOfAnEnum() throws IOException {
    Set<Set<String>> enums = enums();
    List<String> wrong = new ArrayList<>();
    String sources = sources();
    Set<String> prefixes =
        PREFIX
            .matcher(sources)
            .results()
            .map(match -> match.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    for (String prefix : prefixes) {
      Set<String> named = new TreeSet<>();
      for (String key :
          ResourceBundle.getBundle("outcrop.ui.messages.messages", Locale.ROOT).keySet()) {
        // A word that the sources name whole stands for no value.
        if (key.startsWith(prefix)
            && CAPITALS.matcher(key.substring(prefix.length())).matches()
            && !sources.contains('"' + key + '"')) {
          named.add(key.substring(prefix.length()));
        }
      }
      if (!named.isEmpty() && !enums.contains(named)) {
        Set<String> nearest =
            enums.stream()
                .max(Comparator.comparingInt(values -> common(values, named)))
                .orElse(Set.of());
        wrong.add(prefix + " names " + named + ", and the nearest enum has " + nearest);
      }
    }
    assertEquals(List.of(), wrong, "Write the missing words, and remove those of no value.");
  }

  private static int common(Set<String> values, Set<String> named) {
    return 2 * (int) named.stream().filter(values::contains).count() - values.size();
  }

  private static String sources() throws IOException {
    Path sources =
        Path.of(System.getProperty("outcrop.root")).resolve("app/src/main/java/outcrop/app");
    StringBuilder text = new StringBuilder();
    try (Stream<Path> files = Files.walk(sources)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        text.append(Files.readString(file)).append('\n');
      }
    }
    return text.toString();
  }

  /// The names of the values of every enum of the program.
  private static Set<Set<String>> enums() throws IOException {
    Set<Set<String>> enums = new HashSet<>();
    for (String module : List.of("analysis", "app")) {
      Path classes =
          Path.of(System.getProperty("outcrop.root")).resolve(module).resolve("target/classes");
      try (Stream<Path> files = Files.walk(classes)) {
        files
            .filter(path -> path.toString().endsWith(".class"))
            .map(path -> classes.relativize(path).toString())
            .map(name -> name.replaceAll("\\.class$", "").replaceAll("[/\\\\]", "."))
            .map(WordsTest::values)
            .forEach(enums::add);
      }
    }
    return enums;
  }

  private static Set<String> values(String className) {
    try {
      Class<?> found = Class.forName(className, false, WordsTest.class.getClassLoader());
      return found.isEnum()
          ? Arrays.stream(found.getFields())
              .filter(Field::isEnumConstant)
              .map(Field::getName)
              .collect(Collectors.toCollection(TreeSet::new))
          : Set.of();
    } catch (ClassNotFoundException | LinkageError absent) {
      return Set.of();
    }
  }

  @Test
  void everyValueThatTheUserChoosesFromHasWords() {
    List<String> keys = new ArrayList<>();
    Arrays.stream(FieldType.values()).forEach(type -> keys.add("type." + type));
    Arrays.stream(FieldRole.values()).forEach(role -> keys.add("role." + role));
    Arrays.stream(Grouping.values()).forEach(grouping -> keys.add("grouping." + grouping));
    Arrays.stream(Order.values()).forEach(order -> keys.add("order." + order));
    Arrays.stream(Scale.values()).forEach(scale -> keys.add("scale." + scale));
    Arrays.stream(Shape.values()).forEach(shape -> keys.add("shape." + shape));
    Arrays.stream(Step.values()).forEach(step -> keys.add("step." + step));
    Arrays.stream(Preset.values()).forEach(preset -> keys.add("tail.preset." + preset));
    Arrays.stream(TailSpec.Shape.values()).forEach(shape -> keys.add("tail.shape." + shape));
    Arrays.stream(Measure.values()).forEach(measure -> keys.add("tail.why." + measure));
    Arrays.stream(Part.values()).forEach(part -> keys.add("tail.part." + part));
    addDrawn(keys, "drawing.", ChartWords.class);
    Arrays.stream(RelationSpec.Shape.values())
        .forEach(shape -> keys.add("relation.shape." + shape));
    Arrays.stream(RelationSpec.Measure.values())
        .forEach(value -> keys.add("relation.measure." + value));
    Arrays.stream(RelationSpec.Trend.values())
        .forEach(trend -> keys.add("relation.trend." + trend));
    assertEquals(
        List.of(),
        keys.stream().filter(key -> !words.has(key)).toList(),
        "Write these keys into messages.properties.");
  }

  private static void addDrawn(List<String> keys, String prefix, Class<?> words) {
    for (RecordComponent component : words.getRecordComponents()) {
      String key = prefix + component.getName();
      if (component.getType().isRecord()) {
        addDrawn(keys, key + ".", component.getType());
      } else {
        keys.add(key);
      }
    }
  }

  @Test
  void numbersAreWrittenAsTheLanguageDoes() {
    assertEquals("1,690,784", words.count(1_690_784), "English separates with commas.");
    assertEquals(
        "1.690.784", new Words(Locale.GERMAN).count(1_690_784), "German separates with points.");
    assertEquals("< 1 %", words.percent(1, 1_000), "A part that is there is never 0 %.");
    assertTrue(words.bytes(1_536_000).startsWith("1.5"), "Megabytes have one digit.");
  }

  @Test
  void thePaletteBeginsWithWhatWasUsedLatelyAndIsUseful() {
    ActionRegistry actions = new ActionRegistry();
    for (String id : List.of("undo", "export", "report", "search")) {
      actions.add(AppAction.always(id, "", "", () -> {}));
    }
    assertEquals(
        List.of("search", "export", "undo", "report"),
        actions.matching("", words).stream().map(AppAction::id).toList(),
        "Search is more useful than undo, which has a button.");
    actions.used("report");
    actions.used("undo");
    assertEquals(
        List.of("undo", "report", "search", "export"),
        actions.matching("", words).stream().map(AppAction::id).toList(),
        "The last one used comes first.");
  }

  @Test
  void thePaletteFindsActionsByTheirLetters() {
    ActionRegistry actions = new ActionRegistry();
    for (String id : List.of("export", "export-view", "undo", "go-to-row")) {
      actions.add(AppAction.always(id, "", "", () -> {}));
    }
    assertEquals(
        "go-to-row",
        actions.matching("gtr", words).getFirst().id(),
        "The first letters of the words find an action.");
    assertEquals(
        List.of(), actions.matching("zzz", words), "Letters that no action has find nothing.");
  }
}
