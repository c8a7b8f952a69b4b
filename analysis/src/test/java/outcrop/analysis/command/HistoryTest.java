package outcrop.analysis.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import outcrop.analysis.curation.FieldTarget;
import outcrop.analysis.curation.Operation;
import outcrop.analysis.curation.Recipe;
import outcrop.analysis.curation.Shaping;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldRole;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.Fingerprint;
import outcrop.analysis.dataset.RowKey;
import outcrop.analysis.derive.Derivation;
import outcrop.analysis.derive.DerivedField;
import outcrop.analysis.discovery.Attribute;
import outcrop.analysis.discovery.AttributeRule;
import outcrop.analysis.discovery.Dimension;
import outcrop.analysis.discovery.StructureEdit;
import outcrop.analysis.discovery.SubpopulationStructure;
import outcrop.analysis.endpoint.Consent;
import outcrop.analysis.io.ImportSpec;
import outcrop.analysis.project.ProjectState;
import outcrop.analysis.project.ReportItem;
import outcrop.analysis.selection.Predicate;
import outcrop.analysis.selection.Selection;
import outcrop.analysis.selection.SelectionClause;
import outcrop.analysis.spec.DistributionSpec;
import outcrop.analysis.spec.FieldDisplay;
import outcrop.analysis.spec.LayoutSpec;
import outcrop.analysis.spec.ShapeTarget;
import outcrop.analysis.spec.SpecCodec;
import outcrop.analysis.spec.TableSpec;
import outcrop.analysis.spec.UnknownSpec;

class HistoryTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  static final ProjectState START =
      new ProjectState(
          "reviews",
          new ImportSpec(
              List.of(new ImportSpec.SourceSpec("reviews.csv", "csv", Map.of("delimiter", ","))),
              List.of(
                  new ImportSpec.FieldSpec(
                      "label", new Field("label", FieldType.CATEGORY), null, false))),
          new Fingerprint("0123456789abcdef"),
          List.of(TableSpec.of("table"), new UnknownSpec("x", "", "hologram", Map.of("depth", 3))),
          new LayoutSpec.Tabs(List.of("table", "x"), "table"),
          Selection.EMPTY.with(
              SelectionClause.of("v", "x", Predicate.Range.halfOpen("age", "1", null))),
          Map.of("messages", "HOLOGRAM"),
          List.of(
              new DerivedField("length", new Derivation.TextLength("text", Derivation.Unit.WORDS))),
          Recipe.EMPTY.with(weights("operation-1", "weight")),
          List.of(item("item-1"), item("item-2")),
          Map.of("label", FieldDisplay.NONE.withColour("cat", "#0072b2")),
          List.of(structure("pets")),
          List.of(new Consent("http://localhost:80", "2026-05-31")),
          Map.of("later", List.of(1, 2)));

  private static SubpopulationStructure structure(String name) {
    return SubpopulationStructure.of(
        name,
        "",
        SubpopulationStructure.Made.BY_HAND,
        List.of(
            Dimension.of(
                "colour",
                List.of(
                    new Attribute("black", new AttributeRule.Where(new Predicate.Query("black"))),
                    new Attribute(
                        "white", new AttributeRule.Rows(List.of(new RowKey("row:1"))))))));
  }

  private static ReportItem item(String id) {
    return new ReportItem(
        id, DistributionSpec.of("d", "label"), "*See*", Selection.EMPTY, 3, 8, "2026-05-31");
  }

  private static Operation weights(String id, String output) {
    return new Operation.Weights(
        id, output, true, Shaping.of(FieldTarget.of("label", new ShapeTarget.Uniform())));
  }

  /// One command of each kind; the completeness test below fails when a kind is missing.
  static final List<Command> ONE_OF_EACH =
      List.of(
          new Command.SetClause(
              SelectionClause.of(
                  "table", "search", new Predicate.Not(new Predicate.Query("good AND bad")))),
          new Command.RemoveClause("v:x"),
          new Command.ClearClauses(),
          new Command.AddView(DistributionSpec.of("d1", "label"), "table"),
          new Command.CloseView("table"),
          new Command.EditView(
              TableSpec.of("table").withSort(List.of(new TableSpec.SortKey("label", true)))),
          new Command.Arrange(new LayoutSpec.Tabs(List.of("x", "table"), "x")),
          new Command.SetRole("label", FieldRole.LABEL),
          new Command.SetLens("label", "JSON"),
          new Command.SetDisplay(
              "label",
              FieldDisplay.NONE.merged(List.of("cat", "dog"), "pet").withOrder(List.of("pet")),
              Command.DisplayChange.NAMES),
          new Command.SetDerived(
              new DerivedField(
                  "band",
                  new Derivation.ClassBands(
                      "label",
                      List.of(new Derivation.Band("head", 100), new Derivation.Band("tail", 0))))),
          new Command.RemoveDerived("length"),
          new Command.AddOperation(
              new Operation.Subsample(
                  "operation-2",
                  "kept",
                  true,
                  Shaping.of(FieldTarget.of("label", new ShapeTarget.Cap(5))))),
          new Command.ReplaceOperation(weights("operation-1", "weight").withEnabled(false)),
          new Command.RemoveOperation("operation-1"),
          new Command.AddToReport(
              new ReportItem(
                  "item-3",
                  new UnknownSpec("x", "", "hologram", Map.of("depth", 3)),
                  "",
                  Selection.EMPTY.with(
                      SelectionClause.of("v", "x", Predicate.Range.halfOpen("age", "1", null))),
                  3,
                  8,
                  "2026-05-31")),
          new Command.EditReportItem(item("item-1").withNote("Something *else*")),
          new Command.RemoveFromReport("item-1"),
          new Command.MoveReportItem("item-1", 7),
          new Command.SetStructure(structure("toys").withConfidences(true)),
          new Command.EditStructure(
              "pets", new StructureEdit.MoveAttribute("colour", "black", "colour", 1)),
          new Command.RemoveStructure("pets"),
          new Command.Agree(new Consent("https://example.org:443", "2026-05-31")),
          new Command.Withdraw("http://localhost:80"),
          new Command.Rename("Réviews \"quoted\""),
          new Command.ReplaceData(
              new ImportSpec(
                      List.of(
                          new ImportSpec.SourceSpec(
                              "day=1/r.csv", "csv", Map.of(), Map.of("day", "1"))),
                      START.source().fields())
                  .withJoins(
                      List.of(
                          new ImportSpec.JoinSpec(
                              new ImportSpec.SourceSpec("s.csv", "csv", Map.of()), "id", "row")))
                  .withNamed(List.of("/data/*.csv")),
              new Fingerprint("fedcba9876543210")),
          new Command.Together(
              List.of(
                  new Command.ClearClauses(),
                  new Command.SetClause(
                      SelectionClause.of("table", "bars", new Predicate.IsMissing("label"))))));

  @Test
  void everyKindOfCommandIsTested() {
    List<Class<?>> tested = ONE_OF_EACH.stream().<Class<?>>map(Object::getClass).toList();
    assertEquals(
        List.of(),
        Arrays.stream(Command.class.getPermittedSubclasses())
            .filter(kind -> !tested.contains(kind))
            .toList(),
        "Add one command of each of these kinds to ONE_OF_EACH.");
  }

  @TestFactory
  Stream<DynamicTest> everyCommandSurvivesTheRoundTripAndHasAnEffectThatUndoTakesBack() {
    return ONE_OF_EACH.stream()
        .map(command -> DynamicTest.dynamicTest(command.toString(), () -> fourTests(command)));
  }

  private static void fourTests(Command command) {
    String json = SpecCodec.MAPPER.writeValueAsString(command);
    assertEquals(
        command,
        SpecCodec.MAPPER.readValue(json, Command.class),
        "The command does not read back as it was written: " + json);
    CommandBus bus = new CommandBus(History.of(START), Clock.fixed(NOON, ZoneOffset.UTC));
    bus.execute(command);
    assertNotEquals(START, bus.state(), "The command must change the state.");
    assertTrue(bus.history().canUndo(), "What was done must be undoable.");
    ProjectState after = bus.state();
    bus.undo();
    assertSame(START, bus.state(), "Undo must give the very state back.");
    bus.redo();
    assertSame(after, bus.state(), "Redo must give the very state again.");
    History history = bus.history();
    History again = HistoryCodec.fromNode(HistoryCodec.toNode(history), history.state());
    assertEquals(history, again, "The saved history must come back step by step.");
  }

  @Test
  void aCommandWithoutEffectIsNotRecorded() {
    History history = History.of(START).with(new Command.RemoveClause("no such"), NOON, "");
    assertEquals(0, history.steps().size(), "A change of nothing must not need an undo.");
  }

  @Test
  void lettersTypedInARowAreOneStep() {
    History history = History.of(START);
    for (String name : List.of("r", "re", "rev")) {
      history = history.with(new Command.Rename(name), NOON, "rename");
    }
    assertEquals(1, history.steps().size(), "Commands with one merge key must be one step.");
    assertSame(START, history.at(0).state());
  }

  @Test
  void aNewCommandGivesUpWhatCouldBeRedone() {
    History history =
        History.of(START)
            .with(new Command.Rename("a"), NOON, "")
            .at(0)
            .with(new Command.Rename("b"), NOON, "");
    assertEquals(1, history.steps().size());
    assertEquals("b", history.state().name());
  }

  @Test
  void theHistoryIsBounded() {
    History history = History.of(START);
    for (int i = 0; i < History.LIMIT + 20; i++) {
      history = history.with(new Command.Rename("n" + i), NOON, "");
    }
    assertEquals(History.LIMIT, history.steps().size());
    assertEquals("n19", history.base().name(), "The oldest steps must become the base.");
  }

  @Test
  void undoOfRandomCommandsIsTheIdentity() {
    for (long seed = 0; seed < 50; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      CommandBus bus = new CommandBus(History.of(START), Clock.fixed(NOON, ZoneOffset.UTC));
      for (int i = 0; i < 20; i++) {
        Command command = ONE_OF_EACH.get(random.nextInt(ONE_OF_EACH.size()));
        if (command instanceof Command.AddView add
            && bus.state().view(add.view().id()).isPresent()) {
          continue;
        }
        if (command instanceof Command.AddOperation add
            && bus.state().recipe().find(add.operation().id()).isPresent()) {
          continue;
        }
        bus.execute(command);
        if (random.nextInt(4) == 0) {
          bus.undo();
        }
      }
      History saved =
          HistoryCodec.fromNode(HistoryCodec.toNode(bus.history()), bus.history().state());
      assertEquals(
          bus.history(), saved, "The history of seed " + seed + " does not reopen as it was.");
      while (bus.history().canUndo()) {
        bus.undo();
      }
      assertSame(
          START, bus.state(), "Undoing everything of seed " + seed + " must end at the start.");
    }
  }

  @Test
  void typingAfterReopeningIsAStepOfItsOwn() {
    History typed =
        History.of(START)
            .with(new Command.Rename("b"), NOON, "title")
            .with(new Command.Rename("be"), NOON, "title");
    assertEquals(1, typed.steps().size(), "Letters typed in a row are one step.");
    History reopened =
        HistoryCodec.fromNode(HistoryCodec.toNode(typed), typed.state())
            .with(new Command.Rename("bee"), NOON, "title");
    assertEquals(
        2,
        reopened.steps().size(),
        "What is typed after reopening must not melt into a step of the last time: undo would take"
            + " back both.");
    assertEquals("be", reopened.at(1).state().name(), "Undo goes to what was there on opening.");
  }

  @Test
  void aHistoryOfANewerVersionLeavesTheStateAsItIs() {
    var node = HistoryCodec.toNode(History.of(START).with(new Command.Rename("b"), NOON, ""));
    ((tools.jackson.databind.node.ObjectNode) node.path("steps").get(0).path("command"))
        .put("type", "teleport");
    History history = HistoryCodec.fromNode(node, START);
    assertEquals(START, history.state());
    assertEquals(0, history.steps().size());
  }

  @Test
  void whoReadsTheHistoryNeverWaitsForAChangeUnderWay() {
    CommandBus bus = new CommandBus(History.of(START), Clock.fixed(NOON, ZoneOffset.UTC));
    List<String> read = new ArrayList<>();
    bus.onChange(
        (_, _) -> {
          Thread saver = new Thread(() -> read.add(bus.state().name()));
          saver.start();
          try {
            saver.join(5_000);
          } catch (InterruptedException stopped) {
            throw new AssertionError("Stopped while waiting", stopped);
          }
          assertEquals(
              List.of("b"),
              List.copyOf(read),
              "A reader on another thread waited for the listener: a save would lock up the"
                  + " window.");
        });
    bus.execute(new Command.Rename("b"));
  }
}
