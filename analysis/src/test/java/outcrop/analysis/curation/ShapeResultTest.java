package outcrop.analysis.curation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import outcrop.analysis.curation.ShapeNote.Kind;
import outcrop.analysis.spec.ShapeTarget;
import outcrop.analysis.spec.ShapeTarget.ClassAmount;
import outcrop.analysis.spec.TargetSpec;
import outcrop.analysis.spec.TargetSpec.Mode;

class ShapeResultTest {
  /// Classes a, b and c of 600, 300 and 100 rows.
  private static final ClassSizes ABC = ClassSizes.of(List.of("a", "b", "c"), 600, 300, 100);

  private static final ShapeTarget HALF_AND_HALF =
      new ShapeTarget.Shares(List.of(new ClassAmount("a", 0.5), new ClassAmount("c", 0.5)));

  @Test
  void aCapKeepsTheSharesOfRowsThatMetaClipKeeps() {
    ClassSizes counts =
        ClassSizes.of(List.of("photo", "b", "c", "d"), 54_000_000, 40_000, 20_000, 500);
    ShapeResult result = ShapeResult.of(counts, TargetSpec.of(new ShapeTarget.Cap(20_000)));
    assertArrayEquals(
        new double[] {0.00037037, 0.5, 1, 1, 0, 0},
        result.perRow(),
        1e-8,
        "A row of a class of n rows is kept with t / max(n, t).");
    assertEquals(60_500, result.rowsAfter());
    assertEquals(0, result.unreachable(), "A cap never wants rows that are not there.");
  }

  @Test
  void uniformTakesTheSmallestClassOfEach() {
    ShapeResult result = ShapeResult.of(ABC, TargetSpec.of(new ShapeTarget.Uniform()));
    assertArrayEquals(new double[] {100, 100, 100, 0, 0}, result.after());
    assertEquals(300, result.reachable(), 1e-9, "Three times the smallest class.");
    assertEquals(0, result.largestDeviation(), 1e-12);
  }

  @Test
  void aTemperatureOfOneKeepsEverythingAndOfZeroIsUniform() {
    ShapeResult one = ShapeResult.of(ABC, TargetSpec.of(new ShapeTarget.Temperature(1)));
    assertArrayEquals(new double[] {600, 300, 100, 0, 0}, one.after());
    ShapeResult zero = ShapeResult.of(ABC, TargetSpec.of(new ShapeTarget.Temperature(0)));
    assertArrayEquals(new double[] {100, 100, 100, 0, 0}, zero.after());
  }

  @Test
  void aTemperatureOfAHalfTakesRoots() {
    ClassSizes counts = ClassSizes.of(List.of("a", "b", "c"), 900, 100, 4);
    ShapeResult result = ShapeResult.of(counts, TargetSpec.of(new ShapeTarget.Temperature(0.5)));
    // Shares 30 : 10 : 2; the smallest class has 4 rows, so 60 : 20 : 4.
    assertArrayEquals(new double[] {60, 20, 4, 0, 0}, result.after());
    assertEquals(84, result.reachable(), 1e-9);
  }

  @Test
  void aHigherTotalThanCanBeReachedNamesTheClassesThatLackRows() {
    ShapeResult result =
        ShapeResult.of(ABC, TargetSpec.of(new ShapeTarget.Uniform()).withTotal(600));
    assertArrayEquals(new double[] {200, 200, 100, 0, 0}, result.after());
    assertEquals(100, result.unreachable(2), "200 rows of c are wanted and 100 are there.");
    assertEquals(1, result.unreachableClasses());
    assertEquals(1.0 / 3 - 0.2, result.largestDeviation(), 1e-12, "c gets 100 of 500 rows.");
  }

  @Test
  void rowsOfAClassThatIsDraggedAboveItsRowsCannotBeReached() {
    ShapeTarget dragged =
        new ShapeTarget.Rows(List.of(new ClassAmount("c", 250), new ClassAmount("a", 50)));
    ShapeResult result = ShapeResult.of(ABC, TargetSpec.of(dragged));
    assertArrayEquals(new double[] {50, 300, 100, 0, 0}, result.after());
    assertEquals(150, result.unreachable());
    ShapeResult repeated = ShapeResult.of(ABC, TargetSpec.of(dragged).withMode(Mode.REPEAT));
    assertArrayEquals(new double[] {50, 300, 250, 0, 0}, repeated.after());
  }

  @Test
  void weightsHaveMeanOneAndTellTheirEffectiveNumberOfRows() {
    ClassSizes counts = ClassSizes.of(List.of("a", "b"), 75, 25);
    ShapeResult result =
        ShapeResult.of(counts, TargetSpec.of(new ShapeTarget.Uniform()).withMode(Mode.WEIGHTS));
    // Weights 2/3 and 2: (75·2/3 + 25·2)² / (75·4/9 + 25·4) = 10000 / (400/3) = 75.
    assertArrayEquals(new double[] {2.0 / 3, 2, 0, 0}, result.perRow(), 1e-12);
    assertEquals(100, result.rowsAfter(), 1e-9);
    assertEquals(75, result.effective(), 1e-9);
  }

  @Test
  void equalWeightsLoseNothing() {
    ShapeResult result =
        ShapeResult.of(ABC, TargetSpec.of(new ShapeTarget.Temperature(1)).withMode(Mode.WEIGHTS));
    assertEquals(1000, result.effective(), 1e-9);
  }

