package outcrop.analysis.endpoint;

/// One question to a language model.
///
/// @param role for what the question is asked, such as `assign`; kept with the answer, not sent
/// @param instructions what the model is to do
/// @param content what it is to do it with
/// @param temperature 0 for the likeliest answer
/// @param mostTokens the longest answer
/// @param json whether the answer is to be a JSON object
/// @param seed sent along, so that servers that can give the same answer again; also what keeps
///   apart two answers to the same question
public record ChatRequest(
    String role,
    String instructions,
    String content,
    double temperature,
    int mostTokens,
    boolean json,
    long seed) {}
