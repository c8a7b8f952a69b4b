/// Start of the program, and the build steps that the start relies on.
@NullMarked
package outcrop.app.boot;

import org.jspecify.annotations.NullMarked;
