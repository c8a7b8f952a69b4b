package outcrop.analysis.endpoint;

import outcrop.analysis.task.UserFailure;

/// A server that answered, but not with what was asked for.
final class Refusal extends UserFailure {
  private static final long serialVersionUID = 1L;

  private final int status;

  Refusal(int status, String sentence) {
    super(sentence);
    this.status = status;
  }

  /// The status of HTTP.
  int status() {
    return status;
  }
}
