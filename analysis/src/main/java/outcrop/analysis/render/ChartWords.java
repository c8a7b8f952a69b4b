package outcrop.analysis.render;

import java.util.List;

/// The words of drawings in one language. Numbers in braces stand for what is filled in.
///
/// @param rows title of the axis of counts
/// @param months twelve short names
/// @param units names of calendar steps in the order year, quarter, month, week, day, hour, minute,
///   second
/// @param manyUnits the same for more than one
/// @param shapes the words of shapes that are not bars
/// @param tail the words of long tails
public record ChartWords(
    String rows,
    String shareOfRows,
    String shareOfBar,
    String shareOfGroup,
    String logScale,
    String symLogScale,
    String missing,
    String offScale,
    String emptyList,
    String other,
    String empty,
    String by,
    String allRows,
    String someRows,
    String kOfN,
    String bins,
    String binsOfWidth,
    String binsOnLog,
    String binsOnSymLog,
    String binsByUnit,
    String binsByUnits,
    String binsEven,
    String onePerWhole,
    String freedmanDiaconis,
    String sturges,
    String limited,
    String calendar,
    String asAsked,
    String otherAsked,
    String values,
    String oneValue,
    String oneBin,
    String greyIsAll,
    String moreBars,
    String moreLegend,
    String noRows,
    String allMissing,
    String noneOnScale,
    String noneSelected,
    String tooLittle,
    List<String> units,
    List<String> manyUnits,
    List<String> months,
    MarkWords marks,
    ShapeWords shapes,
    TailWords tail,
    RelationWords relation,
    TargetWords target,
    MapWords map) {
  public static final ChartWords ENGLISH =
      new ChartWords(
          "rows",
          "share of rows",
          "share of bar",
          "share of group",
          "{0} (log scale)",
          "{0} (symlog scale)",
          "missing",
          "off scale",
          "empty list",
          "other",
          "(empty)",
          "{0} by {1}",
          "{0} rows",
          "{0} of {1} rows",
          "{0} of {1}",
          "{0} bins",
          "{0} bins of width {1}",
          "{0} bins, equal on a log scale",
          "{0} bins, equal on a symlog scale",
          "{0} bins, one per {1}",
          "{0} bins, one per {1} {2}",
          "{0} equal time bins",
          "{0} bins, one per whole number",
          "Freedman–Diaconis rule",
          "Sturges’ rule",
          "kept between 5 and 60 bins",
          "calendar rule",
          "as asked",
          "{0} asked for",
          "{0} values",
          "1 value",
          "1 bin",
          "grey: all rows",
          "{0} more ({1} of rows)",
          "+{0} more",
          "There are no rows.",
          "None of the {0} rows has a value here.",
          "None of the {0} rows has a place on this scale.",
          "No row passes the filter.",
          "too little data for a shape",
          List.of("year", "quarter", "month", "week", "day", "hour", "minute", "second"),
          List.of("years", "quarters", "months", "weeks", "days", "hours", "minutes", "seconds"),
          List.of(
              "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
          MarkWords.ENGLISH,
          ShapeWords.ENGLISH,
          TailWords.ENGLISH,
          RelationWords.ENGLISH,
          TargetWords.ENGLISH,
          MapWords.ENGLISH);

  /// The words of lines, bands and cut axes.
  ///
  /// @param quantile names a quantile by its share
  /// @param measure a line by its name and value
  /// @param among a name with the value of the field that narrows the rows
  /// @param beyond says how many rows the range of the axis leaves out
  /// @param startsAt says that an axis of counts does not start at zero
  /// @param ownEdges says who chose the bins
  public record MarkWords(
      String mean,
      String median,
      String quantile,
      String measure,
      String among,
      String ofAll,
      String beyond,
      String startsAt,
      String ownEdges) {
    public static final MarkWords ENGLISH =
        new MarkWords(
            "mean",
            "median",
            "{0} quantile",
            "{0} {1}",
            "{0} of {1}",
            "{0} of all rows",
            "{0} rows beyond the axis",
            "counts start at {0}",
            "own edges");
  }

  public ChartWords {
    units = List.copyOf(units);
    manyUnits = List.copyOf(manyUnits);
    months = List.copyOf(months);
    if (units.size() != 8 || manyUnits.size() != 8 || months.size() != 12) {
      throw new IllegalArgumentException("Words need 8 calendar steps and 12 months.");
    }
  }

  /// A pattern with its places filled.
  static String fill(String pattern, Object... values) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      int place = i + 2 < pattern.length() ? pattern.charAt(i + 1) - '0' : -1;
      if (pattern.charAt(i) == '{' && place >= 0 && place < values.length) {
        text.append(values[place]);
        i += 2;
      } else {
        text.append(pattern.charAt(i));
      }
    }
    return text.toString();
  }
}
