/// Undoable changes to a project, and the history that holds them.
@NullMarked
package outcrop.analysis.command;

import org.jspecify.annotations.NullMarked;
