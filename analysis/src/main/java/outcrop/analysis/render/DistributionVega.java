package outcrop.analysis.render;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import outcrop.analysis.column.TimeColumn;
import outcrop.analysis.query.BinAxis;
import outcrop.analysis.query.ViewData.DistributionData;
import outcrop.analysis.spec.ChartStyle.AxisSide;
import outcrop.analysis.spec.ChartStyle.ReferenceLine;
import outcrop.analysis.spec.DistributionSpec;
import outcrop.analysis.spec.Measure;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Writes bars and histograms as Vega-Lite.
///
/// A row of the data is one part of one bar: its series and its bin or value, its counts, and from
/// where to where it reaches on the axis of counts, so that every grouping and scale is drawn as
/// here. Grey context, reference lines and the bars apart are layers of their own.
final class DistributionVega {
  private static final String BEHIND = "context";
  private static final String SHOWN = "shown";
  private static final String LINES = "reference";

  private final DistributionSpec spec;
  private final DistributionData data;
  private final Drawing drawing;
  private final Frame frame;
  private final Theme theme;
  private final ChartWords words;
  private final Plot plot;
  private final Tally tally;
  private final List<String> series;
  private final List<String> bars;
  private final double floor;
  private final double ceiling;
  private final ArrayNode rows = VegaLite.NODES.arrayNode();

  /// @param drawing of the same, with a frame
  DistributionVega(
      DistributionSpec spec,
      DistributionData data,
      Drawing drawing,
      Theme theme,
      ChartWords words) {
    this.spec = spec;
    this.data = data;
    this.drawing = drawing;
    this.frame = drawing.frame().orElseThrow();
    this.theme = theme;
    this.words = words;
    LayoutOptions options = LayoutOptions.DEFAULT.withWords(words);
    plot = Plot.of(new Sketch(drawing.width(), drawing.height(), theme, options), spec, data);
    tally = plot.tally();
    Bounds b = frame.bounds();
    floor = rounded(frame.counts().toValue(frame.across() ? b.bottom() : b.x()));
    ceiling = rounded(frame.counts().toValue(frame.across() ? b.y() : b.right()));
    series = different(data.groups().stream().map(group -> Names.of(group, words)).toList());
    bars = names();
  }

  private List<String> names() {
    List<String> names = new ArrayList<>();
    if (data.axis() instanceof BinAxis.Values values) {
      values.values().forEach(value -> names.add(Names.of(value, words)));
    } else {
      IntStream.range(0, tally.bins)
          .forEach(bin -> names.add(BinNames.of(data.axis(), bin, words)));
    }
    names.add(words.missing());
    names.add(Plot.offScaleName(data, words));
    return different(names);
  }

  /// Names that are equal are made to differ by something that nobody sees.
  private static List<String> different(List<String> names) {
    List<String> result = new ArrayList<>();
    java.util.Set<String> taken = new java.util.HashSet<>();
    for (String name : names) {
      String free = name;
      while (!taken.add(free)) {
        free += "\u200b";
      }
      result.add(free);
    }
    return result;
  }

  /// Whether all that the chart shows has a mark of its own here. Notes with arrows, shaded bands
  /// and a wanted shape stand at their places in the picture only.
  static boolean covers(DistributionSpec spec, Drawing drawing) {
    return drawing.frame().isPresent()
        && spec.shape() == DistributionSpec.Shape.BARS
        && spec.facet().isEmpty()
        && spec.target() == null
        && spec.style().notes().isEmpty()
        && spec.style().bands().isEmpty();
  }

  VegaLite chart() {
    boolean byValue = data.axis() instanceof BinAxis.Values;
    String subtitle = drawing.description();
    int hidden = tally.bins - frame.bins().shown();
    if (byValue && hidden > 0) {
      subtitle += " · " + ChartWords.fill(words.moreBars(), Numerals.exact(hidden), hiddenShare());
    }
    ObjectNode chart = VegaLite.head(drawing, drawing.title(), subtitle, theme);
    List<Integer> apart =
        IntStream.of(tally.missingSlot(), tally.offScaleSlot())
            .filter(tally::isApartShown)
            .boxed()
            .toList();
    for (int bin = frame.bins().first(); bin < frame.bins().first() + frame.bins().shown(); bin++) {
      slot(bin, "axis");
    }
    apart.forEach(slot -> slot(slot, byValue ? "axis" : "apart"));
    if (byValue) {
      chart.put("width", Math.rint(frame.bounds().width()));
      chart.set("height", VegaLite.NODES.objectNode().put("step", step()).put("for", "position"));
      chart.set("layer", layers("axis", byValue));
    } else if (apart.isEmpty()) {
      size(chart, frame.bounds().width());
      chart.set("layer", layers("axis", byValue));
    } else {
      ArrayNode beside = chart.putArray("hconcat");
      ObjectNode main = beside.addObject();
      size(main, frame.bounds().width());
      main.set("layer", layers("axis", byValue));
      ObjectNode other = beside.addObject();
      size(other, 54.0 * apart.size());
      other.set("layer", layers("apart", true));
    }
    return new VegaLite(chart, rows);
  }

