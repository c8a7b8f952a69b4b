package outcrop.app.view.part;

/// A stretch of a text, in UTF-16 units.
///
/// @param start the first unit
/// @param end one past the last unit
public record Span(int start, int end) {}
