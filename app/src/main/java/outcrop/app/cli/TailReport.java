package outcrop.app.cli;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.stats.Band;
import outcrop.analysis.stats.Burstiness;
import outcrop.analysis.stats.ClassCounts;
import outcrop.analysis.stats.PowerLawResult;
import outcrop.analysis.stats.TailMeasures;
import outcrop.analysis.stats.TermSpread;

/// All that `tail` found.
///
/// @param field the field
/// @param unit what was counted
/// @param n occurrences of all classes; with [Unit#VALUES], finite numbers
/// @param distinct classes; with [Unit#VALUES], different numbers
/// @param rows the rows asked about
/// @param missing rows without a value
/// @param unusable rows whose value is not a number, infinite or an empty list
/// @param notPositive numbers of zero or less, which nothing is fitted to
/// @param classes null with [Unit#VALUES]
/// @param measures empty where there is nothing to measure
/// @param bandRule the bands in the user's words
/// @param burstiness null where the field gives none
/// @param spread of the most frequent terms; empty for other fields
/// @param by the field that orders or groups; empty for none
/// @param draws of the bootstrap
/// @param seed of all random numbers
record TailReport(
    String field,
    Unit unit,
    long n,
    long distinct,
    int rows,
    int missing,
    int unusable,
    long notPositive,
    @Nullable ClassCounts classes,
    Optional<TailMeasures> measures,
    PowerLawResult powerLaw,
    String bandRule,
    List<Band> bands,
    @Nullable Burstiness burstiness,
    List<TermSpread> spread,
    String by,
    int draws,
    long seed) {
  /// What was counted.
  enum Unit {
    /// The classes of a field.
    CLASSES,
    /// The terms of a text field.
    TERMS,
    /// The numbers of a field, each the size of one class.
    VALUES
  }
}
