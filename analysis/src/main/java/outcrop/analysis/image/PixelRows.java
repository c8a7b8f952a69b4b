package outcrop.analysis.image;

import java.io.IOException;

/// A picture that gives its rows one after the other, from the top.
interface PixelRows {
  int width();

  int height();

  /// Writes the next row as [Pixels#argb()] has it.
  void next(int[] argb) throws IOException;
}
