package outcrop.analysis.render;

import java.util.Optional;
import outcrop.analysis.query.FieldSlots;
import outcrop.analysis.query.ViewData.RelationData;

/// Counts of a scatter by the places of its two axes, and which groups of the colouring field make
/// them up.
final class ScatterGrid {
  final FieldSlots x;
  final FieldSlots y;

  private final int[][] context;
  private final int[][] counts;
  private final double[][][] inks;
  private int most;

  /// @param palette of the groups, empty where no field colours
  ScatterGrid(RelationData data, Optional<Palette> palette) {
    x = data.fields().get(0);
    y = data.fields().get(1);
    context = new int[x.size()][y.size()];
    counts = new int[x.size()][y.size()];
    inks = palette.isPresent() ? new double[x.size()][y.size()][3] : new double[0][0][0];
    for (int cell = 0; cell < data.cells(); cell++) {
      int i = data.places()[0][cell];
      int j = data.places()[1][cell];
      int count = data.counts()[cell];
      context[i][j] += data.context()[cell];
      counts[i][j] += count;
      most = Math.max(most, counts[i][j]);
      if (palette.isPresent()) {
        Colour ink = palette.get().colour(group(data.fields().get(2), data.places()[2][cell]));
        inks[i][j][0] += (double) ink.red() * count;
        inks[i][j][1] += (double) ink.green() * count;
        inks[i][j][2] += (double) ink.blue() * count;
      }
    }
  }

  /// The name by which a palette knows a place.
  static String group(FieldSlots slots, int slot) {
    return GroupNames.of(slots, slot);
  }

  int context(int i, int j) {
    return context[i][j];
  }

  int count(int i, int j) {
    return counts[i][j];
  }

  /// The largest count of a place.
  int most() {
    return most;
  }

  /// The mean colour of the rows of a place.
  Colour ink(int i, int j) {
    int n = Math.max(1, counts[i][j]);
    int red = (int) Math.round(inks[i][j][0] / n);
    int green = (int) Math.round(inks[i][j][1] / n);
    int blue = (int) Math.round(inks[i][j][2] / n);
    return new Colour(red << 16 | green << 8 | blue, 1);
  }

  /// Whether so few rows are around a place that it says more as a point.
  boolean isLonely(int i, int j) {
    int around = 0;
    for (int a = Math.max(0, i - 2); a <= Math.min(x.axis().size() - 1, i + 2); a++) {
      for (int b = Math.max(0, j - 2); b <= Math.min(y.axis().size() - 1, j + 2); b++) {
        around += counts[a][b];
      }
    }
    return around <= 2;
  }

  /// Selected rows with a place on both axes.
  long placed() {
    long sum = 0;
    for (int i = 0; i < x.axis().size(); i++) {
      for (int j = 0; j < y.axis().size(); j++) {
        sum += counts[i][j];
      }
    }
    return sum;
  }

  /// Selected rows in a place apart of the first field, whatever the second has.
  long apartX(int slot) {
    long sum = 0;
    for (int count : counts[slot]) {
      sum += count;
    }
    return sum;
  }

  long apartY(int slot) {
    long sum = 0;
    for (int[] column : counts) {
      sum += column[slot];
    }
    return sum;
  }
}
