package outcrop.app.language;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// Says things in one language.
@FunctionalInterface
public interface Speech {
  /// The text of a key of the message bundles with its places filled.
  String of(String key, Object... values);

  /// The main message bundle alone, for who needs no window.
  static Speech in(Locale language) {
    ResourceBundle bundle = bundle(language);
    return (key, values) ->
        bundle.containsKey(key)
            ? new MessageFormat(bundle.getString(key), language).format(values)
            : key;
  }

  /// The main message bundle in a language.
  static ResourceBundle bundle(Locale language) {
    return ResourceBundle.getBundle(
        "outcrop.ui.messages.messages",
        language,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }
}
