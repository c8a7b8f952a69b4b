package outcrop.analysis.discovery;

/// A word or a pair of words that tells a group of rows from the others.
///
/// @param text as it is searched for
/// @param weight its class-based TF-IDF in the group
/// @param rows rows of the group that have it
/// @param z how many standard deviations more frequent it is in the group than outside
public record Phrase(String text, double weight, int rows, double z) {}
