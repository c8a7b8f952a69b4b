package outcrop.analysis.spec;

import java.util.Optional;

/// A way to look at one value of a row.
public enum Lens {
  /// The text as it is.
  TEXT,
  /// A text with the marks of Markdown, set as they mean.
  MARKDOWN,
  /// Messages one below the other, with who said them.
  CONVERSATION,
  /// Nested data as a tree.
  JSON,
  /// Several values, each for itself.
  LIST,
  /// The picture that is referred to.
  IMAGE,
  /// Numbers as bars, and the rows with the nearest numbers.
  VECTOR,
  /// A number and where it stands among all rows.
  NUMBER,
  /// A point in time and how long ago that is.
  TIME,
  /// An address in the web or of a file.
  LINK;

  /// The lens of a name, empty for one that this version does not know.
  public static Optional<Lens> named(String name) {
    for (Lens lens : values()) {
      if (lens.name().equals(name)) {
        return Optional.of(lens);
      }
    }
    return Optional.empty();
  }
}
