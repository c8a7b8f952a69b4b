package outcrop.analysis.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// The classes of a field against the values of another, such as its splits: which classes of head,
/// body and tail have no rows there.
///
/// @param bands head first, as the rule has them
public record ClassCrossing(List<BandCrossing> bands) {
  /// The most values of the other field; the rarest are left out.
  public static final int MOST_VALUES = 24;

  /// The most classes that are named for lacking rows.
  public static final int MOST_NAMED = 20;

  /// One band against every value of the other field, most frequent value first.
  public record BandCrossing(Band band, List<ValueCrossing> values) {}

  /// One band against one value.
  ///
  /// @param rows the rows of the band's classes with this value
  /// @param without how many of its classes have no such row
  /// @param named the largest of those classes
  public record ValueCrossing(String value, long rows, long without, List<String> named) {}

  /// @param rule where head, body and tail part, by all events of a class
  public static ClassCrossing of(ColumnEvents classes, ColumnEvents other, BandRule rule) {
    long[] sizes = classes.events().counts();
    int[] ranked = classes.events().byFrequency();
    int[] values = IntStream.of(other.events().byFrequency()).limit(MOST_VALUES).toArray();
    int[] placeOf = new int[other.events().classCount()];
    Arrays.fill(placeOf, -1);
    for (int place = 0; place < values.length; place++) {
      placeOf[values[place]] = place;
    }
    int[][] counts = new int[values.length][sizes.length];
    ColumnEvents.Joined joined = classes.joined(other);
    for (int i = 0; i < joined.other().length; i++) {
      int place = placeOf[joined.other()[i]];
      if (place >= 0) {
        counts[place][joined.events().events().classes()[i]]++;
      }
    }
    List<BandCrossing> bands = new ArrayList<>();
    for (Band band : rule.bands(ValueFrequencies.of(sizes).positive())) {
      int[] members =
          Arrays.copyOfRange(
              ranked, (int) band.firstRank(), (int) (band.firstRank() + band.classes()));
      List<ValueCrossing> crossed = new ArrayList<>();
      for (int place = 0; place < values.length; place++) {
        crossed.add(cross(other.names().apply(values[place]), counts[place], members, classes));
      }
      bands.add(new BandCrossing(band, crossed));
    }
    return new ClassCrossing(bands);
  }

  private static ValueCrossing cross(
      String value, int[] counts, int[] members, ColumnEvents classes) {
    long rows = 0;
    long without = 0;
    List<String> named = new ArrayList<>();
    for (int member : members) {
      rows += counts[member];
      if (counts[member] == 0) {
        without++;
        if (named.size() < MOST_NAMED) {
          named.add(classes.names().apply(member));
        }
      }
    }
    return new ValueCrossing(value, rows, without, named);
  }
}
