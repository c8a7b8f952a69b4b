package outcrop.analysis.overview;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.Dictionary;
import outcrop.analysis.column.ListColumn;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.overview.FieldWarning.Kind;
import outcrop.analysis.selection.Predicate;

/// Looks at the named values of a category or of a list.
final class CategoryChecks {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+([.,]\\d+)*|\\.\\d+)([eE][+-]?\\d+)?\\s*%?");
  private static final Pattern DATE =
      Pattern.compile("\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}.*|\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{2,4}.*");
  private static final int MOST_IN_PREDICATE = 1_000;
  private static final int LEAST_OF_MAIN_TYPE = 3;
  private static final int EXAMPLES = 3;

  private final String field;
  private final Dictionary dictionary;
  private final long[] counts;
  private final long rows;
  private final List<FieldWarning> found = new ArrayList<>();

  private CategoryChecks(String field, Dictionary dictionary, long[] counts, long rows) {
    this.field = field;
    this.dictionary = dictionary;
    this.counts = counts;
    this.rows = rows;
  }

  static List<FieldWarning> of(CategoryColumn column, RowSet rows, long present) {
    long[] counts = new long[column.dictionary().size()];
    for (int row = rows.next(0); row >= 0; row = rows.next(row + 1)) {
      int ordinal = column.ordinal(row);
      if (ordinal >= 0) {
        counts[ordinal]++;
      }
    }
    return new CategoryChecks(column.field().name(), column.dictionary(), counts, present)
        .look(true);
  }

  static List<FieldWarning> of(ListColumn column, RowSet rows, long present) {
    long[] counts = new long[column.dictionary().size()];
    for (int row = rows.next(0); row >= 0; row = rows.next(row + 1)) {
      for (int ordinal : column.distinctOrdinals(row)) {
        counts[ordinal]++;
      }
    }
    return new CategoryChecks(column.field().name(), column.dictionary(), counts, present)
        .look(false);
  }

  private List<FieldWarning> look(boolean oneValuePerRow) {
    defaults();
    blanks();
    variants();
    if (oneValuePerRow) {
      types();
    }
    return found;
  }

  private void defaults() {
    List<Integer> words = new ArrayList<>();
    for (int ordinal = 0; ordinal < counts.length; ordinal++) {
      if (counts[ordinal] >= DefaultValues.LEAST_ROWS
          && counts[ordinal] < rows
          && DefaultValues.isWord(dictionary.value(ordinal))) {
        words.add(ordinal);
      }
    }
    words.sort(Comparator.comparingLong((Integer ordinal) -> counts[ordinal]).reversed());
    if (!words.isEmpty()) {
      found.add(about(Kind.SUSPICIOUS_DEFAULT, words, examples(words)));
    }
  }

  private String examples(List<Integer> ordinals) {
    return String.join(" / ", ordinals.stream().limit(EXAMPLES).map(dictionary::value).toList());
  }

  private void blanks() {
    List<Integer> with = new ArrayList<>();
    for (int ordinal = 0; ordinal < counts.length; ordinal++) {
      String value = dictionary.value(ordinal);
      if (counts[ordinal] > 0 && !value.isEmpty() && !value.equals(value.strip())) {
        with.add(ordinal);
      }
    }
    if (!with.isEmpty()) {
      found.add(about(Kind.BLANKS, with, dictionary.value(with.getFirst())));
    }
  }

  private void variants() {
    Map<String, List<Integer>> byName = new HashMap<>();
    for (int ordinal = 0; ordinal < counts.length; ordinal++) {
      if (counts[ordinal] > 0) {
        String name =
            dictionary.value(ordinal).strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        byName.computeIfAbsent(name, _ -> new ArrayList<>(1)).add(ordinal);
      }
    }
    List<List<Integer>> several =
        byName.values().stream()
            .filter(group -> group.size() > 1)
            .sorted((a, b) -> Integer.compare(a.getFirst(), b.getFirst()))
            .toList();
    if (!several.isEmpty()) {
      List<Integer> all = several.stream().flatMap(Collection::stream).toList();
      found.add(
          about(Kind.CASE_VARIANTS, all, examples(several.getFirst())).withAmount(several.size()));
    }
  }

  private void types() {
    List<List<Integer>> byType = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (int ordinal = 0; ordinal < counts.length; ordinal++) {
      if (counts[ordinal] > 0) {
        byType.get(typeOf(dictionary.value(ordinal).strip())).add(ordinal);
      }
    }
    for (List<Integer> main : byType.subList(0, 2)) {
      if (main.size() >= LEAST_OF_MAIN_TYPE && 2 * sum(main) > rows && sum(main) < rows) {
        List<Integer> others =
            byType.stream().filter(type -> type != main).flatMap(Collection::stream).toList();
        found.add(about(Kind.MIXED_TYPES, others, dictionary.value(most(others))));
      }
    }
  }

  private static int typeOf(String value) {
    return NUMBER.matcher(value).matches() ? 0 : DATE.matcher(value).matches() ? 1 : 2;
  }

  private long sum(List<Integer> ordinals) {
    return ordinals.stream().mapToLong(ordinal -> counts[ordinal]).sum();
  }

  private int most(List<Integer> ordinals) {
    int best = ordinals.getFirst();
    for (int ordinal : ordinals) {
      best = counts[ordinal] > counts[best] ? ordinal : best;
    }
    return best;
  }

  /// Rows of a list count once for each value that they have, so that `k` never exceeds `n`.
  private FieldWarning about(Kind kind, List<Integer> ordinals, String example) {
    return FieldWarning.of(kind, Math.min(rows, sum(ordinals)), rows)
        .withValue(example)
        .withRows(in(ordinals));
  }

  private @Nullable Predicate in(List<Integer> ordinals) {
    return ordinals.size() > MOST_IN_PREDICATE
        ? null
        : new Predicate.In(field, ordinals.stream().map(dictionary::value).toList());
  }
}
