package outcrop.analysis.index;

import java.util.List;
import outcrop.analysis.column.ListColumn;
import outcrop.analysis.column.NumberBound;
import outcrop.analysis.column.TimePeriod;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.NearestNames;
import outcrop.analysis.dataset.Schema;

/// Which tests a field can take, and the words for those it cannot.
final class FieldRules {
  static final String MISSING = "_missing_";
  static final String EXISTS = "_exists_";

  private final Schema schema;

  FieldRules(Schema schema) {
    this.schema = schema;
  }

  /// Whether the name is one of the two questions about fields rather than a field.
  boolean isReserved(String name) {
    return (name.equals(MISSING) || name.equals(EXISTS)) && schema.find(name).isEmpty();
  }

  /// The name, if the dataset has such a field.
  String check(String name, int position) {
    if (schema.find(name).isEmpty()) {
      throw new QuerySyntaxException(position, unknown(name));
    }
    return name;
  }

  void check(String name, ValueTest test, int position) {
    Patterns.check(test, position);
    if (name.equals(QueryExpression.ANY_FIELD)) {
      if (test instanceof ValueTest.Range) {
        throw new QuerySyntaxException(
            position, "A range needs a field before it, as in " + example() + ":[1 TO 5].");
      }
      return;
    }
    check(name, position);
    Field field = schema.find(name).orElseThrow();
    switch (field.type()) {
      case TEXT, CATEGORY, IMAGE -> {}
      case LIST -> {
        if (test instanceof ValueTest.Range && ListColumn.isNumeric(field.format())) {
          checkValues(field, test, position);
        }
      }
      case VECTOR ->
          throw new QuerySyntaxException(
              position, "Vectors cannot be searched by value; “" + name + ":*” finds those set.");
      case NUMBER -> checkValues(field, test, position);
      case TIME -> checkValues(field, test, position);
    }
  }

  private void checkValues(Field field, ValueTest test, int position) {
    switch (test) {
      case ValueTest.Term(var text) -> checkValue(field, text, position);
      case ValueTest.Phrase(var text, int _) -> checkValue(field, text, position);
      case ValueTest.Range(var lo, var hi, boolean _, boolean _) -> {
        if (lo != null) {
          checkValue(field, lo, position);
        }
        if (hi != null) {
          checkValue(field, hi, position);
        }
      }
      case ValueTest.Wildcard _, ValueTest.Fuzzy _, ValueTest.Regex _ ->
          throw new QuerySyntaxException(
              position,
              "“%s” holds %s, which take a value or a range, not a pattern: %s."
                  .formatted(
                      field.name(),
                      field.type() == FieldType.TIME ? "times" : "numbers",
                      field.type() == FieldType.TIME
                          ? "write 2024-05 for the whole of May 2024"
                          : "write [10 TO 19] for a range"));
    }
  }

  private static void checkValue(Field field, String text, int position) {
    boolean time = field.type() == FieldType.TIME;
    if (time
        ? TimePeriod.parse(text, field.format()).isEmpty()
        : NumberBound.parse(text).isEmpty()) {
      throw new QuerySyntaxException(
          position,
          time
              ? "“%s” holds times, and “%s” is none: write 2024, 2024-05, 2024-05-31 or 2024-05-31T12:30."
                  .formatted(field.name(), text)
              : "“%s” holds numbers, and “%s” is none: write it like 12 or -0.5."
                  .formatted(field.name(), text));
    }
  }

  private String example() {
    return schema.fields().stream()
        .filter(field -> field.type() == FieldType.NUMBER)
        .map(field -> QueryPrinter.escape(field.name()))
        .findFirst()
        .orElse("field");
  }

  private String unknown(String name) {
    List<String> near = nearest(name);
    return "There is no field “"
        + name
        + "”"
        + (near.isEmpty()
            ? "; put a colon in quotation marks if you meant the text."
            : "; did you mean " + String.join(" or ", near) + "?");
  }

  private List<String> nearest(String name) {
    return NearestNames.of(name, schema.fields().stream().map(Field::name).toList()).stream()
        .map(QueryPrinter::escape)
        .toList();
  }
}
