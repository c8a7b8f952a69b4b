package outcrop.analysis.io;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.ValueFormat;

/// The type that a field seems to have.
///
/// Ground rule: a type is taken only where every value survives it. Numbers with leading zeros, a
/// plus or more digits than a double holds stay text, because they name things or would change; few
/// cells that do not fit ([#isRare]) do not spoil a type, they go into quarantine.
///
/// @param pattern how times are written, null for ISO 8601 and other types
/// @param warnings one sentence each
record TypeGuess(
    FieldType type, ValueFormat format, @Nullable String pattern, List<String> warnings) {
  /// At most so many misfits, and at most this share of the rows, do not spoil a type.
  static final int RARE_COUNT = 20;

  private static final double RARE_SHARE = 0.001;
  private static final double NEARLY = 0.9;
  private static final double LONG_MEAN = 40;
  private static final double WORDY_MEAN = 5;
  private static final double WORDY_SHARE = 0.5;
  private static final int VECTOR_LENGTH = 16;
  private static final Pattern VECTOR_NAME =
      Pattern.compile(
          "(?i)(^|[_.\\-])(emb|embeds?|embeddings?|vec|vectors?|features|logits|probs?|probabilities|"
              + "latents?|activations|descriptors?)($|[_.\\-\\d])");

  private static final Pattern DAY_NAMES =
      Pattern.compile(
          "(?i)date|datum|(^|[_\\s.-])(day|dt|ymd|dob|yyyymmdd)($|[_\\s.-])|(Day|DATE|Dt)$");

  static boolean isRare(long misfits, long rows) {
    return misfits <= RARE_COUNT && misfits <= RARE_SHARE * rows;
  }

  static TypeGuess of(String field, FieldEvidence seen) {
    List<String> warnings = new ArrayList<>();
    if (isCompactDay(field, seen)) {
      return new TypeGuess(FieldType.TIME, ValueFormat.DATE, TimeText.COMPACT_DAY, warnings);
    }
    TypeGuess number = number(field, seen, warnings);
    if (number != null) {
      return number;
    }
    if (seen.wholelyBoolean()) {
      return new TypeGuess(FieldType.CATEGORY, ValueFormat.BOOLEAN, null, warnings);
    }
    if (seen.images() > 0 && seen.images() >= NEARLY * (seen.values() - seen.empty())) {
      return new TypeGuess(FieldType.IMAGE, ValueFormat.PLAIN, null, warnings);
    }
    TypeGuess list = list(field, seen, warnings);
    if (list != null) {
      return list;
    }
    TypeGuess time = time(field, seen, warnings);
    return time != null
        ? time
        : new TypeGuess(words(seen), ValueFormat.PLAIN, null, List.copyOf(warnings));
  }

  /// Lists of texts or of numbers; a vector where all have one length and it is long, or the name
  /// says so, or the source has them as vectors.
  private static @Nullable TypeGuess list(String field, FieldEvidence seen, List<String> warnings) {
    int texts = seen.count(ListText.Elements.TEXTS);
    int whole = seen.count(ListText.Elements.WHOLE_NUMBERS);
    int numbers = whole + seen.count(ListText.Elements.NUMBERS);
    int lists = texts + numbers + seen.count(ListText.Elements.EMPTY);
    boolean mixed = texts > 0 && numbers > 0;
    if (texts + numbers == 0 || mixed || !isRare(seen.values() - lists, seen.rows())) {
      return null;
    }
    int length = seen.listLength();
    boolean named = VECTOR_NAME.matcher(field).find();
    if (numbers == lists
        && length > 1
        && (length >= VECTOR_LENGTH || named || seen.vectors() == seen.values())) {
      return new TypeGuess(FieldType.VECTOR, ValueFormat.PLAIN, null, warnings);
    }
    ValueFormat format =
        texts > 0
            ? ValueFormat.PLAIN
            : numbers == whole ? ValueFormat.INTEGER : ValueFormat.DECIMAL;
    return new TypeGuess(FieldType.LIST, format, null, warnings);
  }

  /// Numbers such as 20240131 are days only where the name says so and all of them can be.
  private static boolean isCompactDay(String field, FieldEvidence seen) {
    return seen.compactDays() > 0
        && seen.compactDays() == seen.values() - seen.count(NumberText.Kind.MARKER)
        && DAY_NAMES.matcher(field).find();
  }

  /// CATEGORY or TEXT by length, words and repetition.
  static FieldType words(FieldEvidence seen) {
    boolean longTexts = seen.meanLength() > LONG_MEAN;
    boolean wordy = seen.meanWords() >= WORDY_MEAN && seen.distinctShare() > WORDY_SHARE;
    return longTexts || wordy ? FieldType.TEXT : FieldType.CATEGORY;
  }

  private static @Nullable TypeGuess number(
      String field, FieldEvidence seen, List<String> warnings) {
    int integers = seen.count(NumberText.Kind.INTEGER);
    int decimals = seen.count(NumberText.Kind.DECIMAL);
    int inexact = seen.count(NumberText.Kind.INEXACT);
    long others = seen.count(NumberText.Kind.NONE);
    if (integers + decimals == 0) {
      return null;
    }
    FieldEvidence.Example odd = seen.noNumber();
    if (!isRare(others, seen.rows())) {
      if (odd != null && integers + decimals >= NEARLY * seen.values()) {
        warnings.add(
            field
                + " holds \""
                + odd.text()
                + "\" on line "
                + odd.line()
                + ", which is no number, so the field is kept as text.");
      }
      return null;
    }
    FieldEvidence.Example lossy = seen.inexact();
    if (inexact > 0 && lossy != null) {
      warnings.add(
          field
              + " holds \""
              + lossy.text()
              + "\" on line "
              + lossy.line()
              + ", which would change as a number, so the field is kept as text.");
      return null;
    }
    boolean whole = decimals == 0 && seen.count(NumberText.Kind.SPECIAL) == 0;
    return new TypeGuess(
        FieldType.NUMBER, whole ? ValueFormat.INTEGER : ValueFormat.PLAIN, null, warnings);
  }

  private static @Nullable TypeGuess time(String field, FieldEvidence seen, List<String> warnings) {
    long values = seen.values() - seen.count(NumberText.Kind.MARKER);
    int days = seen.count(ValueFormat.DATE);
    int locals = seen.count(ValueFormat.DATETIME);
    int moments = seen.count(ValueFormat.INSTANT);
    if (days + locals + moments > 0) {
      if (!isRare(values - days - locals - moments, seen.rows())) {
        return null;
      }
      if (moments > 0 && days + locals > 0) {
        warnings.add(
            field
                + " holds times with and without a time zone, which do not compare, so the field is"
                + " kept as text.");
        return null;
      }
      ValueFormat format =
          moments > 0 ? ValueFormat.INSTANT : locals > 0 ? ValueFormat.DATETIME : ValueFormat.DATE;
      return new TypeGuess(FieldType.TIME, format, null, warnings);
    }
    int best = seen.bestPattern();
    int hits = seen.patternCount(best);
    if (hits == 0 || !isRare(values - hits, seen.rows())) {
      return null;
    }
    String pattern = TimeText.PATTERNS.get(best);
    for (int i = 0; i < TimeText.PATTERNS.size(); i++) {
      String other = TimeText.PATTERNS.get(i);
      if (seen.patternCount(i) == hits && meaning(swapped(pattern)).equals(meaning(other))) {
        warnings.add(
            field
                + " holds dates that read both as "
                + pattern
                + " and as "
                + other
                + "; choose TIME with one of the two patterns, else it is kept as text.");
        return null;
      }
    }
    return new TypeGuess(FieldType.TIME, TimeText.formatOf(pattern), pattern, warnings);
  }

  /// The same for patterns that differ in leading zeros only.
  private static String meaning(String pattern) {
    return pattern.replace("dd", "d").replaceAll("(?<!M)MM(?!M)", "M");
  }

  /// The pattern with day and month exchanged.
  private static String swapped(String pattern) {
    return pattern.contains("MMM")
        ? ""
        : pattern.replace('d', '#').replace('M', 'd').replace('#', 'M');
  }
}
