/// Predicates, clauses and their combination: which rows are meant. Immutable and JSON.
@NullMarked
package outcrop.analysis.selection;

import org.jspecify.annotations.NullMarked;
