package outcrop.app.view.part;

/// Says how long a value is.
final class FieldSize {
  private FieldSize() {}

  /// @param length in letters or bytes
  static String of(Words words, long length) {
    if (length < 10_000) {
      return words.get("inspector.letters", length);
    }
    return length < 1_000_000
        ? words.get("inspector.kilobytes", length / 1e3)
        : words.get("inspector.megabytes", length / 1e6);
  }
}
