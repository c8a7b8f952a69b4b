/// One way to run work, to report progress, to cancel and to fail. Sees the JDK only.
@NullMarked
package outcrop.analysis.task;

import org.jspecify.annotations.NullMarked;
