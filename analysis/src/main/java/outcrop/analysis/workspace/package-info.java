/// The one composition root: opens a project and owns everything that lives as long as it is open.
@NullMarked
package outcrop.analysis.workspace;

import org.jspecify.annotations.NullMarked;