  private void size(ObjectNode view, double width) {
    view.put("width", Math.rint(width));
    view.put("height", Math.rint(frame.bounds().height()));
  }

  private double step() {
    double[] edges = frame.bins().edges();
    return Math.max(8, Math.rint(edges[1] - edges[0]));
  }

  private String hiddenShare() {
    double all = 0;
    double shown = 0;
    for (int bin = 0; bin < tally.bins; bin++) {
      all += tally.count(bin);
      boolean kept =
          bin >= frame.bins().first() && bin < frame.bins().first() + frame.bins().shown();
      shown += kept ? tally.count(bin) : 0;
    }
    return Numerals.percent(all == 0 ? 0 : (all - shown) / all);
  }

  // ---- data

  private void slot(int slot, String place) {
    if (tally.isBehindSeen(slot) && tally.arrangement != Tally.Arrangement.BESIDE) {
      ObjectNode row = row(BEHIND, slot, place);
      reach(row, 0, tally.heightBehind(slot));
      row.put("count", tally.count(slot)).put("context", tally.context(slot));
      span(row, slot, 0, 1);
    }
    double sum = 0;
    for (int group = 0; group < tally.groups; group++) {
      boolean beside = tally.arrangement == Tally.Arrangement.BESIDE;
      if (beside && tally.isBehindSeen(slot)) {
        ObjectNode behind = part(BEHIND, group, slot, place);
        reach(behind, 0, tally.heightBehind(group, slot));
      }
      double height = tally.height(group, slot);
      if (height > 0) {
        ObjectNode row = part(SHOWN, group, slot, place);
        boolean stacked = tally.arrangement == Tally.Arrangement.STACKED;
        reach(row, stacked ? sum : 0, stacked ? sum + height : height);
        if (!tally.split) {
          row.put("ink", plot.ink(group, slot).hex());
        }
      }
      sum += height;
    }
  }

  private ObjectNode part(String layer, int group, int slot, String place) {
    ObjectNode row = row(layer, slot, place);
    if (tally.split) {
      row.put("series", series.get(group));
    }
    row.put("count", tally.rawCount(group, slot)).put("context", tally.rawContext(group, slot));
    if (tally.shares) {
      row.put("share", rounded(tally.height(group, slot)));
    }
    boolean beside = tally.arrangement == Tally.Arrangement.BESIDE;
    span(row, slot, beside ? group : 0, beside ? tally.groups : 1);
    return row;
  }

  private ObjectNode row(String layer, int slot, String place) {
    return rows.addObject().put("layer", layer + " " + place).put("value", bars.get(slot));
  }

  /// From where to where a part reaches on the axis of counts.
  private void reach(ObjectNode row, double from, double to) {
    double low = Math.min(floor, ceiling);
    double high = Math.max(floor, ceiling);
    row.put("from", rounded(Math.clamp(from, low, high)));
    row.put("to", rounded(Math.clamp(to, low, high)));
  }

  /// From where to where a part reaches on the axis of values.
  private void span(ObjectNode row, int slot, int part, int parts) {
    if (slot >= tally.bins) {
      return;
    }
    switch (data.axis()) {
      case BinAxis.Numbers numbers -> {
        double low = frame.values().toPixel(numbers.edges()[slot]);
        double high = frame.values().toPixel(numbers.edges()[slot + 1]);
        row.put("low", parts == 1 ? numbers.edges()[slot] : at(low, high, part, parts));
        row.put("high", parts == 1 ? numbers.edges()[slot + 1] : at(low, high, part + 1, parts));
      }
      case BinAxis.Times times -> {
        double low = times.edges()[slot];
        double width = times.edges()[slot + 1] - low;
        row.put("low", moment(low + width * part / parts));
        row.put("high", moment(low + width * (part + 1) / parts));
      }
      case BinAxis.Values _ -> {}
    }
  }

  private double at(double low, double high, int part, int parts) {
    return rounded(frame.values().toValue(low + (high - low) * part / parts));
  }

