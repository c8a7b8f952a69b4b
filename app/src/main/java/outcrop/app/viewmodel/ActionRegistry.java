package outcrop.app.viewmodel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// All actions, in the order in which they are shown. The only place that knows a shortcut.
public final class ActionRegistry {
  private static final int RECENT = 5;

  /// What people come to the palette for before they know it, in this order.
  private static final List<String> USEFUL =
      List.of(
          "search",
          "find-field",
          "go-to-row",
          "clear-filters",
          "edit-view",
          "add-table",
          "export",
          "export-view",
          "inspect",
          "history");

  private final Map<String, AppAction> actions = new LinkedHashMap<>();
  private final List<String> recent = new ArrayList<>();

  /// Puts the actions with these ids behind all others.
  public void last(java.util.Collection<String> ids) {
    for (String id : ids) {
      AppAction action = actions.remove(id);
      if (action != null) {
        actions.put(id, action);
      }
    }
  }

  /// Remembers that an action was chosen from the list of all.
  public void used(String id) {
    recent.remove(id);
    recent.addFirst(id);
    if (recent.size() > RECENT) {
      recent.removeLast();
    }
  }

  /// What was chosen lately comes first, then what is most useful, then the rest in its order.
  private int rank(AppAction action) {
    int lately = recent.indexOf(action.id());
    int useful = USEFUL.indexOf(action.id());
    return lately >= 0 ? lately : useful >= 0 ? RECENT + useful : RECENT + USEFUL.size();
  }

  /// Adds an action, or puts it in the place of the one with its id.
  public void add(AppAction action) {
    actions.put(action.id(), action);
  }

  /// Forgets an action, where it is known.
  public void remove(String id) {
    actions.remove(id);
  }

  public List<AppAction> all() {
    return List.copyOf(actions.values());
  }

  public Optional<AppAction> find(String id) {
    return Optional.ofNullable(actions.get(id));
  }

  /// @throws IllegalArgumentException when there is no such action: a name in a view is wrong
  public AppAction get(String id) {
    return find(id).orElseThrow(() -> new IllegalArgumentException("No action " + id));
  }

  /// The actions that can be done now whose text holds the typed letters in their order, best
  /// first: a letter that starts a word counts more, and so does one that follows its neighbour.
  /// Among equals, and where nothing is typed, those used lately come first, then the most useful.
  public List<AppAction> matching(String typed, Words words) {
    String wanted = typed.strip().toLowerCase(Locale.ROOT);
    record Scored(AppAction action, int score) {}
    List<Scored> found = new ArrayList<>();
    for (AppAction action : actions.values()) {
      int score = score(wanted, action.text(words).toLowerCase(Locale.ROOT));
      if (score >= 0 && action.enabled().get()) {
        found.add(new Scored(action, score));
      }
    }
    found.sort(Comparator.comparingInt(each -> rank(each.action())));
    if (!wanted.isEmpty()) {
      found.sort(Comparator.comparingInt(Scored::score).reversed());
    }
    return found.stream().map(Scored::action).toList();
  }

  /// How well a text holds the letters, −1 where it does not.
  static int score(String wanted, String text) {
    int at = 0;
    int score = 0;
    int last = -2;
    for (char letter : wanted.toCharArray()) {
      if (letter == ' ') {
        continue;
      }
      int found = text.indexOf(letter, at);
      if (found < 0) {
        return -1;
      }
      boolean wordStart = found == 0 || !Character.isLetterOrDigit(text.charAt(found - 1));
      score += (wordStart ? 8 : 0) + (found == last + 1 ? 5 : 0) - Math.min(3, found - at);
      last = found;
      at = found + 1;
    }
    return score
        + (text.startsWith(wanted) ? 20 : 0)
        + (text.contains(wanted) ? 20 : 0)
        + 200
        - Math.min(100, text.length());
  }
}
