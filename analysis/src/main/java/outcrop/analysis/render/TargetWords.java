package outcrop.analysis.render;

/// The words of a target over a distribution. Numbers in braces stand for what is filled in.
///
/// @param target the mark of the height wanted, in the key
/// @param leftOut the part of a bar that is left out
/// @param added what weights or repeats add to a bar
/// @param unreachable what is wanted beyond the rows there are
/// @param cap names the line of a cap
/// @param keeps rows kept of all
/// @param weighs effective rows of all
/// @param repeats rows with their repeats, from all
/// @param wanted in a tip: rows wanted and what there are afterwards
/// @param counting in place of rows kept where the drawing cannot tell how many
/// @param lacking in a tip: rows that cannot be had
public record TargetWords(
    String target,
    String leftOut,
    String added,
    String unreachable,
    String cap,
    String keeps,
    String weighs,
    String repeats,
    String wanted,
    String counting,
    String lacking) {
  public static final TargetWords ENGLISH =
      new TargetWords(
          "target",
          "left out",
          "added",
          "not reachable",
          "cap {0}",
          "target keeps {0} of {1} rows",
          "weighted rows count like {0} of {1}",
          "target makes {0} of {1} rows",
          "target {0}, afterwards {1}",
          "with a target",
          "{0} rows cannot be had");
}
