package outcrop.app.cli;

import outcrop.analysis.column.NumberColumn;
import tools.jackson.databind.node.ObjectNode;

/// Numbers in JSON, exact: whole ones without a fraction, and those that JSON cannot write as
/// texts.
final class JsonNumbers {
  /// Doubles up to here hold every whole number.
  private static final double LARGEST_WHOLE = 0x1p53;

  private JsonNumbers() {}

  static void put(ObjectNode node, String name, double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      node.put(name, NumberColumn.textOf(value));
    } else if (value == Math.rint(value) && Math.abs(value) <= LARGEST_WHOLE) {
      node.put(name, (long) value);
    } else {
      node.put(name, value);
    }
  }
}
