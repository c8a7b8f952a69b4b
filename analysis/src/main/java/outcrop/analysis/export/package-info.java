/// What leaves the program of a view: pictures, the data behind, its spec, specifications of other
/// programs, and reports that collect several views.
@NullMarked
package outcrop.analysis.export;

import org.jspecify.annotations.NullMarked;
