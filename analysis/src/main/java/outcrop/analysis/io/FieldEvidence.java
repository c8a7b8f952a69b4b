package outcrop.analysis.io;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.dataset.ValueFormat;
import outcrop.analysis.image.ImageFormat;

/// Counts what the cells of one field look like, as a ground to guess its type.
final class FieldEvidence {
  private static final int SHORTEST_TIME = 6;
  private static final int LONGEST_TIME = 40;
  private static final int DISTINCT_KNOWN = 50_000;
  private static final int IMAGE_HEAD = 12;
  private static final int LONGEST_PATH = 1024;

  private final boolean quotesMeanText;
  private final NumberTexts numbers;
  private NumberText number;
  private final ListText list = new ListText();
  private final TimeText compact = new TimeText(TimeText.COMPACT_DAY);
  private int compactDays;
  private final TimeText iso = new TimeText(null);
  private final int[] patternCounts = new int[TimeText.PATTERNS.size()];
  // Made when the first cell asks for them: thousands of columns hold no times.
  private TimeText[] patterns = {};
  private final Set<Long> distinct = new HashSet<>();
  private final int[] kinds = new int[NumberText.Kind.values().length];
  private final int[] timeFormats = new int[ValueFormat.values().length];
  private long rows;
  private long missing;
  private long empty;
  private long booleans;
  private long images;
  private final int[] lists = new int[ListText.Elements.values().length];
  private int fewestElements = Integer.MAX_VALUE;
  private int mostElements;
  private long vectors;
  private @Nullable String booleanStyle;
  private boolean oneBooleanStyle = true;
  private long objects;
  private long chars;
  private long words;
  private int longest;
  private @Nullable Example noNumber;
  private @Nullable Example inexact;

  /// A cell that stands for its kind.
  record Example(long line, String text) {
    private static final int SHOWN = 40;

    static Example of(long line, char[] chars, int start, int length) {
      return new Example(line, snippet(new String(chars, start, Math.min(length, SHOWN + 1))));
    }

    static String snippet(String text) {
      String flat = text.replaceAll("\\s+", " ");
      return flat.length() > SHOWN ? flat.substring(0, SHOWN) + '…' : flat;
    }
  }

  FieldEvidence(boolean quotesMeanText) {
    this(quotesMeanText, List.of(NumberStyle.PLAIN));
  }

  /// @param styles how each source writes numbers
  FieldEvidence(boolean quotesMeanText, List<NumberStyle> styles) {
    this.numbers = new NumberTexts(styles);
    this.number = numbers.of(0);
    this.quotesMeanText = quotesMeanText;
  }

  void addAll(RowBatch batch, int column) {
    number = numbers.of(batch.source());
    for (int row = 0; row < batch.rows(); row++) {
      if (batch.isMissing(row, column)) {
        addMissing();
      } else if (batch.isFloats(row, column)) {
        addFloats(batch.length(row, column) / 2);
      } else {
        add(
            batch.chars(),
            batch.start(row, column),
            batch.length(row, column),
            batch.isQuoted(row, column),
            batch.line(row));
      }
    }
  }

  void addMissing() {
    rows++;
    missing++;
  }

  private void addFloats(int length) {
    rows++;
    vectors++;
    kinds[NumberText.Kind.NONE.ordinal()]++;
    addList(ListText.Elements.NUMBERS, length);
  }

  private void addList(ListText.Elements elements, int length) {
    lists[elements.ordinal()]++;
    fewestElements = Math.min(fewestElements, length);
    mostElements = Math.max(mostElements, length);
  }

  void add(char[] text, int start, int length, boolean quoted, long line) {
    rows++;
    if (length == 0) {
      empty++;
    }
    if (length > 1 && (text[start] == '{' || text[start] == '[' && text[start + 1] == '{')) {
      objects++;
    }
    chars += length;
    longest = Math.max(longest, length);
    countWords(text, start, length);
    if (distinct.size() < DISTINCT_KNOWN) {
      distinct.add(hash(text, start, length));
    }
    NumberText.Kind kind = number.read(text, start, length);
    if (quoted
        && quotesMeanText
        && kind != NumberText.Kind.SPECIAL
        && kind != NumberText.Kind.MARKER) {
      kind = NumberText.Kind.NONE;
    }
    kinds[kind.ordinal()]++;
    switch (kind) {
      case INEXACT -> {
        if (inexact == null) {
          inexact = Example.of(line, text, start, length);
        }
      }
      case NONE -> addWord(text, start, length, line);
      case INTEGER -> {
        if (length == TimeText.COMPACT_DAY.length() && compact.read(text, start, length)) {
          compactDays++;
        }
      }
      case DECIMAL, SPECIAL, MARKER -> {}
    }
  }

