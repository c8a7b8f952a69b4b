package outcrop.analysis.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.query.BinAxis;
import outcrop.analysis.query.SpreadData;
import outcrop.analysis.query.ViewData.Apart;
import outcrop.analysis.query.ViewData.DistributionData;
import outcrop.analysis.spec.DistributionSpec;
import outcrop.analysis.spec.DistributionSpec.Shape;
import outcrop.analysis.stats.Difference;
import outcrop.analysis.stats.KernelDensity;
import outcrop.analysis.stats.SortedValues;
import outcrop.analysis.stats.Spread;

class ChartTableTest {
  private static final ChartTable TABLE =
      new ChartTable(
          List.of("name", "count", "share"),
          List.of(
              Arrays.asList("=1+1", 3L, 0.25),
              Arrays.asList("a,\"b\"\tc", 1L, null),
              Arrays.asList(null, 0L, Double.NaN)));

  @Test
  void csvGuardsTextsThatASpreadsheetWouldRun() {
    assertEquals(
        "name,count,share\n'=1+1,3,0.25\n\"a,\"\"b\"\"\tc\",1,\n,0,NaN\n",
        TABLE.csv(true),
        "texts are guarded, numbers are not");
    assertEquals("=1+1,3,0.25", TABLE.csv(false).lines().skip(1).findFirst().orElseThrow());
  }

  @Test
  void theClipboardHasOneLineForEachRow() {
    assertEquals(
        "name\tcount\tshare\n'=1+1\t3\t0.25\na,\"b\" c\t1\t\n\t0\tNaN\n",
        TABLE.tsv(),
        "no text breaks a line or a field");
  }

  @Test
  void jsonHasNullsAndNoNumbersThatJsonLacks() {
    assertEquals(
        "[{\"name\":\"=1+1\",\"count\":3,\"share\":0.25}, "
            + "{\"name\":\"a,\\\"b\\\"\\tc\",\"count\":1,\"share\":null}, "
            + "{\"name\":null,\"count\":0,\"share\":\"NaN\"}]",
        TABLE.json().replaceAll("\\s*\\n\\s*| (?=[:}\\]])|(?<=[:{\\[]) ", ""));
  }

  @Test
  void aDistributionHasALineForEachSeriesAndBinAndForTheRowsApart() {
    DistributionData data =
        new DistributionData(
            20,
            8,
            FieldType.NUMBER,
            new BinAxis.Numbers(new double[] {0, 2.5, 5}, false),
            List.of("a", DistributionData.MISSING_GROUP),
            new long[][] {{6, 4}, {3, 2}},
            new long[][] {{2, 1}, {1, 2}},
            new Apart(new long[] {5, 0}, new long[] {1, 0}, new long[] {0, 0}, new long[] {0, 0}));
    assertEquals(
        """
        series,kind,low,high,count,context,share
        a,value,0,2.5,2,6,0.5
        a,value,2.5,5,1,4,0.25
        a,missing,,,1,5,0.25
        ,value,0,2.5,1,3,0.3333
        ,value,2.5,5,2,2,0.6667
        """,
        csv(Shape.BARS, data).replaceAll("(,[^,\n]*){2}\n", "\n"),
        "rows without a value have a line, and a series without a name has none");
  }

  @Test
  void theShareOfABarHasTheIntervalOfWilson() {
    DistributionData data =
        new DistributionData(
            20,
            10,
            FieldType.CATEGORY,
            new BinAxis.Values(List.of("a", "b")),
            List.of(""),
            new long[][] {{15, 5}},
            new long[][] {{10, 0}},
            NONE_APART);
    assertEquals(
        """
        kind,value,count,context,share,shareLow,shareHigh
        value,a,10,15,1,0.7225,1
        value,b,0,5,0,0,0.2775
        """,
        csv(Shape.BARS, data),
        "ten of ten rows are no certainty, and none of ten no impossibility");
  }

  @Test
  void aBoxHasItsQuartilesWhiskersAndOutliersAndTheIntervalsOfItsCentre() {
    assertEquals(
        """
        rows,mark,value,y,low,high
        selected,n,,6,,
        selected,missing,,2,,
        selected,offScale,,0,,
        selected,whiskerLow,0,,,
        selected,whiskerHigh,4,,,
        selected,outliersBelow,,0,,
        selected,outliersAbove,,1,,
        selected,outlier,100,,,
        selected,lowerQuartile,1.25,,,
        selected,upperQuartile,3.75,,,
        selected,median,2.5,,0,100
        selected,mean,18.3333,,-23.6791,60.3457
        """,
        csv(Shape.BOX, spread(8, Optional.empty(), spreadOf(0, 1, 2, 3, 4, 100))));
  }

