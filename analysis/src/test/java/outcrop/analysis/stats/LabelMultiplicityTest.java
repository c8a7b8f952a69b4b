package outcrop.analysis.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LabelMultiplicityTest {
  private static final double CORRECTION = 1 / (2 * Math.log(2));

  @Test
  void anItemWithTwoLabelsIsAmbiguous() {
    //             bank bank bank bank tree tree
    int[] item = {0, 0, 0, 0, 1, 1};
    int[] label = {0, 1, 0, 1, 2, 2};
    LabelMultiplicity found = LabelMultiplicity.of(item, label, new int[0]);
    assertEquals(6, found.n());
    assertEquals(2, found.items());
    assertEquals(1, found.severalLabels());
    // Four of six rows have one bit, and one label more than one; over six rows.
    double expected = 4 / 6.0 + CORRECTION / 6;
    assertEquals(expected, found.labelGivenItem(), 1e-12);
    assertEquals(0, found.itemGivenLabel(), 1e-12, "each label has one item");
    assertEquals(Math.pow(2, expected), found.multiplicity(), 1e-12);
    assertTrue(Double.isNaN(found.labelGivenItemInContext()));
  }

  @Test
  void aContextMayResolveTheAmbiguity() {
    int[] item = {0, 0, 0, 0};
    int[] label = {0, 1, 0, 1};
    int[] context = {7, 8, 7, 8};
    LabelMultiplicity found = LabelMultiplicity.of(item, label, context);
    assertEquals(0, found.labelGivenItemInContext(), 1e-12);
    assertEquals(found.labelGivenItem(), found.resolvedByContext(), 1e-12, "all of it");
  }

  @Test
  void nothingHasNoMeaning() {
    LabelMultiplicity none = LabelMultiplicity.of(new int[0], new int[0], new int[0]);
    assertEquals(0, none.items());
    assertEquals(1, none.multiplicity());
  }
}
