package outcrop.analysis.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import outcrop.analysis.stats.Alternative.Favours;
import outcrop.analysis.stats.Alternative.Law;
import outcrop.analysis.stats.PowerLawFit.Kind;
import outcrop.analysis.task.PooledTaskRunner;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;

/// Published and recomputed facts of public data.
@Tag("realdata")
class TailRealDataTest {
  static ValueFrequencies powerLawData(String name) throws IOException {
    return ValueFrequencies.of(
        Files.readAllLines(data("powerlaw_data/powerlaw/reference_data/" + name)).stream()
            .mapToDouble(Double::parseDouble)
            .toArray());
  }

  static Path data(String name) {
    Path path =
        Path.of(System.getProperty("outcrop.root", ""), "..", "shared", "data").resolve(name);
    assumeTrue(Files.exists(path), "Skipped: put the dataset at " + path + " to run this test");
    return path;
  }

  private static TailMeasures classes(String name) throws IOException {
    Map<String, Long> counts =
        Files.readAllLines(data(name)).stream()
            .map(line -> line.substring(line.lastIndexOf(' ') + 1))
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    return TailMeasures.of(
            ValueFrequencies.of(counts.values().stream().mapToLong(Long::longValue).toArray()))
        .orElseThrow();
  }

  private static PowerLawFit fit(String name, Kind kind) throws IOException {
    return assertInstanceOf(PowerLawFit.class, PowerLawFitter.fit(powerLawData(name), kind));
  }

  @Test
  void words() throws IOException {
    PowerLawFit fit = fit("words.txt", Kind.DISCRETE);
    assertEquals(18_855, fit.n());
    assertEquals(1.952728, fit.alpha(), 5e-7);
    assertEquals(7, fit.xmin());
    assertEquals(2_958, fit.nTail());
    assertEquals(0.00825, fit.ks(), 5e-6);
    assertEquals(0.0175, fit.se(), 5e-5);
    assertEquals(-11_753.82, fit.logLikelihood(), 5e-3);
  }

  @Test
  void blackouts() throws IOException {
    PowerLawFit fit = fit("blackouts.txt", Kind.CONTINUOUS);
    assertEquals(2.272637, fit.alpha(), 5e-7);
    assertEquals(230_000, fit.xmin());
    assertEquals(0.06067, fit.ks(), 5e-6);
    assertEquals(59, fit.nTail());
  }

  @Test
  void cities() throws IOException {
    PowerLawFit fit = fit("cities.txt", Kind.CONTINUOUS);
    assertEquals(2.369952, fit.alpha(), 5e-7);
    assertEquals(52_457, fit.xmin());
    assertEquals(0.01885, fit.ks(), 5e-6);
    assertEquals(580, fit.nTail());
  }

  @Test
  void flares() throws IOException {
    PowerLawFit fit = fit("flares.txt", Kind.CONTINUOUS);
    assertEquals(1.788407, fit.alpha(), 5e-7);
    assertEquals(323, fit.xmin());
  }

  @Test
  void theRivalsOfTheBlackouts() throws IOException {
    ValueFrequencies values = powerLawData("blackouts.txt");
    List<Alternative> rivals =
        Alternatives.compare(values, fit("blackouts.txt", Kind.CONTINUOUS), TaskContext.NONE);
    assertEquals(1.433, rivals.get(Law.EXPONENTIAL.ordinal()).ratio(), 5e-4);
    assertEquals(0.152, rivals.get(Law.EXPONENTIAL.ordinal()).p(), 5e-4);
    assertEquals(-0.416, rivals.get(Law.LOGNORMAL.ordinal()).ratio(), 5e-4);
    assertEquals(0.678, rivals.get(Law.LOGNORMAL.ordinal()).p(), 5e-4);
  }

  @Test
  void wordsCannotBeToldFromALognormalLawAndMayBeAPowerLaw() throws IOException {
    ValueFrequencies values = powerLawData("words.txt");
    PowerLawFit fit = fit("words.txt", Kind.DISCRETE);
    List<Alternative> rivals = Alternatives.compare(values, fit, TaskContext.NONE);
    assertEquals(Favours.NEITHER, rivals.get(Law.LOGNORMAL.ordinal()).favours(), rivals::toString);
    assertEquals(Favours.POWER_LAW, rivals.get(Law.EXPONENTIAL.ordinal()).favours());
    try (TaskRunner runner = new PooledTaskRunner()) {
      Goodness goodness =
          PowerLawBootstrap.of(values, fit, 100, Seeds.DEFAULT, runner, TaskContext.NONE);
      assertTrue(goodness.pValue() > 0.1, "published: a power law is plausible: " + goodness);
    }
  }

  @Test
  void placesLongTail() throws IOException {
    TailMeasures places = classes("longtail_lists/Places_LT/Places_LT_train.txt");
    assertEquals(62_500, places.rows());
    assertEquals(365, places.classes());
    assertEquals(4_980, places.coverage().sizeAt(0));
    assertEquals(5, places.coverage().sizeAt(364));
    assertEquals(0.671629, places.inequality().gini(), 5e-7);
    assertEquals(7.12838, places.diversity().entropyBits(), 5e-6);
    assertEquals(
        List.of(131L, 163L, 71L),
        BandRule.OLTR.bands(places.counts()).stream().map(Band::classes).toList(),
        "more than 100, 20 to 100, less than 20 images");
  }

  @Test
  void theValidationListOfImageNetLongTailIsBalanced() throws IOException {
    TailMeasures list = classes("longtail_lists/ImageNet_LT/ImageNet_LT_val.txt");
    assertEquals(1_000, list.classes());
    assertEquals(0, list.inequality().gini());
    assertEquals(1, list.inequality().imbalance());
  }
}
