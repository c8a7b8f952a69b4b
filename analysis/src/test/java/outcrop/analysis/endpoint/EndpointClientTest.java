package outcrop.analysis.endpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.UserFailure;

class EndpointClientTest {
  private static final EndpointLimits QUICK =
      new EndpointLimits(
          Duration.ofSeconds(2),
          Duration.ofMillis(700),
          3,
          Duration.ofMillis(5),
          Duration.ofSeconds(3),
          50_000,
          0,
          100);

  @TempDir Path project;
  private FixtureEndpoint server;

  @BeforeEach
  void start() throws IOException {
    server = new FixtureEndpoint();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private EndpointClient client(EndpointLimits limits) {
    return new EndpointClient(
        server.endpoint(),
        ApiKey.of("s3cret"),
        List.of(server.consent()),
        AnswerStore.open(project, "chat"),
        limits);
  }

  private static ChatRequest question(String text) {
    return new ChatRequest("assign", "Answer with JSON.", text, 0, 100, true, 1);
  }

  private UserFailure failure(EndpointLimits limits) {
    try (EndpointClient client = client(limits)) {
      return assertThrows(
          UserFailure.class, () -> client.chat(question("What is it?"), TaskContext.NONE));
    }
  }

  @Test
  void nothingIsSentWithoutConsentForThatServer() {
    for (List<Consent> consents :
        List.of(List.<Consent>of(), List.of(new Consent("http://127.0.0.1:1", "2024-05-31")))) {
      UserFailure failure =
          assertThrows(
              UserFailure.class,
              () ->
                  new EndpointClient(
                      server.endpoint(),
                      ApiKey.NONE,
                      consents,
                      AnswerStore.open(project, "chat"),
                      QUICK));
      assertTrue(failure.getMessage().contains("nothing was sent"), failure.getMessage());
    }
    assertEquals(0, server.heard().size());
  }

  @Test
  void anAnswerIsKeptAndNeverAskedForAgain() throws IOException {
    server.chat(request -> "{\"pick\": \"dog\"}");
    try (EndpointClient client = client(QUICK)) {
      assertEquals(
          new ChatAnswer("{\"pick\": \"dog\"}", false),
          client.chat(question("A dog."), TaskContext.NONE));
    }
    try (EndpointClient again = client(QUICK)) {
      assertTrue(again.isKept(question("A dog.")));
      assertTrue(again.chat(question("A dog."), TaskContext.NONE).kept());
      assertFalse(again.isKept(question("A cat.")));
      assertEquals(0, again.callsMade());
    }
    assertEquals(1, server.heard().size());
    String kept = Files.readString(project.resolve("answers/chat.jsonl"));
    assertTrue(kept.contains("A dog.") && kept.contains("Answer with JSON."), kept);
    assertFalse(kept.contains("s3cret"), "The key must never be written: " + kept);
    assertEquals(1, kept.lines().count(), kept);
  }

  @Test
  void aLineThatAKillCutOffIsPassedOver() throws IOException {
    try (EndpointClient client = client(QUICK)) {
      client.chat(question("one"), TaskContext.NONE);
    }
    Path file = project.resolve("answers/chat.jsonl");
    Files.writeString(file, "{\"key\": \"abc\", \"ans", StandardOpenOption.APPEND);
    try (EndpointClient client = client(QUICK)) {
      client.chat(question("two"), TaskContext.NONE);
    }
    try (EndpointClient client = client(QUICK)) {
      assertTrue(client.chat(question("one"), TaskContext.NONE).kept());
      assertTrue(client.chat(question("two"), TaskContext.NONE).kept());
    }
    assertEquals(2, server.heard().size());
  }

  @Test
  void theRequestIsThatOfTheProtocol() {
    try (EndpointClient client = client(QUICK)) {
      client.chat(question("A dog."), TaskContext.NONE);
    }
    var request = server.heard().getFirst();
    assertEquals("tiny", request.path("model").asString());
    assertEquals("system", request.path("messages").path(0).path("role").asString());
    assertEquals("A dog.", request.path("messages").path(1).path("content").asString());
    assertEquals("json_object", request.path("response_format").path("type").asString());
    assertFalse(request.path("stream").asBoolean(true));
    assertEquals("Bearer s3cret", server.keys().getFirst());
  }

  @Test
  void aServerThatKnowsNoJsonAnswersIsAskedWithout() {
    server.next(400, "{\"error\": {\"message\": \"response_format is not supported\"}}");
    try (EndpointClient client = client(QUICK)) {
      client.chat(question("one"), TaskContext.NONE);
      client.chat(question("two"), TaskContext.NONE);
    }
    assertEquals(3, server.heard().size());
    assertFalse(server.heard().get(2).has("response_format"));
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 429, 500, 502, 503})
  void whatMayPassIsTriedAgain(int status) {
    server.next(status, "busy").next(status, "{}");
    try (EndpointClient client = client(QUICK)) {
      assertFalse(client.chat(question("one"), TaskContext.NONE).kept());
      assertEquals(3, client.callsMade());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "400, refuses the call with status 400, 2",
    "401, does not accept the key, 1",
    "403, does not accept the key, 1",
    "404, check the address and the model, 1",
    "429, allows no more calls now, 3",
    "500, failed with status 500, 3"
  })
  void whatDoesNotPassIsOneSentence(int status, String said, int calls) {
    for (int i = 0; i < calls; i++) {
      server.next(status, "{\"error\": {\"message\": \"no\\nway, s3cret\"}}");
    }
    UserFailure failure = failure(QUICK);
    assertTrue(failure.getMessage().contains(said), failure.getMessage());
    assertTrue(failure.getMessage().contains("“no way, …”"), failure.getMessage());
    assertEquals(calls, server.heard().size());
  }

