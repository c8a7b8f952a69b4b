package outcrop.sample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Composes the text of a review from the grammar.
final class ReviewTexts {
  private static final int FEWEST_WORDS = 20;
  private static final int MOST_WORDS = 80;

  private final PhraseBook book = new PhraseBook("reviews-english.txt", "reviews-other.txt");

  /// A text for a review of `product` with `rating`; `language` matters for other languages only.
  String write(Review.Role role, ReviewProduct product, int rating, String language, Dice dice) {
    Map<String, String> facts = new HashMap<>();
    facts.put("item", product.item());
    facts.put("product", product.name());
    facts.put("brand", product.brand());
    facts.put("person", dice.pick(book.phrases("person")));
    facts.put("carrier", dice.pick(book.phrases("carrier")));
    return switch (role) {
      case ORDINARY, EXACT_COPY, NEAR_COPY -> styled(ordinary(product, rating, facts, dice), dice);
      case LATE_DELIVERY -> styled(fixed("late", 1, 4, facts, dice), dice);
      case SARCASTIC -> fixed("sarcasm", 1, 3, facts, dice);
      case INCENTIVISED -> fixed("gifted", 2, 4, facts, dice);
      case FAULTY_BATCH -> fixed("batch", 1, 3, facts, dice);
      case VERY_SHORT -> book.phrase("short " + Review.mood(rating), facts, dice);
      case EMOJI -> emoji(Review.mood(rating), facts, dice);
      case OTHER_LANGUAGE -> foreign(language, rating, facts, dice);
    };
  }

  static int words(String text) {
    int words = 0;
    boolean inside = false;
    for (int i = 0; i < text.length(); i++) {
      boolean blank = Character.isWhitespace(text.charAt(i));
      words += !blank && !inside ? 1 : 0;
      inside = !blank;
    }
    return words;
  }

  private String ordinary(ReviewProduct product, int rating, Map<String, String> facts, Dice dice) {
    ReviewCategory category = product.category();
    String mood = Review.mood(rating);
    int wanted = dice.between(FEWEST_WORDS + 2, MOST_WORDS - 12);
    List<String> aspects = aspects(category, dice);
    List<String> sentences = new ArrayList<>();
    int words = 0;
    if (dice.chance(0.88)) {
      String opening = own(category, "opening", " " + mood);
      sentences.add(book.sentence(opening, facts, dice));
    }
    if (dice.chance(0.3)) {
      sentences.add(book.sentence(own(category, "context", ""), facts, dice));
    }
    for (String sentence : sentences) {
      words += words(sentence);
    }
    String before = mood;
    int turn = dice.between(0, 3);
    for (int i = 0; i < aspects.size() && (words < wanted || i == 0); i++) {
      String now = polarity(rating, i, turn);
      String sentence = book.sentence(aspects.get(i) + " " + now, facts, dice);
      if (i > 0 && !now.equals(before) && dice.chance(0.75)) {
        sentence = book.phrase("switch " + now, facts, dice) + " " + lowered(sentence);
      }
      if (words + words(sentence) > MOST_WORDS - 1) {
        break;
      }
      sentences.add(sentence);
      words += words(sentence);
      before = now;
    }
    String closing = book.sentence(own(category, "closing", " " + mood), facts, dice);
    boolean room = words + words(closing) <= MOST_WORDS;
    if (words < FEWEST_WORDS || (room && dice.chance(0.7))) {
      sentences.add(closing);
    }
    return joined(sentences, mood, facts, dice);
  }

  /// Names of grammar sections without polarity: what the review will speak about, in this order.
  private static List<String> aspects(ReviewCategory category, Dice dice) {
    List<String> aspects = new ArrayList<>();
    for (int i : dice.permutation(category.aspects.size())) {
      aspects.add(category.key + "." + category.aspects.get(i));
    }
    List<String> common = category.commonAspects();
    for (int i : dice.permutation(common.size())) {
      aspects.add(dice.between(1, aspects.size()), common.get(i));
    }
    return aspects;
  }

