package outcrop.analysis.index;

import outcrop.analysis.task.UserFailure;

/// A query that cannot be understood: where and why, in one sentence.
public final class QuerySyntaxException extends UserFailure {
  private static final long serialVersionUID = 1L;

  private final int position;

  /// @param position the character in the query, from 0; the query's length where its end is the
  ///   trouble
  public QuerySyntaxException(int position, String sentence) {
    super(sentence);
    this.position = position;
  }

  public int position() {
    return position;
  }
}
