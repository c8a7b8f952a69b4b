package outcrop.analysis.conformance;

/// How our answer to a statement compares with the expected one.
///
/// @param verdict what came out
/// @param words why: the rule, or what differs
record Outcome(Statement statement, String format, Verdict verdict, String words) {
  /// What came out.
  enum Verdict {
    /// As expected.
    AGREES,
    /// Different on purpose, by a rule with a reason.
    DIFFERS_ON_PURPOSE,
    /// Different.
    DISAGREES,
    /// The statement is not about reading files.
    OUT_OF_SCOPE
  }

  /// The line of the table of results that the statement counts in.
  String group() {
    Statement.Kind kind = statement.kind();
    return format + ", " + (kind == Statement.Kind.EITHER ? Statement.Kind.READABLE : kind).word;
  }

  @Override
  public String toString() {
    return "#%d %s: %s (%s)"
        .formatted(
            statement.number(), statement.test(), statement.sql().replaceAll("\\s+", " "), words);
  }
}
