package outcrop.analysis.render;

import java.util.ArrayList;
import java.util.List;
import outcrop.analysis.query.FieldSlots;
import outcrop.analysis.query.ViewData.RelationData;
import outcrop.analysis.render.Mark.Anchor;
import outcrop.analysis.render.Mark.TextStyle;

/// The colours of the values of one field of a relation with their rows, at the right.
final class GroupKey {
  private static final double SWATCH = 10;

  private GroupKey() {}

  /// Draws it where there is room.
  ///
  /// @param field its number in the data
  /// @return what is left of the area
  static Bounds draw(Sketch sketch, Bounds area, RelationData data, int field, Palette palette) {
    if (sketch.width < sketch.scaled(440) || sketch.isSmall()) {
      return area;
    }
    FieldSlots slots = data.fields().get(field);
    long[] counts = new long[slots.size()];
    long[] context = new long[slots.size()];
    for (int cell = 0; cell < data.cells(); cell++) {
      counts[data.places()[field][cell]] += data.counts()[cell];
      context[data.places()[field][cell]] += data.context()[cell];
    }
    TextStyle name = new TextStyle(sketch.scaled(11), false, sketch.theme.foreground());
    TextStyle bold = new TextStyle(name.size(), true, name.colour());
    TextStyle muted = sketch.small();
    double room = Math.min(area.width() * 0.28, sketch.scaled(220));
    double widest = Sketch.width(Names.visible(slots.field()), bold);
    for (int slot = 0; slot < slots.size(); slot++) {
      if (context[slot] > 0) {
        double width =
            SWATCH
                + 18
                + Sketch.width(SlotAxis.name(slots, slot, sketch.words()), name)
                + Sketch.width(Numerals.compact(counts[slot]), muted);
        widest = Math.max(widest, width);
      }
    }
    double width = Math.ceil(Math.min(room, widest));
    double x = Math.rint(area.right() - width);
    double line = Math.rint(name.size() * 1.65);
    double y = area.y() + line / 2;
    List<Mark> parts = new ArrayList<>();
    String heading = Sketch.fit(Names.visible(slots.field()), width, bold);
    Sketch.middle(parts, heading, x, y, Anchor.START, bold);
    for (int slot = 0; slot < slots.size() && y + line * 1.5 < area.bottom(); slot++) {
      if (context[slot] == 0) {
        continue;
      }
      y += line;
      parts.add(
          new Mark.Rect(
              new Bounds(x, Math.rint(y - SWATCH / 2), SWATCH, SWATCH),
              palette.colour(GroupNames.of(slots, slot))));
      String count = Numerals.compact(counts[slot]);
      double nameRoom = width - SWATCH - 14 - Sketch.width(count, muted);
      String text = SlotAxis.name(slots, slot, sketch.words());
      Sketch.middle(parts, Sketch.fit(text, nameRoom, name), x + SWATCH + 6, y, Anchor.START, name);
      Sketch.middle(parts, count, x + width, y, Anchor.END, muted);
    }
    sketch.group("legend", parts);
    return Bounds.between(area.x(), area.y(), x - 18, area.bottom());
  }
}
