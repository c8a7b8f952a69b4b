package outcrop.analysis.render;

import java.util.ArrayList;
import java.util.List;
import outcrop.analysis.query.FieldSlots;
import outcrop.analysis.query.ViewData.Means;
import outcrop.analysis.query.ViewData.RelationData;
import outcrop.analysis.spec.RelationSpec;
import outcrop.analysis.spec.RelationSpec.Measure;

/// Counts of two fields as a table of the places shown, with what the colours say of each cell.
final class RelationTable {
  final FieldSlots x;
  final FieldSlots y;

  private final RelationSpec spec;
  private final List<Integer> apartX;
  private final List<Integer> apartY;
  private final long[][] context;
  private final long[][] counts;
  private final double[][] sums;
  private final long[][] averaged;
  private final long[] ofX;
  private final long[] ofY;
  private long n;
  private long leftOut;

  RelationTable(RelationSpec spec, RelationData data) {
    this.spec = spec;
    x = data.fields().get(0);
    y = data.fields().get(1);
    context = new long[x.size()][y.size()];
    counts = new long[x.size()][y.size()];
    sums = new double[x.size()][y.size()];
    averaged = new long[x.size()][y.size()];
    ofX = new long[x.size()];
    ofY = new long[y.size()];
    for (int cell = 0; cell < data.cells(); cell++) {
      add(data, cell);
    }
    apartX = apart(x, true);
    apartY = apart(y, false);
  }

  private void add(RelationData data, int cell) {
    int i = data.places()[0][cell];
    int j = data.places()[1][cell];
    boolean missing = i == x.missing() || j == y.missing();
    if (missing && !spec.bins().missing()) {
      leftOut += data.counts()[cell];
      return;
    }
    context[i][j] += data.context()[cell];
    counts[i][j] += data.counts()[cell];
    ofX[i] += data.counts()[cell];
    ofY[j] += data.counts()[cell];
    n += data.counts()[cell];
    if (data.means().isPresent()) {
      Means means = data.means().get();
      sums[i][j] += means.sums()[cell];
      averaged[i][j] += means.counts()[cell];
    }
  }

  private List<Integer> apart(FieldSlots slots, boolean first) {
    List<Integer> shown = new ArrayList<>();
    for (int slot : new int[] {slots.other(), slots.missing(), slots.offScale()}) {
      if (hasRows(slot, first)) {
        shown.add(slot);
      }
    }
    return shown;
  }

  private boolean hasRows(int slot, boolean first) {
    int others = first ? y.size() : x.size();
    for (int other = 0; other < others; other++) {
      if ((first ? context[slot][other] : context[other][slot]) > 0) {
        return true;
      }
    }
    return false;
  }

  /// The places apart that some row has.
  List<Integer> apartX() {
    return apartX;
  }

  List<Integer> apartY() {
    return apartY;
  }

  long context(int i, int j) {
    return context[i][j];
  }

  long count(int i, int j) {
    return counts[i][j];
  }

  /// Selected rows that are not drawn because a value is missing.
  long leftOut() {
    return leftOut;
  }

  /// Rows with a finite value of the field that is averaged.
  long averaged(int i, int j) {
    return averaged[i][j];
  }

  /// Whether any cell has a row of the dataset.
  boolean hasCells() {
    return !apartX.isEmpty() || !apartY.isEmpty() || x.axis().size() * y.axis().size() > 0 && any();
  }

  private boolean any() {
    for (long[] column : context) {
      for (long cell : column) {
        if (cell > 0) {
          return true;
        }
      }
    }
    return false;
  }

  /// What the colour of a cell says; NaN where there is nothing to say.
  double value(int i, int j) {
    if (counts[i][j] == 0 && measure() != Measure.RESIDUAL && measure() != Measure.SHARE_SELECTED) {
      return Double.NaN;
    }
    if (!spec.colour().isEmpty()) {
      return averaged[i][j] == 0 ? Double.NaN : sums[i][j] / averaged[i][j];
    }
    return switch (measure()) {
      case ROWS -> counts[i][j];
      case SHARE_OF_ROW -> (double) counts[i][j] / ofY[j];
      case SHARE_OF_COLUMN -> (double) counts[i][j] / ofX[i];
      case SHARE_SELECTED ->
          context[i][j] == 0 ? Double.NaN : (double) counts[i][j] / context[i][j];
      case RESIDUAL -> residual(i, j);
    };
  }

  private Measure measure() {
    return spec.colour().isEmpty() ? spec.axes().measure() : Measure.ROWS;
  }

  /// The adjusted standardised residual; NaN where a row or column has no or all rows.
  private double residual(int i, int j) {
    double expected = expected(i, j);
    double variance = expected * (1 - (double) ofX[i] / n) * (1 - (double) ofY[j] / n);
    return variance > 0 ? (counts[i][j] - expected) / Math.sqrt(variance) : Double.NaN;
  }

  /// How many rows independent fields would give.
  double expected(int i, int j) {
    return n == 0 ? 0 : (double) ofX[i] * ofY[j] / n;
  }
}