  /// A moment as every browser reads it.
  private static String moment(double micros) {
    var time = TimeColumn.dateTime(Math.round(micros));
    int year = time.getYear();
    String rest =
        String.format(
            "%02d-%02dT%sZ", time.getMonthValue(), time.getDayOfMonth(), time.toLocalTime());
    return year >= 0 && year <= 9999
        ? String.format("%04d-%s", year, rest)
        : String.format("%+07d-%s", year, rest);
  }

  // ---- marks

  private ArrayNode layers(String place, boolean named) {
    ArrayNode layers = VegaLite.NODES.arrayNode();
    if (tally.isFiltered() && has(BEHIND + " " + place)) {
      layers.add(layer(BEHIND, place, named));
    }
    layers.add(layer(SHOWN, place, named));
    if (place.equals("axis")) {
      for (HitRegion region : drawing.regions()) {
        if (region.target() instanceof Target.Reference(int index)) {
          line(layers, region, index, named);
        }
      }
    }
    return layers;
  }

  private boolean has(String layer) {
    return rows.valueStream().anyMatch(row -> row.path("layer").asString().equals(layer));
  }

  private ObjectNode layer(String layer, String place, boolean named) {
    ObjectNode view = VegaLite.NODES.objectNode();
    view.set("transform", VegaLite.only("layer", layer + " " + place));
    boolean apart = place.equals("apart");
    ObjectNode mark = view.putObject("mark").put("type", named ? "bar" : "rect");
    mark.put("tooltip", true).put("clip", !named);
    if (layer.equals(SHOWN) && tally.arrangement == Tally.Arrangement.OVERLAID) {
      mark.put("opacity", 0.4);
    } else if (apart) {
      mark.put("opacity", 0.75);
    }
    if (named) {
      mark.put("orient", apart ? "vertical" : "horizontal");
    }
    ObjectNode encoding = view.putObject("encoding");
    boolean upwards = !named || apart;
    counts(encoding, upwards ? "y" : "x", !apart);
    if (named) {
      names(encoding, upwards ? "x" : "y", apart);
    } else {
      values(encoding);
    }
    if (layer.equals(BEHIND)) {
      mark.put("color", theme.context().hex());
    } else if (tally.split) {
      colours(encoding);
    } else {
      ObjectNode colour = encoding.putObject("color");
      colour.put("field", "ink").put("type", "nominal").putNull("scale").putNull("legend");
    }
    return view;
  }

  private void counts(ObjectNode encoding, String channel, boolean titled) {
    ObjectNode counts =
        encoding.putObject(channel).put("field", "from").put("type", "quantitative");
    counts.set(
        "scale",
        scale(
            spec.axes().y(),
            tally.shares && tally.split && tally.arrangement == Tally.Arrangement.STACKED));
    ((ObjectNode) counts.get("scale")).putArray("domain").add(floor).add(ceiling);
    ((ObjectNode) counts.get("scale")).put("nice", false);
    if (titled) {
      counts.put("title", plot.countTitle());
      counts.putObject("axis").put("format", tally.shares ? ".0%" : ",.0f").put("tickCount", 6);
    } else {
      counts.putNull("axis");
    }
    encoding.putObject(channel + "2").put("field", "to");
  }

  private static ObjectNode scale(DistributionSpec.Scale kind, boolean linear) {
    ObjectNode scale = VegaLite.NODES.objectNode();
    return switch (linear ? DistributionSpec.Scale.LINEAR : kind) {
      case LINEAR -> scale.put("type", "linear").put("zero", false);
      case LOG -> scale.put("type", "log");
      case SYMLOG -> scale.put("type", "symlog");
    };
  }

  private void names(ObjectNode encoding, String channel, boolean apart) {
    ObjectNode names = encoding.putObject(channel).put("field", "value").put("type", "nominal");
    ArrayNode order = names.putArray("sort");
    int first = frame.bins().first();
    if (!apart) {
      bars.subList(first, first + frame.bins().shown()).forEach(order::add);
    }
    order.add(bars.get(tally.missingSlot())).add(bars.get(tally.offScaleSlot()));
    names.put("title", apart ? "" : plot.valueTitle());
    ObjectNode axis = names.putObject("axis");
    if (apart) {
      axis.put("labelAngle", 0);
    } else {
      axis.put("labelLimit", 220);
    }
    if (tally.arrangement == Tally.Arrangement.BESIDE) {
      ObjectNode offset = encoding.putObject(channel + "Offset").put("field", "series");
      offset.put("type", "nominal");
      series.forEach(offset.putArray("sort")::add);
    }
  }

