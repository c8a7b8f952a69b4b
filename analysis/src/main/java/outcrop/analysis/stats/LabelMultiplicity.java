package outcrop.analysis.stats;

import java.util.Arrays;

/// How many labels an item has and how many items a label: dynamic meaning. Entropies are in bits
/// and carry the correction of Miller and Madow (1955) for what few rows hide.
///
/// @param n rows with an item and a label
/// @param items different items
/// @param severalLabels items with more than one label
/// @param severalInterval 95 % of the share of such items
/// @param labelGivenItem H(label | item): 0 where each item has one label
/// @param itemGivenLabel H(item | label)
/// @param labelGivenItemInContext H(label | item, context); NaN without contexts
public record LabelMultiplicity(
    long n,
    int items,
    int severalLabels,
    Interval severalInterval,
    double labelGivenItem,
    double itemGivenLabel,
    double labelGivenItemInContext) {
  private static final double LN2 = Math.log(2);

  /// The labels that an item has in effect: 2 to the entropy of a label, its item being known.
  public double multiplicity() {
    return Math.pow(2, labelGivenItem);
  }

  /// The bits of ambiguity that the context takes away; what remains is noise or true ambiguity.
  /// NaN without contexts.
  public double resolvedByContext() {
    return labelGivenItem - labelGivenItemInContext;
  }

  /// @param item number of the item of each row
  /// @param label number of the label of each row
  /// @param context number of the context of each row; empty where there are none
  public static LabelMultiplicity of(int[] item, int[] label, int[] context) {
    Conditional labels = Conditional.of(item, label);
    double inContext =
        context.length == 0 ? Double.NaN : Conditional.of(pairs(item, context), label).bits;
    return new LabelMultiplicity(
        item.length,
        labels.groups,
        labels.several,
        Wilson.interval(labels.several, labels.groups),
        labels.bits,
        Conditional.of(label, item).bits,
        inContext);
  }

  /// The number of each different pair of numbers.
  private static int[] pairs(int[] first, int[] second) {
    long[] packed = pack(first, second);
    long[] distinct = Arrays.stream(packed).sorted().distinct().toArray();
    return Arrays.stream(packed).mapToInt(pair -> Arrays.binarySearch(distinct, pair)).toArray();
  }

  private static long[] pack(int[] first, int[] second) {
    long[] packed = new long[first.length];
    for (int i = 0; i < packed.length; i++) {
      packed[i] = (long) first[i] << 32 | second[i];
    }
    return packed;
  }

  /// The entropy of a value where its group is known, over all rows.
  ///
  /// @param several groups with more than one value
  private record Conditional(double bits, int groups, int several) {
    static Conditional of(int[] group, int[] value) {
      long[] packed = pack(group, value);
      Arrays.sort(packed);
      double sum = 0;
      int groups = 0;
      int several = 0;
      int start = 0;
      while (start < packed.length) {
        int end = start;
        int values = 0;
        double logs = 0;
        while (end < packed.length && packed[end] >>> 32 == packed[start] >>> 32) {
          int run = end;
          while (end < packed.length && packed[end] == packed[run]) {
            end++;
          }
          double count = end - run;
          logs += count * Math.log(count);
          values++;
        }
        double rows = end - start;
        // n · H of the group, and the correction (K − 1) / 2n of each, weighted by n.
        sum += rows * Math.log(rows) - logs + (values - 1) / 2.0;
        several += values > 1 ? 1 : 0;
        groups++;
        start = end;
      }
      double bits = packed.length == 0 ? 0 : Math.max(0, sum / packed.length / LN2);
      return new Conditional(bits, groups, several);
    }
  }
}
