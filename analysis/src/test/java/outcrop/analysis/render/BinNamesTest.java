package outcrop.analysis.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import outcrop.analysis.dataset.ValueFormat;
import outcrop.analysis.query.BinAxis;

class BinNamesTest {
  private static List<String> names(BinAxis axis) {
    List<String> names = new ArrayList<>();
    for (int bin = 0; bin < axis.size(); bin++) {
      names.add(BinNames.of(axis, bin, ChartWords.ENGLISH));
    }
    return names;
  }

  private static BinAxis whole(double... edges) {
    return new BinAxis.Numbers(edges, true);
  }

  @Test
  void aBinOfOneWholeNumberIsNamedByIt() {
    assertEquals(List.of("3"), names(whole(3, 4)));
    assertEquals(List.of("0", "1", "2"), names(whole(0, 1, 2, 3)));
    assertEquals(List.of("0", "1", "2"), names(whole(-0.5, 0.5, 1.5, 2.5)));
  }

  @Test
  void aBinOfSeveralWholeNumbersIsNamedByTheFirstAndTheLast() {
    assertEquals(List.of("0 – 4", "5 – 9"), names(whole(0, 5, 10)));
    assertEquals(
        List.of("1", "2 – 9", "10 – 100"),
        names(whole(1, 2, 10, 100)),
        "Bins that are not equal end with the largest value, which belongs to the last.");
  }

  @Test
  void otherNumbersHaveAsManyDigitsAsTellTheEdgesApart() {
    assertEquals(
        List.of("0.25 – 0.5", "0.5 – 0.75"),
        names(new BinAxis.Numbers(new double[] {0.25, 0.5, 0.75}, false)));
    assertEquals(
        List.of("0.1 – 0.2", "0.2 – 0.3"),
        names(new BinAxis.Numbers(new double[] {0.1, 0.2, 0.30000000000000004}, false)));
  }

  @Test
  void timesAreNamedAsExactlyAsTheirStep() {
    long[] edges = {1_640_995_200_000_000L, 1_643_673_600_000_000L};
    assertEquals(List.of("2022"), names(new BinAxis.Times(edges, "YEAR", ValueFormat.DATE)));
    assertEquals(List.of("2022 Q1"), names(new BinAxis.Times(edges, "QUARTER", ValueFormat.DATE)));
    assertEquals(List.of("2022-01"), names(new BinAxis.Times(edges, "MONTH", ValueFormat.DATE)));
    assertEquals(List.of("2022-01-01"), names(new BinAxis.Times(edges, "DAY", ValueFormat.DATE)));
    assertEquals(
        List.of("2022-01-01 00:00"), names(new BinAxis.Times(edges, "HOUR", ValueFormat.INSTANT)));
  }
}
