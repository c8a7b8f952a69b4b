package outcrop.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import outcrop.sample.Review.Role;

/// States what was planted in a [ReviewCorpus].
final class ReviewTruth {
  private final ReviewCorpus corpus;

  ReviewTruth(ReviewCorpus corpus) {
    this.corpus = corpus;
  }

  Map<String, Object> describe(long seed) {
    Map<String, Object> truth = new LinkedHashMap<>();
    truth.put("dataset", "reviews");
    truth.put("formatVersion", 1);
    truth.put("seed", seed);
    truth.put("rows", ReviewCorpus.ROWS);
    truth.put("file", "reviews.csv");
    truth.put("keyField", "id");
    truth.put("splits", splits());
    truth.put("shift", shift());
    truth.put("zipf", zipf());
    truth.put("labels", labels());
    truth.put("duplicates", duplicates());
    truth.put("subpopulations", subpopulations());
    truth.put("missing", missing());
    truth.put("votes", votes());
    truth.put("languages", counts(review -> true, Review::language));
    truth.put("texts", texts());
    return truth;
  }

  private Map<String, Object> splits() {
    Map<String, Object> splits = new LinkedHashMap<>();
    for (String split : List.of("train", "validation", "test")) {
      Predicate<Review> inside = review -> review.split().equals(split);
      List<Review> members = corpus.rows.stream().filter(inside).toList();
      Map<String, Object> facts = new LinkedHashMap<>();
      facts.put("rows", members.size());
      facts.put("share", TruthWriter.rounded((double) members.size() / ReviewCorpus.ROWS));
      facts.put("firstDate", day(members.stream().mapToInt(Review::day).min().orElseThrow()));
      facts.put("lastDate", day(members.stream().mapToInt(Review::day).max().orElseThrow()));
      facts.put("category", counts(inside, review -> review.product().category().title));
      facts.put("source", counts(inside, Review::source));
      facts.put("rating", counts(inside, review -> Integer.toString(review.rating())));
      splits.put(split, facts);
    }
    return splits;
  }

  private static Map<String, Object> shift() {
    Map<String, Object> testShares = new LinkedHashMap<>();
    for (ReviewCategory category : ReviewCategory.values()) {
      testShares.put(category.title, category.testShare);
    }
    Map<String, Object> shift = new LinkedHashMap<>();
    shift.put("field", "split");
    shift.put("reference", "train");
    shift.put("target", "test");
    shift.put("shiftedFields", List.of("category", "product", "date", "source", "price"));
    shift.put("sameFields", List.of("helpful_votes", "language"));
    shift.put("testShareOfCategory", testShares);
    shift.put(
        "note",
        "A row falls into test with the stated probability of its category; validation is an"
            + " eighth of the rest. Late deliveries are never in test.");
    return shift;
  }

  private Map<String, Object> zipf() {
    Map<String, Integer> counts = counts(review -> true, review -> review.product().name());
    String largest = corpus.products.getFirst().name();
    int rows = counts.getOrDefault(largest, 0);
    Map<String, Object> zipf = new LinkedHashMap<>();
    zipf.put("field", "product");
    zipf.put("exponent", ReviewCorpus.ZIPF_EXPONENT);
    zipf.put("ranks", ReviewCorpus.PRODUCTS);
    zipf.put("distinct", counts.size());
    zipf.put("once", (int) counts.values().stream().filter(count -> count == 1).count());
    zipf.put("largest", largest);
    zipf.put("largestRows", rows);
    zipf.put("largestShare", TruthWriter.rounded((double) rows / ReviewCorpus.ROWS));
    zipf.put("expectedLargestShare", TruthWriter.rounded(corpus.expectedLargestShare()));
    zipf.put(
        "note",
        "Each row draws its product independently; rank r of `ranks` has probability"
            + " proportional to r^-exponent.");
    return zipf;
  }

  private Map<String, Object> labels() {
    List<Map<String, Object>> wrong = new ArrayList<>();
    corpus.wrongLabels.forEach(
        (row, given) -> {
          Map<String, Object> label = new LinkedHashMap<>();
          label.put("id", ReviewCorpus.id(row));
          label.put("given", given);
          label.put("right", corpus.rows.get(row).rightLabel());
          wrong.add(label);
        });
    Map<String, Object> labels = new LinkedHashMap<>();
    labels.put("field", "label");
    labels.put("rule", "rating 1 and 2 negative, 3 neutral, 4 and 5 positive");
    labels.put("wrongCount", wrong.size());
    labels.put("wrongShare", TruthWriter.rounded((double) wrong.size() / ReviewCorpus.ROWS));
    labels.put("wrongOnSarcastic", ReviewCorpus.WRONG_LABELS_ON_SARCASM);
    labels.put("wrong", wrong);
    return labels;
  }

