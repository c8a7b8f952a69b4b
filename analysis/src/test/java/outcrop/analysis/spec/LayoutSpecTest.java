package outcrop.analysis.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import outcrop.analysis.dataset.Json;
import outcrop.analysis.spec.LayoutSpec.Split;
import outcrop.analysis.spec.LayoutSpec.Tabs;

class LayoutSpecTest {
  private static final LayoutSpec TWO =
      new Split(false, 0.5, new Tabs(List.of("a", "b"), "a"), new Tabs(List.of("c"), "c"));

  @Test
  void anArrangementSurvivesTheRoundTrip() {
    assertEquals(TWO, Json.MAPPER.readValue(Json.MAPPER.writeValueAsString(TWO), LayoutSpec.class));
  }

  @Test
  void closingTheLastViewOfAGroupGivesItsSpaceAway() {
    assertEquals(Optional.of(new Tabs(List.of("a", "b"), "a")), TWO.withoutView("c"));
    assertEquals(Optional.empty(), new Tabs(List.of("a"), "a").withoutView("a"));
  }

  @Test
  void closingTheFrontViewBringsItsNeighbourToTheFront() {
    assertEquals(
        Optional.of(new Tabs(List.of("b"), "b")),
        TWO.withoutView("a").map(l -> ((Split) l).first()));
  }

  @Test
  void aNewViewOpensInFrontOfTheGroupThatHoldsTheOther() {
    assertEquals(
        new Split(false, 0.5, new Tabs(List.of("a", "n", "b"), "n"), new Tabs(List.of("c"), "c")),
        TWO.withView("n", "a"));
    assertEquals(
        new Split(false, 0.5, new Tabs(List.of("a", "b"), "a"), new Tabs(List.of("c", "n"), "n")),
        TWO.withView("n", "nowhere"),
        "Where the other view is gone, the last group takes the new one.");
  }

  @Test
  void draggingAViewToAnEdgeMakesAGroupOfItsOwn() {
    assertEquals(
        new Split(
            false,
            0.5,
            new Tabs(List.of("a"), "a"),
            new Split(true, 0.5, new Tabs(List.of("b"), "b"), new Tabs(List.of("c"), "c"))),
        TWO.split("b", "c", true, true));
  }
}
