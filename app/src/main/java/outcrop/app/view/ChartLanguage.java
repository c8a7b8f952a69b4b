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
  /// entries. It goes over the components by reflection, so that a word that drawings gain is not
  /// forgotten here: the test of the bundles asks for its key.
  static ChartWords of(Words words) {
    RecordComponent[] components = ChartWords.class.getRecordComponents();
    try {
      Object[] values = new Object[components.length];
      for (int i = 0; i < components.length; i++) {
        String key = PREFIX + components[i].getName();
        Object english = components[i].getAccessor().invoke(ChartWords.ENGLISH);
        values[i] = words.has(key) ? value(words.pattern(key), components[i]) : english;
      }
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      return ChartWords.class.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException("A record without its own components", impossible);
    }
  }

  private static Object value(String text, RecordComponent component) {
    return component.getType() == List.class ? List.of(text.split("\\|")) : text;
  }
}
