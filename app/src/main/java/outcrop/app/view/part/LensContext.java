package outcrop.app.view.part;

import java.util.concurrent.Executor;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.task.TaskRunner;

/// What lenses work with.
///
/// @param runner does what takes long
/// @param delivery runs what came of it on the screen's thread
/// @param small does what is done for many fields at once, such as ranking every number of a row
record LensContext(
    Words words,
    ColumnStore store,
    TaskRunner runner,
    Executor delivery,
    OneByOne small,
    InspectorActions actions) {}
