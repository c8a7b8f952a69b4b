package outcrop.app.cli;

/// A command line that cannot be meant: one sentence for the user, and exit code 2.
///
/// For mistakes that show only against the data, such as a field that it does not have.
final class UsageFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UsageFailure(String sentence) {
    super(sentence);
  }
}
