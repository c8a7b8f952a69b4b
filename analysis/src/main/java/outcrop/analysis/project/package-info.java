/// The one immutable state of a project, its folder on disk, and the lock that guards it.
@NullMarked
package outcrop.analysis.project;

import org.jspecify.annotations.NullMarked;
