package outcrop.analysis.column;

import com.dynatrace.hash4j.hashing.HashValue128;
import com.dynatrace.hash4j.hashing.Hasher128;
import com.dynatrace.hash4j.hashing.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/// 128 bits that stand for a row: XXH3 of its content or of its id.
record RowHash(long high, long low) {
  private static final Hasher128 HASHER = Hashing.xxh3_128();

  static RowHash ofText(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    HashValue128 hash = HASHER.hashBytesTo128Bits(utf8, 0, utf8.length);
    return new RowHash(hash.getMostSignificantBits(), hash.getLeastSignificantBits());
  }

  String hex() {
    HexFormat format = HexFormat.of();
    return format.toHexDigits(high) + format.toHexDigits(low);
  }

  /// Reads 32 hexadecimal digits, empty where the text is anything else.
  static Optional<RowHash> parse(String hex) {
    if (hex.length() != 32 || !hex.chars().allMatch(HexFormat::isHexDigit)) {
      return Optional.empty();
    }
    return Optional.of(
        new RowHash(
            Long.parseUnsignedLong(hex, 0, 16, 16), Long.parseUnsignedLong(hex, 16, 32, 16)));
  }
}
