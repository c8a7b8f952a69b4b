package outcrop.sample;

import java.util.List;

/// A category of products: how its grammar sections are called, what is sold, how dear, how often,
/// and which share of its rows lies in the test split.
enum ReviewCategory {
  HEADPHONES("headphones", "Headphones", 7900, 0.18, 0.14, "sound battery comfort connection"),
  KITCHEN("kitchen", "Kitchen", 6400, 0.17, 0.16, "cleaning performance noise design"),
  CLOTHING("clothing", "Clothing", 4900, 0.17, 0.10, "fit fabric washing stitching"),
  BOOKS("books", "Books", 1800, 0.14, 0.06, "story writing print pacing"),
  PHONE("phone", "Phone accessories", 2900, 0.12, 0.36, "speed heat size compatibility"),
  TOYS("toys", "Toys", 3400, 0.10, 0.24, "fun parts durability instructions"),
  COFFEE("coffee", "Coffee", 1400, 0.07, 0.20, "taste aroma freshness brewing"),
  GARDEN("garden", "Garden", 14900, 0.05, 0.45, "power battery assembly handling");

  final String key;
  final String title;
  final int medianCents;
  final double share;
  final double testShare;
  final List<String> aspects;

  ReviewCategory(
      String key, String title, int medianCents, double share, double testShare, String aspects) {
    this.key = key;
    this.title = title;
    this.medianCents = medianCents;
    this.share = share;
    this.testShare = testShare;
    this.aspects = List.of(aspects.split(" "));
  }

  /// Kinds of product, each as "name in the catalogue / noun in a sentence".
  List<String> kinds() {
    return switch (this) {
      case HEADPHONES ->
          List.of(
              "Wireless Headset/headset",
              "Studio Headset/headset",
              "Sports Headset/headset",
              "Travel Headset/headset",
              "Gaming Headset/headset",
              "Kids Headset/headset");
      case KITCHEN ->
          List.of(
              "Kettle/kettle",
              "Blender/blender",
              "Toaster/toaster",
              "Rice Cooker/rice cooker",
              "Food Processor/food processor",
              "Mini Oven/mini oven",
              "Waffle Maker/waffle maker",
              "Hand Mixer/mixer");
      case CLOTHING ->
          List.of(
              "Rain Jacket/jacket",
              "Wool Sweater/sweater",
              "Zip Hoodie/hoodie",
              "Winter Coat/coat",
              "Cardigan/cardigan",
              "Fleece Jacket/jacket",
              "Running Shirt/shirt",
              "Linen Shirt/shirt");
      case BOOKS -> List.of("/novel", "/book", "/thriller", "/debut novel", "/family saga");
      case PHONE ->
          List.of(
              "Power Bank/power bank",
              "Wireless Charger/charger",
              "Car Charger/charger",
              "Charging Dock/dock",
              "Travel Charger/charger");
      case TOYS ->
          List.of(
              "Building Set/building set",
              "Wooden Train/train set",
              "Marble Run/marble run",
              "Board Game/board game",
              "Play Kitchen/play kitchen",
              "Puppet Theatre/puppet theatre",
              "Racing Track/racing track");
      case COFFEE ->
          List.of(
              "Espresso Beans/coffee",
              "House Blend/coffee",
              "Dark Roast/roast",
              "Filter Coffee/coffee",
              "Breakfast Blend/blend");
      case GARDEN ->
          List.of(
              "Hedge Trimmer/trimmer",
              "Grass Trimmer/trimmer",
              "Lawn Mower/mower",
              "Leaf Blower/leaf blower",
              "Pressure Washer/pressure washer");
    };
  }

  /// Sections of service that make sense for the category, beside its own aspects.
  List<String> commonAspects() {
    return switch (this) {
      case BOOKS -> List.of("delivery", "price");
      case CLOTHING, COFFEE -> List.of("delivery", "price", "packaging");
      default -> List.of("delivery", "price", "packaging", "service");
    };
  }

  /// Whether it sells devices, which can fail with more irony than a novel.
  boolean isDevice() {
    return switch (this) {
      case HEADPHONES, KITCHEN, PHONE, GARDEN -> true;
      case CLOTHING, BOOKS, TOYS, COFFEE -> false;
    };
  }
}
