/// Images outside the screen: what the head of a file says, pixels scaled down to fit, limits.
///
/// Decoding goes through ImageIO and the readers on the class path, never through a cache on disk.
@NullMarked
package outcrop.analysis.image;

import org.jspecify.annotations.NullMarked;
