package outcrop.analysis.io;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Guesses how delimited text splits, from its head.
///
/// Each candidate reads the head; the one that splits most rows into the same number of fields,
/// more than one, wins. What is settled by options is not guessed.
final class DialectSniffer {
  private static final int ROWS = 500;
  private static final int SEVERAL = 3;
  private static final double REGULAR = 0.95;
  private static final double HARDLY = 0.6;
  private static final int MOST_COMMENTS_SHOWN = 200;
  private static final List<String> USUAL = List.of(",", "\t", ";", "|");
  private static final List<String> LONG =
      List.of(
          "::", "||", "|~|", "~|~", "^|^", "|^|", "~~", "^^", "@@", "@|@", "|@|", "##", "#|#",
          ";;");
  private static final List<String> ODD =
      List.of("\u0001", "\u001F", "\u001E", "~", "^", "\u00A6", "\u00A7", "\u00AC", ":");
  private static final int WIDE = 4;

  private final String head;
  private final Map<String, String> given;
  private final String extension;

  /// @param given settled options
  /// @param extension of the file, in lower case
  DialectSniffer(String head, Map<String, String> given, String extension) {
    this.head = head;
    this.given = given;
    this.extension = extension;
  }

  /// @param share of rows with the usual number of fields
  /// @param width the usual number of fields
  /// @param typed share of the cells below the first row that are numbers, times or empty
  /// @param whole whether the very first row has the usual number of fields
  /// @param broken whether the rules of quoting break somewhere
  private record Candidate(
      DelimitedDialect dialect,
      double share,
      int width,
      double typed,
      boolean whole,
      boolean broken) {}

  DelimitedDialect dialect() {
    char quote =
        given.containsKey(DelimitedReader.QUOTE)
            ? DelimitedDialect.character(given, DelimitedReader.QUOTE, '"')
            : quote();
    String comment =
        given.containsKey(DelimitedReader.COMMENT)
            ? DelimitedDialect.comment(given)
            : comment(quote);
    DelimitedDialect base =
        new DelimitedDialect(",", quote, DelimitedDialect.NONE, comment, isTrimmed());
    if (given.containsKey(DelimitedReader.ESCAPE)) {
      base = base.withEscape(DelimitedDialect.escape(given, quote));
    }
    DelimitedDialect chosen = delimited(base);
    if (!given.containsKey(DelimitedReader.QUOTE) && readsNothing(chosen)) {
      Candidate bare = candidate(delimited(base.withQuote(DelimitedDialect.NONE)));
      chosen = bare.width() > 1 && bare.share() >= REGULAR ? bare.dialect() : chosen;
    }
    if (!given.containsKey(DelimitedReader.QUOTE)) {
      chosen = singleQuoted(chosen);
    }
    if (!given.containsKey(DelimitedReader.ESCAPE)) {
      chosen = escaped(chosen);
    }
    return given.containsKey(DelimitedReader.TRIM) ? chosen : trimmed(chosen);
  }

  /// Single quotes where there are no double ones and rows come out regular only by them.
  private DelimitedDialect singleQuoted(DelimitedDialect plain) {
    if (plain.quote() != '"' || head.indexOf('"') >= 0 || head.indexOf('\'') < 0) {
      return plain;
    }
    Candidate without = candidate(plain);
    Candidate with = candidate(plain.withQuote('\''));
    boolean heals = with.share() == 1.0 && without.share() < 1.0 && !with.broken();
    return heals && with.width() >= Math.max(2, without.width()) ? with.dialect() : plain;
  }

  private DelimitedDialect delimited(DelimitedDialect base) {
    String settled = given.get(DelimitedReader.DELIMITER);
    return base.withDelimiter(
        settled == null ? delimiter(base) : DelimitedDialect.delimiter(settled));
  }

  /// Whether already the first row breaks the rules of quoting.
  private boolean readsNothing(DelimitedDialect dialect) {
    return HeadRows.of(head, dialect, 1).rows().isEmpty();
  }

  private boolean isTrimmed() {
    return Boolean.parseBoolean(given.get(DelimitedReader.TRIM));
  }

