/// Shaping a dataset: targets for its distributions, what of them can be reached, what else moves,
/// and the operations of a recipe that do it.
@NullMarked
package outcrop.analysis.curation;

import org.jspecify.annotations.NullMarked;
