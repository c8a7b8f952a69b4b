package outcrop.analysis.render;

import java.util.Arrays;
import java.util.Optional;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.query.PointGrid;
import outcrop.analysis.spec.ChartLook;

/// Paints the points of a map into pixels: as dots where there is room for them, as their density
/// where they are many, with every step between.
///
/// A pixel adds up how much of it dots cover and the mean of their colours. Where few lie over each
/// other it looks as if each were painted over the other; where many do, its strength follows the
/// logarithm of their number. Which of the two counts, and by how much, depends on how many dots
/// lie over each other at the densest place of the map, so that nothing jumps when one comes
/// closer.
///
/// The picture is made in bands, each of which fits the cache and reads only the cells of the grid
/// that it shows.
final class MapRaster {
  private static final int BAND = 32;
  private static final int UNIT = 16;
  private static final double BUDGET = 1.5e6;
  private static final double SMALLEST_DISC = 0.8;
  private static final int TABLE = 1 << 12;

  private final PointGrid points;
  private final MapInk ink;
  private final RowSet selected;
  private final boolean all;
  private final int width;
  private final int height;
  private final double scaleX;
  private final double scaleY;
  private final double startX;
  private final double startY;
  private final int reach;
  private final int[] disc;
  private final int unit;
  private final float[] dotStrength = new float[TABLE];
  private final float[] densityStrength = new float[TABLE];
  private final double opacity;
  private final double densest;
  private final double crowded;
  private final int paper;
  private final int grey;
  private final int[] ramp;

  /// @param resolution pixels per layout unit
  MapRaster(Sketch sketch, MapPlace place, MapInk ink, Dot dot, double resolution) {
    this.points = place.points();
    this.ink = ink;
    this.selected = ink.rows();
    this.all = selected.isAll();
    Bounds plot = place.plot();
    this.width = Math.max(1, (int) Math.round(plot.width() * resolution));
    this.height = Math.max(1, (int) Math.round(plot.height() * resolution));
    double steps = PointGrid.SPAN - 1;
    this.scaleX = place.perX() * resolution / steps;
    this.scaleY = place.perY() * resolution / steps;
    this.startX = (place.pixelX(0) - plot.x()) * resolution;
    this.startY = (place.pixelY(0) - plot.y()) * resolution;
    double radius = Math.min(dot.radius() * resolution, Math.sqrt(BUDGET / Math.PI / inWindow()));
    boolean pixels = radius < SMALLEST_DISC;
    this.reach = pixels ? 0 : (int) Math.ceil(radius - 0.5);
    this.disc = pixels ? new int[] {1} : disc(radius, reach);
    this.unit = pixels ? 1 : UNIT;
    this.opacity = dot.opacity();
    double cell = (double) PointGrid.SPAN / points.side();
    double covered = Arrays.stream(disc).sum() / (double) unit;
    this.densest =
        Math.max(1, ink.data().densest() * covered / Math.max(1e-9, cell * scaleX * cell * scaleY));
    this.crowded = Math.clamp((Math.log(densest) / Math.log(2) - 2) / 4, 0, 1);
    this.paper = sketch.theme.background().rgb();
    this.grey = sketch.theme.context().rgb();
    this.ramp = ink.codes().isPresent() ? new int[0] : ramp(sketch);
    fillTables();
  }

  /// How a dot looks.
  ///
  /// @param radius in layout units
  record Dot(double radius, double opacity) {}

