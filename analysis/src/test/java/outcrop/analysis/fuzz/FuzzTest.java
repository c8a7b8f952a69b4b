package outcrop.analysis.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A short run of [Fuzzer] over every parser.
final class FuzzTest {
  private static final long SEED = 20;
  private static final int INPUTS = 60;

  static Stream<FuzzTarget> targets() {
    return FuzzTargets.all().stream();
  }

  @ParameterizedTest
  @MethodSource("targets")
  void badInputIsRefusedAsDocumented(FuzzTarget target) throws IOException {
    assertEquals(
        List.of(),
        new Fuzzer(target, SEED).run(INPUTS, 0),
        "Repair the parser and keep the input as a test of its own.");
  }
}
