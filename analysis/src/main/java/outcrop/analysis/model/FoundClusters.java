package outcrop.analysis.model;

import java.util.List;

/// What a method of clustering hands to the [Clusterer].
///
/// @param labels the cluster of each line, in any numbering; negative for none
/// @param notes what a reader has to know, one sentence each
record FoundClusters(int[] labels, List<String> notes) {}
