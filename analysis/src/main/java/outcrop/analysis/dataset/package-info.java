/// The words every other package speaks: rows, fields, keys, sets of rows. Holds no data of its
/// own.
@NullMarked
package outcrop.analysis.dataset;

import org.jspecify.annotations.NullMarked;
