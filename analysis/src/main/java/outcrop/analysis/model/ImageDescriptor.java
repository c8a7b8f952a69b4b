package outcrop.analysis.model;

import java.util.List;
import outcrop.analysis.image.Pixels;

/// A picture as a long vector of what can be seen without knowing what it shows: colours and where
/// they are, edges, textures, light.
final class ImageDescriptor {
  /// No side of the picture that is looked at is longer.
  static final int LONGEST_SIDE = 256;

  private static final int LAYOUT_AT = 0;
  private static final int HISTOGRAM_AT = LAYOUT_AT + ColourDescriptor.LAYOUT;
  private static final int GRADIENT_AT = HISTOGRAM_AT + ColourDescriptor.HISTOGRAM;
  private static final int TEXTURE_AT = GRADIENT_AT + GradientDescriptor.SIZE;
  private static final int SCALARS_AT = TEXTURE_AT + TextureDescriptor.SIZE;

  /// Numbers in all.
  static final int SIZE = SCALARS_AT + ImageScalars.SIZE;

  /// A part of the vector whose numbers belong together.
  ///
  /// @param components how many its principal components are cut to; 0 to leave it as it is
  /// @param standardised whether its numbers have different units
  record Block(int from, int size, int components, boolean standardised) {}

  static final List<Block> BLOCKS =
      List.of(
          new Block(LAYOUT_AT, ColourDescriptor.LAYOUT, 0, false),
          new Block(HISTOGRAM_AT, ColourDescriptor.HISTOGRAM, 0, false),
          new Block(GRADIENT_AT, GradientDescriptor.SIZE, 64, false),
          new Block(TEXTURE_AT, TextureDescriptor.SIZE, 64, false),
          new Block(SCALARS_AT, ImageScalars.SIZE, 0, true));

  private ImageDescriptor() {}

  /// @param pixels at most [#LONGEST_SIDE] wide and high
  static float[] of(Pixels pixels) {
    float[] vector = new float[SIZE];
    ImageRaster image = ImageRaster.of(pixels);
    ColourDescriptor.write(image, vector, LAYOUT_AT, HISTOGRAM_AT);
    GradientDescriptor.write(image.greySquare(GradientDescriptor.SIDE), vector, GRADIENT_AT);
    float[] small = image.greySquare(TextureDescriptor.SIDE);
    TextureDescriptor.write(small, vector, TEXTURE_AT);
    ImageScalars.write(image, small, TextureDescriptor.SIDE, vector, SCALARS_AT);
    return vector;
  }
}
