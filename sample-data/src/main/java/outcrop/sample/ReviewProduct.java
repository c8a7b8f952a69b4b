package outcrop.sample;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A product of the review shop; `quality` is −1, 0 or 1 and moves its ratings.
record ReviewProduct(
    String name, String brand, String item, ReviewCategory category, int cents, int quality) {

  private static final List<String> FIRST =
      words(
          """
          Nor Bel Hal Tav Cor Mar Lun Ost Fen Gal Ar Vel Bri Kes Sol Dor Win Ald Ber Cal El Har \
          Jun Lor Mon Nev Per Quin Ros Sten Tor Ull\
          """);
  private static final List<String> LAST =
      words("vane mont lin dale wick sen ford aro mere holm bury nix well den ria stad");
  private static final List<String> SERIES =
      words(
          """
          Aria Nova Pico Delta Juno Orbit Plus Comet Lyra Echo Flint Breeze Polar Sierra Mistral \
          Ember Cedar Atlas Velvet Indigo Basalt Coral Summit Harbour Meadow Alto Tempo Vista \
          Linden Quartz\
          """);
  private static final List<String> TITLE_FIRST =
      words(
          """
          Quiet Last Silent Salt Paper Second Northern Glass Winter Lost Borrowed Copper Hollow \
          Distant Golden Broken Hidden Slow Blue Seventh Burning Forgotten Little Crooked Empty \
          Long Wild Narrow Patient Invisible\
          """);
  private static final List<String> TITLE_LAST =
      words(
          """
          Harbour Orchard Letter Garden House River Season Map Lighthouse Summer Winter Daughter \
          Clockmaker Island Promise Road Kitchen Mirror Archive Station Neighbour Beekeeper \
          Valley Ferry Museum Pianist Border Alphabet Inheritance Tide\
          """);

  /// The ranks that are fixed, so that the largest products and the faulty one are known
  /// beforehand.
  private static final List<ReviewCategory> HEAD =
      List.of(
          ReviewCategory.HEADPHONES,
          ReviewCategory.KITCHEN,
          ReviewCategory.PHONE,
          ReviewCategory.COFFEE,
          ReviewCategory.BOOKS,
          ReviewCategory.CLOTHING,
          ReviewCategory.TOYS,
          ReviewCategory.GARDEN);

  /// Products in order of their rank, with distinct names.
  static List<ReviewProduct> catalogue(long seed, int size) {
    Set<String> taken = new HashSet<>();
    List<ReviewProduct> products = new ArrayList<>(size);
    for (int rank = 0; rank < size; rank++) {
      Dice dice = Dice.of(seed, "product", rank);
      ReviewCategory category = rank < HEAD.size() ? HEAD.get(rank) : drawCategory(dice);
      List<String> kinds = category.kinds();
      String[] kind = (rank < HEAD.size() ? kinds.getFirst() : dice.pick(kinds)).split("/");
      String brand = dice.pick(FIRST) + dice.pick(LAST);
      String name;
      do {
        name = name(category, brand, kind[0], dice);
      } while (!taken.add(name));
      int cents = (int) (category.medianCents * StrictMath.exp(0.45 * dice.gaussian()));
      int quality = rank < HEAD.size() ? 0 : dice.weighted(0.2, 0.6, 0.2) - 1;
      products.add(new ReviewProduct(name, brand, kind[1], category, cents, quality));
    }
    return products;
  }

  private static ReviewCategory drawCategory(Dice dice) {
    double u = dice.unit();
    for (ReviewCategory category : ReviewCategory.values()) {
      u -= category.share;
      if (u < 0) {
        return category;
      }
    }
    return ReviewCategory.GARDEN;
  }

  private static String name(ReviewCategory category, String brand, String kind, Dice dice) {
    if (category == ReviewCategory.BOOKS) {
      String last = dice.pick(TITLE_LAST);
      String end = dice.chance(0.3) ? " of " + dice.pick(FIRST) + dice.pick(LAST) : "";
      return "The " + dice.pick(TITLE_FIRST) + " " + last + end;
    }
    String number = dice.chance(0.4) ? " " + dice.between(2, 9) * 100 : "";
    return brand + " " + dice.pick(SERIES) + number + " " + kind;
  }

  private static List<String> words(String text) {
    return List.of(text.split("\\s+"));
  }
}
