package outcrop.analysis.query;

/// What decided where the bins of a distribution lie.
public enum BinRule {
  /// Width 2·IQR·n^(−1/3) on the scale of the axis, moved to a round step (Freedman and Diaconis,
  /// 1981).
  FREEDMAN_DIACONIS,
  /// log₂ n + 1 bins, moved to a round step, where half of all values are equal and the other rule
  /// has no width (Sturges, 1926).
  STURGES,
  /// The rule wanted fewer bins than can show a shape or more than can be told apart, and got the
  /// fewest or most.
  LIMITED,
  /// The user said how many.
  ASKED,
  /// The user said where each begins.
  OWN_EDGES,
  /// The finest step of the calendar that gives few enough bins.
  CALENDAR,
  /// One bin for each whole number.
  EACH_WHOLE,
  /// One bin for each value.
  EACH_VALUE,
  /// Equal bins, because nothing else applies: one value only, none, or times within a second.
  EVEN
}
