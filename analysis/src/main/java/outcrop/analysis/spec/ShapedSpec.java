package outcrop.analysis.spec;

import org.jspecify.annotations.Nullable;

/// A chart of the classes of a field that can have a target layer: sizes that the classes should
/// have.
public sealed interface ShapedSpec extends ChartSpec permits DistributionSpec, TailSpec {
  /// The field whose classes are shown.
  String field();

  /// The sizes that the classes should have; null for none.
  @Nullable TargetSpec target();

  /// With another target; null for none.
  ShapedSpec withTarget(@Nullable TargetSpec value);
}
