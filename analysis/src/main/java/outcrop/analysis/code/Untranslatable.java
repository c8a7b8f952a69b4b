package outcrop.analysis.code;

/// A part of a filter or of a source has no equal in the other language; the rows are then named
/// one by one.
final class Untranslatable extends Exception {
  private static final long serialVersionUID = 1L;

  /// @param reason what has no equal, to be read in a comment of the code
  Untranslatable(String reason) {
    super(reason);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