  @Test
  void theServerSaysHowLongToWait() {
    server.next(
        call -> {
          call.getResponseHeaders().add("Retry-After", "1");
          FixtureEndpoint.send(call, 429, "slow down");
        });
    long start = System.nanoTime();
    try (EndpointClient client = client(QUICK)) {
      client.chat(question("one"), TaskContext.NONE);
    }
    assertTrue(
        System.nanoTime() - start >= Duration.ofSeconds(1).toNanos(),
        "A Retry-After of one second was not waited for.");
  }

  @Test
  void aWaitThatIsTooLongIsNotWaitedFor() {
    server.next(
        call -> {
          call.getResponseHeaders().add("Retry-After", "3600");
          FixtureEndpoint.send(call, 429, "slow down");
        });
    assertTrue(failure(QUICK).getMessage().contains("3600 s"));
  }

  @Test
  void aServerThatHangsIsGivenUp() {
    CountDownLatch never = new CountDownLatch(1);
    for (int i = 0; i < 3; i++) {
      server.next(
          call -> {
            try {
              never.await();
            } catch (InterruptedException end) {
              Thread.currentThread().interrupt();
            }
          });
    }
    UserFailure failure = failure(QUICK);
    assertTrue(failure.getMessage().contains("did not answer within"), failure.getMessage());
  }

  @Test
  void aServerThatStopsInTheMiddleOfItsAnswerIsGivenUp() {
    CountDownLatch never = new CountDownLatch(1);
    for (int i = 0; i < 3; i++) {
      server.next(
          call -> {
            call.sendResponseHeaders(200, 1000);
            call.getResponseBody().write('{');
            call.getResponseBody().flush();
            try {
              never.await();
            } catch (InterruptedException end) {
              Thread.currentThread().interrupt();
            }
          });
    }
    assertTrue(failure(QUICK).getMessage().contains("did not answer within"));
  }

