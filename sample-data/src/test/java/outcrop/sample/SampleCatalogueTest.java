package outcrop.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SampleCatalogueTest {
  @TempDir Path directory;

  static List<SampleDataset> datasets() {
    return SampleCatalogue.datasets();
  }

  @Test
  void theCatalogueStartsWithReviewsBecauseTheWindowOpensOnThem() {
    List<String> names = datasets().stream().map(SampleDataset::name).toList();
    assertEquals(
        List.of("reviews", "shapes", "sensors"), names, "documents and launcher use these names");
  }

  @Test
  void anUnknownNameIsNoDataset() {
    assertEquals(Optional.empty(), SampleCatalogue.byName("Reviews"), "names are matched exactly");
  }

  @ParameterizedTest
  @MethodSource("datasets")
  void aDescriptionIsOneSentence(SampleDataset dataset) {
    String text = dataset.description();
    assertTrue(
        text.endsWith(".") && text.indexOf(". ") < 0 && !text.contains("\n"),
        "lists show it on one line, so end it with its only full stop: " + text);
  }

  @ParameterizedTest
  @MethodSource("datasets")
  void progressNeverFallsAndEndsAtTheNumberOfRows(SampleDataset dataset) throws IOException {
    List<Long> heard = new ArrayList<>();
    Path data =
        dataset.generate(
            directory,
            1,
            (done, total) -> {
              assertEquals(dataset.rows(), total, "the total is the number of rows");
              heard.add(done);
            });
    assertEquals(heard.stream().sorted().toList(), heard, "progress may not fall");
    assertEquals(dataset.rows(), heard.getLast(), "the last report says that all is done");
    assertTrue(heard.size() > 10, "report often enough for a moving bar");
    assertEquals(dataset.dataPath(directory), data, "generate returns what is to be opened");
    assertTrue(Files.exists(data), "the returned path must exist");
    assertTrue(Files.exists(dataset.truthPath(directory)), "the truth lies beside the data");
  }

  @ParameterizedTest
  @MethodSource("datasets")
  void aStoppedGenerationLeavesNothingBehind(SampleDataset dataset) throws IOException {
    assertThrows(
        IllegalStateException.class,
        () ->
            dataset.generate(
                directory,
                1,
                (done, total) -> {
                  if (done > 0) {
                    throw new IllegalStateException("stop");
                  }
                }),
        "an exception of the progress callback must reach the caller");
    try (Stream<Path> left = Files.list(directory)) {
      assertEquals(List.of(), left.toList(), "delete the staging folder when stopped");
    }
  }

  @Test
  void generatingAgainReplacesTheOldFilesAndLeavesForeignOnesAlone() throws IOException {
    SampleDataset sensors = SampleCatalogue.byName("sensors").orElseThrow();
    sensors.generate(directory, 1);
    Path folder = directory.resolve("sensors");
    Path foreign = Files.writeString(folder.resolve("notes.txt"), "mine");
    sensors.generate(directory, 2);
    assertEquals("mine", Files.readString(foreign), "a user's file in the folder must survive");
    Files.delete(foreign);
    Path fresh = directory.resolve("fresh");
    sensors.generate(fresh, 2);
    assertEquals(
        FolderHash.of(fresh.resolve("sensors")),
        FolderHash.of(folder),
        "each file of the older generation must be replaced");
  }

  @Test
  void theRemainsOfAKilledProcessAreRemovedAndThoseOfALivingOneStay() throws IOException {
    Path killed = directory.resolve(".sensors-" + Integer.MAX_VALUE + "-1.partial");
    Path living = directory.resolve(".sensors-" + ProcessHandle.current().pid() + "-0.partial");
    Files.writeString(Files.createDirectories(killed).resolve("sensors.csv"), "half");
    Files.createDirectories(living);
    SampleCatalogue.byName("sensors").orElseThrow().generate(directory, 1);
    assertFalse(Files.exists(killed), "nobody else will clean up after a killed process");
    assertTrue(Files.exists(living), "another process may still be writing there");
  }
}