  @Test
  void repeatsAreWholeByTheLargestRemainder() {
    ClassSizes counts = ClassSizes.of(List.of("a", "b", "c"), 5, 3, 2);
    ShapeResult result =
        ShapeResult.of(counts, TargetSpec.of(new ShapeTarget.Uniform()).withMode(Mode.REPEAT));
    // 10 rows over three classes: 3⅓ each; the first of equal remainders gets the row left over.
    assertArrayEquals(new double[] {4, 3, 3, 0, 0}, result.after());
    // b stands once each, a four of five once, c once and twice: 10² / (4 + 3 + 1 + 4).
    assertEquals(100.0 / 12, result.effective(), 1e-12);
  }

  @Test
  void missingRowsAreAClassOfTheirOwnOrLeftOut() {
    ClassSizes counts = new ClassSizes(List.of("a", "b"), new long[] {60, 20, 40, 0});
    TargetSpec uniform = TargetSpec.of(new ShapeTarget.Uniform());
    assertArrayEquals(new double[] {20, 20, 20, 0}, ShapeResult.of(counts, uniform).after());
    ShapeResult without = ShapeResult.of(counts, uniform.withMissing(false));
    assertArrayEquals(new double[] {20, 20, 0, 0}, without.after());
    assertEquals(List.of(new ShapeNote(Kind.LEFT_OUT, "", 40, 0)), without.notes());
  }

  @Test
  void sharesThatDoNotAddUpToOneAreScaledAndThatIsSaid() {
    ShapeTarget twice =
        new ShapeTarget.Shares(
            List.of(new ClassAmount("a", 3), new ClassAmount("b", 1), new ClassAmount("c", 1)));
    ShapeResult result = ShapeResult.of(ABC, TargetSpec.of(twice));
    assertArrayEquals(new double[] {300, 100, 100, 0, 0}, result.after());
    assertEquals(Kind.SHARES_SCALED, result.notes().getFirst().kind());
    assertEquals(5, result.notes().getFirst().amount());
  }

  @Test
  void percentAreSharesToo() {
    ShapeTarget percent =
        new ShapeTarget.Shares(
            List.of(new ClassAmount("a", 60), new ClassAmount("b", 30), new ClassAmount("c", 10)));
    ShapeResult result = ShapeResult.of(ABC, TargetSpec.of(percent));
    assertEquals(List.of(), result.notes());
    assertEquals(1000, result.rowsAfter());
  }

  @Test
  void aShareOfAValueThatNoRowHasIsSaidAndSpread() {
    ShapeTarget shares =
        new ShapeTarget.Shares(List.of(new ClassAmount("a", 0.5), new ClassAmount("z", 0.5)));
    ShapeResult result = ShapeResult.of(ABC, TargetSpec.of(shares));
    assertArrayEquals(new double[] {600, 0, 0, 0, 0}, result.after());
    assertEquals(
        List.of(
            new ShapeNote(Kind.UNKNOWN_VALUE, "z", 0.5, 1),
            new ShapeNote(Kind.WITHOUT_SHARE, "", 400, 2)),
        result.notes());
  }

  @Test
  void negativeSharesAndSharesOfNothingAreRefused() {
    for (double share : new double[] {-0.1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThrows(
          IllegalArgumentException.class,
          () -> new ShapeTarget.Shares(List.of(new ClassAmount("a", share))));
    }
    assertThrows(
        IllegalArgumentException.class,
        () -> new ShapeTarget.Shares(List.of(new ClassAmount("a", 0))));
    assertThrows(IllegalArgumentException.class, () -> new ShapeTarget.Temperature(1.5));
    assertThrows(IllegalArgumentException.class, () -> new ShapeTarget.Cap(-1));
  }

  @Test
  void nothingToShapeIsAnAnswer() {
    ClassSizes none = ClassSizes.of(List.of("a", "b"), 0, 0);
    for (ShapeTarget target :
        List.of(new ShapeTarget.Cap(5), new ShapeTarget.Uniform(), HALF_AND_HALF)) {
      for (Mode mode : Mode.values()) {
        ShapeResult result = ShapeResult.of(none, TargetSpec.of(target).withMode(mode));
        assertEquals(0, result.rowsAfter(), target + " of no rows");
        assertEquals(0, result.effective());
        assertTrue(
            result.notes().contains(ShapeNote.of(Kind.NO_ROWS)),
            "It must say that no row is there.");
      }
    }
  }

  @Test
  void oneClassAndOnlyMissingRowsAreSaid() {
    ClassSizes missing = new ClassSizes(List.of(), new long[] {7, 0});
    ShapeResult result = ShapeResult.of(missing, TargetSpec.of(new ShapeTarget.Uniform()));
    assertEquals(7, result.rowsAfter());
    assertTrue(result.notes().contains(ShapeNote.of(Kind.ONE_CLASS)));
  }

  @Test
  void moreWantedNeverKeepsFewerRowsOfAnyClass() {
    for (long seed = 0; seed < 200; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      long[] rows = random.longs(6, 0, 50).toArray();
      ClassSizes counts = ClassSizes.of(List.of("a", "b", "c", "d", "e", "f"), rows);
      ShapeTarget target =
          random.nextBoolean()
              ? new ShapeTarget.Temperature(random.nextDouble())
              : new ShapeTarget.Shares(
                  List.of(
                      new ClassAmount("a", 0.1 + random.nextDouble()),
                      new ClassAmount("e", random.nextDouble())));
      double[] before = new double[counts.size()];
      for (int total = 1; total < 200; total++) {
        double[] after = ShapeResult.of(counts, TargetSpec.of(target).withTotal(total)).after();
        for (int i = 0; i < after.length; i++) {
          assertTrue(
              after[i] >= before[i],
              "Seed " + seed + ": class " + i + " lost rows when the total rose to " + total);
        }
        before = after;
      }
    }
  }
}
