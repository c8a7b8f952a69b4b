/// Readers and writers by format, what was read and what was refused.
@NullMarked
package outcrop.analysis.io;

import org.jspecify.annotations.NullMarked;
