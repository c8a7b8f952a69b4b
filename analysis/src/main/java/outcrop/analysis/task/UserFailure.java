package outcrop.analysis.task;

import org.jspecify.annotations.Nullable;

/// A failure that the user can understand and mend: one sentence that names the file or the field,
/// the place and the remedy.
///
/// Both faces print [#getMessage()] as it is and nothing else; every other exception is a defect of
/// the program and is reported as one.
public class UserFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UserFailure(String sentence) {
    super(sentence);
  }

  /// With the technical cause, kept for the log and never shown.
  public UserFailure(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }
}
