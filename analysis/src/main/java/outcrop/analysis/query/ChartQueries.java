package outcrop.analysis.query;

import java.util.List;
import java.util.stream.Stream;
import outcrop.analysis.query.ViewQuery.DistributionQuery;
import outcrop.analysis.query.ViewQuery.MapQuery;
import outcrop.analysis.query.ViewQuery.RelationQuery;
import outcrop.analysis.query.ViewQuery.TailQuery;
import outcrop.analysis.spec.ChartSpec;
import outcrop.analysis.spec.ChartStyle;
import outcrop.analysis.spec.ChartStyle.AxisSide;
import outcrop.analysis.spec.ChartStyle.ReferenceLine;
import outcrop.analysis.spec.DistributionSpec;
import outcrop.analysis.spec.MapSpec;
import outcrop.analysis.spec.Measure;
import outcrop.analysis.spec.RelationSpec;
import outcrop.analysis.spec.TailSpec;

/// What a chart asks of the data: the part of its spec that changes what is counted.
public final class ChartQueries {
  private ChartQueries() {}

  /// The query of a chart, for each value of its facet where it has one.
  public static ViewQuery of(ChartSpec spec) {
    ViewQuery whole = whole(spec);
    return spec.facet().isEmpty() ? whole : new ViewQuery.FacetQuery(whole, spec.facet());
  }

  private static ViewQuery whole(ChartSpec spec) {
    return switch (spec) {
      case DistributionSpec distribution -> distribution(distribution);
      case TailSpec tail -> tail(tail);
      case RelationSpec relation -> relation(relation);
      case MapSpec map -> map(map);
    };
  }

  private static MapQuery map(MapSpec spec) {
    return new MapQuery(
        spec.id(),
        spec.x(),
        spec.y(),
        spec.colour(),
        spec.scale(),
        spec.labels().fields(),
        spec.labels().snippet());
  }

  private static RelationQuery relation(RelationSpec spec) {
    return new RelationQuery(
        spec.id(),
        spec.shape(),
        spec.crossed(),
        spec.colour(),
        spec.bins().withMissing(true),
        spec.axes().x(),
        spec.axes().y(),
        List.of(measures(spec.style(), AxisSide.X), measures(spec.style(), AxisSide.Y)));
  }

  private static DistributionQuery distribution(DistributionSpec spec) {
    return new DistributionQuery(
        spec.id(),
        spec.field(),
        spec.by(),
        spec.bins(),
        spec.axes().x(),
        spec.shape(),
        measures(spec.style(), AxisSide.X));
  }

  /// What lines and bands need to know of the values of an axis, each once.
  private static List<Measure> measures(ChartStyle style, AxisSide side) {
    Stream<Measure> lines =
        style.lines().stream().filter(line -> line.axis() == side).map(ReferenceLine::measure);
    Stream<Measure> bands =
        style.bands().stream()
            .filter(band -> band.axis() == side)
            .flatMap(band -> Stream.of(band.from().measure(), band.to().measure()));
    return Stream.concat(lines, bands).filter(Measure::measured).distinct().toList();
  }

  private static TailQuery tail(TailSpec spec) {
    return new TailQuery(spec.id(), spec.field(), spec.counted());
  }
}
