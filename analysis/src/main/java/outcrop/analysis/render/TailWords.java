package outcrop.analysis.render;

import java.util.List;
import outcrop.analysis.spec.TailSpec.Measure;
import outcrop.analysis.stats.Alternative.Law;

/// The words of long tails in one language. Numbers in braces stand for what is filled in.
///
/// @param rank title of the axis of ranks
/// @param size title of the axis of sizes
/// @param measures names in the order of [Measure]
public record TailWords(
    String title,
    String titleOfValues,
    String rank,
    String rankOfValue,
    String size,
    String shareAtLeast,
    String shareAtLeastOfValues,
    String shareOfClasses,
    String shareOfRows,
    String shareOfSum,
    String largestClasses,
    String sampledRows,
    String foundClasses,
    String classes,
    String oneClass,
    String values,
    String largestSmallest,
    String missing,
    String emptyLists,
    String notPositive,
    String head,
    String body,
    String tail,
    String ofRows,
    String ofSum,
    String rankOf,
    String sameSize,
    String singletons,
    String handle,
    String handleTail,
    String tooFew,
    String noClasses,
    String noValues,
    String studying,
    String leastSquaresLine,
    String zipfLine,
    String alpha,
    String covers,
    String equality,
    String seen,
    String chao,
    String noWhole,
    String noOrder,
    String classSize,
    String burstScale,
    String lift,
    String window,
    String sorted,
    String tooFewGaps,
    String ofClass,
    List<String> measures,
    VerdictWords verdict,
    BesideWords beside) {
  public static final TailWords ENGLISH =
      new TailWords(
          "Long tail of {0}",
          "Tail of the values of {0}",
          "rank of the class",
          "rank of the value",
          "rows per class",
          "share of classes at least so large",
          "share of values at least so large",
          "share of classes, smallest first",
          "share of rows",
          "share of the sum",
          "largest classes",
          "rows",
          "classes found",
          "{0} classes",
          "1 class",
          "{0} values",
          "largest {0}, smallest {1}",
          "{0} rows without a value",
          "{0} with an empty list",
          "{0} not above zero or not finite",
          "head",
          "body",
          "tail",
          "{0} of rows",
          "{0} of the sum",
          "rank {0} of {1}",
          "one of {0} classes of this size",
          "{0} classes with one row",
          "The head begins at {0} rows. Drag it, or move it with Alt and the arrow keys.",
          "The tail has fewer than {0} rows. Drag it, or move it with Alt and the arrow keys.",
          "too little data for a shape",
          "None of the {0} rows is in a class.",
          "None of the {0} rows has a value above zero.",
          "fitting a power law …",
          "least squares",
          "Zipf s = {0}",
          "power law α = {0} from {1}",
          "{0} cover {1}",
          "equal sizes",
          "seen: {0}",
          "Chao1: at least {0}",
          "Sizes that are not whole numbers are no sample of rows, so nothing can be said of"
              + " classes not seen.",
          "The rows of lists, terms and values have no order of classes: choose a field of"
              + " contexts.",
          "rows of the class",
          "burstiness Bₙ (−1 periodic, 0 random, 1 bursty)",
          "repeat lift",
          "rows per window",
          "the rows look sorted by {0}",
          "No class has five gaps or more, which burstiness wants.",
          "Bₙ = {0}, {1} gaps",
          List.of(
              "Gini",
              "entropy (bits)",
              "classes in effect (Hill 1)",
              "classes in effect (Hill 2)",
              "evenness",
              "largest by smallest",
              "share of the largest",
              "singletons",
              "price of dropping singletons",
              "unseen mass",
              "sample coverage",
              "all classes (Chao1)",
              "all classes (ACE)",
              "Zipf exponent",
              "power-law exponent",
              "median burstiness",
              "repeat lift"),
          VerdictWords.ENGLISH,
          BesideWords.ENGLISH);

  public TailWords {
    measures = List.copyOf(measures);
    if (measures.size() != Measure.values().length) {
      throw new IllegalArgumentException("Words need a name for each measure.");
    }
  }

  /// The words of what a fit, its goodness and its rivals say together.
  ///
  /// @param laws the rivals in the order of [Law]
  public record VerdictWords(
      String ruledOut,
      String plausible,
      String notTested,
      String better,
      String worse,
      String undecided,
      String and,
      String capped,
      String noneAboveZero,
      String fewObservations,
      String fewValues,
      List<String> laws) {
    public static final VerdictWords ENGLISH =
        new VerdictWords(
            "Power law ruled out (p = {0})",
            "Power law plausible (p = {0})",
            "Goodness of fit not tested",
            "better: {0}",
            "better than {0}",
            "cannot tell from {0}",
            "{0} and {1}",
            "the three largest are equal and may be capped",
            "Too little data for a fit: no size is above zero",
            "Too little data for a fit: {0} observations, {1} wanted",
            "Too little data for a fit: {0} different sizes, {1} wanted",
            List.of("lognormal", "exponential", "power law with cutoff", "stretched exponential"));

    public VerdictWords {
      laws = List.copyOf(laws);
      if (laws.size() != Law.values().length) {
        throw new IllegalArgumentException("Words need a name for each law.");
      }
    }
  }

  /// The words of shapes that look at classes with other fields.
  public record BesideWords(
      String placeOfRow,
      String moreClasses,
      String labelsInEffect,
      String howMany,
      String shareWith,
      String labelsPerClass,
      String classesPerLabel,
      String severalLabels,
      String bits,
      String bitsInContext,
      String ofAmbiguous,
      String distance,
      String duplicates,
      String ofVariation,
      String ofDuplicates,
      String margin,
      String withinBetween,
      String unusable,
      String noRowClasses,
      String noLabel,
      String noVector,
      String noAnswer,
      String noneAmbiguous,
      String noneTold) {
    public static final BesideWords ENGLISH =
        new BesideWords(
            "place of the row",
            "{0} more classes",
            "labels in effect",
            "so many and more",
            "share",
            "labels per class",
            "classes per label",
            "{0} of {1} classes have several labels of {2} ({3} – {4})",
            "H(label | class) {0} bits, H(class | label) {1} bits",
            "{0} bits within {1}",
            "{0} labels, {1} bits",
            "mean cosine distance of two rows",
            "near duplicates",
            "distance {0} · {1} dimensions in effect · trace {2}",
            "{0} near duplicates, {1} the same as another row",
            "margin {0} to {1}",
            "variance within classes by that between {0}",
            "{0} rows without a usable vector",
            "Values and the terms of a text are no classes of rows: count the rows per class of a"
                + " field.",
            "Choose the field whose values are labels of the classes, in the editor of the view.",
            "Choose the field of vectors that says how different rows are, in the editor of the"
                + " view.",
            "The field beside gives no answer; choose another in the editor of the view.",
            "No class has more than one label.",
            "No class has five rows or more with a usable vector.");
  }
}
