package outcrop.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Small drawn images in folders by split and class, with a table about them.
final class ShapesDataset implements SampleDataset {
  private static final String TABLE = "metadata.csv";

  @Override
  public String name() {
    return "shapes";
  }

  @Override
  public String description() {
    return "4,000 images of coloured shapes in folders by split and class; a tail of classes, a"
        + " shift of backgrounds, a colour shortcut, wrong classes, duplicates, blurry and dark"
        + " images are planted.";
  }

  @Override
  public int rows() {
    return ShapeSet.ROWS;
  }

  /// The folder of the images; `metadata.csv` lies in it.
  @Override
  public Path dataPath(Path directory) {
    return directory.resolve(name());
  }

  @Override
  public Path generate(Path directory, long seed, GenerationProgress progress) throws IOException {
    ShapeSet shapes = new ShapeSet(seed);
    StagedFolder.publish(
        directory,
        name(),
        "truth.json",
        folder -> {
          writeImages(shapes, seed, folder, progress);
          writeTable(shapes, folder.resolve(TABLE));
          TruthWriter.write(folder.resolve("truth.json"), new ShapeTruth(shapes).describe(seed));
        });
    progress.advanced(ShapeSet.ROWS, ShapeSet.ROWS);
    return dataPath(directory);
  }

  private static void writeImages(
      ShapeSet shapes, long seed, Path folder, GenerationProgress progress) throws IOException {
    for (String split : ShapeSet.SPLITS) {
      for (ShapeClass shape : ShapeClass.values()) {
        Files.createDirectories(folder.resolve(split).resolve(shape.key()));
      }
    }
    List<ShapeSet.Entry> entries = shapes.entries;
    for (int i = 0; i < entries.size(); i++) {
      ShapeSet.Entry entry = entries.get(i);
      Dice grain = Dice.of(seed, "grain", entry.grain());
      Files.write(folder.resolve(entry.path()), entry.picture().encode(grain));
      if (i % 100 == 0) {
        progress.advanced(i, ShapeSet.ROWS);
      }
    }
  }

  private static void writeTable(ShapeSet shapes, Path file) throws IOException {
    try (CsvWriter csv =
        new CsvWriter(
            file, "path", "split", "class", "colour", "background", "size", "rotation", "noise")) {
      for (ShapeSet.Entry entry : shapes.entries) {
        ShapePicture picture = entry.picture();
        csv.text(entry.path()).text(entry.split()).text(entry.given().key());
        csv.text(lower(picture.colour())).text(lower(picture.background()));
        csv.number(picture.size());
        if (entry.isMissingRotation()) {
          csv.missing();
        } else {
          csv.number(picture.rotation());
        }
        csv.number(picture.noise(), 2).endRow();
      }
    }
  }

  static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
