package outcrop.analysis.endpoint;

import java.time.Duration;

/// How far the program goes with a server.
///
/// @param connect the longest wait for a connection
/// @param answer the longest wait for a whole answer
/// @param tries how often a call is made that fails for a reason that may pass
/// @param firstPause the wait before the second try; it doubles with each further one
/// @param longestPause the longest wait that a server may ask for
/// @param answerBytes the longest answer that is read
/// @param callsPerMinute 0 for no bound
/// @param calls the most calls that leave the machine, those of repeated tries among them
public record EndpointLimits(
    Duration connect,
    Duration answer,
    int tries,
    Duration firstPause,
    Duration longestPause,
    int answerBytes,
    int callsPerMinute,
    long calls) {
  public static final EndpointLimits DEFAULT =
      new EndpointLimits(
          Duration.ofSeconds(10),
          Duration.ofMinutes(2),
          5,
          Duration.ofSeconds(1),
          Duration.ofMinutes(2),
          32 << 20,
          0,
          10_000);

  public EndpointLimits {
    if (tries < 1 || answerBytes < 1 || callsPerMinute < 0 || calls < 0) {
      throw new IllegalArgumentException("Limits of an endpoint must be positive");
    }
  }

  public EndpointLimits withCalls(long most) {
    return new EndpointLimits(
        connect, answer, tries, firstPause, longestPause, answerBytes, callsPerMinute, most);
  }

  public EndpointLimits withCallsPerMinute(int most) {
    return new EndpointLimits(
        connect, answer, tries, firstPause, longestPause, answerBytes, most, calls);
  }
}
