package outcrop.analysis.endpoint;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.dataset.Json;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.UserFailure;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Asks a language model for answers (`/v1/chat/completions`) and for vectors of texts
/// (`/v1/embeddings`), and keeps both. What was asked before is not sent again.
///
/// Safe for several threads. Closing gives up the calls under way.
public final class EndpointClient implements AutoCloseable {
  /// Texts whose vectors are asked for with one call.
  public static final int TEXTS_PER_CALL = 64;

  private static final int MOST_DIMENSIONS = 1 << 16;
  private static final int BAD_REQUEST = 400;

  private final Endpoint endpoint;
  private final AnswerStore answers;
  private final EndpointCalls calls;
  private volatile boolean plainText;

  /// @param consents of the project; one must name the server
  /// @param answers where the answers of the project are kept
  /// @throws UserFailure where the project has not agreed; nothing is ever sent then
  public EndpointClient(
      Endpoint endpoint,
      ApiKey key,
      Collection<Consent> consents,
      AnswerStore answers,
      EndpointLimits limits) {
    Consent.check(consents, endpoint);
    this.endpoint = endpoint;
    this.answers = answers;
    this.calls = new EndpointCalls(endpoint, key, limits);
  }

  /// Calls that left the machine so far, those of repeated tries among them.
  public long callsMade() {
    return calls.made();
  }

  /// The answer to a question.
  ///
  /// @throws UserFailure where the server cannot be reached, refuses, or answers without a text
  /// @throws java.util.concurrent.CancellationException when cancelled
  public ChatAnswer chat(ChatRequest request, TaskContext context) {
    String key = key(request);
    String known = answers.find(key).map(line -> line.path("answer").asString("")).orElse(null);
    if (known != null) {
      return new ChatAnswer(known, true);
    }
    JsonNode response = ask(request, context);
    JsonNode content = response.path("choices").path(0).path("message").path("content");
    if (!content.isString()) {
      throw new UserFailure(
          endpoint.url()
              + " answered without a text; check that “"
              + endpoint.model()
              + "” is a model for chats.");
    }
    ObjectNode line = entry(request.role());
    line.put("temperature", request.temperature());
    line.put("seed", request.seed());
    line.put("instructions", request.instructions());
    line.put("prompt", request.content());
    line.put("answer", content.asString());
    line.set("usage", response.path("usage"));
    answers.keep(Map.of(key, line));
    return new ChatAnswer(content.asString(), false);
  }

  /// Whether a question was answered before.
  public boolean isKept(ChatRequest request) {
    return answers.has(key(request));
  }

  private String key(ChatRequest request) {
    return AnswerStore.key(
        "chat",
        endpoint.origin(),
        endpoint.model(),
        request.instructions(),
        request.content(),
        Double.toString(request.temperature()),
        Integer.toString(request.mostTokens()),
        Long.toString(request.seed()));
  }

  /// Some servers do not know that an answer can be asked to be JSON; they are asked without.
  private JsonNode ask(ChatRequest request, TaskContext context) {
    if (request.json() && !plainText) {
      try {
        return calls.post("chat/completions", body(request, true), context);
      } catch (Refusal refusal) {
        if (refusal.status() != BAD_REQUEST) {
          throw refusal;
        }
        JsonNode response = calls.post("chat/completions", body(request, false), context);
        plainText = true;
        return response;
      }
    }
    return calls.post("chat/completions", body(request, false), context);
  }

  private ObjectNode body(ChatRequest request, boolean json) {
    ObjectNode body = Json.MAPPER.createObjectNode();
    body.put("model", endpoint.model());
    var messages = body.putArray("messages");
    messages.addObject().put("role", "system").put("content", request.instructions());
    messages.addObject().put("role", "user").put("content", request.content());
    body.put("temperature", request.temperature());
    body.put("max_tokens", request.mostTokens());
    body.put("seed", request.seed());
    body.put("stream", false);
    if (json) {
      body.putObject("response_format").put("type", "json_object");
    }
    return body;
  }

