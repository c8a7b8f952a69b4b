package outcrop.analysis.stats;

/// A stretch of the ranks of classes: head, body or tail.
///
/// @param name `head`, `body` or `tail`
/// @param firstRank the rank of its largest class, from 0
/// @param classes how many classes it has; 0 for an empty band
/// @param rows how many rows those have
/// @param largest the rows of its largest class; 0 where it is empty
/// @param smallest the rows of its smallest class; 0 where it is empty
public record Band(
    String name, long firstRank, long classes, double rows, double largest, double smallest) {
  public static final String HEAD = "head";
  public static final String BODY = "body";
  public static final String TAIL = "tail";
}
