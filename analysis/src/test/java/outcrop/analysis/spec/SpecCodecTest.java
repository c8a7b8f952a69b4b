package outcrop.analysis.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldRole;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.Json;
import outcrop.analysis.dataset.RowKey;
import outcrop.analysis.dataset.Schema;
import outcrop.analysis.spec.ChartStyle.AxisSide;
import outcrop.analysis.spec.ChartStyle.ReferenceLine;
import outcrop.analysis.spec.DistributionSpec.Scale;
import outcrop.analysis.task.UserFailure;
import tools.jackson.databind.JsonNode;

class SpecCodecTest {
  private static final DistributionSpec FULL =
      DistributionSpec.of("v1", "age in years")
          .withTitle("Ages")
          .withBy("split")
          .withBins(DistributionSpec.Bins.DEFAULT.withCount(12).withMissing(false))
          .withAxes(DistributionSpec.Axes.DEFAULT.withY(Scale.LOG))
          .withStyle(
              ChartStyle.DEFAULT
                  .withColours(Map.of("test", "#0072b2"))
                  .withLines(List.of(new ReferenceLine(AxisSide.X, "18", "of age")))
                  .withSize(new ChartStyle.Size(80, 50, ChartStyle.Unit.MM)));

  @Test
  void aDistributionSurvivesTheRoundTrip() {
    assertEquals(
        FULL,
        SpecCodec.parse(SpecCodec.print(FULL), "spec.json"),
        "A saved view must reopen as it was; see which key SpecCodec drops.");
  }

  @Test
  void everythingThatAStyleSaysSurvivesTheRoundTrip() {
    ChartStyle style =
        FULL.style()
            .withSubtitle("of the survey")
            .withX(AxisStyle.AUTO.withRange("0", "90").withTicks(List.of("18", "65")))
            .withY(
                AxisStyle.AUTO
                    .withStep("100")
                    .withFormat(AxisStyle.Format.AUTO.withDecimals(1).withSuffix(" rows")))
            .withLines(
                List.of(
                    new ReferenceLine(
                        AxisSide.X, "", "", Measure.quantile(0.9).among("split", "test"))))
            .withBands(
                List.of(
                    new ChartStyle.Band(
                        AxisSide.X,
                        ChartStyle.End.at("18"),
                        ChartStyle.End.at(Measure.of(Measure.Kind.MEAN)),
                        "young",
                        "#e69f00")))
            .withNotes(
                List.of(
                    new ChartStyle.Note(
                        "see\nhere",
                        new ChartStyle.Spot(ChartStyle.Anchor.PLOT, "0.5", "0.1"),
                        List.of(new ChartStyle.Spot(ChartStyle.Anchor.DATA, "40", "12")))))
            .withLook(
                ChartLook.DEFAULT
                    .withLegend(ChartLook.LegendPlace.INSIDE)
                    .withColours(ChartLook.Colours.OKABE_ITO)
                    .withTextSize(1.5));
    DistributionSpec spec =
        FULL.withStyle(style)
            .withBins(FULL.bins().withEdges(List.of("0", "18", "65")).withOwn(List.of("b", "a")));
    assertEquals(
        spec,
        SpecCodec.parse(SpecCodec.print(spec), "spec.json"),
        "A saved view must reopen as it was; see which key SpecCodec drops.");
  }

  @Test
  void aLineOfAnOlderVersionStandsAtItsValue() {
    DistributionSpec old =
        (DistributionSpec)
            SpecCodec.parse(
                "{\"type\":\"distribution\",\"style\":{\"legend\":true,\"lines\":[{\"axis\":\"X\",\"value\":\"18\",\"label\":\"\"}]}}",
                "spec.json");
    assertEquals(
        List.of(new ReferenceLine(AxisSide.X, "18", "")),
        old.style().lines(),
        "What older projects do not say has its default.");
  }

  @Test
  void aTableSurvivesTheRoundTrip() {
    TableSpec table =
        TableSpec.of("t")
            .withColumns(
                List.of(
                    new TableSpec.ColumnLayout("a", 120, true),
                    new TableSpec.ColumnLayout("b", 0, false, true)))
            .withSort(List.of(new TableSpec.SortKey("b", true)));
    assertEquals(table, SpecCodec.parse(SpecCodec.print(table), "spec.json"));
  }

