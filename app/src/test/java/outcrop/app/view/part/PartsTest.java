package outcrop.app.view.part;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.TextColumn;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.selection.Predicate;
import outcrop.analysis.selection.SelectionClause;
import outcrop.analysis.task.TaskHandle;
import outcrop.analysis.task.TaskProgress;

class PartsTest {
  @Test
  void germanHasTheKeysOfTheEnglishWords() throws Exception {
    assertEquals(
        keys("parts.properties"), keys("parts_de.properties"), "Give both files the same keys.");
    assertEquals(
        "Zeile 12",
        new Words(Samples.words(Locale.GERMAN)).get("grid.row", 12),
        "German words come from the German file.");
  }

  private static List<String> keys(String file) throws Exception {
    Properties words = new Properties();
    try (var in = PartsTest.class.getResourceAsStream("/outcrop/ui/messages/" + file)) {
      words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
    return words.stringPropertyNames().stream().sorted().toList();
  }

  @Test
  void chipsAnswerToKeys() throws Exception {
    List<String> told = new ArrayList<>();
    ChipBar bar =
        Shown.fx(
            () -> {
              ChipBar made = new ChipBar(Samples.words());
              made.setOnToggle(id -> told.add("toggle " + id));
              made.setOnInvert(id -> told.add("invert " + id));
              made.setOnRemove(id -> told.add("remove " + id));
              made.setClauses(
                  List.of(
                      SelectionClause.of("a", "x", new Predicate.IsMissing("price")),
                      SelectionClause.of("b", "x", new Predicate.IsMissing("שם"))),
                  SelectionClause::id,
                  clause -> clause.predicate().toString());
              return made;
            });
    try (var shown = Shown.of(() -> bar, 600, 80)) {
      List<Node> chips = List.copyOf(bar.lookupAll(".chip"));
      Shown.run(chips.getFirst()::requestFocus);
      Shown.key(chips.getFirst(), KeyCode.SPACE);
      Shown.key(chips.getFirst(), KeyCode.I);
      Shown.key(chips.getFirst(), KeyCode.RIGHT);
      assertTrue(chips.get(1).isFocused(), "An arrow goes to the next chip.");

      Shown.key(chips.get(1), KeyCode.DELETE);
      assertEquals(List.of("toggle a:x", "invert a:x", "remove b:x"), told, "See Chip.");
    }
  }

  @Test
  void theInspectorShowsEveryScriptAndEveryWidth() throws Exception {
    ColumnStore store = Samples.reviews();
    RowInspector inspector = Shown.fx(() -> Samples.inspector(Samples.words()));
    try (var shown = Shown.of(() -> inspector, 600, 500)) {
      for (int row = 2; row < 3 + Samples.SCRIPTS.size(); row++) {
        int at = row;
        Shown.run(() -> inspector.setHits((field, text) -> List.of(new Span(1, 4))));
        Shown.run(() -> inspector.setRow(store, at, at, store.rowCount()));
      }
      for (int width = 140; width < 500; width += 24) {
        int wide = width;
        Shown.run(() -> inspector.getScene().getWindow().setWidth(wide));
      }

      assertEquals(List.of(), shown.errors, "Layout must not fail for any script or width.");
    }
  }

  @Test
  void aHugeValueComesInParts() throws Exception {
    String letter = "ש";
    String huge = letter.repeat(5_000_000);
    TextColumn column = TextColumn.of(new Field("text", FieldType.TEXT), huge, "short");
    TextPages pages = TextPages.of(column, 0);

    assertTrue(pages.isLong(), "Ten million bytes are more than a preview.");
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < pages.pages(); i++) {
      all.append(pages.page(i));
    }
    assertTrue(huge.contentEquals(all), "The parts together are the value, whole letters each.");

    ColumnStore store = ColumnStore.of(List.of(column));
    RowInspector inspector = Shown.fx(() -> Samples.inspector(Samples.words()));
    try (var shown = Shown.of(() -> inspector, 320, 400)) {
      Shown.run(() -> inspector.setRow(store, 0, 0, 2));
      ReaderText reader = (ReaderText) inspector.lookup(".reader-text");
      assertTrue(reader.text().length() < 3_000, "A preview comes first.");
      assertEquals(List.of(), shown.errors, "Layout must not fail.");
    }
  }

  @Test
  void onlyFieldsInViewAskForData() throws Exception {
    List<FieldList.Item> items = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      items.add(new FieldList.Item(new Field("field " + i, FieldType.NUMBER), 100, i % 3, -1));
    }
    List<List<Field>> told = new ArrayList<>();
    FieldList list = Shown.fx(() -> new FieldList(Samples.words()));
    list.setOnVisible(told::add);
    try (var shown = Shown.of(() -> list, 260, 600)) {
      Shown.run(() -> list.setFields(items));
      assertTrue(
          !told.isEmpty() && told.getLast().size() < 20,
          "About nine fields fit, so no more than that ask; told: " + told.size());
      assertEquals("field 0", told.getLast().getFirst().name(), "The first field is in view.");

      ListView<?> view = (ListView<?>) list.lookup(".list-view");
      Shown.run(() -> view.scrollTo(4_000));
      assertTrue(
          told.getLast().stream().anyMatch(field -> field.name().equals("field 4000")),
          "Fields that come into view ask: " + told.getLast());
      assertEquals(List.of(), shown.errors, "Layout must not fail.");
    }
  }

  @Test
  void historyGoesToTheEntryThatIsChosen() throws Exception {
    List<Integer> told = new ArrayList<>();
    HistoryList list = Shown.fx(() -> new HistoryList(Samples.words()));
    list.setOnGoTo(told::add);
    try (var shown = Shown.of(() -> list, 260, 300)) {
      Shown.run(() -> list.setEntries(List.of("import", "sort", "filter"), 2));
      Shown.click(list, 60, 16);
      Shown.click(list, 60, 32 * 3 + 16);

      assertEquals(
          List.of(3, 0), told, "Newest first: the top redoes all, the bottom is the beginning.");
    }
  }

  @Test
  void jobsShowOnceTheyTakeLongAndGoWhenDone() throws Exception {
    Job brief = new Job("brief", Duration.ofMillis(100));
    Job slow = new Job("slow", Duration.ofSeconds(3));
    JobsPane pane = Shown.fx(() -> new JobsPane(Samples.words(), () -> List.of(brief, slow)));
    try (var shown = Shown.of(() -> new VBox(pane), 300, 200)) {
      waitUntil(() -> pane.isVisible());
      assertEquals(List.of("slow"), titles(pane), "Only work of half a second shows.");

      slow.outcome.complete(null);
      waitUntil(() -> !pane.isVisible());
      assertEquals(List.of(), shown.errors, "Refreshing must not fail.");
    }
  }

  private static List<String> titles(Parent pane) {
    return Arrays.stream(pane.lookupAll(".job-title").toArray(Node[]::new))
        .map(node -> ((Label) node).getText())
        .toList();
  }

  private static void waitUntil(Callable<Boolean> wanted) throws Exception {
    for (int i = 0; i < 200 && !Shown.fx(wanted); i++) {
      Shown.frames();
    }
    assertTrue(Shown.fx(wanted), "The pane looks at the jobs a few times a second.");
  }

  private record Job(String title, Duration elapsed, CompletableFuture<Void> outcome)
      implements TaskHandle<Void> {
    Job(String title, Duration elapsed) {
      this(title, elapsed, new CompletableFuture<>());
    }

    @Override
    public TaskProgress progress() {
      return new TaskProgress(title, "", 1, 2, elapsed, elapsed);
    }

    @Override
    public void cancel() {}
  }
}