  private String delimiter(DelimitedDialect base) {
    String usual = extension.equals("tsv") || extension.equals("tab") ? "\t" : ",";
    Candidate best = candidate(base.withDelimiter(usual));
    for (String delimiter : USUAL) {
      Candidate other = candidate(base.withDelimiter(delimiter));
      if (better(other, best)) {
        best = other;
      }
    }
    boolean severalLines = head.lines().limit(2).count() > 1;
    for (String delimiter : LONG) {
      if (head.contains(delimiter)) {
        Candidate other = candidate(base.withDelimiter(delimiter));
        boolean part = delimiter.contains(best.dialect().delimiter());
        boolean whole = other.width() > 1 && other.share() == 1.0 && severalLines;
        if (whole && (part || best.width() < 2 || best.share() < REGULAR)) {
          best = other;
        }
      }
    }
    if (best.width() < 2 || best.share() < HARDLY) {
      best = odd(base, best);
    }
    return best.width() < 2 ? usual : best.dialect().delimiter();
  }

  /// Characters that delimit seldom and stand in texts and times otherwise.
  private Candidate odd(DelimitedDialect base, Candidate usual) {
    long lines = head.lines().limit(6).count();
    for (String delimiter : ODD) {
      Candidate other = candidate(base.withDelimiter(delimiter));
      int least = delimiter.equals(":") ? WIDE : 2;
      if (other.width() >= least && other.share() >= REGULAR && lines > 1) {
        return other;
      }
    }
    Candidate blank = candidate(base.withDelimiter(" "));
    if (blank.width() > 1 && blank.share() == 1.0 && lines > 5) {
      return blank;
    }
    Candidate blanks = candidate(base.withDelimiter(DelimitedDialect.BLANKS));
    boolean columns = blanks.width() > 1 && blanks.share() == 1.0 && lines > SEVERAL;
    return columns && blanks.typed() >= 1.0 / SEVERAL ? blanks : usual;
  }

  private static boolean better(Candidate a, Candidate b) {
    if (a.width() < 2) {
      return false;
    }
    if (b.width() < 2) {
      return true;
    }
    if (a.share() >= REGULAR && b.share() >= REGULAR) {
      if (a.whole() != b.whole()) {
        return a.whole();
      }
      if (Math.abs(a.typed() - b.typed()) > 0.1) {
        return a.typed() > b.typed();
      }
    }
    return a.share() > b.share() + 0.05 || a.share() >= b.share() - 0.05 && a.width() > b.width();
  }

  /// A single quote where fields are wrapped in it and never in double quotes.
  private char quote() {
    long doubles = countWrapped('"');
    long singles = countWrapped('\'');
    return doubles == 0 && singles >= SEVERAL ? '\'' : '"';
  }

  private long countWrapped(char quote) {
    long count = 0;
    for (String line : head.lines().limit(ROWS).toList()) {
      for (String field : line.split("[,;\t|]", -1)) {
        if (field.length() >= 2
            && field.charAt(0) == quote
            && field.charAt(field.length() - 1) == quote) {
          count++;
        }
      }
    }
    return count;
  }

  /// Lines that begin with `#` are comments unless they look like the rows: a single one at the top
  /// that has as many fields as the rows is a header, and where others begin with `##` only those
  /// are comments.
  private String comment(char quote) {
    List<String> lines = head.lines().filter(line -> !line.isBlank()).limit(ROWS).toList();
    List<String> marked = lines.stream().filter(line -> line.startsWith("#")).toList();
    if (marked.isEmpty() || 2 * marked.size() >= lines.size() + MOST_COMMENTS_SHOWN) {
      return "";
    }
    List<String> rest = lines.stream().filter(line -> !line.startsWith("#")).toList();
    if (rest.isEmpty()) {
      return "";
    }
    DialectSniffer plain = new DialectSniffer(String.join("\n", rest), given, extension);
    DelimitedDialect guess =
        new DelimitedDialect(",", quote, DelimitedDialect.NONE, "", isTrimmed());
    DelimitedDialect dialect = plain.delimited(guess);
    int width = plain.candidate(dialect).width();
    List<String> fitting =
        marked.stream().filter(line -> width > 1 && widthOf(line, dialect) == width).toList();
    if (fitting.size() == marked.size()
        && (marked.size() > 1 || lines.getFirst().startsWith("#"))) {
      return "";
    }
    boolean header = fitting.size() == 1 && !fitting.getFirst().startsWith("##");
    return header && marked.stream().filter(line -> !line.startsWith("##")).count() == 1
        ? "##"
        : "#";
  }

