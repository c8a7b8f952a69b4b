package outcrop.app.viewmodel;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.selection.Predicate;
import outcrop.analysis.selection.SelectionClause;

/// Says predicates in the user's words, short enough for a chip.
public final class ClauseWords {
  private static final int NAMED = 3;
  private static final int QUERY_LENGTH = 60;

  private final Words words;

  public ClauseWords(Words words) {
    this.words = words;
  }

  /// What a clause keeps, without its inversion.
  public String of(SelectionClause clause) {
    return of(clause.predicate());
  }

  public String of(Predicate predicate) {
    return switch (predicate) {
      case Predicate.All _ -> words.of("clause.all");
      case Predicate.Range range -> range(range);
      case Predicate.In in -> words.of("clause.in", in.field(), values(in.values()));
      case Predicate.IsMissing missing -> words.of("clause.missing", missing.field());
      case Predicate.Query query -> words.of("clause.query", shortened(query.text()));
      case Predicate.Keys keys -> words.of("clause.keys", keys.keys().size());
      case Predicate.And and -> joined(and.parts(), "clause.and");
      case Predicate.Or or -> or(or);
      case Predicate.Not not -> words.of("clause.not", of(not.part()));
    };
  }

  private String range(Predicate.Range range) {
    @Nullable String lo = range.lo();
    @Nullable String hi = range.hi();
    if (lo == null) {
      return hi == null
          ? words.of("clause.hasNumber", range.field())
          : words.of(range.hiInclusive() ? "clause.atMost" : "clause.below", range.field(), hi);
    }
    if (hi == null) {
      return words.of(range.loInclusive() ? "clause.atLeast" : "clause.above", range.field(), lo);
    }
    return words.of("clause.range", range.field(), lo, hi);
  }

  /// Values or none of one field read better as one list.
  private String or(Predicate.Or or) {
    if (or.parts().size() == 2
        && or.parts().get(0) instanceof Predicate.In in
        && or.parts().get(1) instanceof Predicate.IsMissing missing
        && in.field().equals(missing.field())) {
      return words.of("clause.inOrMissing", in.field(), values(in.values()));
    }
    return joined(or.parts(), "clause.or");
  }

  private String joined(List<Predicate> parts, String key) {
    return parts.stream().map(this::of).collect(Collectors.joining(" " + words.of(key) + " "));
  }

  private String values(List<String> values) {
    String named =
        values.stream()
            .limit(NAMED)
            .map(value -> value.isEmpty() ? words.of("value.empty") : shortened(value))
            .collect(Collectors.joining(", "));
    return values.size() <= NAMED ? named : words.of("clause.more", named, values.size() - NAMED);
  }

  private static String shortened(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    return line.length() <= QUERY_LENGTH
        ? line
        : line.substring(
                0, line.offsetByCodePoints(0, Math.min(40, line.codePointCount(0, line.length()))))
            + "…";
  }
}
