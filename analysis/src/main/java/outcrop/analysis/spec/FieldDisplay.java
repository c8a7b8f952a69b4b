package outcrop.analysis.spec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How the values of a field are shown in every chart, without a change of the data.
///
/// @param colours `#rrggbb` by shown name
/// @param names the shown name by value; values with one shown name are one bar, one group, one
///   entry of every legend. A name that is the value of other rows takes those in as well
/// @param order shown names that stand first where a chart has the own order of its field; the rest
///   follows by count
public record FieldDisplay(
    Map<String, String> colours, Map<String, String> names, List<String> order) {
  public static final FieldDisplay NONE = new FieldDisplay(Map.of(), Map.of(), List.of());

  public FieldDisplay {
    colours = colours == null ? Map.of() : Map.copyOf(colours);
    names = names == null ? Map.of() : Map.copyOf(names);
    order = order == null ? List.of() : List.copyOf(order);
  }

  /// What a value is shown as.
  public String name(String value) {
    return names.getOrDefault(value, value);
  }

  /// The values that are shown under a name, itself first where it is one of them.
  public List<String> values(String name) {
    List<String> values = new ArrayList<>();
    if (name(name).equals(name)) {
      values.add(name);
    }
    names.entrySet().stream()
        .filter(entry -> entry.getValue().equals(name) && !entry.getKey().equals(name))
        .map(Map.Entry::getKey)
        .sorted()
        .forEach(values::add);
    return List.copyOf(values);
  }

  /// With everything that is shown under some names shown under one. Its colour and its place are
  /// those of the first name that has any.
  ///
  /// @param shown what the values are shown as now
  /// @param name what they are shown as from now on
  public FieldDisplay merged(List<String> shown, String name) {
    Map<String, String> changed = new LinkedHashMap<>(names);
    Map<String, String> pinned = new LinkedHashMap<>(colours);
    List<String> places = new ArrayList<>(order);
    for (String old : shown) {
      values(old).forEach(value -> put(changed, value, name));
      String colour = pinned.remove(old);
      if (colour != null) {
        pinned.putIfAbsent(name, colour);
      }
      int at = places.indexOf(old);
      if (at >= 0) {
        if (places.contains(name)) {
          places.remove(at);
        } else {
          places.set(at, name);
        }
      }
    }
    return new FieldDisplay(pinned, changed, places);
  }

  private static void put(Map<String, String> names, String value, String name) {
    if (value.equals(name)) {
      names.remove(value);
    } else {
      names.put(value, name);
    }
  }

  /// With the values that are shown under a name shown as themselves again.
  public FieldDisplay apart(String name) {
    Map<String, String> changed = new LinkedHashMap<>(names);
    changed.values().removeIf(name::equals);
    return new FieldDisplay(colours, changed, order);
  }

  /// With a colour for a shown name; none where it is empty.
  public FieldDisplay withColour(String name, String colour) {
    Map<String, String> changed = new LinkedHashMap<>(colours);
    if (colour.isEmpty()) {
      changed.remove(name);
    } else {
      changed.put(name, colour);
    }
    return new FieldDisplay(changed, names, order);
  }

  public FieldDisplay withOrder(List<String> value) {
    return new FieldDisplay(colours, names, value);
  }

  /// Whether values are shown under other names than their own.
  public boolean renames() {
    return !names.isEmpty();
  }
}
