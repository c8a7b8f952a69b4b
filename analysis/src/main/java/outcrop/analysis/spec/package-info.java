/// Saved descriptions of views. Every view is a value.
@NullMarked
package outcrop.analysis.spec;

import org.jspecify.annotations.NullMarked;