  @Test
  void aHugeAnswerIsNotRead() {
    server.next(200, FixtureEndpoint.chatBody("x".repeat(60_000)));
    UserFailure failure = failure(QUICK);
    assertTrue(failure.getMessage().contains("which is not read"), failure.getMessage());
    assertEquals(1, server.heard().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>hello</html>", "[]", "3", "{\"choices\": ", "null"})
  void nonsenseInThePlaceOfTheProtocolIsOneSentence(String body) {
    server.next(200, body);
    UserFailure failure = failure(QUICK);
    assertTrue(failure.getMessage().contains("OpenAI-compatible"), failure.getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"choices\": []}",
        "{\"choices\": [{\"message\": {\"content\": null}}]}",
        "{\"choices\": 7}"
      })
  void anAnswerWithoutATextIsOneSentenceAndIsNotKept(String body) {
    server.next(200, body);
    assertTrue(failure(QUICK).getMessage().contains("without a text"));
    assertEquals(0, AnswerStore.open(project, "chat").size());
  }

  @Test
  void aRedirectToAnotherServerIsRefused() {
    server.next(
        call -> {
          call.getResponseHeaders().add("Location", "http://localhost:1/v1/chat/completions");
          FixtureEndpoint.send(call, 307, "");
        });
    UserFailure failure = failure(QUICK);
    assertTrue(failure.getMessage().contains("nobody agreed to"), failure.getMessage());
  }

  @Test
  void aRedirectWithinTheServerIsFollowedButNotForEver() {
    FixtureEndpoint.Reply onward =
        call -> {
          call.getResponseHeaders().add("Location", "/v1/elsewhere");
          FixtureEndpoint.send(call, 308, "");
        };
    server.next(onward);
    try (EndpointClient client = client(QUICK)) {
      client.chat(question("one"), TaskContext.NONE);
    }
    for (int i = 0; i < 4; i++) {
      server.next(onward);
    }
    assertTrue(failure(QUICK).getMessage().contains("round and round"));
  }

  @Test
  void aServerThatIsNotThereIsOneSentenceAtOnce() {
    server.close();
    UserFailure failure = failure(QUICK);
    assertTrue(failure.getMessage().contains("check that the server runs"), failure.getMessage());
  }

  @Test
  void noMoreCallsAreMadeThanAgreedOn() {
    try (EndpointClient client = client(QUICK.withCalls(2))) {
      client.chat(question("one"), TaskContext.NONE);
      client.chat(question("two"), TaskContext.NONE);
      client.chat(question("two"), TaskContext.NONE);
      UserFailure failure =
          assertThrows(UserFailure.class, () -> client.chat(question("three"), TaskContext.NONE));
      assertTrue(failure.getMessage().contains("used up"), failure.getMessage());
    }
    assertEquals(2, server.heard().size());
  }

  @Test
  void aCancelledCallIsGivenUp() {
    TaskContext cancelled =
        new TaskContext() {
          @Override
          public void stage(String name) {}

          @Override
          public void progress(long done, long total) {}

          @Override
          public boolean isCancelled() {
            return !server.heard().isEmpty();
          }
        };
    server.next(
        call -> {
          try {
            Thread.sleep(10_000);
          } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
          }
        });
    try (EndpointClient client = client(QUICK)) {
      assertThrows(CancellationException.class, () -> client.chat(question("one"), cancelled));
    }
  }

  @Test
  void vectorsComeInTheOrderOfTheTextsAndEqualTextsAreSentOnce() {
    try (EndpointClient client = client(QUICK)) {
      float[][] vectors = client.embeddings(List.of("a dog", "cats", "a dog"), TaskContext.NONE);
      assertArrayEquals(new float[] {5, 2, 1}, vectors[0]);
      assertArrayEquals(new float[] {4, 1, 0}, vectors[1]);
      assertArrayEquals(vectors[0], vectors[2]);
      assertTrue(client.isEmbedded("cats"));
      client.embeddings(List.of("cats"), TaskContext.NONE);
      assertEquals(1, client.callsMade());
    }
    assertEquals(2, server.heard().getFirst().path("input").size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"data\": []} | 0 vectors to 1 texts",
        "{} | 0 vectors to 1 texts",
        "{\"data\": [{\"index\": 0, \"embedding\": []}]} | no vector",
        "{\"data\": [{\"index\": 0, \"embedding\": [1, \"x\"]}]} | no finite number",
        "{\"data\": [{\"index\": 0, \"embedding\": [1, 1e99]}]} | no finite number",
        "{\"data\": [{\"index\": 5, \"embedding\": [1]}]} | left out"
      })
  void nonsenseInThePlaceOfVectorsIsOneSentence(String body, String said) {
    server.next(200, body);
    try (EndpointClient client = client(QUICK)) {
      UserFailure failure =
          assertThrows(UserFailure.class, () -> client.embeddings(List.of("a"), TaskContext.NONE));
      assertTrue(failure.getMessage().contains(said), failure.getMessage());
    }
  }

  @Test
  void vectorsOfDifferentLengthsAreOneSentence() {
    server.next(
        200,
        "{\"data\": [{\"index\": 0, \"embedding\": [1]}, {\"index\": 1, \"embedding\": [1, 2]}]}");
    try (EndpointClient client = client(QUICK)) {
      UserFailure failure =
          assertThrows(
              UserFailure.class, () -> client.embeddings(List.of("a", "b"), TaskContext.NONE));
      assertTrue(failure.getMessage().contains("cannot be compared"), failure.getMessage());
    }
  }
}
