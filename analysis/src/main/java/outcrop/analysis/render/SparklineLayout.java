package outcrop.analysis.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import outcrop.analysis.query.BinAxis;
import outcrop.analysis.query.ViewData.Apart;
import outcrop.analysis.query.ViewData.DistributionData;
import outcrop.analysis.render.Mark.Stroke;
import outcrop.analysis.spec.DistributionSpec;

/// A distribution in the size of a word, for lists of fields: the selected rows before all rows, no
/// text.
///
/// Numbers and times are a histogram; of a category the first values stand side by side in the
/// order of the data, as many as fit. Groups are put together. A hatched bar at the right is the
/// rows without a value.
public final class SparklineLayout {
  private static final double NARROWEST = 4;
  private static final double APART = 5;

  private SparklineLayout() {}

  /// @param width and height in layout units, about 120 × 28
  public static Drawing layout(DistributionData data, double width, double height, Theme theme) {
    return layout(data, width, height, theme, LayoutOptions.DEFAULT);
  }

  /// With the brush and the hovered bin of the options.
  public static Drawing layout(
      DistributionData data, double width, double height, Theme theme, LayoutOptions options) {
    Sketch sketch = new Sketch(Math.max(8, width), Math.max(4, height), theme, options);
    DistributionData merged = merged(data);
    DistributionSpec spec = DistributionSpec.of("", "");
    Tally tally = new Tally(spec, merged, true);
    Palette palette = Palette.plain(theme, Map.of());
    Plot plot = new Plot(sketch, spec, merged, tally, palette, null);
    Optional<Frame> frame = Optional.empty();
    if (tally.bins > 0) {
      frame = Optional.of(bars(plot));
      Overlay.draw(sketch, spec.style(), frame.get(), new DistributionPlaces(plot));
    }
    return new Drawing(
        sketch.width,
        sketch.height,
        Colour.NONE,
        "",
        Header.rows(data, options.words()),
        sketch.marks,
        sketch.regions,
        frame,
        new DistributionFacts(spec, merged, tally, null, options.words()));
  }

  private static Frame bars(Plot plot) {
    Sketch sketch = plot.sketch();
    Tally tally = plot.tally();
    boolean missing = tally.isApartShown(tally.missingSlot());
    double right = sketch.width - (missing ? APART + 3 : 0);
    double bottom = sketch.height - 1;
    int shown =
        plot.data().axis() instanceof BinAxis.Values
            ? Math.min(tally.bins, Math.max(1, (int) (right / NARROWEST)))
            : tally.bins;
    CountAxis counts = CountAxis.tight(tally, bottom, 1);
    Scale scale =
        switch (plot.data().axis()) {
          case BinAxis.Values _ -> new Scale.Band(0, 0, right / shown);
          case BinAxis.Numbers axis ->
              new Scale.Linear(axis.edges()[0], axis.edges()[axis.size()], 0, right);
          case BinAxis.Times axis ->
              new Scale.Linear(axis.edges()[0], axis.edges()[axis.size()], 0, right);
        };
    double[] edges = new double[shown + 1];
    for (int i = 0; i <= shown; i++) {
      edges[i] = Math.clamp(scale.toPixel(edge(plot.data().axis(), i)), 0, right);
    }
    Bounds bounds = new Bounds(0, 0, right, sketch.height);
    Frame frame = new Frame(bounds, true, scale, counts.scale, new Frame.Bins(0, edges));
    draw(plot, frame, counts);
    if (missing) {
      Bars bars = new Bars(plot, counts, plot::ink, true);
      List<Mark> parts = new ArrayList<>();
      double from = Math.rint(sketch.width - APART);
      bars.slot(parts, tally.missingSlot(), new Target.Missing(), from, from + APART);
      bars.hatch(parts, bars.reach(tally.missingSlot(), from, from + APART));
      sketch.region(new Bounds(from - 1, 0, APART + 1, sketch.height), new Target.Missing());
      sketch.group("apart", parts);
    }
    return frame;
  }

  private static double edge(BinAxis axis, int i) {
    return switch (axis) {
      case BinAxis.Values _ -> i - 0.5;
      case BinAxis.Numbers numbers -> numbers.edges()[i];
      case BinAxis.Times times -> times.edges()[i];
    };
  }

  private static void draw(Plot plot, Frame frame, CountAxis counts) {
    Sketch sketch = plot.sketch();
    Bars bars = new Bars(plot, counts, plot::ink, true);
    List<Mark> parts = new ArrayList<>();
    double[] edges = frame.bins().edges();
    int shown = frame.bins().shown();
    double gap = frame.bounds().width() / shown >= NARROWEST ? 1 : 0;
    boolean areas = frame.bounds().width() / shown < Bars.THINNEST;
    if (areas) {
      bars.areas(parts, edges);
    }
    for (int bin = 0; bin < shown; bin++) {
      sketch.region(frame.strip(bin), new Target.Bin(bin));
      if (!areas) {
        double from = Math.round(edges[bin]);
        double to = Math.max(from + 1, Math.round(edges[bin + 1]) - gap);
        bars.slot(parts, bin, new Target.Bin(bin), from, to);
      }
      if (sketch.options.hovered().orElse(-1) == bin) {
        parts.add(new Mark.Rect(frame.strip(bin), sketch.theme.foreground().withOpacity(0.12)));
      }
    }
    sketch.group("bars", parts);
    double y = sketch.height - 0.5;
    Stroke stroke = Stroke.of(sketch.theme.grid(), 1);
    sketch.marks.add(new Mark.Line(0, y, frame.bounds().right(), y, stroke));
  }

  /// One group with the sums of all.
  private static DistributionData merged(DistributionData data) {
    return new DistributionData(
        data.total(),
        data.selected(),
        data.type(),
        data.axis(),
        List.of(""),
        new long[][] {sums(data.context(), data.axis().size())},
        new long[][] {sums(data.counts(), data.axis().size())},
        new Apart(
            sum(data.apart().contextMissing()),
            sum(data.apart().missing()),
            sum(data.apart().contextOffScale()),
            sum(data.apart().offScale())));
  }

  private static long[] sums(long[][] groups, int bins) {
    long[] sums = new long[bins];
    for (long[] group : groups) {
      for (int bin = 0; bin < bins; bin++) {
        sums[bin] += group[bin];
      }
    }
    return sums;
  }

  private static long[] sum(long[] groups) {
    long sum = 0;
    for (long group : groups) {
      sum += group;
    }
    return new long[] {sum};
  }
}
