package outcrop.app.viewmodel;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.selection.Predicate;

/// Values of a field that are chosen.
///
/// @param missing whether rows without a value are among them
public record ChosenValues(List<String> values, boolean missing) {
  public static final ChosenValues NONE = new ChosenValues(List.of(), false);

  public static ChosenValues of(Predicate predicate) {
    return switch (predicate) {
      case Predicate.In in -> new ChosenValues(in.values(), false);
      case Predicate.IsMissing _ -> new ChosenValues(List.of(), true);
      case Predicate.Or or ->
          new ChosenValues(
              or.parts().stream().flatMap(part -> of(part).values().stream()).toList(),
              or.parts().stream().anyMatch(part -> of(part).missing()));
      case Predicate.All _,
          Predicate.Range _,
          Predicate.Polygon _,
          Predicate.Query _,
          Predicate.Keys _,
          Predicate.And _,
          Predicate.Not _ ->
          NONE;
    };
  }

  /// @param some values that are one to the user; null for the rows without a value
  ChosenValues toggled(@Nullable List<String> some, boolean additive) {
    if (some == null) {
      return new ChosenValues(
          additive ? values : List.of(), !missing || !additive && !values.isEmpty());
    }
    if (!additive) {
      boolean alone = values.equals(some) && !missing;
      return alone ? NONE : new ChosenValues(some, false);
    }
    List<String> changed = new ArrayList<>(values);
    if (changed.containsAll(some)) {
      changed.removeAll(some);
    } else {
      some.stream().filter(value -> !changed.contains(value)).forEach(changed::add);
    }
    return new ChosenValues(List.copyOf(changed), missing);
  }

  Predicate predicate(String field) {
    if (!missing) {
      return new Predicate.In(field, values);
    }
    Predicate none = new Predicate.IsMissing(field);
    return values.isEmpty()
        ? none
        : new Predicate.Or(List.of(new Predicate.In(field, values), none));
  }
}
