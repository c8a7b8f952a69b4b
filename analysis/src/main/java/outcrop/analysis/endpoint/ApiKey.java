package outcrop.analysis.endpoint;

import java.util.Map;
import java.util.Optional;
import outcrop.analysis.task.UserFailure;

/// The secret that a server asks for. It is never written anywhere: not to the project, not to the
/// kept answers, not to a message.
public final class ApiKey {
  /// For servers that ask for none.
  public static final ApiKey NONE = new ApiKey("");

  private final String text;

  private ApiKey(String text) {
    this.text = text;
  }

  public static ApiKey of(String text) {
    return new ApiKey(text.strip());
  }

  /// The key that the environment holds under the name that the endpoint gives; [#NONE] where it
  /// gives no name.
  ///
  /// @throws UserFailure where the environment has no such variable
  public static ApiKey of(Endpoint endpoint, Map<String, String> environment) {
    if (endpoint.keyVariable().isEmpty()) {
      return NONE;
    }
    String text = environment.get(endpoint.keyVariable());
    if (text == null || text.isBlank()) {
      throw new UserFailure(
          "The environment variable “"
              + endpoint.keyVariable()
              + "” that should hold the key for "
              + endpoint.origin()
              + " is not set; set it, or name another.");
    }
    return of(text);
  }

  Optional<String> header() {
    return text.isEmpty() ? Optional.empty() : Optional.of("Bearer " + text);
  }

  /// What a server said, without the key where it repeats it.
  String removedFrom(String message) {
    return text.isEmpty() ? message : message.replace(text, "…");
  }

  @Override
  public String toString() {
    return text.isEmpty() ? "no key" : "a key";
  }
}
