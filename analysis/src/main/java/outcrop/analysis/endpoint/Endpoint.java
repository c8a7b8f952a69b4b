package outcrop.analysis.endpoint;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.task.UserFailure;

/// A server and the model that is asked there. Holds no key: only under which name the environment
/// has it.
///
/// @param url where the protocol begins, `http://localhost:11434/v1`; `/v1` may be left out
/// @param model as the server calls it
/// @param keyVariable the environment variable that holds the key; empty where none is needed or
///   the user's preferences hold it
/// @param plainHttp whether the user insists on unencrypted calls to another machine
public record Endpoint(String url, String model, String keyVariable, boolean plainHttp) {
  /// @throws UserFailure for what is no address, an address that holds a password, an unencrypted
  ///   one of another machine that the user does not insist on, or no model
  public Endpoint {
    url = url.strip();
    model = model.strip();
    keyVariable = keyVariable == null ? "" : keyVariable.strip();
    URI address = parsed(url);
    if (address.getRawUserInfo() != null) {
      throw new UserFailure(
          "The address of the endpoint holds a name or password; leave it out and name the"
              + " environment variable of the key instead.");
    }
    if ("http".equals(scheme(address)) && !plainHttp && !isLoopback(address.getHost())) {
      throw new UserFailure(
          url
              + " would send your data unencrypted to another machine; use https, or insist on"
              + " plain http.");
    }
    if (model.isEmpty()) {
      throw new UserFailure("Name the model that " + url + " is to be asked for.");
    }
  }

  /// A model without a key or with one in an environment variable, by an encrypted or local
  /// address.
  public static Endpoint of(String url, String model, String keyVariable) {
    return new Endpoint(url, model, keyVariable, false);
  }

  private static URI parsed(String url) {
    try {
      URI address = new URI(url);
      String scheme = scheme(address);
      if ((scheme.equals("http") || scheme.equals("https"))
          && address.getHost() != null
          && address.getRawQuery() == null
          && address.getRawFragment() == null) {
        return address;
      }
    } catch (URISyntaxException noAddress) {
      throw notAnAddress(url, noAddress);
    }
    throw notAnAddress(url, null);
  }

  private static UserFailure notAnAddress(String url, @Nullable Exception cause) {
    return new UserFailure(
        "“" + url + "” is no address of an endpoint; write one such as http://localhost:11434/v1.",
        cause);
  }

  private static String scheme(URI address) {
    return address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
  }

  private static boolean isLoopback(String host) {
    return host.equalsIgnoreCase("localhost")
        || host.equals("[::1]")
        || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
  }

  /// Whether the server is this machine, which nothing that is sent leaves.
  @JsonIgnore
  public boolean isLocal() {
    return isLoopback(URI.create(url).getHost());
  }

  /// Scheme, host and port: whom the project's consent names.
  @JsonIgnore
  public String origin() {
    return origin(URI.create(url));
  }

  static String origin(URI address) {
    String scheme = scheme(address);
    int port = address.getPort() >= 0 ? address.getPort() : scheme.equals("https") ? 443 : 80;
    return scheme + "://" + String.valueOf(address.getHost()).toLowerCase(Locale.ROOT) + ":" + port;
  }

  /// The address of a call, such as `chat/completions`.
  URI call(String name) {
    String base = url.replaceAll("/+$", "");
    return URI.create((base.matches(".*/v\\d+[a-z0-9]*") ? base : base + "/v1") + "/" + name);
  }
}
