package outcrop.app.view.part;

import java.util.List;

/// Finds what the search hit in a text, to be marked where the text is shown.
@FunctionalInterface
public interface HitFinder {
  /// Marks nothing.
  HitFinder NONE = (field, text) -> List.of();

  /// The stretches that were hit, rising and apart from each other. Called while painting: it
  /// should take microseconds for a text of a few hundred characters.
  ///
  /// @param field the name of the field
  /// @param text what is shown of the value
  List<Span> hits(String field, String text);
}
