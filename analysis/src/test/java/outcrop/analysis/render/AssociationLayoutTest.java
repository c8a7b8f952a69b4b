package outcrop.analysis.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import outcrop.analysis.overview.FieldAssociations;
import outcrop.analysis.overview.FieldAssociations.Pair;
import outcrop.analysis.stats.Association;
import outcrop.analysis.stats.Association.Measure;

class AssociationLayoutTest {
  private static final String FOLDER = "/outcrop/analysis/render/golden-associations/";

  private static Pair pair(String a, String b, Measure measure, double value, double q) {
    boolean signed = measure == Measure.SPEARMAN;
    return new Pair(
        a,
        b,
        new Association(
            measure,
            value,
            5_000,
            q,
            signed ? value - 0.02 : Double.NaN,
            signed ? value + 0.02 : Double.NaN),
        q);
  }

  /// Six fields; of one pair nothing can be said, one may be chance.
  private static final FieldAssociations SIX =
      new FieldAssociations(
          List.of("price", "rating", "category", "a \"name\" & <more>", "helpful votes", "split"),
          List.of(
              pair("price", "category", Measure.CORRELATION_RATIO, 0.91, 0),
              pair("price", "rating", Measure.SPEARMAN, -0.64, 0),
              pair("rating", "helpful votes", Measure.SPEARMAN, 0.47, 0),
              pair("price", "helpful votes", Measure.SPEARMAN, -0.3, 0),
              pair("category", "a \"name\" & <more>", Measure.CRAMERS_V, 0.28, 0.0002),
              pair("rating", "category", Measure.CORRELATION_RATIO, 0.2, 0.001),
              pair("category", "helpful votes", Measure.CORRELATION_RATIO, 0.12, 0.01),
              pair("price", "split", Measure.CORRELATION_RATIO, 0.02, 0.4),
              pair("rating", "split", Measure.CORRELATION_RATIO, 0.02, 0.51),
              pair("helpful votes", "split", Measure.CORRELATION_RATIO, 0.01, 0.6),
              pair("category", "split", Measure.CRAMERS_V, 0, 0.9)),
          List.of(),
          20_000,
          5_000,
          1);

  private static Drawing drawing(FieldAssociations found, double width, double height, Theme in) {
    return AssociationLayout.layout(
        found, width, height, in, LayoutOptions.DEFAULT, AssociationWords.ENGLISH);
  }

  private static FieldAssociations fields(int count) {
    List<String> names = IntStream.range(0, count).mapToObj(i -> "field " + i).toList();
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      for (int j = i + 1; j < count; j++) {
        pairs.add(pair(names.get(i), names.get(j), Measure.CRAMERS_V, 1.0 / (1 + j - i), 0));
      }
    }
    return new FieldAssociations(names, pairs, List.of(), 1_000, 1_000, 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark", "small", "many", "nothing"})
  void drawingIsAsReviewed(String name) throws IOException {
    Drawing drawing =
        switch (name) {
          case "light" -> drawing(SIX, 560, 420, Theme.LIGHT);
          case "dark" -> drawing(SIX, 560, 420, Theme.DARK);
          case "small" -> drawing(SIX, 300, 200, Theme.LIGHT);
          case "many" -> drawing(fields(60), 480, 520, Theme.LIGHT);
          default ->
              drawing(
                  new FieldAssociations(List.of("only"), List.of(), List.of(), 3, 3, 1),
                  400,
                  300,
                  Theme.LIGHT);
        };
    String drawn = SvgPainter.paint(drawing);
    if (Boolean.getBoolean("outcrop.golden.update")) {
      Path sources =
          Path.of(System.getProperty("outcrop.root", ".."), "analysis/src/test/resources" + FOLDER);
      Files.writeString(sources.resolve(name + ".svg"), drawn);
      return;
    }
    try (InputStream in = getClass().getResourceAsStream(FOLDER + name + ".svg")) {
      if (in == null) {
        fail(
            "There is no reviewed picture " + name + ".svg; run with -Doutcrop.golden.update=true");
        return;
      }
      assertEquals(
          new String(in.readAllBytes(), StandardCharsets.UTF_8),
          drawn,
          "The drawing "
              + name
              + " is no longer as reviewed; if that is meant, run with -Doutcrop.golden.update=true"
              + " and look at it.");
    }
  }

  @Test
  void aCellSaysPairMeasureValueIntervalAndRows() {
    Drawing drawing = drawing(SIX, 560, 420, Theme.LIGHT);
    HitRegion found =
        drawing.regions().stream()
            .filter(
                region ->
                    AssociationLayout.pairAt(drawing, region.target())
                        .filter(pair -> pair.equals(SIX.between("rating", "price").orElseThrow()))
                        .isPresent())
            .findFirst()
            .orElseThrow(() -> new AssertionError("No cell stands for price and rating."));
    assertEquals(
        """
        price × rating
        Spearman’s ρ = −0.64
        95 % interval −0.66 to −0.62
        n = 5,000
        false discovery rate q < 0.0001\
        """,
        drawing.tooltipAt(found.bounds().centreX(), found.bounds().centreY()),
        "Everything that is known of the pair.");
  }

  @Test
  void everyPairHasACellAndAPairWithoutAnAnswerSaysSo() {
    Drawing drawing = drawing(SIX, 560, 420, Theme.LIGHT);
    long cells = drawing.regions().stream().filter(r -> r.target() instanceof Target.Item).count();
    assertEquals(15, cells, "six fields make fifteen pairs");
    List<String> silent =
        drawing.regions().stream()
            .map(HitRegion::target)
            .filter(target -> target instanceof Target.Item)
            .filter(target -> AssociationLayout.pairAt(drawing, target).isEmpty())
            .map(target -> drawing.facts().about(target))
            .toList();
    assertEquals(4, silent.size(), "eleven of the fifteen have an answer");
    assertTrue(
        silent.stream().allMatch(text -> text.endsWith("Too little data to compare them")),
        "the others say why not: " + silent);
    assertEquals(
        Optional.empty(),
        AssociationLayout.pairAt(drawing, new Target.Title()),
        "the title is no pair");
  }

  @Test
  void noCellIsTooSmallToBeHitHoweverManyFieldsThereAre() {
    Drawing drawing = drawing(fields(200), 480, 520, Theme.LIGHT);
    for (HitRegion region : drawing.regions()) {
      if (region.target() instanceof Target.Item) {
        assertTrue(
            region.bounds().width() >= 11
                && region.bounds().right() <= 480
                && region.bounds().bottom() <= 520,
            "Show fewer fields rather than smaller cells: " + region.bounds());
      }
    }
  }
}
