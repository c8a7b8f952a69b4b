package outcrop.analysis.render;

import java.util.List;
import outcrop.analysis.query.PointColours;
import outcrop.analysis.spec.MapSpec;

/// The words of the tooltips of a map.
record MapFacts(
    MapSpec spec,
    MapPlace place,
    MapInk ink,
    List<PlacedLabel> labels,
    String subtitle,
    ChartWords words)
    implements MapMarks {
  @Override
  public boolean isShown(int point) {
    return ink.isShown(point);
  }

  @Override
  public String about(Target target) {
    return switch (target) {
      case Target.Item(int item) when item < labels.size() -> label(labels.get(item));
      case Target.LegendEntry(int code) -> entry(code);
      case Target.Title() -> MapLayout.title(spec, words) + "\n" + subtitle;
      case Target.ValueAxis() -> Names.visible(spec.x());
      case Target.CountAxis() -> Names.visible(spec.y());
      default -> "";
    };
  }

  private String label(PlacedLabel label) {
    return ChartWords.fill(
            words.map().label(), Names.visible(label.value()), Numerals.exact(label.rows()))
        + "\n"
        + Names.visible(label.field());
  }

  private String entry(int code) {
    PointColours colours = ink.data().colours().orElse(null);
    return colours == null || code >= colours.names().size()
        ? ""
        : Names.of(colours.names().get(code), words)
            + "\n"
            + RelationHeader.rows(ink.data().counts()[code], colours.context()[code], words);
  }
}
