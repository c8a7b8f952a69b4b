package outcrop.app.view.part;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.function.Function;

/// The words of a control in the user's language.
///
/// @param patterns gives the pattern of a key, in the form of [MessageFormat]
record Words(Function<String, String> patterns) {
  /// The text of a key; numbers among the arguments are written as the user's country does.
  String get(String key, Object... arguments) {
    return new MessageFormat(patterns.apply(key), Locale.getDefault(Locale.Category.FORMAT))
        .format(arguments);
  }
}
