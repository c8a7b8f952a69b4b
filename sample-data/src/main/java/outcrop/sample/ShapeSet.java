package outcrop.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// All images of one seed, not yet drawn, together with what was planted in them.
///
/// How many images a class has in a split does not depend on the seed, hence neither do the paths.
final class ShapeSet {
  static final int ROWS = 4_000;
  static final double CLASS_EXPONENT = 1.2;
  static final List<String> SPLITS = List.of("train", "val", "test");
  static final double[] SPLIT_SHARES = {0.7, 0.1, 0.2};
  static final double[] BACKGROUNDS = {.60, .25, .10, .05, 0};
  static final double[] BACKGROUNDS_OF_TEST = {.15, .20, .25, .20, .20};
  static final double SHORTCUT_PROBABILITY = 0.85;
  static final ShapeClass SHORTCUT_CLASS = ShapeClass.TRIANGLE;
  static final ShapePicture.Colour SHORTCUT_COLOUR = ShapePicture.Colour.RED;

  private static final int WRONG_CLASSES = 40;
  private static final int BLURRY = 80;
  private static final int DARK = 60;
  private static final int EXACT_COPIES = 60;
  private static final int NEAR_COPIES = 150;
  private static final double[] COLOURS = {.20, .18, .15, .13, .12, .10, .07, .05};

  /// Why an image is as it is. `ORDINARY` images serve as originals of the copies.
  enum Role {
    ORDINARY,
    WRONG_CLASS,
    BLURRY,
    DARK,
    EXACT_COPY,
    NEAR_COPY
  }

  /// One image: `given` is the class of its folder, `grain` the index that seeds its noise,
  /// `original` the path that it repeats or its own.
  record Entry(
      String path,
      String split,
      ShapeClass given,
      Role role,
      ShapePicture picture,
      int grain,
      String original) {

    boolean isMissingRotation() {
      return picture.shape().isRound();
    }
  }

  private record Slot(String path, String split, ShapeClass given) {}

  final List<Entry> entries;

  private final long seed;

  ShapeSet(long seed) {
    this.seed = seed;
    List<Slot> slots = slots();
    Role[] roles = assignRoles();
    Entry[] made = new Entry[ROWS];
    Map<ShapeClass, List<Integer>> originals = new EnumMap<>(ShapeClass.class);
    for (int i = 0; i < ROWS; i++) {
      if (roles[i] != Role.EXACT_COPY && roles[i] != Role.NEAR_COPY) {
        Slot slot = slots.get(i);
        ShapePicture picture = picture(i, slot, roles[i]);
        made[i] = entry(slot, roles[i], picture, i, slot.path());
        if (roles[i] == Role.ORDINARY) {
          originals.computeIfAbsent(slot.given(), key -> new ArrayList<>()).add(i);
        }
      }
    }
    copy(slots, roles, made, originals);
    entries = List.of(made);
  }

  /// How many images each class has, all splits together.
  static int[] classCounts() {
    return new PowerLaw(ShapeClass.values().length, CLASS_EXPONENT).deal(ROWS);
  }

  private static List<Slot> slots() {
    int[] counts = classCounts();
    List<Slot> slots = new ArrayList<>(ROWS);
    for (int split = 0; split < SPLITS.size(); split++) {
      for (ShapeClass given : ShapeClass.values()) {
        int count = PowerLaw.deal(counts[given.ordinal()], SPLIT_SHARES)[split];
        for (int i = 1; i <= count; i++) {
          String folder = SPLITS.get(split) + "/" + given.key();
          String path = "%s/%s-%04d.png".formatted(folder, given.key(), i);
          slots.add(new Slot(path, SPLITS.get(split), given));
        }
      }
    }
    return slots;
  }

  private Role[] assignRoles() {
    Role[] roles = new Role[ROWS];
    Arrays.fill(roles, Role.ORDINARY);
    int[] order = Dice.of(seed, "shape roles", 0).permutation(ROWS);
    int at = 0;
    for (Role role : Role.values()) {
      for (int left = count(role); left > 0; left--) {
        roles[order[at++]] = role;
      }
    }
    return roles;
  }

  private static int count(Role role) {
    return switch (role) {
      case ORDINARY -> 0;
      case WRONG_CLASS -> WRONG_CLASSES;
      case BLURRY -> BLURRY;
      case DARK -> DARK;
      case EXACT_COPY -> EXACT_COPIES;
      case NEAR_COPY -> NEAR_COPIES;
    };
  }

  private ShapePicture picture(int index, Slot slot, Role role) {
    Dice dice = Dice.of(seed, "shape", index);
    ShapeClass[] all = ShapeClass.values();
    int step = role == Role.WRONG_CLASS ? dice.between(1, all.length - 1) : 0;
    ShapeClass shape = all[(slot.given().ordinal() + step) % all.length];
    boolean test = slot.split().equals("test");
    boolean shortcut = !test && shape == SHORTCUT_CLASS && dice.chance(SHORTCUT_PROBABILITY);
    ShapePicture.Colour drawn = ShapePicture.Colour.values()[dice.weighted(COLOURS)];
    int background = dice.weighted(test ? BACKGROUNDS_OF_TEST : BACKGROUNDS);
    int size = (int) Math.clamp(StrictMath.rint(13 * StrictMath.exp(0.3 * dice.gaussian())), 7, 27);
    double free = ShapePicture.SIDE / 2.0 - size - 1;
    return new ShapePicture(
        shape,
        shortcut ? SHORTCUT_COLOUR : drawn,
        ShapePicture.Background.values()[background],
        ShapePicture.SIDE / 2.0 + free * dice.between(-0.7, 0.7),
        ShapePicture.SIDE / 2.0 + free * dice.between(-0.7, 0.7),
        size,
        shape.isRound() ? 0 : dice.below(360),
        dice.between(0, 8),
        role == Role.BLURRY ? size * 1.2 : 1,
        role == Role.DARK ? 0.22 : 1);
  }

  private void copy(
      List<Slot> slots, Role[] roles, Entry[] made, Map<ShapeClass, List<Integer>> originals) {
    for (int i = 0; i < ROWS; i++) {
      if (made[i] == null) {
        Slot slot = slots.get(i);
        Dice dice = Dice.of(seed, "shape copy", i);
        List<Integer> candidates = originals.getOrDefault(slot.given(), List.of());
        int chosen = candidates.remove(dice.below(candidates.size()));
        Entry original = made[chosen];
        boolean exact = roles[i] == Role.EXACT_COPY;
        made[i] =
            entry(
                slot,
                roles[i],
                exact ? original.picture() : nudged(original.picture(), dice),
                exact ? chosen : i,
                original.path());
      }
    }
  }

  /// The same scene a moment later.
  private static ShapePicture nudged(ShapePicture picture, Dice dice) {
    int turn = picture.shape().isRound() ? 0 : dice.between(-4, 4);
    return new ShapePicture(
        picture.shape(),
        picture.colour(),
        picture.background(),
        picture.centreX() + dice.between(-1.5, 1.5),
        picture.centreY() + dice.between(-1.5, 1.5),
        picture.size(),
        Math.floorMod(picture.rotation() + turn, 360),
        picture.noise(),
        picture.edge(),
        picture.light());
  }

  private static Entry entry(
      Slot slot, Role role, ShapePicture picture, int grain, String original) {
    return new Entry(slot.path(), slot.split(), slot.given(), role, picture, grain, original);
  }
}
