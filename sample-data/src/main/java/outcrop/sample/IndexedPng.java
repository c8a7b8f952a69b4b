package outcrop.sample;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.Adler32;
import java.util.zip.CRC32;

/// Encodes an image of at most 256 colours as PNG (W3C PNG, third edition) without compression.
///
/// Compressors differ between machines in the bytes that they choose. A stored block (RFC 1951,
/// section 3.2.4) has one form, so equal pixels give equal files everywhere.
final class IndexedPng {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final int MOST_STORED = 65_535;

  private IndexedPng() {}

  /// @param pixels palette indexes, row by row; with one byte per row at most 65,535 bytes
  /// @param palette colours as `0xRRGGBB`
  static byte[] encode(int width, int height, byte[] pixels, int[] palette) throws IOException {
    byte[] raw = new byte[(width + 1) * height];
    if (raw.length > MOST_STORED) {
      throw new IllegalArgumentException("an image of " + raw.length + " bytes needs two blocks");
    }
    for (int y = 0; y < height; y++) {
      System.arraycopy(pixels, y * width, raw, y * (width + 1) + 1, width);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(raw.length + 1024);
    DataOutputStream out = new DataOutputStream(bytes);
    out.write(SIGNATURE);
    chunk(out, "IHDR", header(width, height));
    chunk(out, "PLTE", colours(palette));
    chunk(out, "IDAT", stored(raw));
    chunk(out, "IEND", new byte[0]);
    return bytes.toByteArray();
  }

  private static byte[] header(int width, int height) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(width);
    out.writeInt(height);
    // Eight bits per pixel, palette, deflate, no filter, not interlaced.
    out.write(new byte[] {8, 3, 0, 0, 0});
    return bytes.toByteArray();
  }

  private static byte[] colours(int[] palette) {
    byte[] colours = new byte[palette.length * 3];
    for (int i = 0; i < palette.length; i++) {
      colours[3 * i] = (byte) (palette[i] >> 16);
      colours[3 * i + 1] = (byte) (palette[i] >> 8);
      colours[3 * i + 2] = (byte) palette[i];
    }
    return colours;
  }

  private static byte[] stored(byte[] raw) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(raw.length + 16);
    DataOutputStream out = new DataOutputStream(bytes);
    out.write(new byte[] {0x78, 0x01, 1});
    out.writeShort(Short.reverseBytes((short) raw.length));
    out.writeShort(Short.reverseBytes((short) ~raw.length));
    out.write(raw);
    Adler32 sum = new Adler32();
    sum.update(raw);
    out.writeInt((int) sum.getValue());
    return bytes.toByteArray();
  }

  private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 sum = new CRC32();
    sum.update(name);
    sum.update(data);
    out.writeInt(data.length);
    out.write(name);
    out.write(data);
    out.writeInt((int) sum.getValue());
  }
}
