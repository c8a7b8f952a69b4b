package outcrop.app.language;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import outcrop.analysis.export.ReportWords;
import outcrop.analysis.render.ChartWords;

/// The words of drawings and reports in a language of the message bundles, the same for the window
/// and the command line.
public final class DrawingLanguage {
  /// The languages that there are words for.
  public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

  private DrawingLanguage() {}

  public static ChartWords of(Locale language) {
    return fill(ChartWords.ENGLISH, "drawing.", Speech.bundle(language));
  }

  /// The words of a report around its drawings.
  public static ReportWords ofReport(Locale language) {
    return fill(ReportWords.ENGLISH, "reportPage.", Speech.bundle(language));
  }

  /// Fills each component from the key of its name, lists from one text with `|` between entries,
  /// words within words from `NAME.PART`. It goes over the components by reflection, so that a word
  /// that drawings gain is not forgotten here: the test of the bundles asks for its key.
  private static <R extends Record> R fill(R english, String prefix, ResourceBundle bundle) {
    @SuppressWarnings("unchecked")
    Class<R> kind = (Class<R>) english.getClass();
    RecordComponent[] components = kind.getRecordComponents();
    try {
      Object[] values = new Object[components.length];
      for (int i = 0; i < components.length; i++) {
        String key = prefix + components[i].getName();
        Object word = components[i].getAccessor().invoke(english);
        values[i] =
            word instanceof Record words
                ? fill(words, key + ".", bundle)
                : bundle.containsKey(key) ? value(bundle.getString(key), components[i]) : word;
      }
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      return kind.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException("A record without its own components", impossible);
    }
  }

  private static Object value(String text, RecordComponent component) {
    return component.getType() == List.class ? List.of(text.split("\\|")) : text;
  }
}
