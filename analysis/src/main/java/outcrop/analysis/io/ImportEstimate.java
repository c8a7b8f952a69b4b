package outcrop.analysis.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// What an import will take, reckoned from the rows that the preview looked at. Rough: the order of
/// magnitude is right, the last digits are not.
///
/// @param heapBytes memory that the import holds at its peak
/// @param diskBytes columns, keys and text index
/// @param seconds from start to the last row, without the text index; −1 unknown
public record ImportEstimate(long heapBytes, long diskBytes, long seconds) {
  private static final long MEGABYTE = 1 << 20;

  /// Nothing is known.
  public static final ImportEstimate UNKNOWN = new ImportEstimate(0, 0, -1);

  /// Bytes that are free where a project would be written; −1 where the place does not say.
  public static long freeBytes(Path place) {
    Path there = place.toAbsolutePath().normalize();
    while (there != null && Files.notExists(there)) {
      there = there.getParent();
    }
    try {
      return there == null ? -1 : Files.getFileStore(there).getUsableSpace();
    } catch (IOException unknown) {
      return -1;
    }
  }

  /// Why the import cannot end well at a place, in one sentence; empty where nothing is known
  /// against it.
  public Optional<String> refusal(Path place) {
    long free = freeBytes(place);
    return free < 0 || diskBytes <= free
        ? Optional.empty()
        : Optional.of(
            "The import needs about "
                + megabytes(diskBytes)
                + " MB on the disk of "
                + place
                + ", where "
                + megabytes(free)
                + " MB are free; make room or choose another place.");
  }

  private static long megabytes(long bytes) {
    return (bytes + MEGABYTE - 1) / MEGABYTE;
  }

  ImportEstimate plus(ImportEstimate other) {
    boolean known = seconds >= 0 && other.seconds >= 0;
    return new ImportEstimate(
        heapBytes + other.heapBytes,
        diskBytes + other.diskBytes,
        known ? seconds + other.seconds : -1);
  }
}
