/// What a dataset is like at first sight: a card per field with warnings, in the order of their
/// interest, and how much each field says about each other.
@NullMarked
package outcrop.analysis.overview;

import org.jspecify.annotations.NullMarked;
