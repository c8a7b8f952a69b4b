package outcrop.analysis.index;

import outcrop.analysis.task.UserFailure;

/// A search through text was asked for before the text index was complete. It is no error: the same
/// question can be asked again when the index is ready.
public final class TextIndexNotReady extends UserFailure {
  private static final long serialVersionUID = 1L;

  private final long done;
  private final long total;

  public TextIndexNotReady(long done, long total) {
    super(
        "The text index is not ready yet: %,d of %,d rows are indexed; search by other fields, or wait."
            .formatted(done, total));
    this.done = done;
    this.total = total;
  }

  /// Rows indexed when the question was asked.
  public long done() {
    return done;
  }

  public long total() {
    return total;
  }
}
