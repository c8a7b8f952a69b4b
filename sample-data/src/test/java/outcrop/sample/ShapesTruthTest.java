package outcrop.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShapesTruthTest {
  private static final String FIX = "make ShapeTruth state what ShapeSet plants";

  @TempDir static Path directory;
  private static Path folder;
  private static Map<String, Map<String, String>> rows;
  private static Truth truth;
  private static final Map<String, BufferedImage> IMAGES = new TreeMap<>();

  @BeforeAll
  static void generate() throws IOException {
    SampleDataset shapes = SampleCatalogue.byName("shapes").orElseThrow();
    folder = shapes.generate(directory, SampleCatalogue.DEFAULT_SEED);
    CsvTable table = CsvTable.read(folder.resolve("metadata.csv"));
    rows = table.by("path");
    truth = Truth.read(shapes.truthPath(directory));
    ImageIO.setUseCache(false);
    for (String path : rows.keySet()) {
      IMAGES.put(path, ImageIO.read(folder.resolve(path).toFile()));
    }
  }

  @AfterAll
  static void forget() {
    IMAGES.clear();
  }

  @Test
  void theTableNamesEveryImageAndTheFoldersAgreeWithIt() throws IOException {
    List<String> images = new ArrayList<>(FolderHash.paths(folder));
    images.removeAll(List.of("metadata.csv", "truth.json"));
    assertEquals(
        new HashSet<>(images), rows.keySet(), "each image needs its row and each row its image");
    assertEquals(4_000, images.size(), "the issue asks for 4,000 images");
    assertEquals(images.size(), truth.at("rows").count(), FIX);
    rows.forEach(
        (path, row) ->
            assertTrue(
                path.startsWith(row.get("split") + "/" + row.get("class") + "/"),
                "folders say split and class: " + path));
  }

  @Test
  void everyImageIsAPngOfTheStatedSize() {
    for (String path : rows.keySet()) {
      BufferedImage image = IMAGES.get(path);
      assertEquals(truth.at("width").count(), image.getWidth(), path);
      assertEquals(truth.at("height").count(), image.getHeight(), path);
    }
  }

  @Test
  void classesHaveTheStatedTail() {
    Map<String, Integer> found = counts("class", row -> true);
    Map<String, Integer> stated = new TreeMap<>();
    truth.at("classes", "counts").members().forEach((name, n) -> stated.put(name, n.count()));
    assertEquals(stated, found, FIX);
    double exponent = truth.at("classes", "exponent").number();
    List<Integer> sorted = found.values().stream().sorted((a, b) -> b - a).toList();
    double sum = 0;
    for (int rank = 1; rank <= sorted.size(); rank++) {
      sum += Math.pow(rank, -exponent);
    }
    for (int rank = 1; rank <= sorted.size(); rank++) {
      double expected = rows.size() * Math.pow(rank, -exponent) / sum;
      assertEquals(expected, sorted.get(rank - 1), 1, "rank " + rank + " of the tail");
    }
  }

  @Test
  void splitsHaveTheStatedRowsBackgroundsAndColours() {
    Map<String, Integer> sizes = counts("split", row -> true);
    assertEquals(sizes.keySet(), truth.at("splits").members().keySet(), FIX);
    truth
        .at("splits")
        .members()
        .forEach(
            (split, facts) -> {
              assertEquals(sizes.get(split), facts.at("rows").count(), FIX);
              assertEquals(sizes.get(split) / 4_000.0, facts.at("share").number(), 1e-6, FIX);
              for (String field : List.of("background", "colour")) {
                Map<String, Integer> stated = new TreeMap<>();
                facts.at(field).members().forEach((value, n) -> stated.put(value, n.count()));
                assertEquals(counts(field, row -> row.get("split").equals(split)), stated, FIX);
              }
            });
  }

  @Test
  void backgroundsShiftBetweenTrainAndTestAsStated() {
    for (String[] pair : new String[][] {{"train", "Reference"}, {"test", "Target"}}) {
      Map<String, Integer> found = counts("background", row -> row.get("split").equals(pair[0]));
      double all = found.values().stream().mapToInt(Integer::intValue).sum();
      truth
          .at("shift", "backgroundOf" + pair[1])
          .members()
          .forEach(
              (name, share) ->
                  assertEquals(
                      share.number(),
                      found.getOrDefault(name, 0) / all,
                      0.05,
                      pair[0] + " has another share of " + name));
    }
  }

  @Test
  void theShortcutHoldsInTrainAndNotInTest() {
    String shape = truth.at("shortcut", "class").text();
    String colour = truth.at("shortcut", "colour").text();
    Map<String, String> rightOf = new TreeMap<>();
    truth
        .at("wrongClasses")
        .items()
        .forEach(wrong -> rightOf.put(wrong.at("path").text(), wrong.at("right").text()));
    truth
        .at("shortcut", "share")
        .members()
        .forEach(
            (split, share) -> {
              Predicate<Map<String, String>> drawn =
                  row ->
                      row.get("split").equals(split)
                          && rightOf.getOrDefault(row.get("path"), row.get("class")).equals(shape);
              Map<String, Integer> colours = counts("colour", drawn);
              double all = colours.values().stream().mapToInt(Integer::intValue).sum();
              assertEquals(share.number(), colours.get(colour) / all, 1e-6, FIX);
              boolean strong = share.number() > 0.75;
              assertEquals(!split.equals("test"), strong, "the shortcut belongs to train and val");
            });
  }

  @Test
  void wrongClassesStandInTheFolderThatIsNotTheirs() {
    List<Truth> wrong = truth.at("wrongClasses").items();
    assertEquals(40, wrong.size(), "one image of a hundred is in a wrong folder");
    for (Truth image : wrong) {
      assertEquals(image.at("given").text(), rows.get(image.at("path").text()).get("class"), FIX);
      assertNotEquals(image.at("given").text(), image.at("right").text(), FIX);
    }
  }

  @Test
  void exactCopiesAreTheOnlyImagesWithEqualPixels() {
    Map<String, Set<String>> byPixels = new TreeMap<>();
    for (String path : rows.keySet()) {
      String pixels = Arrays.toString(pixels(path));
      byPixels.computeIfAbsent(pixels, key -> new HashSet<>()).add(path);
    }
    Set<Set<String>> found = new HashSet<>();
    byPixels.values().stream().filter(paths -> paths.size() > 1).forEach(found::add);
    Set<Set<String>> stated = new HashSet<>();
    for (Truth copy : truth.at("duplicates", "exact").items()) {
      String original = copy.at("original").text();
      String path = copy.at("copy").text();
      stated.add(Set.of(original, path));
      boolean crosses = !rows.get(original).get("split").equals(rows.get(path).get("split"));
      assertEquals(crosses, copy.at("crossesSplits").flag(), FIX);
    }
    assertEquals(stated, found, FIX);
    assertEquals(60, stated.size(), "60 images are copied");
  }

  @Test
  void nearCopiesLookAlmostLikeTheirOriginal() {
    List<Truth> copies = truth.at("duplicates", "near").items();
    assertEquals(150, copies.size(), "150 images are nudged");
    for (Truth copy : copies) {
      int[] original = pixels(copy.at("original").text());
      int[] nudged = pixels(copy.at("copy").text());
      assertFalse(Arrays.equals(original, nudged), "a near copy differs: " + copy);
      double sum = 0;
      for (int i = 0; i < original.length; i++) {
        sum += Math.abs(luminance(original[i]) - luminance(nudged[i]));
      }
      double difference = sum / original.length;
      assertTrue(difference < 40, copy.at("copy").text() + " differs by " + difference);
    }
  }

  @Test
  void darkImagesAreDarkerThanAllOthersOnTheSameBackground() {
    Set<String> dark = new HashSet<>(truth.at("dark").texts());
    assertEquals(60, dark.size(), "60 images are dark");
    for (String path : rows.keySet()) {
      if (!rows.get(path).get("background").equals("night")) {
        double mean =
            Arrays.stream(pixels(path)).mapToDouble(p -> luminance(p)).average().orElse(0);
        assertEquals(dark.contains(path), mean < 80, path + " has the mean brightness " + mean);
      }
    }
  }

  /// Grain hides blur from pixel differences, so that only images with little grain are compared.
  @Test
  void blurryImagesHaveNoSharpEdge() {
    Set<String> blurry = new HashSet<>(truth.at("blurry").texts());
    assertEquals(80, blurry.size(), "80 images are blurry");
    Set<String> dark = new HashSet<>(truth.at("dark").texts());
    for (String path : rows.keySet()) {
      Map<String, String> row = rows.get(path);
      boolean plain = row.get("background").equals("plain") && row.get("noise").equals("0.00");
      if (plain && !dark.contains(path)) {
        int step = largestStep(pixels(path));
        assertEquals(blurry.contains(path), step < 35, path + " has the sharpest step " + step);
      }
    }
  }

  private static int largestStep(int[] pixels) {
    int largest = 0;
    for (int i = 1; i < pixels.length; i++) {
      int step = (int) Math.abs(luminance(pixels[i]) - luminance(pixels[i - 1]));
      largest = i % 64 == 0 ? largest : Math.max(largest, step);
    }
    return largest;
  }

  @Test
  void rotationIsMissingWhereTheDrawnShapeIsRound() {
    Map<String, String> drawn = new TreeMap<>();
    rows.forEach((path, row) -> drawn.put(path, row.get("class")));
    truth
        .at("wrongClasses")
        .items()
        .forEach(wrong -> drawn.put(wrong.at("path").text(), wrong.at("right").text()));
    int missing = 0;
    for (Map<String, String> row : rows.values()) {
      boolean round = Set.of("circle", "ring").contains(drawn.get(row.get("path")));
      assertEquals(round, row.get("rotation").isEmpty(), FIX + ": " + row);
      missing += round ? 1 : 0;
    }
    assertEquals(missing, truth.at("missing", "rotation", "rows").count(), FIX);
  }

  private static int[] pixels(String path) {
    BufferedImage image = IMAGES.get(path);
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }

  private static double luminance(int rgb) {
    return 0.299 * (rgb >> 16 & 0xff) + 0.587 * (rgb >> 8 & 0xff) + 0.114 * (rgb & 0xff);
  }

  private static Map<String, Integer> counts(String field, Predicate<Map<String, String>> wanted) {
    Map<String, Integer> counts = new TreeMap<>();
    rows.values().stream()
        .filter(wanted)
        .forEach(row -> counts.merge(row.get(field), 1, Integer::sum));
    return counts;
  }
}
