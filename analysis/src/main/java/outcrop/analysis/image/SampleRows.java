package outcrop.analysis.image;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/// Rows of samples that follow each other without compression: portable maps and images that are
/// arrays.
///
/// Thread: one at a time; the stream is left open.
final class SampleRows implements PixelRows {
  private final InputStream in;
  private final PnmHeader header;
  private final int[] samples;
  private final byte[] line;
  private final boolean inverted;

  /// @param in a buffered stream that stands at the first sample
  SampleRows(InputStream in, PnmHeader header) {
    this.in = in;
    this.header = header;
    this.inverted = header.isBitmap();
    int count = Math.multiplyExact(header.width(), header.channels());
    this.samples = new int[count];
    int bytes =
        switch (header.kind()) {
          case 4 -> (count + 7) / 8;
          case 5, 6 -> header.most() > 255 ? Math.multiplyExact(count, 2) : count;
          default -> 0;
        };
    this.line = new byte[bytes];
  }

  @Override
  public int width() {
    return header.width();
  }

  @Override
  public int height() {
    return header.height();
  }

  @Override
  public void next(int[] argb) throws IOException {
    if (header.isText()) {
      for (int i = 0; i < samples.length; i++) {
        samples[i] = number();
      }
    } else {
      if (in.readNBytes(line, 0, line.length) < line.length) {
        throw new EOFException("Rows are missing");
      }
      unpack();
    }
    boolean colour = header.channels() == 3;
    for (int x = 0; x < argb.length; x++) {
      argb[x] =
          colour
              ? 0xFF000000
                  | level(samples[3 * x]) << 16
                  | level(samples[3 * x + 1]) << 8
                  | level(samples[3 * x + 2])
              : 0xFF000000 | level(samples[x]) * 0x010101;
    }
  }

  private void unpack() {
    for (int i = 0; i < samples.length; i++) {
      if (header.kind() == 4) {
        samples[i] = line[i >> 3] >> (7 - (i & 7)) & 1;
      } else if (header.most() > 255) {
        samples[i] = (line[2 * i] & 0xFF) << 8 | line[2 * i + 1] & 0xFF;
      } else {
        samples[i] = line[i] & 0xFF;
      }
    }
  }

  /// In bitmaps 1 is black.
  private int level(int sample) {
    int light = inverted ? 1 - Math.min(1, sample) : Math.min(sample, header.most());
    return (int) (light * 255L / header.most());
  }

  /// The next number of a text; digits of bitmaps may stand without blanks.
  private int number() throws IOException {
    int c = in.read();
    boolean comment = c == '#';
    while (c >= 0 && (comment || c < '0' || c > '9')) {
      comment = c == '#' || comment && c != '\n';
      c = in.read();
    }
    if (c < 0) {
      throw new EOFException("Numbers are missing");
    }
    int value = c - '0';
    if (header.isBitmap()) {
      return value;
    }
    for (c = in.read(); c >= '0' && c <= '9'; c = in.read()) {
      value = Math.min(value * 10 + c - '0', 1 << 20);
    }
    return value;
  }
}