  @Test
  void everyViewOfRowsSurvivesTheRoundTripWithKeysOfANewerVersion() {
    List<ViewSpec> views =
        List.of(
            new GallerySpec(
                "g",
                "Photos",
                "image",
                200,
                List.of("label", "score"),
                List.of(new TableSpec.SortKey("score", true)),
                Map.of("tint", "#fff")),
            new ReaderSpec("r", "", "prompt", 20, false, Map.of("serif", true)),
            TailSpec.of("t", "label")
                .withTitle("Rare ones")
                .withCounted(TailSpec.Counted.VALUES)
                .withShape(TailSpec.Shape.CCDF)
                .withBands(TailSpec.Bands.own(120.5, 7))
                .withFit(new TailSpec.Fit(100, 7))
                .withBeside(TailSpec.Beside.NONE.withEvents("when").withOther("split"))
                .withLook(TailSpec.Look.DEFAULT.withFitted(false).withMeasures(List.of())),
            new MapSpec(
                "m",
                "Where they are",
                "lon",
                "lat",
                "kind",
                Scale.LOG,
                new MapSpec.Dots(3, 0.5),
                new MapSpec.Window(0.25, 0.75, 12, MapSpec.Aspect.FREE),
                new MapSpec.Shown(List.of("a", "b"), List.of("c")),
                new MapSpec.Layers(0.9, 0.5, 0.8, 1, false),
                new MapSpec.Labels(
                    List.of("kind"),
                    List.of(
                        new MapSpec.OwnLabel("kind", "a", "A", new MapSpec.Place(0.1, 0.2), true),
                        new MapSpec.OwnLabel("kind", "b", "", null, false)),
                    "text"),
                ChartStyle.DEFAULT,
                Map.of("globe", true)),
            new CompareSpec(
                "c", "", List.of(new RowKey("id:7"), new RowKey("id:9")), true, Map.of("pins", 1)),
            new OverviewSpec(
                "o",
                "First sight",
                OverviewSpec.Order.NAME,
                "age",
                List.of("id", "hash"),
                false,
                Map.of("density", "compact")));
    for (ViewSpec view : views) {
      assertEquals(
          view,
          SpecCodec.parse(SpecCodec.print(view), "spec.json"),
          "A saved view must reopen as it was; see which key SpecCodec drops.");
    }
  }

  @Test
  void aRelationSurvivesTheRoundTripAndItsShapeDecidesWhatIsLeftOut() {
    RelationSpec full =
        RelationSpec.of("r", RelationSpec.Shape.HEAT_MAP, List.of("age", "job"))
            .withTitle("Who does what")
            .withColour("pay")
            .withBins(RelationSpec.Bins.DEFAULT.withAcross(12).withMissing(false))
            .withAxes(
                RelationSpec.Axes.DEFAULT
                    .withX(Scale.LOG)
                    .withMeasure(RelationSpec.Measure.RESIDUAL)
                    .withTrend(RelationSpec.Trend.MEDIAN))
            .withFacet("sex");
    assertEquals(
        full,
        SpecCodec.parse(SpecCodec.print(full), "spec.json"),
        "A saved view must reopen as it was; see which key SpecCodec drops.");
    assertEquals(
        RelationSpec.of("", RelationSpec.Shape.SCATTER, List.of("a", "b")),
        SpecCodec.parse(
            "{\"type\":\"relation\",\"shape\":\"SCATTER\",\"fields\":[\"a\",\"b\"]}", "spec.json"),
        "A scatter has colours on a logarithmic scale where nothing is said.");
    assertEquals(
        List.of("age", "job", "pay", "sex"), full.fields(), "All fields that it reads, each once.");
  }

  @Test
  void measuresOutsideTheirBoundsAreTakenToTheNearest() {
    GallerySpec huge =
        (GallerySpec) SpecCodec.parse("{\"type\":\"gallery\",\"size\":90000}", "spec.json");
    assertEquals(GallerySpec.GREATEST_SIZE, huge.size(), "No card is larger than the screen.");
    ReaderSpec tiny =
        (ReaderSpec) SpecCodec.parse("{\"type\":\"reader\",\"textSize\":1}", "spec.json");
    assertEquals(ReaderSpec.LEAST_SIZE, tiny.textSize(), "No letter is too small to be read.");
  }

  @Test
  void aDatasetWithImagesOpensWithTheGalleryBesideTheTable() {
    Schema schema =
        new Schema(
            List.of(
                new Field("file", FieldType.IMAGE),
                new Field("kind", FieldType.CATEGORY).withRole(FieldRole.LABEL)));
    DefaultViews views = DefaultViews.of(schema, 10, _ -> 2, _ -> Scale.LINEAR);
    GallerySpec gallery =
        (GallerySpec)
            views.views().stream().filter(GallerySpec.class::isInstance).findFirst().orElseThrow();
    assertEquals(List.of("kind"), gallery.captions(), "The label says what a picture shows.");
    assertTrue(
        views.layout().allViews().containsAll(List.of("table", "gallery")),
        "Both are open from the start: " + views.layout());
  }