  private static int widthOf(String line, DelimitedDialect dialect) {
    DelimitedParser parser = new DelimitedParser(dialect);
    parser.parse(line.toCharArray(), 0, line.length(), true);
    return parser.fields();
  }

  /// A backslash before quotes or delimiters escapes where rows are more regular if it does.
  private DelimitedDialect escaped(DelimitedDialect plain) {
    boolean beforeQuote =
        plain.quote() != DelimitedDialect.NONE && head.contains("\\" + plain.quote());
    boolean beforeDelimiter =
        !plain.isBlanks()
            && !plain.delimiter().isEmpty()
            && head.contains("\\" + plain.delimiter());
    if (!beforeQuote && !beforeDelimiter) {
      return plain;
    }
    Candidate without = candidate(plain);
    Candidate with = candidate(plain.withEscape('\\'));
    boolean heals = without.broken() && !with.broken();
    return with.width() >= without.width() && (heals || with.share() > without.share())
        ? with.dialect()
        : plain;
  }

  /// Blanks between a delimiter and a quote do not count where all such fields are well quoted.
  private DelimitedDialect trimmed(DelimitedDialect plain) {
    if (plain.quote() == DelimitedDialect.NONE || plain.delimiter().isBlank() || plain.isBlanks()) {
      return plain;
    }
    String quote = Pattern.quote(String.valueOf(plain.quote()));
    String delimiter = Pattern.quote(plain.delimiter());
    Pattern apart = Pattern.compile(delimiter + " +" + quote + "|" + quote + " +" + delimiter);
    if (!apart.matcher(head).find()) {
      return plain;
    }
    Candidate without = candidate(plain);
    Candidate with = candidate(plain.withTrim(true));
    if (without.broken() && !with.broken() && with.width() >= without.width()) {
      return with.dialect();
    }
    boolean asRegular = with.share() >= without.share() && with.width() >= 2;
    boolean whole = !with.broken() || without.broken();
    return asRegular && whole && !head.contains(plain.delimiter() + plain.quote())
        ? with.dialect()
        : with.share() > without.share() && whole ? with.dialect() : plain;
  }

  /// Whether quotes are just characters here: all rows are regular if quotes mean nothing, more
  /// fields begin with one than are wrapped in two, and the rules of quoting either break at
  /// several of them or join most lines into few rows.
  boolean quotesMeanNothing(DelimitedDialect dialect) {
    if (dialect.delimiter().isEmpty() || dialect.quote() == DelimitedDialect.NONE) {
      return false;
    }
    HeadRows quoted = HeadRows.of(head, dialect, Integer.MAX_VALUE);
    int wrapped = 0;
    int open = 0;
    char quote = dialect.quote();
    String between = dialect.isBlanks() ? "[ \t]+" : Pattern.quote(dialect.delimiter());
    // What breaks the rules may stand further down than the rows that show the delimiter.
    long lines = quoted.broken() ? quoted.lines() + 1L : ROWS;
    for (String line : head.lines().limit(Math.max(lines, ROWS)).toList()) {
      for (String field : line.split(between, -1)) {
        if (!field.isEmpty() && field.charAt(0) == quote) {
          boolean closed = field.length() > 1 && field.charAt(field.length() - 1) == quote;
          wrapped += closed ? 1 : 0;
          open += closed ? 0 : 1;
        }
      }
    }
    Candidate plain = candidate(dialect.withQuote(DelimitedDialect.NONE));
    return open > wrapped
        && plain.width() > 1
        && plain.share() == 1.0
        && breaks(quoted, open, wrapped);
  }

