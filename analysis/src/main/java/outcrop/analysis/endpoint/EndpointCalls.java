package outcrop.analysis.endpoint;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.dataset.Json;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.UserFailure;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Calls a server: waits its turn, tries again what may pass, gives up on what will not, and never
/// goes where the user did not send it.
///
/// Safe for several threads.
final class EndpointCalls implements AutoCloseable {
  private static final int POLL_MILLIS = 50;
  private static final int MOST_REDIRECTS = 3;
  private static final int SAID_CHARACTERS = 200;

  private final Endpoint endpoint;
  private final ApiKey key;
  private final EndpointLimits limits;
  private final HttpClient http;
  private final AtomicLong made = new AtomicLong();
  private long nextTurn = System.nanoTime();

  EndpointCalls(Endpoint endpoint, ApiKey key, EndpointLimits limits) {
    this.endpoint = endpoint;
    this.key = key;
    this.limits = limits;
    this.http =
        HttpClient.newBuilder()
            .connectTimeout(limits.connect())
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
  }

  /// Calls that left the machine.
  long made() {
    return made.get();
  }

  /// Sends a JSON object and gives the one that is answered.
  ///
  /// @throws Refusal where the server refuses for good
  /// @throws UserFailure where it cannot be reached, takes too long, answers too much or no JSON
  /// @throws CancellationException when cancelled; the call is then given up
  JsonNode post(String call, ObjectNode body, TaskContext context) {
    String text = AnswerStore.COMPACT.writeValueAsString(body);
    Duration pause = limits.firstPause();
    for (int attempt = 1; ; attempt++) {
      Duration wanted;
      try {
        HttpResponse<byte[]> response = send(endpoint.call(call), text, context, 0);
        if (response.statusCode() / 100 == 2) {
          return json(response.body());
        }
        Refusal refusal = refusal(response);
        if (!mayPass(refusal.status()) || attempt == limits.tries()) {
          throw refusal;
        }
        wanted = RetryAfter.of(response.headers()).orElse(pause);
        checkPause(wanted, refusal);
      } catch (IOException failure) {
        if (attempt == limits.tries()
            || failure instanceof ConnectException
            || isTooLong(failure)) {
          throw unreachable(failure);
        }
        wanted = pause;
      }
      rest(wanted, context);
      pause =
          pause.multipliedBy(2).compareTo(limits.longestPause()) < 0
              ? pause.multipliedBy(2)
              : limits.longestPause();
    }
  }

  private void checkPause(Duration wanted, Refusal refusal) {
    if (wanted.compareTo(limits.longestPause()) > 0) {
      throw new Refusal(
          refusal.status(),
          endpoint.origin()
              + " asks to wait "
              + wanted.toSeconds()
              + " s before the next call, longer than the program waits; go on later, what was"
              + " answered is kept.");
    }
  }

  private static boolean mayPass(int status) {
    return status == 408 || status == 425 || status == 429 || status >= 500 && status != 501;
  }

  private HttpResponse<byte[]> send(URI address, String text, TaskContext context, int redirects)
      throws IOException {
    waitForTurn(context);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(limits.answer())
            .header("Content-Type", "application/json")
            .header("Accept", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(text));
    key.header().ifPresent(value -> request.header("Authorization", value));
    HttpResponse<byte[]> response =
        awaited(
            http.sendAsync(
                request.build(),
                BodyHandlers.limiting(BodyHandlers.ofByteArray(), limits.answerBytes())),
            context);
    if (response.statusCode() / 100 != 3) {
      return response;
    }
    URI target = response.headers().firstValue("Location").map(address::resolve).orElse(address);
    if (!Endpoint.origin(target).equals(endpoint.origin())) {
      throw new Refusal(
          response.statusCode(),
          endpoint.origin()
              + " sends the call on to "
              + Endpoint.origin(target)
              + ", which nobody agreed to; nothing was sent there.");
    }
    if (redirects == MOST_REDIRECTS) {
      throw new Refusal(
          response.statusCode(),
          endpoint.url() + " sends the call round and round; check the address.");
    }
    return send(target, text, context, redirects + 1);
  }

