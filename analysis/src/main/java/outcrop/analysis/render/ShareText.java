package outcrop.analysis.render;

import outcrop.analysis.query.ViewData.DistributionData;
import outcrop.analysis.stats.Interval;
import outcrop.analysis.stats.Wilson;

/// The part of a bar that belongs to a group, in words: as a share of the bar and of the group with
/// their intervals (Wilson 1927), and of two groups by how much their shares differ (Newcombe
/// 1998).
final class ShareText {
  private final DistributionData data;
  private final Tally tally;
  private final ChartWords words;

  ShareText(DistributionData data, Tally tally, ChartWords words) {
    this.data = data;
    this.tally = tally;
    this.words = words;
  }

  /// Lines to be added to others, each after a line break.
  String about(int group, int bin) {
    long count = tally.rawCount(group, bin);
    long bar = tally.count(bin);
    long whole = tally.selectedOfGroup(group);
    if (count == 0 || count > bar || count > whole) {
      return "";
    }
    StringBuilder lines = new StringBuilder();
    lines.append('\n').append(share(words.shapes().partOfBar(), count, bar, ""));
    lines.append('\n').append(share(words.shapes().partOfGroup(), count, whole, name(group)));
    if (tally.groups == 2) {
      lines.append('\n').append(difference(bin));
    }
    return lines.toString();
  }

  private String share(String pattern, long count, long whole, String of) {
    Interval interval = Wilson.interval(count, whole);
    return ChartWords.fill(
        pattern,
        Numerals.percent((double) count / whole),
        Numerals.percent(interval.low()),
        Numerals.percent(interval.high()),
        of);
  }

  private String difference(int bin) {
    long one = tally.rawCount(0, bin);
    long first = tally.selectedOfGroup(0);
    long other = tally.rawCount(1, bin);
    long second = tally.selectedOfGroup(1);
    if (first == 0 || second == 0) {
      return words.shapes().tooFew();
    }
    Interval interval = Wilson.difference(one, first, other, second);
    return ChartWords.fill(
        words.shapes().partDifference(),
        name(0),
        name(1),
        Numerals.percent((double) one / first - (double) other / second),
        Numerals.percent(interval.low()),
        Numerals.percent(interval.high()));
  }

  private String name(int group) {
    return Names.of(data.groups().get(group), words);
  }
}
