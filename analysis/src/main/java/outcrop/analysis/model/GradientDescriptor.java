package outcrop.analysis.model;

/// Histograms of oriented gradients (Dalal and Triggs 2005): which way edges run, place by place.
///
/// On 128 × 128 pixels of grey: cells of 16 pixels, 9 directions without sign, blocks of 2 × 2
/// cells brought to length one, cut at 0.2 and brought to length one again.
final class GradientDescriptor {
  static final int SIDE = 128;
  static final int SIZE = 7 * 7 * 36;

  private static final int CELL = 16;
  private static final int CELLS = SIDE / CELL;
  private static final int DIRECTIONS = 9;
  private static final float CUT = 0.2f;

  /// Keeps blocks without edges at zero rather than at noise.
  private static final float FLAT = 1;

  private GradientDescriptor() {}

  /// @param grey [#SIDE] × [#SIDE], 0…255
  static void write(float[] grey, float[] target, int at) {
    float[] cells = cells(grey);
    int next = at;
    for (int y = 0; y + 1 < CELLS; y++) {
      for (int x = 0; x + 1 < CELLS; x++) {
        for (int part = 0; part < 4; part++) {
          int cell = (y + part / 2) * CELLS + x + part % 2;
          System.arraycopy(cells, cell * DIRECTIONS, target, next + part * DIRECTIONS, DIRECTIONS);
        }
        normalise(target, next);
        next += 4 * DIRECTIONS;
      }
    }
  }

  private static float[] cells(float[] grey) {
    float[] cells = new float[CELLS * CELLS * DIRECTIONS];
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        float across =
            grey[y * SIDE + Math.min(SIDE - 1, x + 1)] - grey[y * SIDE + Math.max(0, x - 1)];
        float down =
            grey[Math.min(SIDE - 1, y + 1) * SIDE + x] - grey[Math.max(0, y - 1) * SIDE + x];
        float strength = (float) Math.sqrt(across * across + down * down);
        if (strength > 0) {
          double turn = Math.atan2(down, across) / Math.PI;
          double place = (turn < 0 ? turn + 1 : turn) * DIRECTIONS - 0.5;
          int below = (int) Math.floor(place);
          float share = (float) (place - below);
          int cell = (y / CELL * CELLS + x / CELL) * DIRECTIONS;
          cells[cell + Math.floorMod(below, DIRECTIONS)] += strength * (1 - share);
          cells[cell + Math.floorMod(below + 1, DIRECTIONS)] += strength * share;
        }
      }
    }
    return cells;
  }

  private static void normalise(float[] target, int at) {
    scale(target, at, FLAT);
    for (int i = at; i < at + 4 * DIRECTIONS; i++) {
      target[i] = Math.min(CUT, target[i]);
    }
    scale(target, at, 1e-6f);
  }

  private static void scale(float[] target, int at, float least) {
    double square = least * least;
    for (int i = at; i < at + 4 * DIRECTIONS; i++) {
      square += target[i] * target[i];
    }
    float factor = (float) (1 / Math.sqrt(square));
    for (int i = at; i < at + 4 * DIRECTIONS; i++) {
      target[i] *= factor;
    }
  }
}
