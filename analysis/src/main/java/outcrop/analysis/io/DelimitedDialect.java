package outcrop.analysis.io;

import java.util.Map;
import outcrop.analysis.task.UserFailure;

/// How delimited text splits into rows and fields.
///
/// @param delimiter between fields, one or more characters; [#WHOLE_LINES] where a line is one
///   field, [#BLANKS] where any run of blanks is one delimiter
/// @param quote around fields, [#NONE] where no character quotes
/// @param escape before a quote, a delimiter or itself to take it as it is; [#NONE] where a quote
///   inside quotes is doubled
/// @param comment how a line begins that is no row, empty where none does
/// @param trim whether blanks around fields do not count, also around quotes
record DelimitedDialect(String delimiter, char quote, char escape, String comment, boolean trim) {
  /// Stands for no character: text that holds a zero is refused before.
  static final char NONE = '\0';

  static final String WHOLE_LINES = "";
  static final String BLANKS = "blanks";

  private static final String TAB_WORD = "tab";
  private static final String SPACE_WORD = "space";
  private static final String NONE_WORD = "none";
  private static final String DOUBLED_WORD = "doubled";
  private static final int LONGEST_DELIMITER = 16;

  DelimitedDialect(char delimiter, char quote) {
    this(String.valueOf(delimiter), quote, NONE, "", false);
  }

  DelimitedDialect withDelimiter(String other) {
    return new DelimitedDialect(other, quote, escape, comment, trim);
  }

  DelimitedDialect withQuote(char other) {
    return new DelimitedDialect(delimiter, other, escape, comment, trim);
  }

  DelimitedDialect withEscape(char other) {
    return new DelimitedDialect(delimiter, quote, other, comment, trim);
  }

  DelimitedDialect withTrim(boolean other) {
    return new DelimitedDialect(delimiter, quote, escape, comment, other);
  }

  /// Whether one character delimits, quotes are doubled, and nothing else is special: what the fast
  /// parser reads.
  boolean isPlain() {
    return delimiter.length() == 1 && escape == NONE && comment.isEmpty() && !trim;
  }

  boolean isBlanks() {
    return delimiter.equals(BLANKS);
  }

  /// @param options complete
  static DelimitedDialect of(Map<String, String> options) {
    char quote = character(options, DelimitedReader.QUOTE, '"');
    return new DelimitedDialect(
        delimiter(options.getOrDefault(DelimitedReader.DELIMITER, ",")),
        quote,
        escape(options, quote),
        comment(options),
        Boolean.parseBoolean(options.get(DelimitedReader.TRIM)));
  }

  /// Writes what [#of] reads.
  void into(Map<String, String> options) {
    options.put(DelimitedReader.DELIMITER, word(delimiter));
    options.put(DelimitedReader.QUOTE, quote == NONE ? NONE_WORD : word(String.valueOf(quote)));
    options.put(
        DelimitedReader.ESCAPE, escape == NONE ? DOUBLED_WORD : word(String.valueOf(escape)));
    options.put(DelimitedReader.COMMENT, comment.isEmpty() ? NONE_WORD : comment);
    options.put(DelimitedReader.TRIM, Boolean.toString(trim));
  }

  static String delimiter(String value) {
    if (value.equals(NONE_WORD) || value.isEmpty()) {
      return WHOLE_LINES;
    }
    if (value.equals(BLANKS)) {
      return BLANKS;
    }
    String text = characters(value);
    if (text.length() > LONGEST_DELIMITER || text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
      throw new UserFailure(
          "The delimiter \""
              + value
              + "\" must be at most "
              + LONGEST_DELIMITER
              + " characters without a line break, or one of the words tab, space, blanks, none.");
    }
    return text;
  }

  static char character(Map<String, String> options, String option, char usual) {
    String value = options.get(option);
    if (value == null) {
      return usual;
    }
    if (value.isEmpty() || value.equals(NONE_WORD)) {
      return NONE;
    }
    String text = characters(value);
    if (text.length() != 1 || text.equals("\n") || text.equals("\r")) {
      throw new UserFailure(
          "The " + option + " \"" + value + "\" must be one character, or the word none.");
    }
    return text.charAt(0);
  }

  static char escape(Map<String, String> options, char quote) {
    String value = options.getOrDefault(DelimitedReader.ESCAPE, DOUBLED_WORD);
    if (value.equals(DOUBLED_WORD)) {
      return NONE;
    }
    char escape = character(options, DelimitedReader.ESCAPE, NONE);
    return escape == quote ? NONE : escape;
  }

  static String comment(Map<String, String> options) {
    String value = options.getOrDefault(DelimitedReader.COMMENT, NONE_WORD);
    return value.equals(NONE_WORD) ? "" : value;
  }

  private static String characters(String value) {
    return switch (value) {
      case TAB_WORD -> "\t";
      case SPACE_WORD -> " ";
      default -> value.replace("\\t", "\t");
    };
  }

  private static String word(String text) {
    return switch (text) {
      case "\t" -> TAB_WORD;
      case " " -> SPACE_WORD;
      case WHOLE_LINES -> NONE_WORD;
      default -> text;
    };
  }
}
