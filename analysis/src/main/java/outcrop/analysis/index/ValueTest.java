package outcrop.analysis.index;

import org.jspecify.annotations.Nullable;

/// What a value is compared with. Texts are unescaped, apart from patterns.
///
/// Text fields are compared word by word, lower-cased; a term of several words is a phrase. A
/// category is compared as a whole when its field is named (as written; without regard to case only
/// where no value of the field passes as written), and as a whole or word by word without regard to
/// case when it is not. Numbers and times know equality and ranges.
public sealed interface ValueTest {
  /// A word or a value.
  record Term(String text) implements ValueTest {}

  /// Words in this order, or the exact value of a category.
  ///
  /// @param slop how many places the words may be moved in all
  record Phrase(String text, int slop) implements ValueTest {}

  /// `*` stands for any characters, `?` for one; a backslash before a character takes its meaning
  /// away.
  record Wildcard(String pattern) implements ValueTest {}

  /// Words or values that become this one by at most `edits` (0…2) insertions, deletions,
  /// replacements or swaps of neighbours.
  record Fuzzy(String text, int edits) implements ValueTest {}

  /// A regular expression in the syntax of Lucene, matched against the whole word or value.
  record Regex(String pattern) implements ValueTest {}

  /// Between two bounds; a null bound is open.
  record Range(@Nullable String lo, @Nullable String hi, boolean loInclusive, boolean hiInclusive)
      implements ValueTest {}
}
