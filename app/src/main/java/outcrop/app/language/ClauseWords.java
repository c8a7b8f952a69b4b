package outcrop.app.language;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.selection.Predicate;
import outcrop.analysis.selection.SelectionClause;

/// Says predicates in the user's words, in full or short enough for a chip.
///
/// A range says which values it keeps: where it lacks its upper bound, as the bins of a histogram
/// do, whole numbers and calendar steps are named up to the last one inside, and everything else up
/// to `<` the bound.
public final class ClauseWords {
  private static final int NAMED = 3;
  private static final int NAMED_OF_MORE = 2;
  private static final int QUERY_LENGTH = 60;

  private final Speech words;
  private final Function<String, Optional<Field>> fields;
  private final boolean full;

  /// @param fields finds a field by name, empty where the dataset has none
  public ClauseWords(Speech words, Function<String, Optional<Field>> fields) {
    this(words, fields, false);
  }

  private ClauseWords(Speech words, Function<String, Optional<Field>> fields, boolean full) {
    this.words = words;
    this.fields = fields;
    this.full = full;
  }

  /// The same without anything left out.
  public ClauseWords inFull() {
    return new ClauseWords(words, fields, true);
  }

  /// What a clause keeps, without its inversion.
  public String of(SelectionClause clause) {
    return of(clause.predicate());
  }

  public String of(Predicate predicate) {
    return switch (predicate) {
      case Predicate.All _ -> words.of("clause.all");
      case Predicate.Range range -> range(RangeEnds.of(range, fields.apply(range.field())));
      case Predicate.In in -> words.of("clause.in", in.field(), values(in.values()));
      case Predicate.IsMissing missing -> words.of("clause.missing", missing.field());
      case Predicate.Polygon polygon ->
          words.of("clause.polygon", polygon.x(), polygon.y(), polygon.corners().size());
      case Predicate.Query query -> words.of("clause.query", shortened(query.text()));
      case Predicate.Keys keys -> words.of("clause.keys", keys.keys().size());
      case Predicate.And and -> joined(and.parts(), "clause.and");
      case Predicate.Or or -> or(or);
      case Predicate.Not not -> words.of("clause.not", of(not.part()));
    };
  }

  private String range(RangeEnds range) {
    String lo = range.lo();
    String hi = range.hi();
    if (lo.isEmpty()) {
      return hi.isEmpty()
          ? words.of("clause.hasNumber", range.field())
          : words.of(range.hiInclusive() ? "clause.atMost" : "clause.below", range.field(), hi);
    }
    if (hi.isEmpty()) {
      return words.of(range.loInclusive() ? "clause.atLeast" : "clause.above", range.field(), lo);
    }
    if (range.loInclusive() && range.hiInclusive()) {
      return lo.equals(hi)
          ? words.of("clause.in", range.field(), lo)
          : words.of("clause.range", range.field(), lo, hi);
    }
    return words.of(
        "clause.range",
        range.field(),
        range.loInclusive() ? lo : "> " + lo,
        range.hiInclusive() ? hi : "< " + hi);
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
    boolean all = full || values.size() <= NAMED;
    String named =
        values.stream()
            .limit(all ? values.size() : NAMED_OF_MORE)
            .map(value -> value.isEmpty() ? words.of("value.empty") : shortened(value))
            .collect(Collectors.joining(", "));
    return all ? named : words.of("clause.more", named, values.size() - NAMED_OF_MORE);
  }

  private String shortened(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    return full || line.length() <= QUERY_LENGTH
        ? line
        : line.substring(
                0, line.offsetByCodePoints(0, Math.min(40, line.codePointCount(0, line.length()))))
            + "…";
  }
}
