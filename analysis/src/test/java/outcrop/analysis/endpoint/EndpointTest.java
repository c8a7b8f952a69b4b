package outcrop.analysis.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import outcrop.analysis.dataset.Json;
import outcrop.analysis.task.UserFailure;

class EndpointTest {
  @ParameterizedTest
  @CsvSource({
    "http://localhost:11434, http://localhost:11434/v1/chat/completions",
    "http://localhost:11434/, http://localhost:11434/v1/chat/completions",
    "http://127.0.0.1:8080/v1/, http://127.0.0.1:8080/v1/chat/completions",
    "https://api.example.org/openai/v1, https://api.example.org/openai/v1/chat/completions",
    "https://api.example.org/v1beta, https://api.example.org/v1beta/chat/completions",
    "http://[::1]:9, http://[::1]:9/v1/chat/completions"
  })
  void theVersionOfTheProtocolMayBeLeftOutOfTheAddress(String url, String call) {
    assertEquals(call, Endpoint.of(url, "tiny", "").call("chat/completions").toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "localhost",
        "ftp://localhost",
        "http://",
        "http://localhost?x=1",
        "http://a b/",
        "/v1"
      })
  void whatIsNoAddressIsRefusedWithAnExample(String url) {
    UserFailure failure = assertThrows(UserFailure.class, () -> Endpoint.of(url, "tiny", ""), url);
    assertTrue(failure.getMessage().contains("http://localhost:11434/v1"), failure.getMessage());
  }

  @Test
  void anUnencryptedAddressOfAnotherMachineNeedsInsistence() {
    for (String url :
        new String[] {"http://example.org", "http://127.evil.org", "http://10.0.0.1"}) {
      assertThrows(UserFailure.class, () -> Endpoint.of(url, "tiny", ""), url);
      assertFalse(new Endpoint(url, "tiny", "", true).isLocal());
    }
    assertTrue(Endpoint.of("http://localhost", "tiny", "").isLocal());
  }

  @Test
  void aPasswordInTheAddressIsRefusedWithoutRepeatingIt() {
    UserFailure failure =
        assertThrows(
            UserFailure.class, () -> Endpoint.of("https://me:secret@example.org", "tiny", ""));
    assertFalse(failure.getMessage().contains("secret"), failure.getMessage());
  }

  @Test
  void theOriginNamesSchemeHostAndPort() {
    assertEquals(
        "https://example.org:443", Endpoint.of("HTTPS://Example.org/v1", "tiny", "").origin());
  }

  @Test
  void itIsSavedWithoutAKey() {
    Endpoint endpoint = Endpoint.of("https://example.org/v1", "tiny", "MY_KEY");
    String json = Json.MAPPER.writeValueAsString(endpoint);
    assertEquals(endpoint, Json.MAPPER.readValue(json, Endpoint.class));
    assertEquals(4, Json.MAPPER.readTree(json).size(), json);
  }

  @Test
  void aKeyComesFromTheEnvironmentAndIsNeverPrinted() {
    Endpoint endpoint = Endpoint.of("https://example.org/v1", "tiny", "MY_KEY");
    ApiKey key = ApiKey.of(endpoint, Map.of("MY_KEY", " s3cret "));
    assertEquals("Bearer s3cret", key.header().orElseThrow());
    assertEquals("a key", key.toString());
    UserFailure unset = assertThrows(UserFailure.class, () -> ApiKey.of(endpoint, Map.of()));
    assertTrue(unset.getMessage().contains("MY_KEY"), unset.getMessage());
  }

  @Test
  void theCostIsKnownBeforeAnythingIsAsked() {
    CallEstimate estimate = CallEstimate.none().plus(10, 400, 40);
    assertEquals(new CallEstimate(10, 1000, 100), estimate);
    assertEquals(0.0035, estimate.cost(2.5, 10), 1e-12);
  }
}
