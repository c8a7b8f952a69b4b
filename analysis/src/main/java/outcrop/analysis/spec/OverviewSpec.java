package outcrop.analysis.spec;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What a dataset is like: a card for each field, and how much the fields say about each other.
///
/// @param order of the cards
/// @param filter only fields whose name or warning holds this text, in capitals or not; empty for
///   all
/// @param hidden fields without a card
/// @param associations whether the pairs of fields are shown
public record OverviewSpec(
    String id,
    String title,
    Order order,
    String filter,
    List<String> hidden,
    boolean associations,
    @JsonIgnore Map<String, Object> extra)
    implements ViewSpec {
  public OverviewSpec {
    hidden = List.copyOf(hidden);
    extra = Extra.copy(extra);
  }

  /// The order of the cards.
  public enum Order {
    /// What deserves a look first: warnings, labels, even spread.
    INTEREST,
    NAME,
    /// As the fields stand in the dataset.
    DATASET
  }

  public static OverviewSpec of(String id) {
    return new OverviewSpec(id, "", Order.INTEREST, "", List.of(), true, Map.of());
  }

  @Override
  public OverviewSpec withTitle(String value) {
    return new OverviewSpec(id, value, order, filter, hidden, associations, extra);
  }

  public OverviewSpec withOrder(Order value) {
    return new OverviewSpec(id, title, value, filter, hidden, associations, extra);
  }

  public OverviewSpec withFilter(String value) {
    return new OverviewSpec(id, title, order, value, hidden, associations, extra);
  }

  public OverviewSpec withHidden(List<String> value) {
    return new OverviewSpec(id, title, order, filter, value, associations, extra);
  }

  /// With a field hidden, or shown again.
  public OverviewSpec toggled(String field) {
    List<String> changed = new ArrayList<>(hidden);
    if (!changed.remove(field)) {
      changed.add(field);
    }
    return withHidden(changed);
  }

  public OverviewSpec withAssociations(boolean value) {
    return new OverviewSpec(id, title, order, filter, hidden, value, extra);
  }
}
