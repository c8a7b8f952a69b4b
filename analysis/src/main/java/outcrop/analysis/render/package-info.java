/// From a view spec and its data to a list of marks, and from there to screen, SVG, PDF and PNG.
@NullMarked
package outcrop.analysis.render;

import org.jspecify.annotations.NullMarked;
