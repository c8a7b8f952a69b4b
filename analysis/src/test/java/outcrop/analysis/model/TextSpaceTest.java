package outcrop.analysis.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.TextColumn;
import outcrop.analysis.column.VectorColumn;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.stats.Seeds;
import outcrop.analysis.task.DirectTaskRunner;
import outcrop.analysis.task.PooledTaskRunner;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;
import outcrop.analysis.task.UserFailure;

class TextSpaceTest {
  private static final String[] SUBJECTS = {
    "the striker scored a late goal in the match",
    "a goalkeeper saved the penalty of the match",
    "the central bank raised its interest rate",
    "interest on the loan of the bank rose",
    "boil the pasta and add tomato sauce",
    "a sauce of tomato and basil for pasta"
  };

  private static TextColumn texts(@Nullable String... texts) {
    return TextColumn.of(new Field("text", FieldType.TEXT), texts);
  }

  private static VectorColumn space(TaskRunner tasks, int dimensions, @Nullable String... texts) {
    ModelInput input =
        new ModelInput(ColumnStore.of(List.of(texts(texts))), tasks, TaskContext.NONE);
    SpaceSpec.Text spec = new SpaceSpec.Text(List.of("text"), dimensions, 1);
    return (VectorColumn) Models.run(spec, input).columns().getFirst();
  }

  private static VectorColumn space(@Nullable String... texts) {
    return space(new DirectTaskRunner(), 4, texts);
  }

  private static double cosine(VectorColumn space, int a, int b) {
    double sum = 0;
    for (int i = 0; i < space.dimensions(); i++) {
      sum += space.at(a, i) * space.at(b, i);
    }
    return sum;
  }

