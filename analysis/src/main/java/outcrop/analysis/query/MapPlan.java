package outcrop.analysis.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.ColumnUse;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.query.ViewData.MapData;
import outcrop.analysis.spec.DistributionSpec.Scale;
import outcrop.analysis.task.UserFailure;

/// Everything about a map that a change of the filter leaves alone.
///
/// @param colours null where all points have the same
/// @param peaks null where no texts are asked for
record MapPlan(
    PointGrid points,
    @Nullable PointColours colours,
    List<LabelSpots> labels,
    @Nullable DensePeaks peaks) {
  /// Two fields whose points are the same for every colour and label.
  record Places(String x, String y) {}

  /// What decides a plan.
  record Key(String x, String y, String colour, Scale scale, List<String> labels, String snippet) {}

  /// @throws UserFailure for a field without numbers
  static NumberColumn numbers(Column column) {
    if (column instanceof NumberColumn numbers) {
      return numbers;
    }
    throw new UserFailure(
        "“%s” has no numbers, so its rows have no place on a map; choose a field of numbers."
            .formatted(column.field().name()));
  }

  /// @param colour null for none
  /// @param snippet null for none
  static MapPlan of(
      PointGrid points,
      Scale scale,
      @Nullable Column colour,
      List<Column> labels,
      @Nullable Column snippet,
      ColumnUse use) {
    List<LabelSpots> spots = new ArrayList<>();
    for (Column column : labels) {
      use.checkWanted();
      spots.add(LabelSpots.of(column, points));
    }
    return new MapPlan(
        points,
        colour == null ? null : PointColours.of(colour, scale, points),
        spots,
        snippet == null ? null : DensePeaks.of(snippet, points, use));
  }

  MapData answer(RowSet selected) {
    int size = colours == null ? 1 : colours.size();
    int lines = points.side();
    int parts = Math.min(lines, 16);
    long[][] counts = new long[parts][size];
    int[] densest = new int[parts];
    points.forEachPart(
        parts,
        part -> {
          for (int line = part * lines / parts; line < (part + 1) * lines / parts; line++) {
            for (int cell = 0; cell < lines; cell++) {
              densest[part] = Math.max(densest[part], count(line, cell, selected, counts[part]));
            }
          }
        });
    long[] all = new long[size];
    int most = 0;
    for (int part = 0; part < parts; part++) {
      most = Math.max(most, densest[part]);
      for (int code = 0; code < size; code++) {
        all[code] += counts[part][code];
      }
    }
    return new MapData(
        selected,
        points,
        Optional.ofNullable(colours),
        all,
        most,
        labels,
        Optional.ofNullable(peaks));
  }

  /// Counts the selected points of a cell by colour.
  ///
  /// @return how many they are
  private int count(int line, int cell, RowSet selected, long[] counts) {
    int found = 0;
    for (int i = points.start(line, cell); i < points.start(line, cell + 1); i++) {
      if (selected.contains(points.rows()[i])) {
        counts[colours == null ? 0 : colours.codes()[i]]++;
        found++;
      }
    }
    return found;
  }

  long sizeInBytes() {
    return colours == null ? 1 : colours.sizeInBytes();
  }
}
