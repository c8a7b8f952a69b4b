package outcrop.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import outcrop.sample.Review.Role;

/// All reviews of one seed together with what was planted in them.
///
/// Rows are made in two passes: first those that stand alone, each from its own [Dice], then the
/// copies, which need their originals.
final class ReviewCorpus {
  static final int ROWS = 20_000;
  static final int PRODUCTS = 2_000;
  static final double ZIPF_EXPONENT = 1.05;
  static final int WRONG_LABELS = ROWS * 3 / 100;
  static final int WRONG_LABELS_ON_SARCASM = 90;
  static final int FAULTY_RANK = 2;
  static final LocalDate FIRST_DAY = LocalDate.of(2022, 1, 1);
  static final LocalDate LAST_TRAIN_DAY = LocalDate.of(2024, 6, 30);
  static final LocalDate FIRST_TEST_DAY = LocalDate.of(2024, 5, 1);
  static final LocalDate LAST_DAY = LocalDate.of(2025, 6, 30);
  static final LocalDate LATE_FROM = LocalDate.of(2023, 11, 15);
  static final LocalDate LATE_TO = LocalDate.of(2024, 1, 31);
  static final LocalDate FAULTY_FROM = LocalDate.of(2024, 4, 1);
  static final List<String> SOURCES = List.of("web", "app", "marketplace", "partner");
  static final double VOTES_ZERO_SHARE = 0.62;
  static final double VOTES_PARETO_INDEX = 1.2;
  static final int VOTES_CAP = 4_000;
  static final double PRICE_MISSING = 0.03;
  static final double PRICE_MISSING_PARTNER = 0.40;

  private static final int ID_DIGITS = 5;
  private static final int LATE_DELIVERIES = 600;
  private static final int VERY_SHORT = 500;
  private static final int EMOJI = 160;
  private static final int OTHER_LANGUAGES = 900;
  private static final int EXACT_COPIES = 200;
  private static final int NEAR_COPIES = 400;
  private static final int CROSSING_GROUPS = 60;
  private static final List<String> LANGUAGES =
      List.of("es", "fr", "de", "ar", "he", "th", "hi", "ja");
  private static final double[] LANGUAGE_SHARES = {.26, .17, .17, .12, .07, .08, .08, .05};

  /// Rows with the same fields but for id and split; the first id is the original.
  record ExactGroup(List<String> ids, boolean crossesSplits) {}

  /// A retyped review and what was changed.
  record NearPair(String original, String copy, List<String> edits) {}

  final List<ReviewProduct> products;
  final List<Review> rows;
  final List<NearPair> nearPairs = new ArrayList<>();

  /// Wrong label by row index.
  final Map<Integer, String> wrongLabels = new TreeMap<>();

  private final long seed;
  private final PowerLaw zipf = new PowerLaw(PRODUCTS, ZIPF_EXPONENT);
  private final ReviewTexts texts = new ReviewTexts();
  private final Set<String> taken = new HashSet<>();
  private final Map<String, List<String>> exactGroups = new LinkedHashMap<>();
  private final Set<String> crossing = new HashSet<>();

  ReviewCorpus(long seed, GenerationProgress progress) {
    this.seed = seed;
    products = ReviewProduct.catalogue(seed, PRODUCTS);
    Role[] roles = assignRoles();
    Review[] made = new Review[ROWS];
    List<Review> originals = new ArrayList<>();
    for (int row = 0; row < ROWS; row++) {
      if (roles[row] != Role.EXACT_COPY && roles[row] != Role.NEAR_COPY) {
        made[row] = alone(row, roles[row]);
        if (made[row].role() == Role.ORDINARY) {
          originals.add(made[row]);
        }
      }
      if (row % 500 == 0) {
        progress.advanced(row, ROWS);
      }
    }
    copy(roles, made, originals);
    rows = List.of(made);
    plantWrongLabels();
  }

  Collection<ExactGroup> exactGroups() {
    return exactGroups.entrySet().stream()
        .map(group -> new ExactGroup(group.getValue(), crossing.contains(group.getKey())))
        .toList();
  }

  String label(int row) {
    String wrong = wrongLabels.get(row);
    return wrong == null ? rows.get(row).rightLabel() : wrong;
  }

  double expectedLargestShare() {
    return zipf.share(0);
  }

  static String id(int row) {
    String digits = Integer.toString(row + 1);
    return "R" + "0".repeat(ID_DIGITS - digits.length()) + digits;
  }