  /// Whether a text ends like the name of an image, or is one.
  private static boolean isImage(char[] text, int start, int length) {
    int shown = Math.min(length, IMAGE_HEAD);
    return new String(text, start, shown).startsWith("data:image/")
        || length > 4
            && length <= LONGEST_PATH
            && ImageFormat.ofName(new String(text, start + length - shown, shown)).isPresent();
  }

  /// Cells that name an image or hold one.
  long images() {
    return images;
  }

  private void addWord(char[] text, int start, int length, long line) {
    if (noNumber == null) {
      noNumber = Example.of(line, text, start, length);
    }
    if (isImage(text, start, length)) {
      images++;
    }
    if (text[start] == '[') {
      ListText.Elements elements = list.kind(text, start, length);
      if (elements != null) {
        addList(elements, list.elements());
      }
    } else if (length >= SHORTEST_TIME
        && length <= LONGEST_TIME
        && TimeText.mayStart(text, start, length)) {
      if (iso.read(text, start, length)) {
        timeFormats[iso.format().ordinal()]++;
      } else {
        if (patterns.length == 0) {
          patterns = TimeText.PATTERNS.stream().map(TimeText::new).toArray(TimeText[]::new);
        }
        for (int i = 0; i < patterns.length; i++) {
          if (patterns[i].read(text, start, length)) {
            patternCounts[i]++;
          }
        }
      }
    } else if (length == 4 || length == 5) {
      String word = new String(text, start, length);
      if (word.equalsIgnoreCase("true") || word.equalsIgnoreCase("false")) {
        booleans++;
        String style = booleanStyle(word);
        oneBooleanStyle &= booleanStyle == null || booleanStyle.equals(style);
        booleanStyle = style;
      }
    }
  }

  /// `lower`, `Title` or `UPPER`; anything else is a style of its own.
  private static String booleanStyle(String word) {
    String body = word.substring(1);
    boolean lowerBody = body.chars().allMatch(Character::isLowerCase);
    boolean upperBody = body.chars().allMatch(Character::isUpperCase);
    return Character.isUpperCase(word.charAt(0)) + "/" + (lowerBody ? "l" : upperBody ? "u" : word);
  }

  private void countWords(char[] text, int start, int length) {
    boolean inWord = false;
    int end = start + Math.min(length, 1 << 16);
    for (int i = start; i < end; i++) {
      boolean blank = text[i] <= ' ';
      if (!blank && !inWord) {
        words++;
      }
      inWord = !blank;
    }
  }

  private static long hash(char[] text, int start, int length) {
    long hash = length;
    for (int i = start; i < start + length; i++) {
      hash = (hash ^ text[i]) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 29;
    }
    return hash;
  }

  long rows() {
    return rows;
  }

  long missing() {
    return missing;
  }

  /// Rows with a value, the empty text included.
  long values() {
    return rows - missing;
  }

  long empty() {
    return empty;
  }

  int count(NumberText.Kind kind) {
    return kinds[kind.ordinal()];
  }

  int count(ValueFormat isoFormat) {
    return timeFormats[isoFormat.ordinal()];
  }

  /// Cells that are a list of these elements.
  int count(ListText.Elements elements) {
    return lists[elements.ordinal()];
  }

  /// Cells that came as vectors.
  long vectors() {
    return vectors;
  }

  /// The common length of all lists, −1 where they differ or there is none.
  int listLength() {
    return fewestElements == mostElements ? mostElements : -1;
  }

  /// Integers of eight digits that are days when read as year, month and day.
  int compactDays() {
    return compactDays;
  }

  int patternCount(int pattern) {
    return patternCounts[pattern];
  }

  boolean wholelyBoolean() {
    return booleans > 0 && booleans == values() && oneBooleanStyle;
  }

  int distinct() {
    return distinct.size();
  }

  boolean allDistinct() {
    return distinct.size() == values() && missing == 0 && rows > 0;
  }

  double distinctShare() {
    return values() == 0 ? 0 : (double) distinct.size() / Math.min(values(), DISTINCT_KNOWN);
  }

  double meanLength() {
    return values() == 0 ? 0 : (double) chars / values();
  }

  double meanWords() {
    return values() == 0 ? 0 : (double) words / values();
  }

  /// Whether most cells are JSON objects or lists of them.
  boolean mostlyObjects() {
    return objects * 2 > values();
  }

  int longest() {
    return longest;
  }

  /// The first cell that is neither number nor marker.
  @Nullable Example noNumber() {
    return noNumber;
  }

  /// The first number that would lose something.
  @Nullable Example inexact() {
    return inexact;
  }

  int bestPattern() {
    int best = 0;
    for (int i = 1; i < patternCounts.length; i++) {
      if (patternCounts[i] > patternCounts[best]) {
        best = i;
      }
    }
    return best;
  }
}
