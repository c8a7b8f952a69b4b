package outcrop.analysis.render;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import outcrop.analysis.render.Samples.Sample;
import outcrop.analysis.spec.AxisStyle;
import outcrop.analysis.spec.AxisStyle.Notation;
import outcrop.analysis.spec.ChartLook;
import outcrop.analysis.spec.ChartLook.Background;
import outcrop.analysis.spec.ChartLook.Colours;
import outcrop.analysis.spec.ChartLook.LegendPlace;
import outcrop.analysis.spec.ChartStyle;
import outcrop.analysis.spec.ChartStyle.Anchor;
import outcrop.analysis.spec.ChartStyle.AxisSide;
import outcrop.analysis.spec.ChartStyle.Band;
import outcrop.analysis.spec.ChartStyle.End;
import outcrop.analysis.spec.ChartStyle.Note;
import outcrop.analysis.spec.ChartStyle.Preset;
import outcrop.analysis.spec.ChartStyle.ReferenceLine;
import outcrop.analysis.spec.ChartStyle.Spot;
import outcrop.analysis.spec.DistributionSpec.Grouping;
import outcrop.analysis.spec.Measure;

/// Charts whose style says everything that it can say.
final class StyleSamples {
  private StyleSamples() {}

  static Map<String, Sample> all() {
    Map<String, Sample> all = new LinkedHashMap<>();
    all.put("notes", notes());
    all.put("notes-dark", notes().in(Theme.DARK));
    all.put("own-ticks", ticks());
    all.put("own-ticks-dark", ticks().in(Theme.DARK));
    for (LegendPlace place : List.of(LegendPlace.TOP, LegendPlace.BOTTOM, LegendPlace.INSIDE)) {
      String name = "legend-" + place.name().toLowerCase(java.util.Locale.ROOT);
      all.put(name, legend(place));
      all.put(name + "-dark", legend(place).in(Theme.DARK));
    }
    all.put("palette-okabe-ito", palette(Colours.OKABE_ITO));
    all.put("palette-sequential", palette(Colours.SEQUENTIAL));
    all.put("palette-diverging-dark", palette(Colours.DIVERGING).in(Theme.DARK));
    all.put("slide", styled(Samples.histogram(), Preset.SLIDE.on(ChartStyle.DEFAULT)));
    all.put("white-paper-on-dark", white().in(Theme.DARK));
    return all;
  }

  private static Sample styled(Sample sample, ChartStyle style) {
    return new Sample(
        sample.spec().withStyle(style), sample.data(), 700, 420, sample.theme(), sample.options());
  }

  private static Sample notes() {
    ChartStyle style =
        ChartStyle.DEFAULT
            .withSubtitle("Who took part in the survey of spring")
            .withBands(
                List.of(
                    new Band(AxisSide.X, End.at("18"), End.at("30"), "young", "#e69f00"),
                    new Band(AxisSide.Y, End.at("1200"), End.at(""), "more than 1,200", "")))
            .withLines(
                List.of(new ReferenceLine(AxisSide.Y, "", "", Measure.of(Measure.Kind.MEDIAN))))
            .withNotes(
                List.of(
                    new Note(
                        "A note on two lines\nwith an arrow",
                        new Spot(Anchor.PLOT, "0.8", "0.3"),
                        List.of(new Spot(Anchor.DATA, "48", "900"))),
                    new Note("at 70", new Spot(Anchor.DATA, "70", "600"), List.of()),
                    new Note("never drawn", new Spot(Anchor.DATA, "7000", "6"), List.of()),
                    new Note(
                        "",
                        new Spot(Anchor.PLOT, "0.1", "0.2"),
                        List.of(new Spot(Anchor.PLOT, "0.2", "0.5")))));
    return styled(Samples.histogram(), style);
  }

  private static Sample ticks() {
    AxisStyle x =
        AxisStyle.AUTO
            .withRange("20", "70")
            .withTicks(List.of("20", "25", "40", "65", "no number"))
            .withFormat(AxisStyle.Format.AUTO.withSuffix(" y"));
    AxisStyle y =
        AxisStyle.AUTO
            .withRange("200", "")
            .withStep("250")
            .withFormat(AxisStyle.Format.AUTO.withNotation(Notation.GROUPED).withPrefix("n "));
    return styled(Samples.histogram(), ChartStyle.DEFAULT.withX(x).withY(y));
  }

  private static Sample legend(LegendPlace place) {
    return styled(
        Samples.split(Grouping.STACKED),
        ChartStyle.DEFAULT.withLook(ChartLook.DEFAULT.withLegend(place)));
  }

  private static Sample palette(Colours colours) {
    return styled(
        Samples.split(Grouping.STACKED),
        ChartStyle.DEFAULT.withLook(ChartLook.DEFAULT.withColours(colours)));
  }

  private static Sample white() {
    return styled(
        Samples.split(Grouping.STACKED),
        ChartStyle.DEFAULT.withLook(ChartLook.DEFAULT.withBackground(Background.WHITE)));
  }
}