  private Map<String, Object> duplicates() {
    List<Map<String, Object>> exact = new ArrayList<>();
    for (ReviewCorpus.ExactGroup group : corpus.exactGroups()) {
      Map<String, Object> facts = new LinkedHashMap<>();
      facts.put("ids", group.ids());
      facts.put("crossesSplits", group.crossesSplits());
      exact.add(facts);
    }
    List<Map<String, Object>> near = new ArrayList<>();
    for (ReviewCorpus.NearPair pair : corpus.nearPairs) {
      Map<String, Object> facts = new LinkedHashMap<>();
      facts.put("original", pair.original());
      facts.put("copy", pair.copy());
      facts.put("edits", pair.edits());
      near.add(facts);
    }
    Map<String, Object> duplicates = new LinkedHashMap<>();
    duplicates.put(
        "note",
        "Exact duplicates agree in every field but id and, where they cross, split. Texts of the"
            + " very-short subpopulation repeat by nature and are not listed; no other text"
            + " occurs twice.");
    duplicates.put("exact", exact);
    duplicates.put("near", near);
    return duplicates;
  }

  private List<Map<String, Object>> subpopulations() {
    List<Map<String, Object>> all = new ArrayList<>();
    all.add(
        subpopulation(
            "late delivery",
            Role.LATE_DELIVERY,
            "Complaints about late delivery, all from one source in one winter.",
            Map.of("source", "marketplace"),
            ReviewCorpus.LATE_FROM + "/" + ReviewCorpus.LATE_TO));
    all.add(
        subpopulation(
            "faulty batch",
            Role.FAULTY_BATCH,
            "Swollen batteries of one product from one day on; rare in train, common in test.",
            Map.of("product", corpus.products.get(ReviewCorpus.FAULTY_RANK).name()),
            ReviewCorpus.FAULTY_FROM + "/.."));
    all.add(
        subpopulation(
            "sarcastic",
            Role.SARCASTIC,
            "Low ratings in words of praise, for devices only.",
            Map.of(),
            ""));
    all.add(
        subpopulation(
            "incentivised",
            Role.INCENTIVISED,
            "Five stars in the words of advertising, in return for a free product; four of five"
                + " from source partner.",
            Map.of("rating", "5"),
            ""));
    all.add(subpopulation("very short", Role.VERY_SHORT, "One to five words.", Map.of(), ""));
    all.add(subpopulation("emoji", Role.EMOJI, "Mostly emoji with few words.", Map.of(), ""));
    all.add(
        subpopulation(
            "other languages",
            Role.OTHER_LANGUAGE,
            "Spanish, French, German, Arabic, Hebrew, Thai, Hindi and Japanese.",
            Map.of(),
            ""));
    return all;
  }

  /// `allHave` and `dates` are necessary for membership, not sufficient.
  private Map<String, Object> subpopulation(
      String name, Role role, String description, Map<String, String> allHave, String dates) {
    List<String> ids =
        corpus.rows.stream().filter(review -> review.role() == role).map(Review::id).toList();
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("name", name);
    facts.put("description", description);
    facts.put("allHave", allHave);
    if (!dates.isEmpty()) {
      facts.put("dates", dates);
    }
    facts.put("rows", ids.size());
    facts.put("ids", ids);
    return facts;
  }

  private Map<String, Object> missing() {
    Map<String, Object> price = new LinkedHashMap<>();
    Predicate<Review> absent = review -> review.cents().isEmpty();
    price.put("rows", (int) corpus.rows.stream().filter(absent).count());
    price.put("bySource", counts(absent, Review::source));
    price.put("probability", ReviewCorpus.PRICE_MISSING);
    price.put("probabilityOfPartner", ReviewCorpus.PRICE_MISSING_PARTNER);
    return Map.of("price", price);
  }

  private Map<String, Object> votes() {
    Map<String, Object> votes = new LinkedHashMap<>();
    votes.put("field", "helpful_votes");
    votes.put("zeroProbability", ReviewCorpus.VOTES_ZERO_SHARE);
    votes.put("paretoIndex", ReviewCorpus.VOTES_PARETO_INDEX);
    votes.put("cap", ReviewCorpus.VOTES_CAP);
    votes.put("zeroRows", count(review -> review.helpfulVotes() == 0));
    votes.put("largest", corpus.rows.stream().mapToInt(Review::helpfulVotes).max().orElseThrow());
    votes.put(
        "note",
        "Votes above zero are the whole part of a Pareto number with minimum 1 and this index;"
            + " near-duplicate copies have none.");
    return votes;
  }

  private Map<String, Object> texts() {
    Map<String, Object> texts = new LinkedHashMap<>();
    texts.put("withLineBreak", count(review -> review.text().indexOf('\n') >= 0));
    texts.put("withQuote", count(review -> review.text().indexOf('"') >= 0));
    texts.put("withSemicolon", count(review -> review.text().indexOf(';') >= 0));
    texts.put("withComma", count(review -> review.text().indexOf(',') >= 0));
    texts.put("ordinaryWords", List.of(20, 80));
    texts.put(
        "note",
        "Ordinary reviews have 20 to 80 words by white space; a later remark (EDIT, Update, PS)"
            + " may add some.");
    return texts;
  }

  private int count(Predicate<Review> wanted) {
    return (int) corpus.rows.stream().filter(wanted).count();
  }

  private Map<String, Integer> counts(Predicate<Review> wanted, Function<Review, String> value) {
    Map<String, Integer> counts = new TreeMap<>();
    corpus.rows.stream()
        .filter(wanted)
        .forEach(review -> counts.merge(value.apply(review), 1, Integer::sum));
    return counts;
  }

  private static String day(int epochDay) {
    return LocalDate.ofEpochDay(epochDay).toString();
  }
}
