package outcrop.analysis.discovery;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.column.TextColumn;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.model.Vectors;
import outcrop.analysis.selection.Predicate;
import outcrop.analysis.task.TaskContext;

class ClusterNamesTest {
  @Test
  void theWeightsAreThoseOfTheWorkedExample() {
    int[][] counts = {{5, 2, 0, 1}, {1, 0, 6, 1}, {0, 1, 1, 8}};
    double[][] weights = ClassTfIdf.weights(counts);
    assertArrayEquals(new double[] {.529561, .324821, 0, .073473}, weights[0], 5e-7);
    assertArrayEquals(new double[] {.105912, 0, .571605, .073473}, weights[1], 5e-7);
    assertArrayEquals(new double[] {0, .129928, .076214, .470229}, weights[2], 5e-7);
  }

  @Test
  void groupsWithoutTermsHaveNoWeights() {
    assertEquals(0, ClassTfIdf.weights(new int[0][]).length);
    assertArrayEquals(new double[] {0, 0}, ClassTfIdf.weights(new int[][] {{0, 0}})[0]);
  }

  @Test
  void logOddsAreWorkedOutByTheirFormula() {
    // Group: 30 of 40 against 20 of 160, prior 2 spread 50 : 150.
    double[] z = LogOdds.z(new int[] {30, 10}, new int[] {20, 140});
    double delta = Math.log(30.5 / 11.5) - Math.log(20.5 / 141.5);
    assertEquals(delta / Math.sqrt(1 / 30.5 + 1 / 20.5), z[0], 1e-12);
    assertTrue(z[0] > 1.96 && z[1] < -1.96, Arrays.toString(z));
    assertArrayEquals(new double[] {0}, LogOdds.z(new int[] {0}, new int[] {0}));
  }

  private static ColumnStore reviews() {
    List<String> texts = new ArrayList<>();
    @Nullable String[] kind = new @Nullable String[60];
    double[] price = new double[60];
    for (int row = 0; row < 60; row++) {
      boolean battery = row < 30;
      texts.add(
          battery
              ? "The battery life of this phone is great, charge number " + row % 7
              : "The steam wand of the coffee machine leaks, reported " + row % 5);
      kind[row] = row % 10 == 0 ? null : battery ? "phone" : "kitchen";
      price[row] = battery ? 100 + row : 10 + row % 4;
    }
    return ColumnStore.of(
        List.of(
            TextColumn.of(new Field("text", FieldType.TEXT), texts.toArray(String[]::new)),
            CategoryColumn.of(new Field("kind", FieldType.CATEGORY), kind),
            NumberColumn.ofDoubles(new Field("price", FieldType.NUMBER), price, null)));
  }

  private static final int[] ROWS = IntStream.range(0, 60).toArray();
  private static final int[] GROUPS = IntStream.range(0, 60).map(row -> row / 30).toArray();

  private static List<List<Phrase>> phrases() {
    return ClusterPhrases.of(
        new RowTexts(reviews(), List.of("text")), ROWS, GROUPS, 2, 5, TaskContext.NONE);
  }

  @Test
  void phrasesTellGroupsApartAndDoNotRepeatThemselves() {
    List<Phrase> coffee = phrases().get(1);
    assertTrue(
        coffee.stream().allMatch(phrase -> phrase.rows() == 30 && phrase.z() > 1.96),
        "Each phrase stands in all 30 rows of its group: " + coffee);
    assertTrue(
        coffee.stream().noneMatch(phrase -> phrase.text().contains("the")), coffee.toString());
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < i; j++) {
        assertEquals(
            0,
            DiversePhrases.alike(coffee.get(i).text(), coffee.get(j).text()),
            "The first phrases share no word: " + coffee);
      }
    }
  }

  @Test
  void valuesTellGroupsApartWithLiftAndInterval() {
    List<DistinguishingValue> phones =
        ClusterValues.of(
                reviews(), List.of("text", "kind", "price"), ROWS, GROUPS, 2, 5, TaskContext.NONE)
            .getFirst();
    DistinguishingValue kind =
        phones.stream().filter(value -> value.field().equals("kind")).findFirst().orElseThrow();
    assertEquals("phone", kind.text());
    assertEquals(new Predicate.In("kind", List.of("phone")), kind.predicate());
    assertEquals(27, kind.rows());
    assertEquals(0.9, kind.share());
    assertEquals(Double.POSITIVE_INFINITY, kind.lift());
    assertTrue(kind.difference().low() > 0.7, kind.toString());
    assertTrue(
        phones.stream().anyMatch(value -> value.text().startsWith("≥ ")),
        "High prices are a range of numbers: " + phones);
  }

  @Test
  void namesComeFromPhrasesThenValuesThenNumbersAndAreAllDifferent() {
    Phrase phrase = new Phrase("coffee", 1, 1, 3);
    List<List<Phrase>> phrases = List.of(List.of(phrase), List.of(phrase), List.of(), List.of());
    List<List<DistinguishingValue>> values =
        List.of(
            List.of(),
            List.of(),
            ClusterValues.of(reviews(), List.of("kind"), ROWS, GROUPS, 2, 5, TaskContext.NONE)
                .getFirst(),
            List.of());
    assertEquals(
        List.of("coffee", "coffee (2)", "kind phone", "Cluster 4"),
        ClusterNames.of(phrases, values, "Cluster"));
  }

  @Test
  void oneRowAndNoTextsHaveNoPhrasesAndFailNobody() {
    ColumnStore empty =
        ColumnStore.of(List.of(TextColumn.of(new Field("text", FieldType.TEXT), (String) null)));
    RowTexts texts = new RowTexts(empty, List.of("text"));
    assertEquals(
        List.of(List.of()),
        ClusterPhrases.of(texts, new int[] {0}, new int[] {0}, 1, 5, TaskContext.NONE));
  }

  @Test
  void representativesAreNearestToTheMeanOfTheirGroup() {
    Vectors vectors = new Vectors(5, 1, new float[] {0, 1, 5, 100, 101});
    ClusterRepresentatives.OfGroup[] found =
        ClusterRepresentatives.of(vectors, new int[] {0, 0, 0, 1, -1}, 2, 2);
    assertArrayEquals(new int[] {1, 0}, found[0].nearest());
    assertArrayEquals(new int[] {2, 0}, found[0].farthest());
    assertArrayEquals(new int[] {3}, found[1].nearest());
  }
}
