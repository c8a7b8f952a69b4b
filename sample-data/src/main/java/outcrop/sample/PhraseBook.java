package outcrop.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Sections of phrases, and the notation in which a phrase leaves places open.
///
/// `{name}` stands for a fact or for a phrase of the section of that name, `{3-9}` for a whole
/// number, `(a|b)` for one of its parts. The resource files explain it to whoever extends them.
final class PhraseBook {
  private final Map<String, List<String>> sections = new HashMap<>();

  PhraseBook(String... resources) {
    for (String resource : resources) {
      read(resource);
    }
  }

  private void read(String resource) {
    try (InputStream in = PhraseBook.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("resource " + resource + " is not in the jar; rebuild it");
      }
      List<String> section = new ArrayList<>();
      String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String line : (Iterable<String>) all.lines()::iterator) {
        if (line.startsWith("[")) {
          section = new ArrayList<>();
          sections.put(line.substring(1, line.indexOf(']')), section);
        } else if (!line.isBlank() && !line.startsWith("#")) {
          section.add(line);
        }
      }
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  boolean has(String section) {
    return sections.containsKey(section);
  }

  List<String> phrases(String section) {
    List<String> found = sections.get(section);
    if (found == null) {
      throw new IllegalArgumentException("the grammar has no section [" + section + "]");
    }
    return found;
  }

  /// A phrase of the section with its places filled, beginning with a capital letter.
  String sentence(String section, Map<String, String> facts, Dice dice) {
    return capitalised(phrase(section, facts, dice));
  }

  static String capitalised(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  /// A phrase of the section with its places filled.
  String phrase(String section, Map<String, String> facts, Dice dice) {
    return fill(dice.pick(phrases(section)), facts, dice);
  }

  /// The phrase with its places filled.
  String fill(String phrase, Map<String, String> facts, Dice dice) {
    StringBuilder filled = new StringBuilder(phrase.length() + 32);
    int i = 0;
    while (i < phrase.length()) {
      char c = phrase.charAt(i);
      if (c == '{') {
        int end = phrase.indexOf('}', i);
        filled.append(place(phrase.substring(i + 1, end), facts, dice));
        i = end + 1;
      } else if (c == '(') {
        int end = phrase.indexOf(')', i);
        String part = dice.pick(List.of(phrase.substring(i + 1, end).split("\\|")));
        filled.append(fill(part, facts, dice));
        i = end + 1;
      } else {
        filled.append(c);
        i++;
      }
    }
    return filled.toString();
  }

  private String place(String name, Map<String, String> facts, Dice dice) {
    if (Character.isDigit(name.charAt(0))) {
      int dash = name.indexOf('-');
      int low = Integer.parseInt(name.substring(0, dash));
      int high = Integer.parseInt(name.substring(dash + 1));
      return Integer.toString(dice.between(low, high));
    }
    String fact = facts.get(name);
    return fact == null ? phrase(name, facts, dice) : fact;
  }
}
