package outcrop.analysis.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// A parser and what to feed it.
///
/// @param name for commands and reports
/// @param seeds good inputs
/// @param tokens pieces that mean something to the parser
/// @param parser reads one input
record FuzzTarget(String name, List<byte[]> seeds, List<byte[]> tokens, Parser parser) {
  /// Reads an input.
  @FunctionalInterface
  interface Parser {
    /// Returns, or throws what the parser documents for bad input; anything else is a defect.
    ///
    /// @param scratch an empty folder
    /// @throws Refused where the input is refused as documented
    void read(byte[] input, Path scratch) throws IOException, Refused;
  }

  /// The documented answer to bad input.
  static final class Refused extends Exception {
    Refused(Exception cause) {
      super(cause);
    }
  }

  static List<byte[]> texts(String... texts) {
    return Arrays.stream(texts).map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
  }

  static String text(byte[] input) {
    return new String(input, StandardCharsets.UTF_8);
  }
}
