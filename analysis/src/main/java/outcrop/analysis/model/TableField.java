package outcrop.analysis.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/// How the values of one field become numbers of a vector, as it was learnt from a dataset.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = TableField.Number.class, name = "number"),
  @JsonSubTypes.Type(value = TableField.Values.class, name = "values")
})
sealed interface TableField {
  String field();

  /// How many numbers the field takes up.
  @JsonIgnore
  int width();

  /// A number or a moment, as its distance from the mean in standard deviations. Where it is
  /// missing or not finite: the mean, and 1 in a second number if there were such rows.
  ///
  /// @param deviation standard deviation of the population, positive
  record Number(String field, double mean, double deviation, boolean withMissing)
      implements TableField {
    /// @throws IllegalArgumentException for a deviation that nothing can be divided by
    public Number {
      if (!(deviation > 0) || !Double.isFinite(deviation) || !Double.isFinite(mean)) {
        throw new IllegalArgumentException("No mean and deviation: " + mean + ", " + deviation);
      }
    }

    @Override
    public int width() {
      return withMissing ? 2 : 1;
    }
  }

  /// A category or a list: one number per value, 1 where the row has it; of a list with n different
  /// values each is 1/√n. Rarer values share one number, missing ones have one of their own.
  ///
  /// @param values that have a number of their own, the most frequent first
  record Values(String field, List<String> values, boolean withOthers, boolean withMissing)
      implements TableField {
    public Values {
      values = List.copyOf(values);
    }

    @Override
    public int width() {
      return values.size() + (withOthers ? 1 : 0) + (withMissing ? 1 : 0);
    }
  }
}
