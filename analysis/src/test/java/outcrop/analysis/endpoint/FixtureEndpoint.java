package outcrop.analysis.endpoint;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import outcrop.analysis.dataset.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A server on this machine that plays the protocol: it answers chats by a function and texts by
/// small vectors, or misbehaves as it is told, one call after the other.
public final class FixtureEndpoint implements AutoCloseable {
  /// How one call is answered.
  @FunctionalInterface
  public interface Reply {
    void to(HttpExchange call) throws IOException;
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Queue<Reply> planned = new ConcurrentLinkedQueue<>();
  private final List<JsonNode> heard = new CopyOnWriteArrayList<>();
  private final List<String> keys = new CopyOnWriteArrayList<>();
  private volatile Function<JsonNode, String> chat = request -> "{\"answer\": \"yes\"}";

  public FixtureEndpoint() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/v1/", this::answer);
    server.start();
  }

  public Endpoint endpoint() {
    return Endpoint.of("http://127.0.0.1:" + server.getAddress().getPort() + "/v1", "tiny", "");
  }

  public Consent consent() {
    return new Consent(endpoint().origin(), "2024-05-31");
  }

  /// Says how the next call is answered that has no plan yet.
  public FixtureEndpoint next(Reply reply) {
    planned.add(reply);
    return this;
  }

  /// Answers the next call with a status and a text.
  public FixtureEndpoint next(int status, String body) {
    return next(call -> send(call, status, body));
  }

  /// Says what a chat is answered, from the request.
  public void chat(Function<JsonNode, String> answer) {
    chat = answer;
  }

  /// The requests that came, in their order.
  public List<JsonNode> heard() {
    return heard;
  }

  /// The header of the key of each request; empty where it had none.
  public List<String> keys() {
    return keys;
  }

  private void answer(HttpExchange call) throws IOException {
    JsonNode request = Json.MAPPER.readTree(call.getRequestBody().readAllBytes());
    heard.add(request);
    String key = call.getRequestHeaders().getFirst("Authorization");
    keys.add(key == null ? "" : key);
    Reply reply = planned.poll();
    if (reply != null) {
      reply.to(call);
    } else if (call.getRequestURI().getPath().endsWith("/embeddings")) {
      send(call, 200, vectors(request));
    } else {
      send(call, 200, chatBody(chat.apply(request)));
    }
  }

  /// A chat answer as the protocol has it.
  public static String chatBody(String text) {
    ObjectNode body = Json.MAPPER.createObjectNode();
    body.putArray("choices")
        .addObject()
        .putObject("message")
        .put("role", "assistant")
        .put("content", text);
    body.putObject("usage").put("prompt_tokens", 7).put("completion_tokens", 3);
    return Json.MAPPER.writeValueAsString(body);
  }

  /// Of each text its length, its vowels and its blanks.
  private static String vectors(JsonNode request) {
    ObjectNode body = Json.MAPPER.createObjectNode();
    var data = body.putArray("data");
    for (JsonNode text : request.path("input")) {
      String value = text.asString();
      var numbers = data.addObject().put("index", data.size() - 1).putArray("embedding");
      numbers.add(value.length());
      numbers.add(value.replaceAll("[^aeiou]", "").length());
      numbers.add(value.replaceAll("\\S", "").length());
    }
    return Json.MAPPER.writeValueAsString(body);
  }

  public static void send(HttpExchange call, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    call.sendResponseHeaders(status, bytes.length);
    try (OutputStream out = call.getResponseBody()) {
      out.write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
