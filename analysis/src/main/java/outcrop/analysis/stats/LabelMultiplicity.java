package outcrop.analysis.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

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
    List<Ambiguous> labels = groups(item, label);
    int several = 0;
    for (Ambiguous each : labels) {
      several += each.labels > 1 ? 1 : 0;
    }
    return new LabelMultiplicity(
        item.length,
        labels.size(),
        several,
        Wilson.interval(several, labels.size()),
        mean(labels, item.length),
        mean(groups(label, item), item.length),
        context.length == 0 ? Double.NaN : mean(groups(pairs(item, context), label), item.length));
  }

  /// One item and its labels.
  ///
  /// @param item its number
  /// @param n its rows
  /// @param labels its different labels
  /// @param bits the entropy of its label
  public record Ambiguous(int item, long n, int labels, double bits) {}

  /// The items with more than one label, those whose rows hold most bits together first.
  ///
  /// @param most at most so many
  public static List<Ambiguous> ambiguous(int[] item, int[] label, int most) {
    return groups(item, label).stream()
        .filter(each -> each.labels > 1)
        .sorted(Comparator.comparingDouble((Ambiguous each) -> each.n * each.bits).reversed())
        .limit(most)
        .toList();
  }

  /// How many items have at least one label, at least two and so on, up to the most that one has.
  public static int[] atLeast(int[] item, int[] label) {
    List<Ambiguous> items = groups(item, label);
    int most = items.stream().mapToInt(Ambiguous::labels).max().orElse(0);
    int[] counts = new int[most];
    for (Ambiguous each : items) {
      counts[each.labels - 1]++;
    }
    for (int labels = most - 2; labels >= 0; labels--) {
      counts[labels] += counts[labels + 1];
    }
    return counts;
  }

  private static double mean(List<Ambiguous> groups, double rows) {
    double sum = 0;
    for (Ambiguous group : groups) {
      sum += group.n * group.bits;
    }
    return rows == 0 ? 0 : sum / rows;
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

  /// Each different number of `group` with the entropy of its values.
  private static List<Ambiguous> groups(int[] group, int[] value) {
    long[] packed = pack(group, value);
    Arrays.sort(packed);
    List<Ambiguous> groups = new ArrayList<>();
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
      double n = end - start;
      double nats = Math.log(n) - logs / n + (values - 1) / (2 * n);
      groups.add(
          new Ambiguous(
              (int) (packed[start] >>> 32), end - start, values, Math.max(0, nats / LN2)));
      start = end;
    }
    return groups;
  }
}