  private void values(ObjectNode encoding) {
    boolean times = data.axis() instanceof BinAxis.Times;
    ObjectNode values = encoding.putObject("x").put("field", "low");
    values.put("type", times ? "temporal" : "quantitative");
    values.set("scale", times ? timeScale() : numberScale());
    values.put("title", plot.valueTitle());
    values.putObject("axis").put("grid", false);
    encoding.putObject("x2").put("field", "high");
  }

  /// From the first bin to the end of the last.
  private static ObjectNode timeScale() {
    return VegaLite.NODES.objectNode().put("type", "utc").put("nice", false);
  }

  private ObjectNode numberScale() {
    ObjectNode scale = scale(spec.axes().x(), false).put("nice", false);
    Bounds b = frame.bounds();
    ArrayNode domain = scale.putArray("domain");
    domain.add(rounded(frame.values().toValue(b.x())));
    domain.add(rounded(frame.values().toValue(b.right())));
    return scale;
  }

  private void colours(ObjectNode encoding) {
    ObjectNode colour = encoding.putObject("color").put("field", "series").put("type", "nominal");
    ObjectNode scale = colour.putObject("scale");
    series.forEach(scale.putArray("domain")::add);
    ArrayNode range = scale.putArray("range");
    data.groups().forEach(group -> range.add(plot.palette().colour(group).hex()));
    if (spec.style().legend()) {
      colour.put("title", Names.visible(spec.by()));
    } else {
      colour.putNull("legend");
    }
  }

  /// A reference line where the drawing has it.
  private void line(ArrayNode layers, HitRegion region, int index, boolean named) {
    ReferenceLine line = spec.style().lines().get(index);
    boolean onCounts = line.axis() == AxisSide.Y;
    String channel = onCounts == named ? "x" : "y";
    Bounds b = region.bounds();
    double pixel = channel.equals("x") ? b.centreX() : b.centreY();
    ObjectNode row = rows.addObject().put("layer", LINES + " " + index);
    row.put("label", drawing.facts().about(region.target()).lines().findFirst().orElse(""));
    ObjectNode place = VegaLite.NODES.objectNode().put("field", "at");
    if (onCounts) {
      row.put("at", exact(line, frame.counts().toValue(pixel)));
      place.put("type", "quantitative");
    } else {
      double value = frame.values().toValue(pixel);
      switch (data.axis()) {
        case BinAxis.Numbers _ -> row.put("at", exact(line, value));
        case BinAxis.Times _ -> row.put("at", moment(value));
        case BinAxis.Values _ ->
            row.put("at", bars.get(Math.clamp(Math.round(value), 0, tally.bins - 1)));
      }
      place.put("type", type());
    }
    ObjectNode view = layers.addObject();
    view.set("transform", VegaLite.only("layer", LINES + " " + index));
    view.putObject("encoding").set(channel, place);
    ArrayNode parts = view.putArray("layer");
    ObjectNode rule = parts.addObject().putObject("mark").put("type", "rule");
    rule.put("color", theme.foreground().hex()).put("clip", true);
    rule.putArray("strokeDash").add(4).add(3);
    ObjectNode label = parts.addObject();
    ObjectNode text = label.putObject("mark").put("type", "text").put("align", "left");
    text.put("baseline", "top")
        .put("dx", 4)
        .put("dy", 2 + 12 * (index % 4))
        .put("color", theme.foreground().hex());
    ObjectNode encoding = label.putObject("encoding");
    encoding.putObject("text").put("field", "label").put("type", "nominal");
    encoding.putObject(channel.equals("x") ? "y" : "x").put("value", 0);
  }

  /// The number that the user gave, or the one that was drawn where it was worked out.
  private static double exact(ReferenceLine line, double drawn) {
    if (!line.measure().equals(Measure.NONE)) {
      return rounded(drawn);
    }
    try {
      double value = Double.parseDouble(line.value().trim());
      return Double.isFinite(value) ? value : drawn;
    } catch (NumberFormatException other) {
      return rounded(drawn);
    }
  }

  private String type() {
    return switch (data.axis()) {
      case BinAxis.Numbers _ -> "quantitative";
      case BinAxis.Times _ -> "temporal";
      case BinAxis.Values _ -> "nominal";
    };
  }

  private static double rounded(double value) {
    return Double.isFinite(value)
        ? new BigDecimal(value).round(new MathContext(12)).doubleValue()
        : 0;
  }
}
