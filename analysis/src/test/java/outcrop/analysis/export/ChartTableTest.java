package outcrop.analysis.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.query.BinAxis;
import outcrop.analysis.query.ViewData.Apart;
import outcrop.analysis.query.ViewData.DistributionData;

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
        ,value,0,2.5,1,3,0.3333333333333333
        ,value,2.5,5,2,2,0.6666666666666666
        """,
        ChartTables.of(data).csv(true),
        "rows without a value have a line, and a series without a name has none");
  }
}