  private Role[] assignRoles() {
    Map<Role, Integer> counts = new LinkedHashMap<>();
    counts.put(Role.LATE_DELIVERY, LATE_DELIVERIES);
    counts.put(Role.VERY_SHORT, VERY_SHORT);
    counts.put(Role.EMOJI, EMOJI);
    counts.put(Role.OTHER_LANGUAGE, OTHER_LANGUAGES);
    counts.put(Role.EXACT_COPY, EXACT_COPIES);
    counts.put(Role.NEAR_COPY, NEAR_COPIES);
    Role[] roles = new Role[ROWS];
    Arrays.fill(roles, Role.ORDINARY);
    int[] order = Dice.of(seed, "roles", 0).permutation(ROWS);
    int at = 0;
    for (Map.Entry<Role, Integer> count : counts.entrySet()) {
      for (int i = 0; i < count.getValue(); i++) {
        roles[order[at++]] = count.getKey();
      }
    }
    return roles;
  }

  private Review alone(int row, Role planned) {
    Dice dice = Dice.of(seed, "review", row);
    ReviewProduct product = products.get(zipf.draw(dice));
    String split = split(product.category(), planned, dice);
    int day = day(split, planned, dice);
    int rating = rating(product, dice);
    Role role = planned == Role.ORDINARY ? special(product, day, rating, dice) : planned;
    if (role == Role.LATE_DELIVERY || role == Role.FAULTY_BATCH) {
      rating = dice.chance(0.7) ? 1 : 2;
    }
    String source = source(split, role, dice);
    String language =
        role == Role.OTHER_LANGUAGE ? LANGUAGES.get(dice.weighted(LANGUAGE_SHARES)) : "en";
    String text = texts.write(role, product, rating, language, dice);
    while (role != Role.VERY_SHORT && !taken.add(text)) {
      text = texts.write(role, product, rating, language, dice);
    }
    boolean noPrice = dice.chance(source.equals("partner") ? PRICE_MISSING_PARTNER : PRICE_MISSING);
    OptionalInt cents = noPrice ? OptionalInt.empty() : OptionalInt.of(price(product, dice));
    return new Review(
        id(row),
        text,
        product,
        rating,
        day,
        source,
        split,
        cents,
        helpfulVotes(dice),
        language,
        role);
  }

  private static String split(ReviewCategory category, Role role, Dice dice) {
    double test = role == Role.LATE_DELIVERY ? 0 : category.testShare;
    double u = dice.unit();
    return u < test ? "test" : u < test + (1 - test) * 0.125 ? "validation" : "train";
  }

  private static int day(String split, Role role, Dice dice) {
    if (role == Role.LATE_DELIVERY) {
      return dice.between((int) LATE_FROM.toEpochDay(), (int) LATE_TO.toEpochDay());
    }
    boolean test = split.equals("test");
    long from = (test ? FIRST_TEST_DAY : FIRST_DAY).toEpochDay();
    long to = (test ? LAST_DAY : LAST_TRAIN_DAY).toEpochDay();
    return (int) (from + (to - from + 1) * StrictMath.sqrt(dice.unit()));
  }

  private static int rating(ReviewProduct product, Dice dice) {
    int first = 1 + dice.weighted(.13, .09, .13, .24, .41);
    int second = 1 + dice.weighted(.13, .09, .13, .24, .41);
    return switch (product.quality()) {
      case -1 -> Math.min(first, second);
      case 1 -> Math.max(first, second);
      default -> first;
    };
  }

  /// Subpopulations that belong to rows which are there anyway, so that they do not bend the Zipf
  /// tail.
  private Role special(ReviewProduct product, int day, int rating, Dice dice) {
    boolean faulty = product.equals(products.get(FAULTY_RANK)) && day >= FAULTY_FROM.toEpochDay();
    if (faulty && dice.chance(0.7)) {
      return Role.FAULTY_BATCH;
    }
    if (product.category().isDevice() && rating <= 2 && dice.chance(0.15)) {
      return Role.SARCASTIC;
    }
    if (product.category().isDevice() && rating == 5 && dice.chance(0.07)) {
      return Role.INCENTIVISED;
    }
    return Role.ORDINARY;
  }