  /// That the head ends inside a quote says nothing: it may be cut off there.
  private static boolean breaks(HeadRows rows, int open, int wrapped) {
    if (rows.broken()) {
      return open >= SEVERAL || open > 1 && wrapped == 0;
    }
    return rows.lines() >= 10 && 2 * rows.rows().size() < rows.lines();
  }

  private Candidate candidate(DelimitedDialect dialect) {
    HeadRows all = HeadRows.of(head, dialect, ROWS);
    List<List<String>> rows = all.rows();
    int width = usualWidth(rows);
    int preamble = all.preamble(width);
    List<List<String>> counted = rows.subList(preamble, rows.size());
    long usual = counted.stream().filter(row -> row.size() == width).count();
    double share = counted.isEmpty() ? 0 : (double) usual / counted.size();
    return new Candidate(
        dialect, share, width, typedShare(counted), isWhole(rows, width), all.broken());
  }

  private static boolean isWhole(List<List<String>> rows, int width) {
    return !rows.isEmpty() && rows.getFirst().size() == width;
  }

  private static double typedShare(List<List<String>> rows) {
    NumberText plain = new NumberText();
    NumberText comma = new NumberText(new NumberStyle(',', '.'));
    TimeText time = new TimeText(null);
    long cells = 0;
    long typed = 0;
    for (List<String> row : rows.subList(Math.min(1, rows.size()), Math.min(50, rows.size()))) {
      for (String cell : row) {
        cells++;
        typed +=
            cell.isEmpty()
                    || isTyped(cell, plain, time)
                    || comma.read(cell.toCharArray(), 0, cell.length()) == NumberText.Kind.DECIMAL
                ? 1
                : 0;
      }
    }
    return cells == 0 ? 0 : (double) typed / cells;
  }

  /// The most frequent number of fields, the larger one of two as frequent.
  static int usualWidth(List<List<String>> rows) {
    Map<Integer, Integer> widths = new HashMap<>();
    rows.forEach(row -> widths.merge(row.size(), 1, Integer::sum));
    return widths.entrySet().stream()
        .max(
            Map.Entry.<Integer, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .orElse(1);
  }

  /// Whether the first row names the fields: it does unless it looks like the rows below it. A
  /// first row of empty cells is a header whose names were left out.
  static boolean hasHeader(List<List<String>> rows, NumberStyle style) {
    if (rows.isEmpty()) {
      return false;
    }
    if (rows.getFirst().stream().allMatch(String::isEmpty)) {
      return rows.size() > 1;
    }
    HeaderVotes votes = HeaderVotes.of(rows, style);
    return votes.sum() > 0 || votes.sum() == 0 && !votes.repeated();
  }

  private static boolean isTyped(String text, NumberText number, TimeText time) {
    char[] chars = text.toCharArray();
    return switch (number.read(chars, 0, chars.length)) {
      case INTEGER, DECIMAL, INEXACT -> true;
      case SPECIAL, MARKER, NONE -> time.read(chars, 0, chars.length);
    };
  }

  /// Whether the text looks like columns that are told apart by their place alone: lines of one
  /// length with blanks at the same places in all of them.
  static boolean isFixedWidth(String head) {
    List<String> lines =
        new ArrayList<>(head.lines().filter(line -> !line.isBlank()).limit(100).toList());
    if (lines.size() < 5) {
      return false;
    }
    lines.removeLast();
    int shortest = lines.stream().mapToInt(String::length).min().orElse(0);
    int longest = lines.stream().mapToInt(String::length).max().orElse(0);
    if (shortest < 10 || longest > shortest + shortest / 4) {
      return false;
    }
    int gaps = 0;
    boolean inGap = true;
    for (int i = 0; i < shortest; i++) {
      int place = i;
      boolean blank = lines.stream().allMatch(line -> line.charAt(place) == ' ');
      gaps += blank && !inGap ? 1 : 0;
      inGap = blank;
    }
    return gaps >= 2;
  }
}
