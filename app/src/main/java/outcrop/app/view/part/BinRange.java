package outcrop.app.view.part;

/// A stretch of a histogram's axis that a brush covers, from bin edge to bin edge.
///
/// @param lo the lower edge of its first bin: a number, or microseconds on a time axis
/// @param hi the upper edge of its last bin
/// @param closed whether `hi` belongs to the range: so for the last bin of the axis, whose upper
///   edge is the greatest value
public record BinRange(double lo, double hi, boolean closed) {}
