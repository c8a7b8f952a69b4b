package outcrop.app.viewmodel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import outcrop.analysis.spec.LayoutSpec;
import outcrop.analysis.spec.LayoutSpec.Split;
import outcrop.analysis.spec.LayoutSpec.Tabs;

class LayoutEditsTest {
  private static final LayoutSpec TWO_GROUPS =
      new Split(false, 0.5, new Tabs(List.of("a", "b"), "a"), new Tabs(List.of("c"), "c"));

  @Test
  void aTabMovesWithinItsGroupAndIntoAnother() {
    assertEquals(
        new Split(false, 0.5, new Tabs(List.of("b", "a"), "a"), new Tabs(List.of("c"), "c")),
        LayoutEdits.moved(TWO_GROUPS, "a", "b", 2),
        "Behind its neighbour.");
    assertEquals(
        new Split(false, 0.5, new Tabs(List.of("b"), "b"), new Tabs(List.of("a", "c"), "a")),
        LayoutEdits.moved(TWO_GROUPS, "a", "c", 0),
        "Before the tab of the other group.");
    assertEquals(
        new Tabs(List.of("a", "b", "c"), "c"),
        LayoutEdits.moved(TWO_GROUPS, "c", "b", 2),
        "A group that became empty is gone.");
    assertEquals(
        new Split(
            false, 0.5, new Tabs(List.of("a", "new", "b"), "new"), new Tabs(List.of("c"), "c")),
        LayoutEdits.moved(TWO_GROUPS, "new", "a", 1),
        "A view that is dropped from elsewhere takes its place among the tabs.");
  }

  @Test
  void aDividerMovesTheShareOfItsSplitOnly() {
    LayoutSpec nested = new Split(true, 0.3, TWO_GROUPS, new Tabs(List.of("d"), "d"));
    LayoutSpec moved = LayoutEdits.withShare(nested, "0", 0.7);
    assertEquals(
        new Split(
            true,
            0.3,
            new Split(false, 0.7, new Tabs(List.of("a", "b"), "a"), new Tabs(List.of("c"), "c")),
            new Tabs(List.of("d"), "d")),
        moved,
        "The inner split has the new share, the outer its own.");
    assertTrue(LayoutEdits.sameShape(nested, moved), "A share is not the shape.");
    assertFalse(LayoutEdits.sameShape(nested, TWO_GROUPS), "Fewer groups are another shape.");
  }
}