  private static String source(String split, Role role, Dice dice) {
    if (role == Role.LATE_DELIVERY) {
      return "marketplace";
    }
    if (role == Role.INCENTIVISED && dice.chance(0.8)) {
      return "partner";
    }
    int drawn =
        split.equals("test")
            ? dice.weighted(.25, .52, .15, .08)
            : dice.weighted(.46, .32, .14, .08);
    return SOURCES.get(drawn);
  }

  private static int price(ReviewProduct product, Dice dice) {
    double cents = product.cents() * dice.between(0.92, 1.08);
    return (int) StrictMath.rint(cents / 100) * 100 + 99;
  }

  private static int helpfulVotes(Dice dice) {
    if (dice.chance(VOTES_ZERO_SHARE)) {
      return 0;
    }
    double pareto = StrictMath.pow(1 - dice.unit(), -1 / VOTES_PARETO_INDEX);
    return (int) Math.min(VOTES_CAP, pareto);
  }

  private void copy(Role[] roles, Review[] made, List<Review> originals) {
    Dice dice = Dice.of(seed, "copies", 0);
    int[] order = dice.permutation(originals.size());
    int exact = 0;
    int near = 0;
    for (int row = 0; row < ROWS; row++) {
      if (roles[row] == Role.EXACT_COPY) {
        // Every fourth copy repeats the original before it, which makes groups of three.
        int chosen = exact % 4 == 3 ? exact - 1 : exact;
        made[row] = exactCopy(row, originals.get(order[chosen]));
        exact++;
      } else if (roles[row] == Role.NEAR_COPY) {
        made[row] = nearCopy(row, originals.get(order[EXACT_COPIES + near]), dice);
        near++;
      }
    }
  }

  /// Copies cross from train to test only, so that no row of train is later than its split allows.
  private Review exactCopy(int row, Review original) {
    boolean cross = original.split().equals("train") && crossing.size() < CROSSING_GROUPS;
    if (cross) {
      crossing.add(original.id());
    }
    exactGroups.computeIfAbsent(original.id(), id -> new ArrayList<>(List.of(id))).add(id(row));
    return original.exactCopy(id(row), cross ? "test" : original.split());
  }

  private Review nearCopy(int row, Review original, Dice dice) {
    String text = original.text();
    List<String> edits = new ArrayList<>();
    List<ReviewEdit> left = new ArrayList<>(List.of(ReviewEdit.values()));
    int wanted = dice.between(1, 3);
    while (edits.size() < wanted && !left.isEmpty()) {
      ReviewEdit edit = left.remove(dice.below(left.size()));
      String edited = edit.apply(text, dice);
      if (!edited.equals(text)) {
        text = edited;
        edits.add(edit.name().toLowerCase(Locale.ROOT).replace('_', ' '));
      }
    }
    if (!taken.add(text)) {
      throw new IllegalStateException("an edit of " + original.id() + " repeats another review");
    }
    nearPairs.add(new NearPair(original.id(), id(row), edits));
    boolean test = original.split().equals("test");
    int last = (int) (test ? LAST_DAY : LAST_TRAIN_DAY).toEpochDay();
    int day = Math.min(last, original.day() + dice.between(0, 6));
    return original.nearCopy(id(row), text, day);
  }

  /// A share of the sarcastic reviews was taken at its word; the other mistakes lie anywhere but in
  /// groups of exact duplicates, which keep one label.
  private void plantWrongLabels() {
    Dice dice = Dice.of(seed, "labels", 0);
    int sarcastic = 0;
    int[] order = dice.permutation(ROWS);
    for (int row : order) {
      if (rows.get(row).role() == Role.SARCASTIC && sarcastic < WRONG_LABELS_ON_SARCASM) {
        wrongLabels.put(row, "positive");
        sarcastic++;
      }
    }
    for (int row : order) {
      Review review = rows.get(row);
      boolean repeated = review.role() == Role.EXACT_COPY || exactGroups.containsKey(review.id());
      if (wrongLabels.size() == WRONG_LABELS) {
        break;
      }
      if (!repeated && review.role() != Role.SARCASTIC) {
        wrongLabels.put(row, confused(review.rightLabel(), dice));
      }
    }
  }

  private static String confused(String right, Dice dice) {
    boolean near = dice.chance(0.6);
    return switch (right) {
      case "negative" -> near ? "neutral" : "positive";
      case "positive" -> near ? "neutral" : "negative";
      default -> dice.chance(0.5) ? "negative" : "positive";
    };
  }
}
