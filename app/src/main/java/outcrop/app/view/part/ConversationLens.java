package outcrop.app.view.part;

import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.Column;
import outcrop.analysis.dataset.Conversation;

/// A list of messages as turns.
final class ConversationLens extends ParsedLens {
  private final ConversationPane pane;

  ConversationLens(LensContext context, Column column) {
    super(context, column);
    pane = new ConversationPane(context.words());
  }

  @Override
  @Nullable Node read(String value, HitFinder hits) {
    Conversation conversation = Conversation.of(value).orElse(null);
    if (conversation == null) {
      return null;
    }
    pane.setTurns(conversation, text -> hits.hits(column.field().name(), text));
    return pane;
  }
}
