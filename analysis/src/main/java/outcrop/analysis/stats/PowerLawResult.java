package outcrop.analysis.stats;

import java.util.List;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.stats.PowerLawFit.Kind;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;

/// A power law fitted to numbers, its rivals and its goodness, each added as it is known: the fit
/// comes at once, rivals take a moment, the goodness takes as long as its draws.
///
/// @param numbers what was fitted; only those above zero count
/// @param kind of the law
/// @param fit the law, or why there is none
/// @param capped whether the three largest numbers are equal, as a cap such as “at most 5,000 per
///   class” leaves them: the tail then says little
/// @param alternatives the rivals; empty until compared and where there is no fit
/// @param goodness null until tested and where there is no fit
public record PowerLawResult(
    ValueFrequencies numbers,
    Kind kind,
    TailFit fit,
    boolean capped,
    List<Alternative> alternatives,
    @Nullable Goodness goodness) {

  /// The fit alone.
  ///
  /// @throws IllegalArgumentException for a discrete law over numbers that are not whole
  public static PowerLawResult of(ValueFrequencies numbers, Kind kind) {
    return new PowerLawResult(
        numbers, kind, PowerLawFitter.fit(numbers, kind), numbers.topThreeEqual(), List.of(), null);
  }

  /// With the rivals compared; unchanged where there is no fit.
  public PowerLawResult withAlternatives(TaskContext context) {
    return fit instanceof PowerLawFit law
        ? new PowerLawResult(
            numbers, kind, fit, capped, Alternatives.compare(numbers, law, context), goodness)
        : this;
  }

  /// With the goodness tested; unchanged where there is no fit or no draw is wanted.
  ///
  /// @throws java.util.concurrent.CancellationException when cancelled
  public PowerLawResult withGoodness(int draws, long seed, TaskRunner runner, TaskContext context) {
    return fit instanceof PowerLawFit law && draws > 0
        ? new PowerLawResult(
            numbers,
            kind,
            fit,
            capped,
            alternatives,
            PowerLawBootstrap.of(numbers, law, draws, seed, runner, context))
        : this;
  }

  /// One sentence on what all that says.
  public String verdict() {
    return switch (fit) {
      case TooLittleData lack -> lack.sentence();
      case PowerLawFit _ ->
          TailVerdict.of(goodness, alternatives).sentence()
              + (capped ? " The three largest are equal: they may be capped." : "");
    };
  }
}
