package outcrop.analysis.model;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.dataset.Json;
import outcrop.analysis.task.UserFailure;
import outcrop.analysis.task.WholeFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationFeature;

/// The file of something that was learnt: a few facts and long arrays of numbers.
///
/// It holds numbers and JSON, nothing that is run:
///
/// | bytes | meaning |
/// | --- | --- |
/// | 8 | what kind of file it is |
/// | 4 | version, little-endian like all that follows |
/// | 4 | length of the head |
/// | … | the head as JSON: facts and the lengths of the arrays |
/// | … | the arrays, 4 bytes per number |
/// | 32 | SHA-256 of all before |
///
/// @param magic eight letters
/// @param version of the facts
/// @param name what is saved, such as `space`
/// @param facts the record that the head holds
record ArrayFile<T>(String magic, int version, String name, Class<T> facts) {
  private static final int START = 16;
  private static final int HASH = 32;
  private static final int LONGEST_HEAD = 16 << 20;
  private static final long LONGEST = 1L << 30;
  private static final ObjectWriter COMPACT =
      Json.MAPPER.writer().without(SerializationFeature.INDENT_OUTPUT);

  private record Head(tools.jackson.databind.JsonNode facts, int[] lengths) {}

  /// Writes a file.
  ///
  /// @return the hash of what it holds, in hexadecimal
  /// @throws UserFailure where it cannot be written
  String write(Path file, T content, List<float[]> arrays) {
    byte[] hash = new byte[HASH];
    WholeFile.write(
        file,
        temporary -> {
          try (OutputStream out =
              new BufferedOutputStream(Files.newOutputStream(temporary), 1 << 16)) {
            MessageDigest digest = sha256();
            write(new DigestOutputStream(out, digest), content, arrays);
            System.arraycopy(digest.digest(), 0, hash, 0, HASH);
            out.write(hash);
          }
        });
    return HexFormat.of().formatHex(hash);
  }

  private void write(OutputStream out, T content, List<float[]> arrays) throws IOException {
    int[] lengths = arrays.stream().mapToInt(array -> array.length).toArray();
    byte[] head = COMPACT.writeValueAsBytes(new Head(Json.MAPPER.valueToTree(content), lengths));
    ByteBuffer start = little(START);
    start.put(magic.getBytes(StandardCharsets.US_ASCII)).putInt(version).putInt(head.length);
    out.write(start.array());
    out.write(head);
    ByteBuffer chunk = little(1 << 16);
    for (float[] array : arrays) {
      for (int from = 0; from < array.length; from += chunk.capacity() / Float.BYTES) {
        int length = Math.min(chunk.capacity() / Float.BYTES, array.length - from);
        chunk.clear().asFloatBuffer().put(array, from, length);
        out.write(chunk.array(), 0, length * Float.BYTES);
      }
    }
  }

  private static ByteBuffer little(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /// Reads a file that may come from anywhere.
  ///
  /// @param whole puts facts and arrays together; what it refuses with an
  ///   `IllegalArgumentException` counts as damage
  /// @throws UserFailure where it cannot be read, is no such file, is of another version, or is not
  ///   as it was written
  <R> R read(Path file, BiFunction<T, List<float[]>, R> whole) {
    byte[] bytes;
    try {
      if (Files.size(file) > LONGEST) {
        throw new UserFailure(
            file + " is larger than any saved " + name + "; name a file that was saved as one.");
      }
      bytes = Files.readAllBytes(file);
    } catch (NoSuchFileException gone) {
      throw new UserFailure(file + " is not there; name a file of a saved " + name + ".", gone);
    } catch (IOException failure) {
      throw new UserFailure(file + " could not be read: " + failure.getMessage() + ".", failure);
    }
    return read(file, bytes, whole);
  }

  private <R> R read(Path file, byte[] bytes, BiFunction<T, List<float[]>, R> whole) {
    byte[] letters = magic.getBytes(StandardCharsets.US_ASCII);
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    if (bytes.length < START + HASH
        || !Arrays.equals(bytes, 0, letters.length, letters, 0, letters.length)) {
      throw new UserFailure(file + " is no saved " + name + "; name a file that was saved as one.");
    }
    int written = in.position(letters.length).getInt();
    int headLength = in.getInt();
    if (written != version) {
      throw new UserFailure(
          file
              + " is a saved "
              + name
              + " of version "
              + written
              + ", which this Outcrop cannot read.");
    }
    MessageDigest digest = sha256();
    digest.update(bytes, 0, bytes.length - HASH);
    byte[] hash = Arrays.copyOfRange(bytes, bytes.length - HASH, bytes.length);
    if (!Arrays.equals(digest.digest(), hash)
        || headLength < 0
        || headLength > Math.min(LONGEST_HEAD, bytes.length - START - HASH)) {
      throw damaged(file, null);
    }
    try {
      Head head = Json.MAPPER.readValue(bytes, START, headLength, Head.class);
      List<float[]> arrays = arrays(in.position(START + headLength), head.lengths());
      return whole.apply(Json.MAPPER.treeToValue(head.facts(), facts), arrays);
    } catch (JacksonException | IllegalArgumentException | NullPointerException nonsense) {
      throw damaged(file, nonsense);
    }
  }

  private UserFailure damaged(Path file, @Nullable Exception cause) {
    return new UserFailure(
        file + " is damaged and cannot be used as a " + name + "; save the " + name + " again.",
        cause);
  }

  /// @throws IllegalArgumentException where the lengths are not those of what is left
  private static List<float[]> arrays(ByteBuffer in, int[] lengths) {
    long numbers = 0;
    for (int length : lengths) {
      if (length < 0) {
        throw new IllegalArgumentException("A length is negative");
      }
      numbers += length;
    }
    if (numbers * Float.BYTES != in.remaining() - HASH) {
      throw new IllegalArgumentException("The arrays have another length than the file");
    }
    List<float[]> arrays = new ArrayList<>();
    for (int length : lengths) {
      float[] array = new float[length];
      in.asFloatBuffer().get(array);
      in.position(in.position() + length * Float.BYTES);
      for (float number : array) {
        if (!Float.isFinite(number)) {
          throw new IllegalArgumentException("A number is not finite");
        }
      }
      arrays.add(array);
    }
    return arrays;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
