/// Speaks with a language model that the user brought: any server of the chat and embeddings
/// protocol that OpenAI made common, on this machine or elsewhere. Nothing is sent without the
/// project's consent, and every answer is kept so that it is neither paid nor waited for twice.
@NullMarked
package outcrop.analysis.endpoint;

import org.jspecify.annotations.NullMarked;
