/// Fields computed from others: what they are, as values, and their columns beside those of the
/// dataset.
@NullMarked
package outcrop.analysis.derive;

import org.jspecify.annotations.NullMarked;