  private static int[] ramp(Sketch sketch) {
    Ramp ramp = Ramp.of(sketch.theme, ChartLook.Colours.SEQUENTIAL);
    int[] steps = new int[256];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = ramp.at(0.3 + 0.7 * i / (steps.length - 1.0)).rgb();
    }
    return steps;
  }

  /// How much of each pixel around its middle a disc covers, in units.
  private static int[] disc(double radius, int reach) {
    int side = 2 * reach + 1;
    int[] covered = new int[side * side];
    for (int y = -reach; y <= reach; y++) {
      for (int x = -reach; x <= reach; x++) {
        double share = Math.clamp(radius + 0.5 - Math.hypot(x, y), 0, 1);
        covered[(y + reach) * side + x + reach] = (int) Math.round(share * UNIT);
      }
    }
    return covered;
  }

  private void fillTables() {
    for (int weight = 0; weight < TABLE; weight++) {
      dotStrength[weight] = (float) dotStrength(weight);
      densityStrength[weight] = (float) densityStrength(weight);
    }
  }

  private double dotStrength(int weight) {
    return 1 - Math.pow(1 - opacity, (double) weight / unit);
  }

  private double densityStrength(int weight) {
    return Math.min(1, Math.log1p((double) weight / unit) / Math.log1p(densest));
  }

  /// About how many points the picture shows, one at least.
  private double inWindow() {
    int firstColumn = points.cell(-startX / scaleX);
    int lastColumn = points.cell((width - startX) / scaleX);
    int firstLine = points.cell((startY - height) / scaleY);
    int lastLine = points.cell(startY / scaleY);
    double count = 1;
    for (int line = firstLine; line <= lastLine; line++) {
      count += points.start(line, lastColumn + 1) - points.start(line, firstColumn);
    }
    return count;
  }

  int columns() {
    return width;
  }

  /// The pixels line by line from the top: opaque where points are, and clear elsewhere.
  int[] paint() {
    int[] argb = new int[width * height];
    int bands = (height + BAND - 1) / BAND;
    points.forEachPart(
        bands, band -> new Band(band * BAND, Math.min(height, (band + 1) * BAND)).paint(argb));
    return argb;
  }

  /// Some lines of the picture.
  private final class Band {
    private final int top;
    private final int bottom;
    private final int[] weights;
    private final int[] context;
    private final int[] sums;

    Band(int top, int bottom) {
      this.top = top;
      this.bottom = bottom;
      int size = (bottom - top) * width;
      weights = new int[size];
      context = all ? new int[0] : new int[size];
      sums = ink.codes().isPresent() ? new int[3 * size] : new int[0];
    }

    void paint(int[] argb) {
      int firstLine = points.cell((startY - bottom - reach) / scaleY);
      int lastLine = points.cell((startY - top + reach + 1) / scaleY);
      int firstColumn = points.cell((-reach - startX) / scaleX);
      int lastColumn = points.cell((width + reach - startX) / scaleX);
      for (int line = firstLine; line <= lastLine; line++) {
        add(points.start(line, firstColumn), points.start(line, lastColumn + 1));
      }
      for (int i = 0; i < weights.length; i++) {
        argb[top * width + i] = pixel(i);
      }
    }

    private void add(int from, int to) {
      int[] xs = points.xs();
      int[] ys = points.ys();
      int[] rows = points.rows();
      Optional<char[]> coded = ink.codes();
      char[] codes = coded.orElse(new char[0]);
      for (int i = from; i < to; i++) {
        int x = (int) Math.floor(startX + xs[i] * scaleX);
        int y = (int) Math.floor(startY - ys[i] * scaleY);
        if (x < -reach || x >= width + reach || y < top - reach || y >= bottom + reach) {
          continue;
        }
        int code = coded.isEmpty() ? 0 : codes[i];
        if (ink.hidden()[code]) {
          continue;
        }
        if (!all && !selected.contains(rows[i])) {
          stamp(context, x, y, -1);
        } else {
          stamp(weights, x, y, coded.isEmpty() ? -1 : ink.colours()[code].rgb());
        }
      }
    }

    private void stamp(int[] target, int x, int y, int rgb) {
      if (reach == 0) {
        add(target, (y - top) * width + x, 1, rgb);
        return;
      }
      int side = 2 * reach + 1;
      int firstX = Math.max(0, x - reach);
      int lastX = Math.min(width - 1, x + reach);
      int lastY = Math.min(bottom - 1, y + reach);
      for (int py = Math.max(top, y - reach); py <= lastY; py++) {
        int covered = (py - y + reach) * side - x + reach;
        int place = (py - top) * width;
        for (int px = firstX; px <= lastX; px++) {
          int weight = disc[covered + px];
          if (weight > 0) {
            add(target, place + px, weight, rgb);
          }
        }
      }
    }

    private void add(int[] target, int place, int weight, int rgb) {
      target[place] += weight;
      if (rgb >= 0) {
        sums[3 * place] += weight * (rgb >> 16);
        sums[3 * place + 1] += weight * (rgb >> 8 & 0xff);
        sums[3 * place + 2] += weight * (rgb & 0xff);
      }
    }

    private int pixel(int i) {
      int weight = weights[i];
      int ground = paper;
      boolean drawn = weight > 0;
      if (!all && context[i] > 0) {
        ground = mixed(paper, grey, (float) Math.min(1, (double) context[i] / unit));
        drawn = true;
      }
      if (!drawn) {
        return 0;
      }
      if (weight > 0) {
        float dots = weight < TABLE ? dotStrength[weight] : 1;
        float density = weight < TABLE ? densityStrength[weight] : (float) densityStrength(weight);
        ground = sums.length > 0 ? mean(i, ground, dots, density) : one(i, ground, dots, density);
      }
      return 0xff000000 | ground;
    }

    private int mean(int i, int ground, float dots, float density) {
      int weight = weights[i];
      int rgb =
          Integer.divideUnsigned(sums[3 * i], weight) << 16
              | Integer.divideUnsigned(sums[3 * i + 1], weight) << 8
              | Integer.divideUnsigned(sums[3 * i + 2], weight);
      float dense = (0.3f + 0.7f * density) * covered(weight);
      return mixed(ground, rgb, dots + (dense - dots) * (float) crowded);
    }

    private int one(int i, int ground, float dots, float density) {
      int near = mixed(ground, ink.colours()[0].rgb(), dots);
      return crowded == 0
          ? near
          : mixed(
              near,
              ramp[(int) (density * (ramp.length - 1))],
              (float) crowded * covered(weights[i]));
    }

    /// How much of a pixel dots cover, so that the edge of a dot alone stays soft.
    private float covered(int weight) {
      return weight >= unit ? 1 : (float) weight / unit;
    }
  }

  private static int mixed(int one, int other, float share) {
    int part = (int) (share * 256);
    int red = (one >> 16) + (((other >> 16) - (one >> 16)) * part >> 8);
    int green = (one >> 8 & 0xff) + (((other >> 8 & 0xff) - (one >> 8 & 0xff)) * part >> 8);
    int blue = (one & 0xff) + (((other & 0xff) - (one & 0xff)) * part >> 8);
    return red << 16 | green << 8 | blue;
  }
}
