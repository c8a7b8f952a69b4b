package outcrop.analysis.index;

import org.apache.lucene.queryparser.flexible.standard.parser.ParseException;
import org.apache.lucene.queryparser.flexible.standard.parser.Token;
import org.jspecify.annotations.Nullable;

/// Finds the words for what the parser could not read.
final class SyntaxTrouble {
  private SyntaxTrouble() {}

  static QuerySyntaxException of(String query, QueryText text, Exception failure) {
    int quote = openQuote(query);
    if (quote >= 0) {
      return new QuerySyntaxException(
          quote, "The quotation mark at character " + (quote + 1) + " is not closed.");
    }
    Token next =
        failure instanceof ParseException parse && parse.currentToken != null
            ? parse.currentToken.next
            : null;
    int position = next == null ? query.length() : text.position(offset(text, next));
    int open = openBracket(query);
    if (open >= 0) {
      return new QuerySyntaxException(
          open, "The “" + query.charAt(open) + "” at character " + (open + 1) + " is not closed.");
    }
    if (failure instanceof NumberFormatException) {
      return new QuerySyntaxException(
          query.length(), "After “~” of a phrase there must be a whole number: \"two words\"~3.");
    }
    return new QuerySyntaxException(position, sentence(query, position, next));
  }

  private static int offset(QueryText text, Token token) {
    int line = 1;
    int start = 0;
    String prepared = text.prepared();
    while (line < token.beginLine && prepared.indexOf('\n', start) >= 0) {
      start = prepared.indexOf('\n', start) + 1;
      line++;
    }
    return start + token.beginColumn;
  }

  private static String sentence(String query, int position, @Nullable Token next) {
    if (position >= query.length() || next == null || next.image.isEmpty()) {
      String last = query.strip();
      return last.endsWith("\\")
          ? "The query ends with a backslash; write \\\\ to search for one."
          : last.endsWith("/") || last.startsWith("/")
              ? "The regular expression is not closed with “/”, or holds a bare “/” or “[/]”."
              : "The query ends where a word, a value or a group is expected.";
    }
    if (next.image.equals(")")) {
      return "The “)” at character " + (position + 1) + " closes nothing, or a group is empty.";
    }
    return "The query cannot be read at character "
        + (position + 1)
        + ", at “"
        + next.image
        + "”; put words with special characters in quotation marks.";
  }

  private static int openQuote(String query) {
    int open = -1;
    for (int i = 0; i < query.length(); i++) {
      char c = query.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '"') {
        open = open < 0 ? i : -1;
      }
    }
    return open;
  }

  /// The first bracket that nothing closes, −1 where all are closed.
  private static int openBracket(String query) {
    int[] open = new int[query.length()];
    int depth = 0;
    boolean quoted = false;
    for (int i = 0; i < query.length(); i++) {
      char c = query.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == '(' || c == '[' || c == '{')) {
        open[depth++] = i;
      } else if (!quoted && depth > 0 && (c == ')' || c == ']' || c == '}')) {
        depth--;
      }
    }
    return depth == 0 ? -1 : open[0];
  }
}