  private ObjectNode entry(String role) {
    ObjectNode line = Json.MAPPER.createObjectNode();
    line.put("time", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    line.put("endpoint", endpoint.origin());
    line.put("model", endpoint.model());
    line.put("role", role);
    return line;
  }

  /// The vectors of texts, in their order; equal texts are sent once.
  ///
  /// @throws UserFailure where the server cannot be reached or refuses, or what it answers are not
  ///   finite vectors of one length, one for each text
  /// @throws java.util.concurrent.CancellationException when cancelled; what was answered is kept
  public float[][] embeddings(List<String> texts, TaskContext context) {
    Set<String> missing = new LinkedHashSet<>();
    for (String text : texts) {
      if (!isEmbedded(text)) {
        missing.add(text);
      }
    }
    List<String> asked = List.copyOf(missing);
    for (int from = 0; from < asked.size(); from += TEXTS_PER_CALL) {
      context.checkCancelled();
      askForVectors(asked.subList(from, Math.min(asked.size(), from + TEXTS_PER_CALL)), context);
      context.progress(Math.min(asked.size(), from + TEXTS_PER_CALL), asked.size());
    }
    float[][] vectors = new float[texts.size()][];
    for (int i = 0; i < vectors.length; i++) {
      vectors[i] = kept(texts.get(i));
      if (vectors[i].length != vectors[0].length) {
        throw lengths(vectors[0].length, vectors[i].length);
      }
    }
    return vectors;
  }

  /// Whether the vector of a text is kept.
  public boolean isEmbedded(String text) {
    return answers.has(vectorKey(text));
  }

  private String vectorKey(String text) {
    return AnswerStore.key("embeddings", endpoint.origin(), endpoint.model(), text);
  }

  private float[] kept(String text) {
    String encoded =
        answers.find(vectorKey(text)).map(line -> line.path("vector").asString("")).orElse("");
    ByteBuffer bytes =
        ByteBuffer.wrap(Base64.getDecoder().decode(encoded)).order(ByteOrder.LITTLE_ENDIAN);
    float[] vector = new float[bytes.remaining() / Float.BYTES];
    bytes.asFloatBuffer().get(vector);
    return vector;
  }

  private void askForVectors(List<String> texts, TaskContext context) {
    ObjectNode body = Json.MAPPER.createObjectNode();
    body.put("model", endpoint.model());
    body.put("encoding_format", "float");
    var input = body.putArray("input");
    texts.forEach(input::add);
    JsonNode data = calls.post("embeddings", body, context).path("data");
    if (!data.isArray() || data.size() != texts.size()) {
      throw new UserFailure(
          endpoint.url()
              + " answered "
              + data.size()
              + " vectors to "
              + texts.size()
              + " texts; check that “"
              + endpoint.model()
              + "” is a model for embeddings.");
    }
    float[] @Nullable [] vectors = new float[texts.size()][];
    for (int i = 0; i < texts.size(); i++) {
      int index = data.path(i).path("index").asInt(i);
      if (index >= 0 && index < vectors.length) {
        vectors[index] = vector(data.path(i).path("embedding"));
      }
    }
    Map<String, ObjectNode> lines = new LinkedHashMap<>();
    for (int i = 0; i < texts.size(); i++) {
      float[] vector = vectors[i];
      if (vector == null) {
        throw new UserFailure(
            endpoint.url() + " left out the vector of a text; ask again or ask another model.");
      }
      ObjectNode line = entry("embeddings");
      line.put("prompt", texts.get(i));
      line.put("vector", encoded(vector));
      lines.put(vectorKey(texts.get(i)), line);
    }
    answers.keep(lines);
  }

  private float[] vector(JsonNode numbers) {
    if (!numbers.isArray() || numbers.isEmpty() || numbers.size() > MOST_DIMENSIONS) {
      throw new UserFailure(
          endpoint.url()
              + " answered something that is no vector; check that “"
              + endpoint.model()
              + "” is a model for embeddings.");
    }
    float[] vector = new float[numbers.size()];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) numbers.path(i).asDouble(Double.NaN);
      if (!Float.isFinite(vector[i])) {
        throw new UserFailure(
            endpoint.url() + " answered a vector with something that is no finite number in it.");
      }
    }
    return vector;
  }

  private UserFailure lengths(int one, int other) {
    return new UserFailure(
        endpoint.url()
            + " answered vectors of "
            + one
            + " and of "
            + other
            + " numbers, which cannot be compared; ask one model for all.");
  }

  private static String encoded(float[] vector) {
    ByteBuffer bytes =
        ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(vector);
    return Base64.getEncoder().encodeToString(bytes.array());
  }

  @Override
  public void close() {
    calls.close();
  }
}
