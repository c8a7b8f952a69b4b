package outcrop.analysis.index;

/// Where a term occurs.
///
/// @param rows the rows that have it, rising
/// @param frequencies how often each has it
public record TermOccurrences(int[] rows, int[] frequencies) {}
