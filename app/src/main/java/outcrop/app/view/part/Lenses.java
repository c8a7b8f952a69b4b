package outcrop.app.view.part;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.TextColumn;
import outcrop.analysis.dataset.Conversation;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.spec.Lens;

/// Which lenses fit a field, and which one its values suggest.
final class Lenses {
  private static final int SAMPLED = 24;
  private static final int HEAD = 20_000;
  private static final Pattern ADDRESS =
      Pattern.compile("(?:https?|ftp|file)://\\S+", Pattern.CASE_INSENSITIVE);
  private static final Pattern MARKDOWN =
      Pattern.compile(
          "(?m)^#{1,6} \\S|\\*\\*\\S[^*\\n]*\\*\\*|^```|^\\s*[-*] \\S.*\\n\\s*[-*] \\S"
              + "|\\[[^\\]\\n]+\\]\\(\\S+\\)");

  private Lenses() {}

  /// The lenses that a field can be shown through, the plain one last.
  static List<Lens> fitting(Field field) {
    return switch (field.type()) {
      case NUMBER -> List.of(Lens.NUMBER, Lens.TEXT);
      case TIME -> List.of(Lens.TIME, Lens.TEXT);
      case IMAGE -> List.of(Lens.IMAGE, Lens.LINK, Lens.TEXT);
      case VECTOR -> List.of(Lens.VECTOR, Lens.TEXT);
      case LIST -> List.of(Lens.LIST, Lens.JSON, Lens.TEXT);
      case TEXT, CATEGORY ->
          List.of(
              Lens.MARKDOWN,
              Lens.CONVERSATION,
              Lens.JSON,
              Lens.LIST,
              Lens.LINK,
              Lens.IMAGE,
              Lens.TEXT);
    };
  }

  /// The lens that the type and some values of a field suggest.
  static Lens guess(Column column) {
    return switch (column.field().type()) {
      case NUMBER -> Lens.NUMBER;
      case TIME -> Lens.TIME;
      case IMAGE -> Lens.IMAGE;
      case VECTOR -> Lens.VECTOR;
      case LIST -> Lens.LIST;
      case TEXT, CATEGORY -> guess(values(column));
    };
  }

  /// Some values from all over the column, the beginnings of long ones.
  private static List<String> values(Column column) {
    List<String> found = new ArrayList<>();
    int rows = column.rowCount();
    int looked = Math.min(rows, SAMPLED);
    for (int i = 0; i < looked; i++) {
      int row = (int) ((long) i * rows / looked);
      if (!column.isMissing(row)) {
        found.add(
            column instanceof TextColumn text
                ? text.head(row, HEAD)
                : TextPages.of(column, row).part(0, HEAD));
      }
    }
    return found;
  }

  static Lens guess(List<String> values) {
    if (values.isEmpty()) {
      return Lens.TEXT;
    }
    if (all(values, value -> ADDRESS.matcher(value.strip()).matches())) {
      return Lens.LINK;
    }
    if (all(values, Lenses::looksLikeJson)) {
      // One that was cut cannot be read, so one that can decides.
      return values.stream().anyMatch(value -> Conversation.of(value).isPresent())
          ? Lens.CONVERSATION
          : Lens.JSON;
    }
    long marked = values.stream().filter(value -> MARKDOWN.matcher(value).find()).count();
    return marked * 4 >= values.size() ? Lens.MARKDOWN : Lens.TEXT;
  }

  private static boolean all(List<String> values, Predicate<String> test) {
    return values.stream().filter(value -> !value.isBlank()).allMatch(test)
        && values.stream().anyMatch(value -> !value.isBlank());
  }

  private static boolean looksLikeJson(String value) {
    String text = value.strip();
    char first = text.charAt(0);
    int second = text.length() < 2 ? ' ' : text.substring(1).stripLeading().codePointAt(0);
    return first == '{' && (second == '"' || second == '}')
        || first == '[' && "{[\"]-0123456789tfn".indexOf(second) >= 0;
  }

  /// What shows a field through a lens.
  static LensBody body(Lens lens, LensContext context, Column column) {
    return switch (lens) {
      case TEXT -> new TextLens(context.words(), column);
      case MARKDOWN -> new MarkdownLens(context, column);
      case CONVERSATION -> new ConversationLens(context, column);
      case JSON -> new JsonLens(context, column);
      case LIST -> new ListLens(context, column);
      case IMAGE -> new ImageLens(context, column);
      case VECTOR -> new VectorLens(context, column);
      case NUMBER -> new NumberLens(context, column);
      case TIME -> new TimeLens(context, column);
      case LINK -> new LinkLens(context, column);
    };
  }
}
