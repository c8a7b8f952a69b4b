/// Typed columns with missing masks, their store on disk, and their profiles.
@NullMarked
package outcrop.analysis.column;

import org.jspecify.annotations.NullMarked;
