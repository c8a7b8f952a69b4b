package outcrop.analysis.render;

/// The words of [AssociationLayout] in one language. Numbers in braces stand for what is filled in.
///
/// @param pair the names of two fields
/// @param value a measure and its value
/// @param interval its ends
/// @param rows `n`
/// @param chance the share of false alarms
/// @param nothing that no measure could be worked out
public record AssociationWords(
    String title,
    String allRows,
    String sampled,
    String someFields,
    String strongest,
    String pair,
    String spearman,
    String cramersV,
    String correlationRatio,
    String value,
    String interval,
    String rows,
    String chance,
    String weak,
    String nothing,
    String tooFew,
    String signed,
    String unsigned) {
  public static final AssociationWords ENGLISH =
      new AssociationWords(
          "How fields hang together",
          "all {0} rows",
          "sampled {0} of {1} rows, seed {2}",
          "{0} of {1} fields; a larger view shows more",
          "Strongest: {0} {1}",
          "{0} × {1}",
          "Spearman’s ρ",
          "Cramér’s V, bias-corrected",
          "Correlation ratio ε, bias-corrected η",
          "{0} = {1}",
          "95 % interval {0} to {1}",
          "n = {0}",
          "false discovery rate q {0}",
          "may be chance",
          "Too little data to compare them",
          "Too little data: no two fields can be compared.",
          "ρ of two measures",
          "V and ε, with categories");
}