  @Test
  void keysOfANewerVersionAreWrittenBack() {
    String text =
        "{\"type\":\"table\",\"id\":\"t\",\"columns\":[],\"sort\":[],\"frozen\":{\"left\":2}}";
    ViewSpec spec = SpecCodec.parse(text, "spec.json");
    JsonNode again = Json.MAPPER.readTree(SpecCodec.print(spec));
    assertEquals(
        2,
        again.path("frozen").path("left").asInt(),
        "A key that this version does not know was lost on the way.");
  }

  @Test
  void keysOfANewerVersionSurviveInsideNestedParts() {
    String text =
        "{\"type\":\"distribution\",\"field\":\"x\",\"style\":{\"legend\":false,\"font\":\"Lato\"}}";
    JsonNode again =
        Json.MAPPER.readTree(SpecCodec.print(SpecCodec.parse(text, "spec.json"))).path("style");
    assertEquals("Lato", again.path("font").asString(""), "The nested key was lost on the way.");
    assertEquals(false, again.path("legend").asBoolean(true), "The known key was lost.");
  }

  @Test
  void aKindOfViewThatIsUnknownIsKept() {
    String text = "{\"type\":\"hologram\",\"id\":\"h\",\"title\":\"H\",\"depth\":3,\"note\":null}";
    ViewSpec spec = SpecCodec.parse(text, "spec.json");
    assertInstanceOf(UnknownSpec.class, spec, "An unknown kind must become a placeholder.");
    assertEquals(spec, SpecCodec.parse(SpecCodec.print(spec), "spec.json"));
    assertEquals(
        3,
        Json.MAPPER.readTree(SpecCodec.print(spec)).path("depth").asInt(),
        "The unknown view lost what it held.");
  }

  @Test
  void badSpecsAreRefusedInOneSentenceThatNamesTheFile() {
    for (String bad :
        List.of(
            "",
            "[]",
            "{}",
            "{\"type\":\"distribution\",\"field\":\"x\",\"bins\":{\"count\":5000}}",
            "{\"type\":\"distribution\"",
            "{\"type\":\"distribution\",\"axes\":{\"x\":\"SIDEWAYS\"}}")) {
      UserFailure failure =
          assertThrows(
              UserFailure.class,
              () -> SpecCodec.parse(bad, "my.json"),
              "This must be refused with a UserFailure: " + bad);
      assertTrue(
          failure.getMessage().startsWith("my.json") && !failure.getMessage().contains("\n"),
          "The sentence must name the file and stay one line, but is: " + failure.getMessage());
    }
  }

  @Test
  void aShortSpecTakesEveryDefault() {
    ViewSpec spec = SpecCodec.parse("{\"type\":\"distribution\",\"field\":\"label\"}", "spec.json");
    assertEquals(
        DistributionSpec.of("", "label"), spec, "Left out keys must mean the documented defaults.");
  }

  @TestFactory
  Stream<DynamicTest> aWrongValueIsToldWithItsPlaceAndWhatIsAllowed() {
    return Stream.of(
            wrong("'shape': 'RNK'", "at \"shape\" stands \"RNK\"; it may be RANK, CCDF,"),
            wrong("'shape': 1", "at \"shape\" stands 1; it may be RANK, CCDF,"),
            wrong(
                "'style': {'legend': 'yes'}", "at \"style.legend\" stands \"yes\"; it may be true"),
            wrong(
                "'style': {'legend': null}", "at \"style.legend\" stands null; leave the key out"),
            wrong(
                "'bands': {'head': 'many'}",
                "at \"bands.head\" stands \"many\"; it must be a number"),
            wrong(
                "'fit': {'draws': 3.7}", "at \"fit.draws\" stands 3.7; it must be a whole number"),
            wrong("'fit': {'draws': -3}", "A fit has 0 to 10,000 draws, not -3"),
            wrong("'look': {'measures': 5}", "at \"look.measures\" stands 5; it must be a list"),
            wrong(
                "'style': {'colours': {'a': 'red'}}",
                "at \"style.colours.a\" stands \"red\"; it must"),
            wrong("'style': {'x': {'from': 'low'}}", "at \"style.x.from\" stands \"low\"; it must"),
            wrong(
                "'style': {'y': {'step': '2 km'}}", "at \"style.y.step\" stands \"2 km\"; it must"),
            wrong("'target': {'target': {'type': 'cpa'}}", "its \"type\" may be cap, rows,"))
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.json,
                    () -> {
                      String text =
                          ("{'type': 'tail', 'id': 't', 'field': 'f', " + each.json + "}")
                              .replace('\'', '"');
                      UserFailure failure =
                          assertThrows(
                              UserFailure.class, () -> SpecCodec.parse(text, "mine.view.json"));
                      String told = String.valueOf(failure.getMessage());
                      assertTrue(told.startsWith("mine.view.json is not a readable"), told);
                      assertTrue(told.contains(each.told), told);
                    }));
  }

  private record Wrong(String json, String told) {}

  private static Wrong wrong(String json, String told) {
    return new Wrong(json, told);
  }
}
