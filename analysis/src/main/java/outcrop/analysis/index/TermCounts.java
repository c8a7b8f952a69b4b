package outcrop.analysis.index;

import java.nio.charset.StandardCharsets;

/// The terms of a text field over some rows, in the order of their bytes, and how often each
/// occurs.
public final class TermCounts {
  private final byte[] bytes;
  private final long[] starts;
  private final long[] occurrences;

  /// @param bytes the terms, UTF-8, one behind the other
  /// @param starts where each starts, and one more for the end of the last
  TermCounts(byte[] bytes, long[] starts, long[] occurrences) {
    this.bytes = bytes;
    this.starts = starts;
    this.occurrences = occurrences;
  }

  /// How often each term occurs, all positive.
  public long[] occurrences() {
    return occurrences;
  }

  public int size() {
    return occurrences.length;
  }

  public String term(int number) {
    int start = (int) starts[number];
    return new String(bytes, start, (int) starts[number + 1] - start, StandardCharsets.UTF_8);
  }
}
