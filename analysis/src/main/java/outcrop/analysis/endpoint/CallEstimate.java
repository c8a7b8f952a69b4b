package outcrop.analysis.endpoint;

import java.util.Collection;

/// What asking will take, told before anything is asked.
///
/// @param calls calls at most; answers that are kept are not asked for again and cost none
/// @param tokensIn tokens sent, at four characters each: an estimate
/// @param tokensOut tokens answered: an estimate
public record CallEstimate(long calls, long tokensIn, long tokensOut) {
  private static final int CHARACTERS_PER_TOKEN = 4;

  public static CallEstimate none() {
    return new CallEstimate(0, 0, 0);
  }

  /// What vectors of some texts take.
  public static CallEstimate ofEmbeddings(Collection<String> texts) {
    long characters = texts.stream().mapToLong(String::length).sum();
    return new CallEstimate(
        Math.ceilDiv(texts.size(), EndpointClient.TEXTS_PER_CALL),
        Math.ceilDiv(characters, (long) CHARACTERS_PER_TOKEN),
        0);
  }

  /// With this many more calls of a length.
  ///
  /// @param characters sent with each
  /// @param answered characters of each answer
  public CallEstimate plus(long more, long characters, long answered) {
    return new CallEstimate(
        calls + more,
        tokensIn + more * Math.ceilDiv(characters, (long) CHARACTERS_PER_TOKEN),
        tokensOut + more * Math.ceilDiv(answered, (long) CHARACTERS_PER_TOKEN));
  }

  /// In the currency of the prices.
  ///
  /// @param in price of a million tokens sent
  /// @param out price of a million tokens answered
  public double cost(double in, double out) {
    return (tokensIn * in + tokensOut * out) / 1e6;
  }
}
