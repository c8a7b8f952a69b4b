package outcrop.analysis.render;

import outcrop.analysis.query.BinAxis;
import outcrop.analysis.query.FieldSlots;
import outcrop.analysis.query.ViewData.DistributionData;

/// The names by which palettes know the places of a field, so that a value has the same colour in
/// every view.
final class GroupNames {
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
  static java.util.List<String> all(FieldSlots slots) {
    return java.util.stream.IntStream.range(0, slots.size())
        .mapToObj(slot -> of(slots, slot))
        .distinct()
        .toList();
  }
}
