package outcrop.app.view;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import outcrop.analysis.render.ChartWords;
import outcrop.app.viewmodel.Words;

/// The words of drawings in the window's language.
final class ChartLanguage {
  private static final String PREFIX = "drawing.";

  private ChartLanguage() {}

  /// Fills each component from the key `drawing.NAME`, lists from one text with `|` between
  /// entries, records of their own from `drawing.NAME.COMPONENT`. It goes over the components by
  /// reflection, so that a word that drawings gain is not forgotten here: the test of the bundles
  /// asks for its key.
  static ChartWords of(Words words) {
    return translated(words, PREFIX, ChartWords.class, ChartWords.ENGLISH);
  }

  private static <R extends Record> R translated(
      Words words, String prefix, Class<R> kind, R english) {
    RecordComponent[] components = kind.getRecordComponents();
    try {
      Object[] values = new Object[components.length];
      for (int i = 0; i < components.length; i++) {
        String key = prefix + components[i].getName();
        Object plain = components[i].getAccessor().invoke(english);
        values[i] =
            plain instanceof Record nested
                ? translated(words, key + ".", kindOf(nested), nested)
                : words.has(key) ? value(words.pattern(key), components[i]) : plain;
      }
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      return kind.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException("A record without its own components", impossible);
    }
  }

  @SuppressWarnings("unchecked")
  private static Class<Record> kindOf(Record value) {
    return (Class<Record>) value.getClass();
  }

  private static Object value(String text, RecordComponent component) {
    return component.getType() == List.class ? List.of(text.split("\\|")) : text;
  }
}