  /// Ratings 1 and 5 speak with one voice, 2 and 4 with one exception, 3 alternates.
  private static String polarity(int rating, int position, int turn) {
    return switch (rating) {
      case 1 -> "-";
      case 2 -> position == turn + 1 ? "+" : "-";
      case 3 -> (position + turn) % 2 == 0 ? "+" : "-";
      case 4 -> position == turn + 1 ? "-" : "+";
      default -> "+";
    };
  }

  private String own(ReviewCategory category, String section, String polarity) {
    String special = category.key + "." + section + polarity;
    return book.has(special) ? special : section + polarity;
  }

  private static String lowered(String sentence) {
    boolean pronoun = sentence.startsWith("I ") || sentence.startsWith("I'");
    return pronoun
        ? sentence
        : sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
  }

  private String joined(List<String> sentences, String mood, Map<String, String> facts, Dice dice) {
    StringBuilder text = new StringBuilder(sentences.getFirst());
    int paragraph = dice.chance(0.025) ? dice.between(1, sentences.size()) : -1;
    int semicolon = dice.chance(0.03) ? dice.between(1, sentences.size()) : -1;
    for (int i = 1; i < sentences.size(); i++) {
      boolean stop = text.charAt(text.length() - 1) == '.';
      if (i == semicolon && stop) {
        text.setLength(text.length() - 1);
        text.append("; ").append(lowered(sentences.get(i)));
      } else {
        text.append(i == paragraph ? "\n\n" : " ").append(sentences.get(i));
      }
    }
    if (dice.chance(0.02)) {
      text.append('\n').append(book.sentence("edit " + mood, facts, dice));
    }
    return text.toString();
  }

  /// An opening, some sentences and a closing of one planted subpopulation.
  private String fixed(String name, int fewest, int most, Map<String, String> facts, Dice dice) {
    List<String> sentences = new ArrayList<>();
    sentences.add(book.sentence(name + ".opening", facts, dice));
    List<String> middle = book.phrases(name + ".middle");
    int[] order = dice.permutation(middle.size());
    int words = words(sentences.getFirst());
    int wanted = dice.between(fewest, most);
    for (int i = 0; i < wanted || words < FEWEST_WORDS; i++) {
      String sentence = book.fill(middle.get(order[i]), facts, dice);
      sentences.add(PhraseBook.capitalised(sentence));
      words += words(sentence);
    }
    if (words <= MOST_WORDS - 16 && dice.chance(0.8)) {
      sentences.add(book.sentence(name + ".closing", facts, dice));
    }
    return String.join(" ", sentences);
  }

  private String emoji(String mood, Map<String, String> facts, Dice dice) {
    StringBuilder text = new StringBuilder();
    for (int part = dice.between(2, 4); part > 0; part--) {
      text.append(text.isEmpty() ? "" : " ").append(book.phrase("emojiword " + mood, facts, dice));
      text.append(' ');
      for (int run = dice.between(1, 4); run > 0; run--) {
        text.append(dice.pick(book.phrases("emoji " + mood)));
      }
    }
    return text.toString();
  }

  private String foreign(String language, int rating, Map<String, String> facts, Dice dice) {
    String good = rating >= 3 ? " +" : " -";
    String second = rating == 3 ? " -" : good;
    List<String> sentences = new ArrayList<>();
    sentences.add(book.phrase(language + ".opening" + good, facts, dice));
    List<String> middle = book.phrases(language + ".middle" + second);
    int wanted = dice.between(2, 4);
    for (int i : dice.permutation(middle.size())) {
      if (sentences.size() <= wanted) {
        sentences.add(book.fill(middle.get(i), facts, dice));
      }
    }
    sentences.add(book.phrase(language + ".closing" + second, facts, dice));
    return String.join(language.equals("ja") ? "" : " ", sentences);
  }

  /// The habits of different writers: no capitals, loud endings, slips of the finger.
  private static String styled(String text, Dice dice) {
    return switch (dice.weighted(0.03, 0.05, 0.05, 0.87)) {
      case 0 -> text.toLowerCase(Locale.ROOT);
      case 1 -> text.endsWith(".") ? text.substring(0, text.length() - 1) + "!!" : text;
      case 2 -> ReviewEdit.SWAP_LETTERS.apply(text, dice);
      default -> text;
    };
  }
}
