package outcrop.analysis.image;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;

/// The rows of an image that a reader decoded.
///
/// Grey samples are taken as they are: the toolkit's grey is linear, and its way to sRGB would make
/// every greymap brighter than it is. Samples that are no plain bytes or shorts, such as the floats
/// of a measurement, are stretched from their smallest to their largest value.
final class BufferedRows {
  private BufferedRows() {}

  static PixelRows of(BufferedImage image) {
    boolean grey =
        image.getColorModel() instanceof ComponentColorModel model
            && model.getColorSpace().getType() == ColorSpace.TYPE_GRAY;
    if (grey) {
      return new Grey(image);
    }
    return switch (image.getType()) {
      case BufferedImage.TYPE_INT_ARGB -> new Ints(image, 0);
      case BufferedImage.TYPE_INT_RGB -> new Ints(image, 0xFF000000);
      default -> new Ints(converted(image), 0);
    };
  }

  private static BufferedImage converted(BufferedImage image) {
    BufferedImage argb =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = argb.createGraphics();
    graphics.setComposite(AlphaComposite.Src);
    graphics.drawImage(image, 0, 0, null);
    graphics.dispose();
    return argb;
  }

  private static final class Ints implements PixelRows {
    private final BufferedImage image;
    private final int opaque;
    private int y;

    Ints(BufferedImage image, int opaque) {
      this.image = image;
      this.opaque = opaque;
    }

    @Override
    public int width() {
      return image.getWidth();
    }

    @Override
    public int height() {
      return image.getHeight();
    }

    @Override
    public void next(int[] argb) {
      image.getRaster().getDataElements(0, y++, argb.length, 1, argb);
      if (opaque != 0) {
        for (int x = 0; x < argb.length; x++) {
          argb[x] |= opaque;
        }
      }
    }
  }

  private static final class Grey implements PixelRows {
    private final Raster raster;
    private final boolean alpha;
    private final float[] samples;
    private double least;
    private double factor;
    private final double alphaFactor;
    private int y;

    Grey(BufferedImage image) {
      this.raster = image.getRaster();
      this.alpha = image.getColorModel().hasAlpha() && raster.getNumBands() > 1;
      this.samples = new float[raster.getWidth()];
      int bits = image.getColorModel().getComponentSize(0);
      int type = raster.getTransferType();
      boolean plain = type == DataBuffer.TYPE_BYTE || type == DataBuffer.TYPE_USHORT;
      this.factor = 255.0 / ((1L << Math.min(bits, 32)) - 1);
      this.alphaFactor = factor;
      if (!plain) {
        stretch();
      }
    }

    private void stretch() {
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      for (int row = 0; row < raster.getHeight(); row++) {
        for (float value : raster.getSamples(0, row, samples.length, 1, 0, samples)) {
          if (Float.isFinite(value)) {
            low = Math.min(low, value);
            high = Math.max(high, value);
          }
        }
      }
      least = Double.isFinite(low) ? low : 0;
      factor = high > low ? 255 / (high - low) : 0;
    }

    @Override
    public int width() {
      return raster.getWidth();
    }

    @Override
    public int height() {
      return raster.getHeight();
    }

    @Override
    public void next(int[] argb) {
      raster.getSamples(0, y, argb.length, 1, 0, samples);
      for (int x = 0; x < argb.length; x++) {
        int value = (int) Math.clamp(Math.round((samples[x] - least) * factor), 0, 255);
        argb[x] = 0xFF000000 | value * 0x010101;
      }
      if (alpha) {
        raster.getSamples(0, y, argb.length, 1, 1, samples);
        for (int x = 0; x < argb.length; x++) {
          int opaque = (int) Math.clamp(Math.round(samples[x] * alphaFactor), 0, 255);
          argb[x] = opaque << 24 | argb[x] & 0xFFFFFF;
        }
      }
      y++;
    }
  }
}
