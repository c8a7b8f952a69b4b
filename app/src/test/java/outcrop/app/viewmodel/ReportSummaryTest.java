package outcrop.app.viewmodel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import outcrop.analysis.dataset.Schema;
import outcrop.analysis.io.ReadReport;
import outcrop.analysis.io.ReadReport.QuarantinedRow;
import outcrop.app.viewmodel.ReportSummary.FileCount;
import outcrop.app.viewmodel.ReportSummary.Warning;

class ReportSummaryTest {
  private static final ReadReport REPORT =
      new ReadReport(
          10,
          new Schema(List.of()),
          3,
          List.of(
              new QuarantinedRow("b.csv", 4, "3 fields where 2 are expected."),
              new QuarantinedRow("a.csv", 9, "3 fields where 2 are expected."),
              new QuarantinedRow("b.csv", 7, "A quote opens in this row and is never closed.")),
          List.of(
              "a.csv: The encoding was guessed.",
              "b.csv: The encoding was guessed.",
              "n is read as text: \"x\" is no number."));

  @Test
  void whatIsSaidOfSeveralFilesIsSaidOnce() {
    ReportSummary summary = ReportSummary.of(REPORT, Set.of("a.csv", "b.csv"), List.of("Moved."));
    assertEquals(
        List.of(
            new Warning("Moved.", List.of()),
            new Warning("The encoding was guessed.", List.of("a.csv", "b.csv")),
            new Warning("n is read as text: \"x\" is no number.", List.of())),
        summary.warnings(),
        "A colon in a sentence is no file.");
  }

  @Test
  void refusedRowsAreCountedByFileAndCanBeCopied() {
    ReportSummary summary = ReportSummary.of(REPORT, Set.of("a.csv", "b.csv"), List.of());
    assertEquals(
        List.of(new FileCount("b.csv", 2), new FileCount("a.csv", 1)),
        summary.refused(),
        "The file with most refused rows comes first.");
    assertTrue(
        summary.text(REPORT).contains("b.csv\t7\tA quote opens"), "Rows are copied as lines.");
  }
}
