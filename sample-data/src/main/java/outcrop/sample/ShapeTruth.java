package outcrop.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import outcrop.sample.ShapeSet.Entry;
import outcrop.sample.ShapeSet.Role;

/// States what was planted in a [ShapeSet].
final class ShapeTruth {
  private final ShapeSet shapes;

  ShapeTruth(ShapeSet shapes) {
    this.shapes = shapes;
  }

  Map<String, Object> describe(long seed) {
    Map<String, Object> truth = new LinkedHashMap<>();
    truth.put("dataset", "shapes");
    truth.put("formatVersion", 1);
    truth.put("seed", seed);
    truth.put("rows", ShapeSet.ROWS);
    truth.put("file", "metadata.csv");
    truth.put("keyField", "path");
    truth.put("width", ShapePicture.SIDE);
    truth.put("height", ShapePicture.SIDE);
    truth.put("classes", classes());
    truth.put("splits", splits());
    truth.put("shift", shift());
    truth.put("shortcut", shortcut());
    truth.put("wrongClasses", wrongClasses());
    truth.put("duplicates", duplicates());
    truth.put("blurry", paths(Role.BLURRY));
    truth.put("dark", paths(Role.DARK));
    truth.put("missing", missing());
    return truth;
  }

  private Map<String, Object> classes() {
    Map<String, Object> counts = new LinkedHashMap<>();
    for (ShapeClass shape : ShapeClass.values()) {
      counts.put(shape.key(), ShapeSet.classCounts()[shape.ordinal()]);
    }
    Map<String, Object> classes = new LinkedHashMap<>();
    classes.put("field", "class");
    classes.put("exponent", ShapeSet.CLASS_EXPONENT);
    classes.put("counts", counts);
    classes.put(
        "note", "Counts are dealt in proportion to rank^-exponent and are the same for all seeds.");
    return classes;
  }

  private Map<String, Object> splits() {
    Map<String, Object> splits = new LinkedHashMap<>();
    for (String split : ShapeSet.SPLITS) {
      Predicate<Entry> inside = entry -> entry.split().equals(split);
      int rows = count(inside);
      Map<String, Object> facts = new LinkedHashMap<>();
      facts.put("rows", rows);
      facts.put("share", TruthWriter.rounded((double) rows / ShapeSet.ROWS));
      facts.put(
          "background", counts(inside, entry -> ShapesDataset.lower(entry.picture().background())));
      facts.put("colour", counts(inside, entry -> ShapesDataset.lower(entry.picture().colour())));
      splits.put(split, facts);
    }
    return splits;
  }

  private static Map<String, Object> shift() {
    Map<String, Object> reference = new LinkedHashMap<>();
    Map<String, Object> target = new LinkedHashMap<>();
    for (ShapePicture.Background background : ShapePicture.Background.values()) {
      String name = ShapesDataset.lower(background);
      reference.put(name, ShapeSet.BACKGROUNDS[background.ordinal()]);
      target.put(name, ShapeSet.BACKGROUNDS_OF_TEST[background.ordinal()]);
    }
    Map<String, Object> shift = new LinkedHashMap<>();
    shift.put("field", "split");
    shift.put("reference", "train");
    shift.put("target", "test");
    shift.put("shiftedFields", List.of("background", "colour"));
    shift.put("sameFields", List.of("class", "size", "rotation", "noise"));
    shift.put("backgroundOfReference", reference);
    shift.put("backgroundOfTarget", target);
    shift.put(
        "note",
        "Probabilities; copies may carry a background of another split. Split val is drawn like"
            + " train.");
    return shift;
  }

  private Map<String, Object> shortcut() {
    Predicate<Entry> drawn = entry -> entry.picture().shape() == ShapeSet.SHORTCUT_CLASS;
    Predicate<Entry> coloured = entry -> entry.picture().colour() == ShapeSet.SHORTCUT_COLOUR;
    Map<String, Object> shares = new LinkedHashMap<>();
    for (String split : ShapeSet.SPLITS) {
      Predicate<Entry> inside = drawn.and(entry -> entry.split().equals(split));
      double share = (double) count(inside.and(coloured)) / count(inside);
      shares.put(split, TruthWriter.rounded(share));
    }
    Map<String, Object> shortcut = new LinkedHashMap<>();
    shortcut.put("class", ShapeSet.SHORTCUT_CLASS.key());
    shortcut.put("colour", ShapesDataset.lower(ShapeSet.SHORTCUT_COLOUR));
    shortcut.put("probability", ShapeSet.SHORTCUT_PROBABILITY);
    shortcut.put("share", shares);
    shortcut.put(
        "note", "In train and val the colour gives the drawn class away, in test it does not.");
    return shortcut;
  }

  private List<Map<String, Object>> wrongClasses() {
    List<Map<String, Object>> wrong = new ArrayList<>();
    for (Entry entry : shapes.entries) {
      if (entry.role() == Role.WRONG_CLASS) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("path", entry.path());
        facts.put("given", entry.given().key());
        facts.put("right", entry.picture().shape().key());
        wrong.add(facts);
      }
    }
    return wrong;
  }

  private Map<String, Object> duplicates() {
    Map<String, Object> duplicates = new LinkedHashMap<>();
    duplicates.put(
        "note",
        "Exact copies have the bytes of their original; near copies are moved by up to 1.5"
            + " pixels, turned by up to 4 degrees and have another grain.");
    duplicates.put("exact", copies(Role.EXACT_COPY));
    duplicates.put("near", copies(Role.NEAR_COPY));
    return duplicates;
  }

  private List<Map<String, Object>> copies(Role role) {
    List<Map<String, Object>> copies = new ArrayList<>();
    for (Entry entry : shapes.entries) {
      if (entry.role() == role) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("original", entry.original());
        facts.put("copy", entry.path());
        facts.put("crossesSplits", !entry.original().startsWith(entry.split() + "/"));
        copies.add(facts);
      }
    }
    return copies;
  }

  private Map<String, Object> missing() {
    Map<String, Object> rotation = new LinkedHashMap<>();
    rotation.put("rows", count(Entry::isMissingRotation));
    rotation.put("reason", "circles and rings have no rotation");
    return Map.of("rotation", rotation);
  }

  private List<String> paths(Role role) {
    return shapes.entries.stream().filter(entry -> entry.role() == role).map(Entry::path).toList();
  }

  private int count(Predicate<Entry> wanted) {
    return (int) shapes.entries.stream().filter(wanted).count();
  }

  private Map<String, Integer> counts(Predicate<Entry> wanted, Function<Entry, String> value) {
    Map<String, Integer> counts = new TreeMap<>();
    shapes.entries.stream()
        .filter(wanted)
        .forEach(entry -> counts.merge(value.apply(entry), 1, Integer::sum));
    return counts;
  }
}
