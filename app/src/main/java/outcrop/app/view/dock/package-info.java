/// The docking area: groups of tabs that split, move and close.
@NullMarked
package outcrop.app.view.dock;

import org.jspecify.annotations.NullMarked;
