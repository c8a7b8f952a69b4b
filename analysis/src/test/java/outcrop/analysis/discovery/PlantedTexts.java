package outcrop.analysis.discovery;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.TextColumn;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;

/// Captions in which three things differ independently: an animal, its colour and where it is.
final class PlantedTexts {
  static final List<String> ANIMALS = List.of("dog", "cat", "horse", "rabbit");
  static final List<String> COLOURS = List.of("black", "white", "brown", "golden");
  static final List<String> PLACES = List.of("beach", "kitchen", "forest", "street", "garden");
  private static final List<String> OPENINGS =
      List.of("A photo of", "Here we see", "This picture shows", "Look at", "We found");

  final int[] animals;
  final int[] colours;
  final int[] places;
  private final String[] texts;
  private final String[] splits;

  PlantedTexts(long seed, int rows) {
    SplittableRandom random = new SplittableRandom(seed);
    animals = new int[rows];
    colours = new int[rows];
    places = new int[rows];
    texts = new String[rows];
    splits = new String[rows];
    for (int row = 0; row < rows; row++) {
      animals[row] = random.nextInt(ANIMALS.size());
      colours[row] = random.nextInt(COLOURS.size());
      places[row] = random.nextInt(PLACES.size());
      splits[row] = row % 4 == 0 ? "test" : "train";
      texts[row] =
          OPENINGS.get(random.nextInt(OPENINGS.size()))
              + " a "
              + COLOURS.get(colours[row])
              + " "
              + ANIMALS.get(animals[row])
              + (random.nextBoolean() ? " that stands in the " : " sleeping at the ")
              + PLACES.get(places[row])
              + ".";
    }
  }

  ColumnStore columns() {
    List<outcrop.analysis.column.Column> columns = new ArrayList<>();
    columns.add(TextColumn.of(new Field("caption", FieldType.TEXT), texts));
    columns.add(CategoryColumn.of(new Field("split", FieldType.CATEGORY), splits));
    return ColumnStore.of(columns);
  }
}
