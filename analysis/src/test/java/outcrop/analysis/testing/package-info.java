/// Tables for tests.
@NullMarked
package outcrop.analysis.testing;

import org.jspecify.annotations.NullMarked;
