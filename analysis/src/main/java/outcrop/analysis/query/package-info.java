/// Questions that views ask, their answers, and the coordinator that keeps linked views in step.
@NullMarked
package outcrop.analysis.query;

import org.jspecify.annotations.NullMarked;
