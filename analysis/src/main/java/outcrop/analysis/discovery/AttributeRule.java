package outcrop.analysis.discovery;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import outcrop.analysis.dataset.RowKey;
import outcrop.analysis.selection.Predicate;
import outcrop.analysis.task.UserFailure;

/// Which rows have an attribute, as a value that can be applied to another dataset with the same
/// fields.
///
/// Some rules are certain ([Where], [Rows]), others tell how well a row fits ([Terms], [Like],
/// [Learned]). A certain rule goes before one by likeness to examples, and that before the others.
///
/// As JSON, the property `type` names the kind.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = AttributeRule.Where.class, name = "where"),
  @JsonSubTypes.Type(value = AttributeRule.Rows.class, name = "rows"),
  @JsonSubTypes.Type(value = AttributeRule.Terms.class, name = "terms"),
  @JsonSubTypes.Type(value = AttributeRule.Like.class, name = "like"),
  @JsonSubTypes.Type(value = AttributeRule.Learned.class, name = "learned"),
  @JsonSubTypes.Type(value = AttributeRule.AnyOf.class, name = "anyOf"),
  @JsonSubTypes.Type(value = AttributeRule.AllOf.class, name = "allOf")
})
public sealed interface AttributeRule {
  /// Rows that satisfy a predicate: a query, values of a field, a cluster.
  record Where(Predicate predicate) implements AttributeRule {
    @Override
    public String text() {
      return RuleText.of(predicate);
    }
  }

  /// Rows by name: those that a person or a language model put there.
  record Rows(List<RowKey> keys) implements AttributeRule {
    public Rows {
      keys = List.copyOf(keys);
    }

    @Override
    public String text() {
      return keys.size() + (keys.size() == 1 ? " row" : " rows") + " by name";
    }
  }

  /// Rows whose text has one of the terms, the better the more weight its terms have together.
  ///
  /// @param fields whose texts are looked at
  record Terms(List<String> fields, List<WeightedTerm> terms) implements AttributeRule {
    /// @throws UserFailure without a field or a term
    public Terms {
      fields = List.copyOf(fields);
      terms = List.copyOf(terms);
      if (fields.isEmpty() || terms.isEmpty()) {
        throw new UserFailure("A rule by terms needs a text field and at least one term.");
      }
    }

    @Override
    public String text() {
      return String.join(", ", fields)
          + ": "
          + terms.stream().map(WeightedTerm::term).collect(Collectors.joining(" | "));
    }
  }

  /// A term and how much it speaks for the attribute.
  ///
  /// @param term a word or two neighbouring words, lower-cased
  record WeightedTerm(String term, double weight) {
    /// @throws UserFailure for no word or a weight that speaks for nothing
    public WeightedTerm {
      if (term.isBlank() || !(weight > 0) || weight > 100) {
        throw new UserFailure("A term needs a word and a weight above 0, at most 100.");
      }
    }
  }

  /// Rows as near to some examples as these are to each other, by the angle to their mean.
  ///
  /// @param space a vector field
  /// @param examples rows that it was made from
  /// @param centre the mean of their vectors, each of length one
  /// @param least the smallest cosine to the centre among the examples
  record Like(String space, List<RowKey> examples, List<Double> centre, double least)
      implements AttributeRule {
    public Like {
      examples = List.copyOf(examples);
      centre = List.copyOf(centre);
    }

    @Override
    public String text() {
      return "like " + examples.size() + " examples in " + space;
    }
  }

  /// Rows that the classifier of the dimension holds for one of its classes.
  record Learned(List<String> classes) implements AttributeRule {
    public Learned {
      classes = List.copyOf(classes);
    }

    @Override
    public String text() {
      return "learned: " + String.join(" | ", classes);
    }
  }

  /// Rows that satisfy some part, as well as the part that fits best.
  record AnyOf(List<AttributeRule> parts) implements AttributeRule {
    public AnyOf {
      parts = List.copyOf(parts);
    }

    @Override
    public String text() {
      return parts.stream()
          .map(AttributeRule::text)
          .collect(Collectors.joining(") OR (", "(", ")"));
    }
  }

  /// Rows that satisfy every part, as badly as the part that fits worst.
  record AllOf(List<AttributeRule> parts) implements AttributeRule {
    public AllOf {
      parts = List.copyOf(parts);
    }

    @Override
    public String text() {
      return parts.stream()
          .map(AttributeRule::text)
          .collect(Collectors.joining(") AND (", "(", ")"));
    }
  }

  /// The rule in one line, for people and for `discover --json`.
  String text();

  /// What either rule takes in, as one rule of the same kind where there is one.
  static AttributeRule union(AttributeRule one, AttributeRule other) {
    if (one instanceof Where a && other instanceof Where b) {
      return new Where(or(a.predicate(), b.predicate()));
    }
    if (one instanceof Rows a && other instanceof Rows b) {
      return new Rows(joined(a.keys(), b.keys()));
    }
    if (one instanceof Terms a && other instanceof Terms b && a.fields().equals(b.fields())) {
      return new Terms(a.fields(), joined(a.terms(), b.terms()));
    }
    if (one instanceof Learned a && other instanceof Learned b) {
      return new Learned(joined(a.classes(), b.classes()));
    }
    return new AnyOf(joined(parts(one), parts(other)));
  }

  private static List<AttributeRule> parts(AttributeRule rule) {
    return rule instanceof AnyOf any ? any.parts() : List.of(rule);
  }

  private static Predicate or(Predicate one, Predicate other) {
    if (one instanceof Predicate.In a
        && other instanceof Predicate.In b
        && a.field().equals(b.field())) {
      return new Predicate.In(a.field(), joined(a.values(), b.values()));
    }
    List<Predicate> parts =
        new ArrayList<>(one instanceof Predicate.Or or ? or.parts() : List.of(one));
    parts.addAll(other instanceof Predicate.Or or ? or.parts() : List.of(other));
    return new Predicate.Or(parts);
  }

  private static <T> List<T> joined(List<T> one, List<T> other) {
    return Stream.concat(one.stream(), other.stream()).distinct().toList();
  }
}
