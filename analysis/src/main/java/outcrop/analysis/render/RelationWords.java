package outcrop.analysis.render;

/// The words of drawings of several fields; `{0}` and so on stand for what is filled in.
///
/// @param title names a view by two fields
/// @param places says how many places two fields have
/// @param fact a name with what is said of it
/// @param shareWithin names the share among the rows with one value of a field
/// @param residual names how far counts are from those of independent fields
/// @param expected says what independent fields would give
/// @param shareSelected names the share that the filter keeps
/// @param meanOf names the mean of a field
/// @param meanIs a mean with the number of rows that it is made of
/// @param noMean says that no row has a number
/// @param otherValues names the values that are counted together
/// @param leftOut says how many rows are not drawn because they have no value
/// @param greyLeftOut says what grey cells are
/// @param listsCountEach says how rows with lists are counted
/// @param logColours says that colours are on a logarithmic scale
/// @param density says that places are shown in place of rows
/// @param noValue says how many rows lack a value
/// @param offScale says how many rows have no place on an axis
/// @param medianLine says what line and band are
/// @param quartileLine the same where the band are quartiles
/// @param facets names small multiples by their chart and field
/// @param panels says how many small multiples there are
/// @param association a measure, its value, its 95 % interval and its rows
/// @param spearman names the rank correlation
/// @param cramersV names the measure of two categories
/// @param correlationRatio names the measure of a category and a number
public record RelationWords(
    String title,
    String places,
    String fact,
    String shareWithin,
    String residual,
    String expected,
    String shareSelected,
    String meanOf,
    String meanIs,
    String noMean,
    String otherValues,
    String leftOut,
    String greyLeftOut,
    String listsCountEach,
    String logColours,
    String density,
    String noValue,
    String offScale,
    String medianLine,
    String quartileLine,
    String facets,
    String panels,
    String association,
    String spearman,
    String cramersV,
    String correlationRatio) {
  public static final RelationWords ENGLISH =
      new RelationWords(
          "{0} × {1}",
          "{0} × {1} places",
          "{0}: {1}",
          "share within {0}",
          "deviation from independence in standard errors",
          "expected if independent: {0}",
          "share kept by the filter",
          "mean of {0}",
          "mean {0} of {1} rows",
          "no number here",
          "{0} other values",
          "{0} rows without a value not drawn",
          "grey: the filter leaves all out",
          "a row counts once for each value of its list",
          "{0} (log scale)",
          "density in {0} × {1} places",
          "{0} without a value",
          "{0} off scale",
          "line: median, band: its 95 % interval, by stretches",
          "line: median, band: quartiles, by stretches",
          "{0} by {1}",
          "{0} values, the same scales",
          "{0} {1} ({2} to {3}, n = {4})",
          "Spearman’s ρ",
          "Cramér’s V, bias-corrected,",
          "correlation ratio ε, bias-corrected,");
}
