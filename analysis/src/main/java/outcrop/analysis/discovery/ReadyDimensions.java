package outcrop.analysis.discovery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.Dictionary;
import outcrop.analysis.column.ListColumn;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.column.TextColumn;
import outcrop.analysis.column.TimeColumn;
import outcrop.analysis.column.VectorColumn;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldRole;
import outcrop.analysis.selection.Predicate;
import outcrop.analysis.task.UserFailure;

/// Dimensions that the dataset brings along: category fields with few values, clusters among them,
/// and list fields, whose most frequent elements are attributes.
public final class ReadyDimensions {
  /// The most values of a category, and elements of a list.
  public static final int MOST_VALUES = 40;

  private ReadyDimensions() {}

  /// The dimensions of all fields that can be one, in the order of the fields. Fields that name
  /// rows and those in `without` are none.
  public static List<Dimension> of(ColumnStore columns, List<String> without) {
    List<Dimension> found = new ArrayList<>();
    for (Field field : columns.schema().fields()) {
      if (!without.contains(field.name()) && field.role() != FieldRole.ID) {
        Column column = columns.column(field.name());
        boolean few =
            switch (column) {
              case CategoryColumn c ->
                  c.dictionary().size() >= 2 && c.dictionary().size() <= MOST_VALUES;
              case ListColumn c -> c.dictionary().size() >= 2;
              case NumberColumn _, TextColumn _, TimeColumn _, VectorColumn _ -> false;
            };
        if (few) {
          found.add(ofValues(column));
        }
      }
    }
    return found;
  }

  /// The dimension of a category or list field: an attribute for each of its most frequent values.
  ///
  /// @throws outcrop.analysis.task.UserFailure where the field is of another kind
  public static Dimension ofValues(Column column) {
    String name = column.field().name();
    Dictionary values =
        switch (column) {
          case CategoryColumn c -> c.dictionary();
          case ListColumn c -> c.dictionary();
          case NumberColumn _, TextColumn _, TimeColumn _, VectorColumn _ ->
              throw new UserFailure(
                  "“" + name + "” has no values to be attributes; choose a category or a list.");
        };
    long[] counts = new long[values.size()];
    for (int row = 0; row < column.rowCount(); row++) {
      if (column instanceof CategoryColumn c) {
        if (c.ordinal(row) >= 0) {
          counts[c.ordinal(row)]++;
        }
      } else if (column instanceof ListColumn c) {
        for (int value : ClusterValues.elements(c, row)) {
          counts[value]++;
        }
      }
    }
    List<Attribute> attributes =
        IntStream.range(0, counts.length)
            .filter(value -> counts[value] > 0)
            .boxed()
            .sorted(Comparator.comparingLong((Integer value) -> -counts[value]))
            .limit(MOST_VALUES)
            .map(values::value)
            .filter(value -> !value.isBlank() && !value.equalsIgnoreCase(Dimension.UNASSIGNED))
            .map(
                value ->
                    new Attribute(
                        shown(value),
                        new AttributeRule.Where(new Predicate.In(name, List.of(value)))))
            .toList();
    return Dimension.of(name, distinct(attributes));
  }

  private static String shown(String value) {
    return value.strip().length() > 200 ? value.strip().substring(0, 200) : value.strip();
  }

  /// Values that differ in blanks alone are told apart by a number.
  private static List<Attribute> distinct(List<Attribute> attributes) {
    List<Attribute> result = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Attribute attribute : attributes) {
      String name = attribute.name();
      for (int n = 2; !names.add(name); n++) {
        name = attribute.name().substring(0, Math.min(attribute.name().length(), 190)) + " " + n;
      }
      result.add(new Attribute(name, attribute.rule()));
    }
    return result;
  }
}
