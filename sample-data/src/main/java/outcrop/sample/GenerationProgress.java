package outcrop.sample;

/// Hears how far a generation has come.
///
/// Called on the generating thread, with `done` never falling and ending at `total`. It may throw
/// an unchecked exception to stop the generation, which then leaves nothing behind.
@FunctionalInterface
public interface GenerationProgress {
  /// Hears nothing.
  GenerationProgress NONE = (done, total) -> {};

  /// Reports that `done` of `total` rows are made.
  void advanced(long done, long total);
}
