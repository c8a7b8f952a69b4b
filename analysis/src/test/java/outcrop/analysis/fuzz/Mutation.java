package outcrop.analysis.fuzz;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Changes inputs at random: bits, bytes and lengths as damage does, pieces of the format as
/// somebody does who means harm.
final class Mutation {
  private static final int MOST_CHANGES = 6;
  private static final int MOST_REPEATS = 2000;
  private static final int LARGEST = 1 << 17;
  private static final int[] EXTREMES = {
    0, 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, 0x7F, 0x80, 0xFF, 0xFFFF, 1 << 16, 1 << 30
  };

  private final Random random;
  private final List<byte[]> seeds;
  private final List<byte[]> tokens;

  /// @param seeds inputs to start from
  /// @param tokens pieces that mean something in the format
  Mutation(Random random, List<byte[]> seeds, List<byte[]> tokens) {
    this.random = random;
    this.seeds = seeds;
    this.tokens = tokens;
  }

  /// A new input.
  byte[] next() {
    byte[] input = pick(seeds).clone();
    int changes = 1 + random.nextInt(MOST_CHANGES);
    for (int i = 0; i < changes; i++) {
      input = change(input);
    }
    return input.length > LARGEST ? Arrays.copyOf(input, LARGEST) : input;
  }

  private byte[] change(byte[] input) {
    return switch (random.nextInt(8)) {
      case 0 -> flip(input);
      case 1 -> splice(input, place(input), place(input), new byte[0]);
      case 2 -> splice(input, place(input), -1, pick(tokens));
      case 3 -> overwrite(input);
      case 4 -> Arrays.copyOf(input, place(input));
      case 5 -> repeat(input);
      case 6 -> cross(input);
      default -> splice(input, place(input), -1, new byte[] {(byte) random.nextInt(256)});
    };
  }

  private byte[] pick(List<byte[]> from) {
    return from.get(random.nextInt(from.size()));
  }

  /// A place in the input, its end included.
  private int place(byte[] input) {
    return random.nextInt(input.length + 1);
  }

  private byte[] flip(byte[] input) {
    if (input.length > 0) {
      input[random.nextInt(input.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return input;
  }

  /// Puts something in the place of a range; with −1 nothing is taken away.
  private static byte[] splice(byte[] input, int from, int to, byte[] piece) {
    int start = to < 0 ? from : Math.min(from, to);
    int end = Math.max(from, to);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(input, 0, start);
    out.writeBytes(piece);
    out.write(input, end, input.length - end);
    return out.toByteArray();
  }

  /// Writes an extreme number over some bytes, in either order, as lengths and counts are.
  private byte[] overwrite(byte[] input) {
    int width = 1 << random.nextInt(4);
    if (input.length < width) {
      return input;
    }
    int at = random.nextInt(input.length - width + 1);
    long value = EXTREMES[random.nextInt(EXTREMES.length)];
    boolean little = random.nextBoolean();
    for (int i = 0; i < width; i++) {
      input[at + i] = (byte) (value >> 8 * (little ? i : width - 1 - i));
    }
    return input;
  }

  /// Repeats a piece often: deep nesting, long lines, many fields.
  private byte[] repeat(byte[] input) {
    byte[] piece = random.nextBoolean() ? pick(tokens) : range(input);
    int times = Math.min(1 + random.nextInt(MOST_REPEATS), LARGEST / Math.max(1, piece.length));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < times; i++) {
      out.writeBytes(piece);
    }
    return splice(input, place(input), -1, out.toByteArray());
  }

  private byte[] range(byte[] input) {
    int from = place(input);
    return Arrays.copyOfRange(input, from, Math.min(input.length, from + 1 + random.nextInt(40)));
  }

  /// The head of this input with the tail of another.
  private byte[] cross(byte[] input) {
    byte[] other = pick(seeds);
    int from = place(other);
    byte[] tail = Arrays.copyOfRange(other, from, other.length);
    return splice(input, place(input), input.length, tail);
  }
}
