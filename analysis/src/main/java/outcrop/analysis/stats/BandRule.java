package outcrop.analysis.stats;

import java.util.ArrayList;
import java.util.List;

/// Where the head of a distribution ends and its tail begins.
public sealed interface BandRule {
  /// Liu et al. 2019 as the paper words it: many are more than 100 rows, few are less than 20.
  ByCount OLTR = new ByCount(101, 20);

  /// The same as its published code counts: many are 100 rows or more, few are 20 or less.
  ByCount OLTR_INCLUSIVE = new ByCount(100, 21);

  /// LVIS: frequent are more than 100 images, common 11 to 100, rare 1 to 10.
  ByCount LVIS = new ByCount(101, 11);

  /// MetaCLIP at web scale: head concepts have 20,000 matches or more, all others are tail.
  ByCount METACLIP = new ByCount(20_000, 20_000);

  /// For data of unknown size: head are the classes that hold the first half of the rows, body the
  /// next 40 %, tail the last tenth.
  BandRule SHARES = new ByShare(0.5, 0.4);

  /// By rows of a class. Where both bounds are equal there is no body.
  ///
  /// @param headFrom the fewest rows of the head
  /// @param bodyFrom the fewest rows of the body, at most `headFrom`
  record ByCount(double headFrom, double bodyFrom) implements BandRule {
    public ByCount {
      if (!(bodyFrom <= headFrom && bodyFrom >= 0)) {
        throw new IllegalArgumentException("No bands from " + headFrom + " and " + bodyFrom);
      }
    }
  }

  /// By the share of rows that the largest classes hold together, whole sizes at a time.
  ///
  /// @param head the share of the head
  /// @param body the share of the body
  record ByShare(double head, double body) implements BandRule {
    public ByShare {
      if (!(head >= 0 && body >= 0 && head + body <= 1)) {
        throw new IllegalArgumentException("No bands of shares " + head + " and " + body);
      }
    }
  }

  /// The tail of rare classes below the start of a fitted power law; only where the law is not
  /// ruled out.
  static ByCount fromXmin(PowerLawFit fit) {
    return new ByCount(fit.xmin(), fit.xmin());
  }

  /// The bounds over classes of these sizes. Classes of one size are never parted: a share that is
  /// reached within them takes in all of them.
  ///
  /// @param counts sizes of classes, at least one where shares decide
  default ByCount bounds(ValueFrequencies counts) {
    return switch (this) {
      case ByCount same -> same;
      case ByShare(double head, double body) -> {
        CoverageCurve curve = CoverageCurve.of(counts);
        yield new ByCount(reaching(curve, head), reaching(curve, head + body));
      }
    };
  }

  private static double reaching(CoverageCurve curve, double share) {
    return curve.sizeAt(Math.max(0, curve.classesFor(share) - 1));
  }

  /// Whether the rule knows a body.
  default boolean hasBody() {
    return !(this instanceof ByCount(double head, double body)) || head != body;
  }

  /// The bands over classes of these sizes, head first; without body where the rule knows none.
  ///
  /// @param counts sizes of classes
  default List<Band> bands(ValueFrequencies counts) {
    CoverageCurve curve = CoverageCurve.of(counts);
    ByCount bounds = counts.distinct() == 0 ? new ByCount(1, 1) : bounds(counts);
    long head = classesFrom(counts, bounds.headFrom());
    long body = classesFrom(counts, bounds.bodyFrom());
    List<Band> bands = new ArrayList<>();
    bands.add(band(Band.HEAD, curve, 0, head));
    if (hasBody()) {
      bands.add(band(Band.BODY, curve, head, body));
    }
    bands.add(band(Band.TAIL, curve, body, counts.size()));
    return bands;
  }

  private static long classesFrom(ValueFrequencies counts, double fewest) {
    long classes = 0;
    for (int i = counts.distinct() - 1; i >= 0 && counts.values()[i] >= fewest; i--) {
      classes += counts.frequencies()[i];
    }
    return classes;
  }

  private static Band band(String name, CoverageCurve curve, long from, long to) {
    return new Band(
        name,
        from,
        to - from,
        curve.rowsOf(to) - curve.rowsOf(from),
        from == to ? 0 : curve.sizeAt(from),
        from == to ? 0 : curve.sizeAt(to - 1));
  }
}