  @Test
  void aDistributionFunctionHasItsStepsInTheirBand() {
    String band =
        """
        rows,mark,value,y,low,high
        selected,n,,4,,
        selected,missing,,2,,
        selected,offScale,,0,,
        selected,step,1,0.25,0,0.9291
        selected,step,2,0.75,0.0709,1
        selected,step,5,1,0.3209,1
        """;
    assertEquals(band, csv(Shape.ECDF, spread(6, Optional.empty(), spreadOf(1, 2, 2, 5))));
    assertTrue(
        csv(Shape.ECDF, spread(9, Optional.empty(), spreadOf(1, 2, 2, 5)))
            .contains("\nall,step,1,0.25,"),
        "where rows are filtered away, all of them have lines too");
  }

  @Test
  void aDensityHasItsHeightsAtTheValuesOfALogarithmicAxis() {
    KernelDensity density =
        new KernelDensity(
            0, 2, new double[] {0.25, 0.5, 0.25}, 1, KernelDensity.Rule.SILVERMAN, false, false);
    SortedValues values = SortedValues.of(1, 10, 100);
    Spread one =
        Spread.of(values, SortedValues.of(0, 1, 2), Optional.of(density), new double[] {7});
    String heights =
        """
        selected,density,1,0.25,,
        selected,density,10,0.5,,
        selected,density,100,0.25,,
        """;
    DistributionData data = spread(5, Optional.empty(), one);
    assertTrue(csv(Shape.DENSITY, data).endsWith(heights), "heights at the values themselves");
    String violin = csv(Shape.VIOLIN, data);
    assertTrue(violin.contains(heights + "selected,lowerQuartile,5.5,"), "a violin has a box too");
    String strip = csv(Shape.STRIP, data);
    assertTrue(
        strip.contains("selected,point,7,,,\nselected,median,10,,,\n"),
        "a strip has its points and its centre");
  }

  @Test
  void quantilesStandInPairs() {
    assertEquals(
        """
        rows,seriesX,seriesY,probability,x,y,low,high
        selected,a,b,0.1667,1,2,,
        selected,a,b,0.5,2,4,,
        selected,a,b,0.8333,3,6,,
        """,
        csv(
            Shape.QQ,
            spread(
                8,
                Optional.of(
                    new SpreadData.Compared(
                        0,
                        1,
                        Difference.of(SortedValues.of(1, 2, 3), SortedValues.of(2, 4, 6), 1))),
                spreadOf(1, 2, 3),
                spreadOf(2, 4, 6))));
    assertEquals(
        """
        rows,seriesX,seriesY,probability,x,y,low,high
        selected,,lognormal,0.25,1,-0.6745,,0.4848
        selected,,lognormal,0.75,2,0.6745,-0.4848,
        """,
        csv(Shape.QQ, spread(4, Optional.empty(), spreadOf(1, 2))),
        "one series stands against the law of its axis");
  }

  @Test
  void theBandOfQuantilesStandsBesideThem() {
    double[] rising = java.util.stream.IntStream.rangeClosed(1, 40).asDoubleStream().toArray();
    String table =
        csv(
            Shape.QQ,
            spread(
                80,
                Optional.of(
                    new SpreadData.Compared(
                        0, 1, Difference.of(SortedValues.of(rising), SortedValues.of(rising), 1))),
                spreadOf(rising),
                spreadOf(rising)));
    assertTrue(
        table.contains("selected,a,b,0.4875,20,20,8,33\n"),
        () -> "0.3037 more and less than a half of 40 values: " + table);
  }

  private static final Apart NONE_APART =
      new Apart(new long[] {0}, new long[] {0}, new long[] {0}, new long[] {0});

  private static Spread spreadOf(double... rising) {
    SortedValues values = SortedValues.of(rising);
    return Spread.of(values, values, Optional.empty(), new double[0]);
  }

  /// An answer about so many rows of which all with a value are selected and two have none.
  private static DistributionData spread(
      int total, Optional<SpreadData.Compared> compared, Spread... groups) {
    List<Spread> spreads = List.of(groups);
    long rows = spreads.stream().mapToLong(Spread::n).sum();
    long[][] counts = new long[groups.length][1];
    return new DistributionData(
        total,
        (int) rows + 2,
        FieldType.NUMBER,
        new BinAxis.Numbers(new double[] {1, 100}, false),
        groups.length == 1 ? List.of("") : List.of("a", "b"),
        counts,
        counts,
        new Apart(new long[] {2}, new long[] {2}, new long[] {0}, new long[] {0}),
        Map.of(),
        Optional.of(new SpreadData(spreads, spreads, compared)));
  }

  /// The table on a logarithmic axis with numbers of at most four decimals.
  private static String csv(Shape shape, DistributionData data) {
    DistributionSpec spec = DistributionSpec.of("v", "n").withShape(shape);
    spec = spec.withAxes(spec.axes().withX(DistributionSpec.Scale.LOG));
    return Pattern.compile("-?\\d+\\.\\d{5,}")
        .matcher(ChartTables.of(spec, data).csv(true))
        .replaceAll(
            number ->
                BigDecimal.valueOf(Double.parseDouble(number.group()))
                    .setScale(4, RoundingMode.HALF_EVEN)
                    .stripTrailingZeros()
                    .toPlainString());
  }
}
