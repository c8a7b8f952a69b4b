package outcrop.app.view.part;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.query.ViewData.DistributionData;
import outcrop.analysis.render.Bounds;
import outcrop.analysis.render.ChartLayout;
import outcrop.analysis.render.Frame;
import outcrop.analysis.render.Theme;
import outcrop.analysis.spec.DistributionSpec;

class ChartPaneTest {
  private static final ColumnStore REVIEWS = Samples.reviews();

  /// What a chart told, in words.
  private static final class Told implements ChartActions {
    final List<String> words = new ArrayList<>();
    boolean elsewhere;

    @Override
    public boolean activate() {
      boolean came = elsewhere;
      elsewhere = false;
      return came;
    }

    @Override
    public void brushPreview(BinRange range) {
      words.add("preview");
    }

    @Override
    public void brush(BinRange range) {
      words.add("brush " + range.lo() + " to " + range.hi() + (range.closed() ? " closed" : ""));
    }

    @Override
    public void toggleValue(String value, boolean additive) {
      words.add((additive ? "add " : "choose ") + value);
    }

    @Override
    public void toggleMissing(boolean additive) {
      words.add("missing");
    }

    @Override
    public void clear() {
      words.add("clear");
    }

    @Override
    public void editText(TextPart part) {
      words.add("edit " + part);
    }

    String last() {
      return words.getLast();
    }
  }

  private static ChartPane pane(DistributionData data, String field, ChartActions actions) {
    ChartPane pane = new ChartPane(Samples.words());
    DistributionSpec spec = DistributionSpec.of("v", field);
    pane.setChart(
        data,
        (width, height, options) ->
            ChartLayout.layout(spec, data, width, height, Theme.LIGHT, options));
    pane.setActions(actions);
    return pane;
  }

  private static DistributionData prices() {
    return Samples.histogram(REVIEWS, "price", 12, 120);
  }

  private static Frame frame(ChartPane pane) {
    return pane.drawing().orElseThrow().frame().orElseThrow();
  }

  private static double middle(ChartPane pane, int bin) {
    return frame(pane).strip(bin).centreX();
  }

  @Test
  void aDragBrushesTheBinsThatItTouches() throws Exception {
    Told told = new Told();
    ChartPane pane = Shown.fx(() -> pane(prices(), "price", told));
    try (var shown = Shown.of(() -> pane, 600, 400)) {
      Bounds plot = frame(pane).bounds();
      Shown.drag(pane, middle(pane, 2), plot.centreY(), middle(pane, 5), plot.centreY());

      assertEquals("brush 20.0 to 60.0", told.last(), "Bins 2 to 5 of ten each.");
      assertEquals(
          3,
          told.words.stream().filter("preview"::equals).count(),
          "The ranges to bin 3, 4 and 5 are previewed once each.");

      Shown.drag(pane, middle(pane, 3), plot.centreY(), middle(pane, 5), plot.centreY());
      assertEquals("brush 40.0 to 80.0", told.last(), "A drag of the inside moves the brush.");

      double edge = frame(pane).values().toPixel(80);
      Shown.drag(pane, edge, plot.centreY(), middle(pane, 11), plot.centreY());
      assertEquals(
          "brush 40.0 to 120.0 closed",
          told.last(),
          "A drag of an edge sizes the brush; the last bin holds its upper edge.");
      assertEquals(List.of(), shown.errors, "Painting must not fail.");
    }
  }

  @Test
  void theFirstClickOnAChartGivesUpNoFilter() throws Exception {
    Told told = new Told();
    ChartPane pane = Shown.fx(() -> pane(prices(), "price", told));
    try (var shown = Shown.of(() -> pane, 600, 400)) {
      Bounds plot = frame(pane).bounds();
      Shown.drag(pane, middle(pane, 2), plot.centreY(), middle(pane, 5), plot.centreY());

      told.elsewhere = true;
      Shown.click(pane, 2, 2);
      assertEquals("brush 20.0 to 60.0", told.last(), "The click beside everything only focuses.");
      assertEquals(false, told.elsewhere, "The chart is now the one that is worked on.");

      told.elsewhere = true;
      Shown.click(pane, middle(pane, 3), plot.centreY());
      assertEquals("brush 20.0 to 60.0", told.last(), "The click inside the brush only focuses.");

      told.elsewhere = true;
      Shown.click(pane, middle(pane, 8), plot.centreY());
      assertEquals("brush 80.0 to 90.0", told.last(), "A click on another bin chooses it.");

      Shown.click(pane, 2, 2);
      assertEquals("clear", told.last(), "The second click beside everything clears.");
      assertEquals(List.of(), shown.errors, "Painting must not fail.");
    }
  }

  @Test
  void titlesAreDrawnSemibold() throws Exception {
    Shown.fx(
        () -> {
          BundledFonts.load();
          assertEquals(
              "Open Sans SemiBold",
              BundledFonts.main(14, true).getName().replace("Semibold", "SemiBold"),
              "The toolkit must find the semibold font by its name.");
          return true;
        });
  }

  @Test
  void keysBrushAndClear() throws Exception {
    Told told = new Told();
    ChartPane pane = Shown.fx(() -> pane(prices(), "price", told));
    try (var shown = Shown.of(() -> pane, 600, 400)) {
      Shown.run(pane::requestFocus);
      Shown.key(pane, KeyCode.RIGHT);
      Shown.key(pane, KeyCode.RIGHT);
      Shown.key(pane, KeyCode.RIGHT, true, false);
      Shown.key(pane, KeyCode.RIGHT, true, false);
      assertEquals("brush 10.0 to 40.0", told.last(), "Shift draws the brush along.");

      Shown.key(pane, KeyCode.SPACE);
      assertEquals("brush 30.0 to 40.0", told.last(), "Space brushes the bin of the cursor.");

      Shown.key(pane, KeyCode.END);
      Shown.key(pane, KeyCode.RIGHT);
      Shown.key(pane, KeyCode.ENTER);
      assertEquals("missing", told.last(), "The bar of missing rows is behind the last bin.");

      Shown.key(pane, KeyCode.ESCAPE);
      assertEquals("clear", told.last(), "Esc clears.");
      assertEquals(List.of(), shown.errors, "Painting must not fail.");
    }
  }

  @Test
  void barsAreChosenByClickAndKey() throws Exception {
    Told told = new Told();
    ChartPane pane = Shown.fx(() -> pane(Samples.bars(REVIEWS, "product"), "product", told));
    try (var shown = Shown.of(() -> pane, 600, 400)) {
      Bounds second = frame(pane).strip(1);
      Shown.click(pane, second.centreX(), second.centreY());
      assertEquals("choose desk lamp", told.last(), "The second most frequent product.");

      Shown.run(() -> pane.setChosen(Set.of("desk lamp")));
      told.elsewhere = true;
      Shown.click(pane, second.centreX(), second.centreY());
      assertEquals(1, told.words.size(), "The first click does not give up the chosen value.");

      Shown.key(pane, KeyCode.DOWN);
      Shown.key(pane, KeyCode.ENTER, false, true);
      assertEquals("add kettle", told.last(), "With Ctrl a value joins those chosen.");

      Shown.key(pane, KeyCode.END);
      Shown.key(pane, KeyCode.SPACE);
      assertEquals(
          "choose " + Samples.PRODUCTS.getLast(),
          told.last(),
          "Bars that are not in view are reached by the keyboard.");

      Shown.click(pane, 2, 2);
      assertEquals("clear", told.last(), "A click beside everything clears.");
    }
  }
}