  private static String[] many(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i -> {
              RandomGenerator random = Seeds.generator(7, i);
              StringBuilder text = new StringBuilder(SUBJECTS[i % SUBJECTS.length]);
              for (int word = 0; word < 6; word++) {
                text.append(" w").append(Integer.toString(random.nextInt(400), 36));
              }
              return text.toString();
            })
        .toArray(String[]::new);
  }

  @Test
  void textsOfOneSubjectLieNearEachOther() {
    VectorColumn space = space(SUBJECTS);

    for (int subject = 0; subject < 6; subject += 2) {
      for (int other = 0; other < 6; other++) {
        if (other / 2 != subject / 2) {
          assertTrue(
              cosine(space, subject, subject + 1) > cosine(space, subject, other),
              "“" + SUBJECTS[subject] + "” is nearer to “" + SUBJECTS[other] + "” than to its own");
        }
      }
    }
  }

  @Test
  void everyVectorHasLengthOne() {
    VectorColumn space = space(SUBJECTS);

    for (int row = 0; row < SUBJECTS.length; row++) {
      assertEquals(1, cosine(space, row, row), 1e-5);
    }
  }

  @Test
  void rowsWithoutTextOrWithoutKnownWordsHaveNoVector() {
    VectorColumn space =
        space("red apple tart", "green apple pie", null, "", "red cherry pie", "?");

    assertTrue(space.isMissing(2), "a missing text");
    assertTrue(space.isMissing(3), "an empty text");
    assertFalse(space.isMissing(4));
  }

  @Test
  void digitsCountAsDigitsWhateverTheyAre() {
    TextBuckets a = new TextBuckets(false);
    TextBuckets b = new TextBuckets(false);
    a.split("Order 4711 of ２０24");
    b.split("order 1234 of 1999");

    assertArrayEquals(a.toArray(), b.toArray());
  }

  @Test
  void gramsLieWithinWhatStandsBetweenBlanks() {
    TextBuckets buckets = new TextBuckets(false);
    buckets.split("cats, a");

    // Words: cats. Grams: " cat", "cats", "ats,", "ts, ", and " a " as it is.
    assertEquals(1 + 4 + 1, buckets.size());
  }

  @Test
  void equalTextsHaveEqualBucketsHoweverTheyAreStored() {
    String text = "Ein Vogel, zwei Vögel — ﬁn de siècle\nnew\tline";
    ColumnStore columns =
        ColumnStore.of(
            List.of(texts(text), CategoryColumn.of(new Field("word", FieldType.CATEGORY), text)));
    ModelInput input = new ModelInput(columns, new DirectTaskRunner(), TaskContext.NONE);
    BucketCounts pieces = new BucketCounts();
    BucketCounts whole = new BucketCounts();
    RowBuckets.of(List.of(columns.column("text")), false, input).counter().count(0, pieces);
    RowBuckets.of(List.of(columns.column("word")), false, input).counter().count(0, whole);

    assertArrayEquals(counts(whole), counts(pieces));
  }

  private static int[] counts(BucketCounts counts) {
    int[] buckets = new int[counts.size()];
    float[] times = new float[counts.size()];
    counts.copyTo(buckets, times, 0);
    return IntStream.range(0, buckets.length)
        .map(i -> buckets[i] * 100 + (int) times[i])
        .sorted()
        .toArray();
  }

  @Test
  void aBucketWeighsLessTheMoreEvenlyItIsSpread() {
    // Bucket 1 in one row of four, 2 twice and once, 3 in all rows, 4 never.
    SparseRows counts =
        new SparseRows(
            TextBuckets.ALL,
            new int[] {0, 3, 5, 6, 7},
            new int[] {1, 2, 3, 2, 3, 3, 3},
            new float[] {5, 2, 1, 1, 1, 1, 1});
    float[] weights = TextWeights.of(counts).global();

    assertEquals(1, weights[1], 1e-6);
    double entropy = 2 / 3.0 * Math.log(2 / 3.0) + 1 / 3.0 * Math.log(1 / 3.0);
    assertEquals(1 + entropy / Math.log(4), weights[2], 1e-6);
    assertEquals(0, weights[3]);
    assertEquals(0, weights[4]);
  }

  @Test
  void theSameOnOneThreadAndOnSeveral() {
    String[] texts = many(1500);
    try (TaskRunner pool = new PooledTaskRunner()) {
      assertArrayEquals(
          floats(space(new DirectTaskRunner(), 16, texts)),
          floats(space(pool, 16, texts)),
          "Sums must not depend on which thread is first: add up in a fixed order");
    }
  }

  private static byte[] floats(VectorColumn space) {
    return space.floats().toArray(ValueLayout.JAVA_BYTE);
  }

  @Test
  void thereAreNoMoreDimensionsThanTheTextsTell() {
    assertTrue(space(new DirectTaskRunner(), 128, SUBJECTS).dimensions() <= 6);
  }

  @Test
  void stopWordsAreLeftOutOfLongEnglishTextsOnly() {
    String english = "it is what it was and they are not the same as we have been ".repeat(4);
    TextBuckets all = new TextBuckets(false);
    all.split(english);
    TextBuckets some = new TextBuckets(true);
    some.split(english + "zebra");

    assertTrue(all.stopWords() > 0.9 * all.words());
    assertEquals(1, Arrays.stream(some.toArray()).filter(b -> b < TextBuckets.FAMILY).count());
  }

  @Test
  void textsThatAreAllEqualAreRefusedInOneSentence() {
    UserFailure failure = assertThrows(UserFailure.class, () -> space("same", "same", "same"));

    assertEquals(
        "The texts of “text” have no words that some of them share and others do not; choose"
            + " another field.",
        failure.getMessage());
  }

  @Test
  void oneTextIsTooFew() {
    UserFailure failure = assertThrows(UserFailure.class, () -> space("alone", null));

    assertEquals(
        "“text” has fewer than two texts, which is too few for a space; choose another field.",
        failure.getMessage());
  }

  @Test
  void anotherSeedTurnsTheSpaceAndKeepsItsShape() {
    ColumnStore columns = ColumnStore.of(List.of(texts(many(300))));
    ModelInput input = new ModelInput(columns, new DirectTaskRunner(), TaskContext.NONE);
    Vectors one = TextSpace.fit(new SpaceSpec.Text(List.of("text"), 8, 1), input).axes();
    Vectors two = TextSpace.fit(new SpaceSpec.Text(List.of("text"), 8, 2), input).axes();

    assertNotEquals(one, two);
    assertEquals(one.lines(), two.lines());
  }

  @Test
  void cancellingEndsTheWork() {
    TaskContext cancelled =
        new TaskContext() {
          @Override
          public void stage(String name) {}

          @Override
          public void progress(long done, long total) {}

          @Override
          public boolean isCancelled() {
            return true;
          }
        };
    ModelInput input =
        new ModelInput(ColumnStore.of(List.of(texts(SUBJECTS))), new DirectTaskRunner(), cancelled);

    assertThrows(
        CancellationException.class,
        () -> Models.run(new SpaceSpec.Text(List.of("text"), 4, 1), input));
  }
}
