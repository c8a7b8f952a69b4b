package outcrop.analysis.render;

import java.util.List;
import java.util.stream.IntStream;
import outcrop.analysis.query.BinAxis;
import outcrop.analysis.query.FieldSlots;
import outcrop.analysis.query.ViewData.DistributionData;

/// The names by which palettes know the places of a field, so that a value has the same colour in
/// every view.
public final class GroupNames {
  private GroupNames() {}

  static String of(FieldSlots slots, int slot) {
    if (slot < slots.axis().size()) {
      return slots.axis() instanceof BinAxis.Values values
          ? values.values().get(slot)
          : BinNames.of(slots.axis(), slot, ChartWords.ENGLISH);
    }
    return slot == slots.missing() ? DistributionData.MISSING_GROUP : DistributionData.OTHER_GROUPS;
  }

  /// All places in order; those apart at the end.
  public static List<String> all(FieldSlots slots) {
    return IntStream.range(0, slots.size()).mapToObj(slot -> of(slots, slot)).distinct().toList();
  }
}
