package outcrop.analysis.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class BandRuleTest {
  private static String bands(BandRule rule, long... counts) {
    List<Band> bands = rule.bands(ValueFrequencies.of(counts));
    return bands.stream()
        .map(band -> band.name() + " " + band.classes() + "/" + (long) band.rows())
        .collect(Collectors.joining(", "));
  }

  @Test
  void thePaperLeaves100And20InTheBody() {
    assertEquals(
        "head 1/101, body 2/120, tail 1/19", bands(BandRule.OLTR, 101, 100, 20, 19), "> 100, < 20");
  }

  @Test
  void thePublishedCodeTakes100IntoTheHeadAnd20IntoTheTail() {
    assertEquals(
        "head 2/201, body 1/21, tail 2/39",
        bands(BandRule.OLTR_INCLUSIVE, 101, 100, 21, 20, 19),
        ">= 100, <= 20");
  }

  @Test
  void lvisCallsUpTo10ImagesRare() {
    assertEquals("head 1/101, body 2/111, tail 1/10", bands(BandRule.LVIS, 101, 100, 11, 10));
  }

  @Test
  void metaClipKnowsNoBody() {
    assertEquals("head 1/20000, tail 2/20004", bands(BandRule.METACLIP, 20_000, 19_999, 5));
  }

  @Test
  void sharesFollowTheRowsWhateverTheirNumber() {
    assertEquals("head 1/50, body 2/40, tail 2/10", bands(BandRule.SHARES, 50, 30, 10, 6, 4));
    assertEquals("head 1/9, body 0/0, tail 0/0", bands(BandRule.SHARES, 9), "one class is head");
    assertEquals(
        "head 4/20, body 0/0, tail 0/0",
        bands(BandRule.SHARES, 5, 5, 5, 5),
        "Classes of one size are never parted.");
  }

  @Test
  void aBandKnowsItsRanksAndSizes() {
    List<Band> bands = BandRule.SHARES.bands(ValueFrequencies.of(new long[] {50, 30, 10, 6, 4}));
    assertEquals(new Band(Band.BODY, 1, 2, 40, 30, 10), bands.get(1));
    assertEquals(new Band(Band.TAIL, 3, 2, 10, 6, 4), bands.get(2));
  }

  @Test
  void boundsInTheWrongOrderAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new BandRule.ByCount(20, 100));
    assertThrows(IllegalArgumentException.class, () -> new BandRule.ByShare(0.8, 0.3));
  }
}
