/// What the window shows and what a user can do, as observable values without any control.
///
/// Models are used on one thread, the one that their delivery executor runs on; slow work leaves it
/// through [outcrop.app.viewmodel.Work]. They can be tested without a toolkit.
@NullMarked
package outcrop.app.viewmodel;

import org.jspecify.annotations.NullMarked;
