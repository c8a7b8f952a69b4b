package outcrop.analysis.io;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// Makes the names of a header fit for a schema: no empty ones, no two alike.
final class FieldNames {
  private FieldNames() {}

  /// @param warnings receives a sentence per changed name
  static List<String> unique(List<String> header, List<String> warnings) {
    Set<String> taken = new HashSet<>(header);
    Set<String> used = new HashSet<>();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < header.size(); i++) {
      String name = header.get(i);
      if (name.isEmpty()) {
        String own = free("column_" + (i + 1), taken);
        warnings.add("Field " + (i + 1) + " has no name and is called " + own + ".");
        name = own;
      } else if (used.contains(name)) {
        int number = 2;
        while (taken.contains(name + '_' + number)) {
          number++;
        }
        String own = name + '_' + number;
        taken.add(own);
        warnings.add(
            "The name " + name + " occurs again; field " + (i + 1) + " is called " + own + ".");
        name = own;
      }
      used.add(name);
      names.add(name);
    }
    return names;
  }

  /// `column_1`, `column_2`… for a source without names.
  static List<String> numbered(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(number -> "column_" + number).toList();
  }

  private static String free(String wanted, Set<String> taken) {
    String name = wanted;
    while (!taken.add(name)) {
      name += '_';
    }
    return name;
  }
}
