package outcrop.analysis.spec;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/// The table over all rows.
///
/// @param columns the columns in order; fields of the dataset that are not named follow at the end
/// @param sort most significant first; rows equal in all keys stay in dataset order, missing values
///   come last
public record TableSpec(
    String id,
    String title,
    List<ColumnLayout> columns,
    List<SortKey> sort,
    @JsonIgnore Map<String, Object> extra)
    implements ViewSpec {
  public TableSpec {
    columns = List.copyOf(columns);
    sort = List.copyOf(sort);
    extra = Extra.copy(extra);
  }

  public static TableSpec of(String id) {
    return new TableSpec(id, "", List.of(), List.of(), Map.of());
  }

  /// @param width in pixels at scale 1; 0 for a width made from the content
  /// @param pinned whether it stands at the left and stays there while the table is scrolled
  public record ColumnLayout(
      String field,
      double width,
      boolean hidden,
      @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean pinned) {
    /// A column that scrolls with the others.
    public ColumnLayout(String field, double width, boolean hidden) {
      this(field, width, hidden, false);
    }
  }

  public record SortKey(String field, boolean descending) {}

  @Override
  public TableSpec withTitle(String value) {
    return new TableSpec(id, value, columns, sort, extra);
  }

  public TableSpec withColumns(List<ColumnLayout> value) {
    return new TableSpec(id, title, value, sort, extra);
  }

  public TableSpec withSort(List<SortKey> value) {
    return new TableSpec(id, title, columns, value, extra);
  }
}
