package outcrop.analysis.endpoint;

import outcrop.analysis.task.UserFailure;

/// The user's word that rows of this project may be sent to a server. Part of the project.
///
/// @param origin scheme, host and port of the server, as [Endpoint#origin] writes it
/// @param agreed the day on which the user agreed, `2024-05-31`
public record Consent(String origin, String agreed) {
  public boolean covers(Endpoint endpoint) {
    return origin.equals(endpoint.origin());
  }

  /// @throws UserFailure where none of the consents names the server
  static void check(Iterable<Consent> consents, Endpoint endpoint) {
    for (Consent consent : consents) {
      if (consent.covers(endpoint)) {
        return;
      }
    }
    throw new UserFailure(
        "This project has not agreed that its rows are sent to "
            + endpoint.origin()
            + "; nothing was sent. Agree first, on the command line with --consent.");
  }
}
