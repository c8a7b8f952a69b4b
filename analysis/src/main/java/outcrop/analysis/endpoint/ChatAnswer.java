package outcrop.analysis.endpoint;

/// What a language model said.
///
/// @param text never null; may be nonsense
/// @param kept whether it was answered before and nothing was sent
public record ChatAnswer(String text, boolean kept) {}
