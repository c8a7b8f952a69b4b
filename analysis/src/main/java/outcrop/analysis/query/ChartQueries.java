package outcrop.analysis.query;

import outcrop.analysis.query.ViewQuery.DistributionQuery;
import outcrop.analysis.spec.ChartSpec;
import outcrop.analysis.spec.DistributionSpec;

/// What a chart asks of the data: the part of its spec that changes what is counted.
public final class ChartQueries {
  private ChartQueries() {}

  public static ViewQuery of(ChartSpec spec) {
    return switch (spec) {
      case DistributionSpec distribution -> of(distribution);
    };
  }

  public static DistributionQuery of(DistributionSpec spec) {
    return new DistributionQuery(spec.id(), spec.field(), spec.by(), spec.bins(), spec.axes().x());
  }
}
