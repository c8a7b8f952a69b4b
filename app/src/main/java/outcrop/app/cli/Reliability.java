package outcrop.app.cli;

import outcrop.analysis.column.Column;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.stats.Calibration;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Whether the probabilities in a field are as high as the share of rows that are right.
final class Reliability {
  private Reliability() {}

  /// @param rows the rows looked at; those without a probability are left out
  /// @param right the rows whose prediction is right
  /// @throws UsageFailure for a field that holds no probabilities
  static Calibration of(Column column, RowSet rows, RowSet right) {
    if (!(column instanceof NumberColumn numbers)) {
      throw new UsageFailure(
          "--right needs probabilities, but \"" + column.field().name() + "\" holds no numbers.");
    }
    double[] confidence = new double[rows.cardinality()];
    boolean[] hits = new boolean[confidence.length];
    int size = 0;
    for (int row = 0; row < numbers.rowCount(); row++) {
      if (!rows.contains(row)) {
        continue;
      }
      double value = numbers.isMissing(row) ? Double.NaN : numbers.at(row);
      if (value < 0 || value > 1) {
        throw new UsageFailure(
            "--right needs probabilities from 0 to 1, but \""
                + column.field().name()
                + "\" has "
                + NumberColumn.textOf(value)
                + ".");
      }
      confidence[size] = value;
      hits[size++] = right.contains(row);
    }
    return Calibration.of(confidence, hits);
  }

  static void add(ObjectNode document, Calibration calibration) {
    ObjectNode node = document.putObject("calibration");
    node.put("n", calibration.n());
    if (calibration.n() > 0) {
      node.put("ece", calibration.error());
    }
    ArrayNode bins = node.putArray("bins");
    for (Calibration.Bin bin : calibration.bins()) {
      ObjectNode entry = bins.addObject();
      entry.put("low", bin.low());
      entry.put("high", bin.high());
      entry.put("confidence", bin.confidence());
      entry.put("rate", bin.rate());
      entry.putArray("interval").add(bin.interval().low()).add(bin.interval().high());
      entry.put("n", bin.n());
    }
  }

  static TextTable table(Calibration calibration) {
    TextTable table =
        new TextTable()
            .column("confidence", TextTable.Align.RIGHT)
            .column("right", TextTable.Align.RIGHT)
            .column("95 % interval", TextTable.Align.RIGHT)
            .column("rows", TextTable.Align.RIGHT);
    for (Calibration.Bin bin : calibration.bins()) {
      table.row(
          rounded(bin.confidence()),
          rounded(bin.rate()),
          rounded(bin.interval().low()) + " – " + rounded(bin.interval().high()),
          Words.count(bin.n()));
    }
    return table;
  }

  static String rounded(double value) {
    return Words.number(Math.round(value * 1e4) / 1e4);
  }
}
