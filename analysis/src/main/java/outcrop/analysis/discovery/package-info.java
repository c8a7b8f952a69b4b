/// What a dataset is made of: subpopulation structures, with and without a language model, and what
/// tells groups of rows apart.
@NullMarked
package outcrop.analysis.discovery;

import org.jspecify.annotations.NullMarked;
