package outcrop.app.view.part;

import java.util.List;
import java.util.Optional;
import outcrop.analysis.dataset.Field;

/// What stands on the card of a field, in the words of the window.
///
/// @param about the field in a few words, such as its type and role
/// @param missing how many rows have no value; empty where every row has one
/// @param missingShare of all rows, 0…1
/// @param distinct how many different values there are
/// @param low the least value, at the left end of the bars; empty where bars have no ends
/// @param high the greatest value
/// @param measures centre and spread; empty where the field has none
/// @param values the values of most rows
/// @param warnings most serious first
/// @param buttons what can be opened from the card
/// @param spoken all of it in a sentence, for screen readers
public record CardFace(
    Field field,
    String about,
    String missing,
    double missingShare,
    String distinct,
    String low,
    String high,
    String measures,
    List<Value> values,
    List<Warning> warnings,
    List<OpenButton> buttons,
    String spoken) {
  public CardFace {
    values = List.copyOf(values);
    warnings = List.copyOf(warnings);
    buttons = List.copyOf(buttons);
  }

  /// A value of the field.
  ///
  /// @param value its exact text
  /// @param shown as it is shown
  /// @param rows how many rows have it
  /// @param share of the rows shown, 0…1
  /// @param contextShare of all rows
  public record Value(String value, String shown, String rows, double share, double contextShare) {}

  /// A warning.
  ///
  /// @param text in a few words
  /// @param tip in a sentence
  /// @param action what a click does; empty where there is nothing to show
  public record Warning(String text, String tip, Optional<Runnable> action) {}

  /// A button of the card.
  ///
  /// @param icon name of the feather icon
  public record OpenButton(String icon, String name, Runnable action) {}
}
