package outcrop.analysis.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.ValueFormat;
import outcrop.analysis.query.BinAxis;
import outcrop.analysis.query.BinRule;
import outcrop.analysis.spec.DistributionSpec;
import outcrop.analysis.spec.DistributionSpec.Bins;

final class HeaderTest {
  private static String subtitle(int asked, BinAxis axis) {
    long[] counts = LongStream.generate(() -> 10).limit(axis.size()).toArray();
    DistributionSpec spec = DistributionSpec.of("v", "x").withBins(Bins.DEFAULT.withCount(asked));
    return Samples.sample(
            spec,
            Samples.data(
                FieldType.NUMBER, axis, List.of(""), Samples.one(counts), Samples.one(counts)))
        .drawing()
        .description();
  }

  private static BinAxis numbers(int bins, BinRule rule) {
    return new BinAxis.Numbers(
        IntStream.rangeClosed(0, bins).mapToDouble(i -> 0.5 * i).toArray(), false, rule);
  }

  @Test
  void theLineBelowTheTitleNamesTheRuleThatWasUsed() {
    assertEquals(
        "40 rows · 4 bins of width 0.5 · Freedman–Diaconis rule",
        subtitle(0, numbers(4, BinRule.FREEDMAN_DIACONIS)));
    assertEquals(
        "40 rows · 4 bins of width 0.5 · Sturges’ rule", subtitle(0, numbers(4, BinRule.STURGES)));
    assertEquals(
        "40 rows · 4 bins of width 0.5 · kept between 5 and 60 bins",
        subtitle(0, numbers(4, BinRule.LIMITED)));
    assertEquals(
        "40 rows · 4 bins of width 0.5 · as asked", subtitle(4, numbers(4, BinRule.ASKED)));
    assertEquals(
        "40 rows · 4 bins of width 0.5 · 6 asked for", subtitle(6, numbers(4, BinRule.ASKED)));
  }

  @Test
  void aStepOfTenYearsIsNotCalledOnePerYear() {
    long[] edges =
        IntStream.of(1990, 2000, 2010)
            .mapToLong(
                year ->
                    LocalDate.of(year, 1, 1).atStartOfDay().toEpochSecond(ZoneOffset.UTC)
                        * 1_000_000)
            .toArray();
    assertEquals(
        "20 rows · 2 bins, one per 10 years · calendar rule",
        subtitle(0, new BinAxis.Times(edges, "YEAR", ValueFormat.DATE, BinRule.CALENDAR)));
  }
}
