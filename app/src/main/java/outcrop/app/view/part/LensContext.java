package outcrop.app.view.part;

import java.util.concurrent.Executor;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.task.TaskRunner;

/// What lenses work with.
///
/// @param runner does what takes long
/// @param delivery runs what came of it on the screen's thread
record LensContext(
    Words words,
    ColumnStore store,
    TaskRunner runner,
    Executor delivery,
    InspectorActions actions) {}
