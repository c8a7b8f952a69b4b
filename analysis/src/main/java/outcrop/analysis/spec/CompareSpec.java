package outcrop.analysis.spec;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Map;
import outcrop.analysis.dataset.RowKey;

/// Chosen rows side by side, field by field.
///
/// @param rows the rows, left to right; those that the dataset no longer has are left out
/// @param onlyDifferences whether fields in which all rows are equal are left out
public record CompareSpec(
    String id,
    String title,
    List<RowKey> rows,
    boolean onlyDifferences,
    @JsonIgnore Map<String, Object> extra)
    implements ViewSpec {
  /// More columns than this cannot be compared by eye.
  public static final int MOST_ROWS = 8;

  public CompareSpec {
    rows = rows.stream().distinct().limit(MOST_ROWS).toList();
    extra = Extra.copy(extra);
  }

  public static CompareSpec of(String id, List<RowKey> rows) {
    return new CompareSpec(id, "", rows, false, Map.of());
  }

  @Override
  public CompareSpec withTitle(String value) {
    return new CompareSpec(id, value, rows, onlyDifferences, extra);
  }

  public CompareSpec withRows(List<RowKey> value) {
    return new CompareSpec(id, title, value, onlyDifferences, extra);
  }

  public CompareSpec withOnlyDifferences(boolean value) {
    return new CompareSpec(id, title, rows, value, extra);
  }
}
