package outcrop.analysis.task;

import java.time.Duration;
import java.util.Optional;

/// How far a piece of work is.
///
/// @param title the work, in the user's words
/// @param stage what it does now; empty before the first stage
/// @param done how much of the stage is done
/// @param total the whole stage in the same unit, −1 where unknown
/// @param elapsed since the work started
/// @param stageElapsed since the stage started; time left is estimated from it
public record TaskProgress(
    String title, String stage, long done, long total, Duration elapsed, Duration stageElapsed) {

  /// The share done in 0…1, empty where the whole is not known.
  public Optional<Double> fraction() {
    return total <= 0 ? Optional.empty() : Optional.of(Math.min(1.0, (double) done / total));
  }

  /// Time left at the average pace of this stage, empty before 2 % or half a second are done.
  public Optional<Duration> timeLeft() {
    return fraction()
        .filter(f -> f >= 0.02 && stageElapsed.toMillis() >= 500)
        .map(f -> Duration.ofMillis(Math.round(stageElapsed.toMillis() * (1 - f) / f)));
  }
}
