package outcrop.analysis.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import outcrop.analysis.dataset.Conversation.Turn;

final class ConversationTest {
  private static void assertTurns(String cell, Turn... turns) {
    assertEquals(
        Optional.of(new Conversation(List.of(turns))), Conversation.of(cell), "turns of " + cell);
  }

  @Test
  void bothFormsOfMessagesAreUnderstood() {
    assertTurns(
        "[{\"role\":\"user\",\"content\":\"Hi\"},{\"role\":\"assistant\",\"content\":\"Hello\\n"
            + "!\"}]",
        new Turn("user", "Hi"),
        new Turn("assistant", "Hello\n!"));
    assertTurns(
        " [ {\"from\":\"human\",\"value\":\"Hi\"}, {\"from\":\"gpt\",\"value\":\"\"} ]",
        new Turn("human", "Hi"),
        new Turn("gpt", ""));
  }

  @Test
  void partsOfAContentAreJoinedAndOtherKindsAreNamed() {
    assertTurns(
        "[{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"What is\"},"
            + "{\"type\":\"image_url\"},\"this?\"]}]",
        new Turn("user", "What is\n[image_url]\nthis?"));
  }

  @Test
  void aMessageWithoutContentShowsWhatItCarries() {
    assertTurns(
        "[{\"role\":\"assistant\",\"content\":null,\"tool_calls\":[{\"name\":\"add\"}]}]",
        new Turn("assistant", "tool_calls: [{\"name\":\"add\"}]"));
  }

  @Test
  void otherTextIsNoConversation() {
    for (String cell :
        List.of(
            "",
            "Hello",
            "[]",
            "[1,2]",
            "[\"a\"]",
            "{\"role\":\"user\",\"content\":\"Hi\"}",
            "[{\"role\":\"user\"}]",
            "[{\"slot\":\"time\",\"value\":3}]",
            "[{\"role\":\"user\",\"content\":\"Hi\"},{\"other\":1}]",
            "[{\"role\":\"user\",\"content\":\"Hi\"}",
            "[{cut")) {
      assertEquals(Optional.empty(), Conversation.of(cell), "no conversation: " + cell);
    }
    assertEquals(Optional.empty(), Conversation.of(null), "a missing cell is none");
  }
}
