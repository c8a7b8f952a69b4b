package outcrop.sample;

import java.util.OptionalInt;

/// One row of the reviews as it is written; `day` counts from 1970-01-01, `role` is the planted
/// reason for its text.
record Review(
    String id,
    String text,
    ReviewProduct product,
    int rating,
    int day,
    String source,
    String split,
    OptionalInt cents,
    int helpfulVotes,
    String language,
    Role role) {

  /// Why a row is as it is. `ORDINARY` rows serve as originals of the copies.
  enum Role {
    ORDINARY,
    LATE_DELIVERY,
    SARCASTIC,
    VERY_SHORT,
    INCENTIVISED,
    FAULTY_BATCH,
    EMOJI,
    OTHER_LANGUAGE,
    EXACT_COPY,
    NEAR_COPY
  }

  /// The label that belongs to the rating.
  String rightLabel() {
    return rating <= 2 ? "negative" : rating == 3 ? "neutral" : "positive";
  }

  /// "+", "-" or "~": which sections of the grammar speak for it.
  static String mood(int rating) {
    return rating <= 2 ? "-" : rating == 3 ? "~" : "+";
  }

  /// The same review under another id, in another split.
  Review exactCopy(String newId, String newSplit) {
    return new Review(
        newId,
        text,
        product,
        rating,
        day,
        source,
        newSplit,
        cents,
        helpfulVotes,
        language,
        Role.EXACT_COPY);
  }

  /// A retyped review: other id and text, some days later, no votes yet.
  Review nearCopy(String newId, String newText, int newDay) {
    return new Review(
        newId, newText, product, rating, newDay, source, split, cents, 0, language, Role.NEAR_COPY);
  }
}
