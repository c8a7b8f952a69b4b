package outcrop.analysis.render;

import java.util.Arrays;
import java.util.Optional;
import outcrop.analysis.query.FieldSlots;
import outcrop.analysis.query.ViewData.RelationData;

/// Counts of a scatter by the places of its two axes, and which groups of the colouring field make
/// them up. A place (i, j) is number i · size of the second axis + j.
final class ScatterGrid {
  private static final int FEW = 2;

  final FieldSlots x;
  final FieldSlots y;

  private final int[] context;
  private final int[] counts;
  private final float[] inks;
  private final int lines;
  private int most;

  /// @param palette of the groups, empty where no field colours
  ScatterGrid(RelationData data, Optional<Palette> palette) {
    x = data.fields().get(0);
    y = data.fields().get(1);
    lines = y.size();
    context = new int[x.size() * lines];
    counts = new int[x.size() * lines];
    for (int cell = 0; cell < data.cells(); cell++) {
      int place = data.places()[0][cell] * lines + data.places()[1][cell];
      context[place] += data.context()[cell];
      counts[place] += data.counts()[cell];
      most = Math.max(most, counts[place]);
    }
    inks = palette.map(colours -> inks(data, colours)).orElseGet(() -> new float[0]);
  }

  /// The sums of red, green and blue over the rows of each place.
  private float[] inks(RelationData data, Palette palette) {
    FieldSlots groups = data.fields().get(2);
    Colour[] colours = new Colour[groups.size()];
    Arrays.setAll(colours, slot -> palette.colour(group(groups, slot)));
    float[] sums = new float[3 * counts.length];
    for (int cell = 0; cell < data.cells(); cell++) {
      int place = data.places()[0][cell] * lines + data.places()[1][cell];
      int count = data.counts()[cell];
      Colour ink = colours[data.places()[2][cell]];
      sums[3 * place] += ink.red() * count;
      sums[3 * place + 1] += ink.green() * count;
      sums[3 * place + 2] += ink.blue() * count;
    }
    return sums;
  }

  /// The name by which a palette knows a place.
  static String group(FieldSlots slots, int slot) {
    return GroupNames.of(slots, slot);
  }

  int context(int i, int j) {
    return context[i * lines + j];
  }

  int count(int i, int j) {
    return counts[i * lines + j];
  }

  /// The largest count of a place.
  int most() {
    return most;
  }

  /// The mean colour of the rows of a place.
  Colour ink(int i, int j) {
    int place = i * lines + j;
    int n = Math.max(1, counts[place]);
    int red = Math.round(inks[3 * place] / n);
    int green = Math.round(inks[3 * place + 1] / n);
    int blue = Math.round(inks[3 * place + 2] / n);
    return new Colour(red << 16 | green << 8 | blue, 1);
  }

  /// Whether so few rows are around a place that it says more as a point.
  boolean isLonely(int i, int j) {
    if (count(i, j) > FEW) {
      return false;
    }
    int around = 0;
    for (int a = Math.max(0, i - 2); a <= Math.min(x.axis().size() - 1, i + 2); a++) {
      for (int b = Math.max(0, j - 2); b <= Math.min(y.axis().size() - 1, j + 2); b++) {
        around += count(a, b);
      }
    }
    return around <= FEW;
  }

  /// Selected rows with a place on both axes.
  long placed() {
    long sum = 0;
    for (int i = 0; i < x.axis().size(); i++) {
      for (int j = 0; j < y.axis().size(); j++) {
        sum += count(i, j);
      }
    }
    return sum;
  }

  /// Whether any row has a place apart of the first field, or of the second.
  boolean hasApart(boolean first, int slot) {
    for (int other = 0; other < (first ? y : x).size(); other++) {
      if ((first ? context(slot, other) : context(other, slot)) > 0) {
        return true;
      }
    }
    return false;
  }
}
