package outcrop.analysis.derive;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import outcrop.analysis.model.ModelSpec;
import outcrop.analysis.spec.SpecCodec;

/// All that the values of a derived field depend on beside the dataset, as text: what it is, and
/// what each derived field is that it is made from, however far back. Two fields of one identity
/// have the same values.
///
/// A field counts as a source wherever its name stands in the saved form of a derivation, in a
/// query too; one too many costs a computation, one too few would show old values.
final class Identity {
  private Identity() {}

  static String of(DerivedField field, List<DerivedField> all) {
    return with(json(field.how()), field.name(), all);
  }

  static String of(ModelSpec model, List<DerivedField> all) {
    return with("revision " + model.revision() + "\n" + json(model), "", all);
  }

  private static String with(String text, String name, List<DerivedField> all) {
    Set<String> seen = new LinkedHashSet<>(Set.of(name));
    Deque<String> texts = new ArrayDeque<>(List.of(text));
    StringBuilder identity = new StringBuilder();
    while (!texts.isEmpty()) {
      String next = texts.removeFirst();
      identity.append(next).append('\n');
      String plain = plain(next);
      for (DerivedField source : all) {
        if (plain.contains(plain(json(source.name()))) && seen.add(source.name())) {
          texts.addLast(json(source.name()) + ": " + json(source.how()));
        }
      }
    }
    return identity.toString();
  }

  private static String json(Object value) {
    return SpecCodec.MAPPER.writeValueAsString(value);
  }

  /// Without what JSON and queries put around a name and before its odd characters.
  private static String plain(String json) {
    return json.replace("\\", "").replace("\"", "");
  }
}