  /// Waits for an answer, its body included: the time limit of a request ends with its headers.
  private <T> T awaited(CompletableFuture<T> answer, TaskContext context) throws IOException {
    long end = System.nanoTime() + limits.answer().toNanos();
    try {
      while (true) {
        context.checkCancelled();
        try {
          return answer.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException notYet) {
          if (System.nanoTime() > end) {
            throw new HttpTimeoutException("no answer in time");
          }
        }
      }
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof IOException cause) {
        throw cause;
      }
      throw new IOException(failure.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new CancellationException("Cancelled.");
    } finally {
      answer.cancel(true);
    }
  }

  private void waitForTurn(TaskContext context) {
    if (made.incrementAndGet() > limits.calls()) {
      made.decrementAndGet();
      throw new UserFailure(
          "The "
              + limits.calls()
              + " calls that were agreed on are used up; allow more to go on, what was answered is"
              + " kept.");
    }
    if (limits.callsPerMinute() > 0) {
      long mine;
      synchronized (this) {
        mine = Math.max(nextTurn, System.nanoTime());
        nextTurn = mine + TimeUnit.MINUTES.toNanos(1) / limits.callsPerMinute();
      }
      rest(Duration.ofNanos(mine - System.nanoTime()), context);
    }
  }

  private static void rest(Duration pause, TaskContext context) {
    long end = System.nanoTime() + pause.toNanos();
    try {
      for (long left = pause.toNanos(); left > 0; left = end - System.nanoTime()) {
        context.checkCancelled();
        TimeUnit.NANOSECONDS.sleep(Math.min(left, TimeUnit.MILLISECONDS.toNanos(POLL_MILLIS)));
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new CancellationException("Cancelled.");
    }
  }

  private JsonNode json(byte[] body) {
    try {
      JsonNode node = Json.MAPPER.readTree(body);
      if (node != null && node.isObject()) {
        return node;
      }
    } catch (JacksonException noJson) {
      throw nonsense(noJson);
    }
    throw nonsense(null);
  }

  private UserFailure nonsense(@Nullable Exception cause) {
    return new UserFailure(
        endpoint.url()
            + " answered something that is not JSON of the protocol; check that the address is that"
            + " of an OpenAI-compatible server.",
        cause);
  }

  /// The JDK tells an answer beyond its bound by its words alone.
  private static boolean isTooLong(IOException failure) {
    return String.valueOf(failure.getMessage()).contains("exceeds capacity");
  }

  private UserFailure unreachable(IOException failure) {
    String sentence;
    if (failure instanceof HttpTimeoutException
        && !(failure instanceof HttpConnectTimeoutException)) {
      sentence =
          endpoint.origin()
              + " did not answer within "
              + limits.answer().toSeconds()
              + " s; try again, or ask a faster model.";
    } else if (failure instanceof ConnectException connect
        && connect.getCause() instanceof UnresolvedAddressException) {
      sentence = endpoint.origin() + " is not known; check the address.";
    } else if (isTooLong(failure)) {
      sentence =
          endpoint.origin()
              + " answered more than "
              + (limits.answerBytes() >> 20)
              + " MB, which is not read; ask for less at once.";
    } else {
      sentence = endpoint.origin() + " cannot be reached; check that the server runs.";
    }
    return new UserFailure(sentence, failure);
  }

  private Refusal refusal(HttpResponse<byte[]> response) {
    int status = response.statusCode();
    String said = said(response.body());
    String what =
        switch (status) {
          case 401, 403 -> " does not accept the key" + said + "; check the key";
          case 404 ->
              " has no “"
                  + endpoint.model()
                  + "” or does not know the call"
                  + said
                  + "; check the address and the model";
          case 402, 429 -> " allows no more calls now" + said + "; try again later";
          default ->
              status >= 500
                  ? " failed with status " + status + said + "; try again later"
                  : " refuses the call with status " + status + said + "; check the model";
        };
    return new Refusal(status, endpoint.origin() + what + ".");
  }

  /// What the server said of its refusal, in brackets, bounded, on one line and without the key.
  private String said(byte[] body) {
    String text;
    try {
      JsonNode error = Json.MAPPER.readTree(body).path("error");
      text = error.isObject() ? error.path("message").asString("") : error.asString("");
    } catch (JacksonException noJson) {
      text = "";
    }
    text = key.removedFrom(text).replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    if (text.length() > SAID_CHARACTERS) {
      text = text.substring(0, SAID_CHARACTERS) + "…";
    }
    return text.isEmpty() ? "" : " (“" + text + "”)";
  }

  @Override
  public void close() {
    http.shutdownNow();
    http.close();
  }
}
