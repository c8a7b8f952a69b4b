package outcrop.analysis.model;

/// Clusters of the rows of a vector field, as a value.
///
/// @param space the name of the vector field
/// @param seed where random numbers start
public record ClusterSpec(String space, ClusterMethod method, long seed) {}
