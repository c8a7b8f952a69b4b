package outcrop.analysis.image;

import org.jspecify.annotations.Nullable;

/// A box around an object in an image.
///
/// @param x of its left edge, in pixels of the image as it is stored, from the left
/// @param y of its upper edge, from the top
/// @param label what is inside, null where not said
public record ImageBox(double x, double y, double width, double height, @Nullable String label) {}
