package outcrop.analysis.render;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import outcrop.analysis.render.Scale.Tick;

class ScaleLawTest {
  private static final List<String> MONTHS = ChartWords.ENGLISH.months();

  private static List<Scale> scales(Random random) {
    double from = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(-6, 12));
    // A domain narrower than a millionth of its place has fewer doubles than a screen has pixels.
    double least = Math.abs(from) * 1e-6;
    double to =
        from + Math.max(least, Math.pow(10, random.nextInt(-3, 9)) * (0.1 + random.nextDouble()));
    double low = Math.pow(10, random.nextInt(-8, 6));
    double start = random.nextInt(-50, 400);
    double end = start + random.nextInt(20, 1800);
    double micros = (random.nextDouble() - 0.5) * 4e15;
    double length = Math.pow(10, random.nextInt(6, 16));
    return List.of(
        new Scale.Linear(from, to, start, end),
        new Scale.Linear(from, to, end, start),
        new Scale.Log(low, low * Math.pow(10, 1 + random.nextInt(12)), start, end),
        new Scale.SymLog(from, to, 1, start, end),
        new Scale.SymLog(from, to, 0.01, end, start),
        new Scale.Time(micros, micros + length, start, end, MONTHS),
        new Scale.Band(random.nextInt(1000), start, 1 + random.nextInt(40)));
  }

  @Test
  void fromPixelToValueAndBackIsTheSamePixel() {
    for (int seed = 0; seed < 400; seed++) {
      Random random = new Random(seed * 0x9E3779B97F4A7C15L);
      for (Scale scale : scales(random)) {
        double start = scale.toPixel(scale.toValue(0));
        assertTrue(Double.isFinite(start), scale + " loses a pixel, seed " + seed);
        double pixel = inside(scale, random);
        assertEquals(
            pixel,
            scale.toPixel(scale.toValue(pixel)),
            1e-3,
            scale + " does not come back to the pixel, seed " + seed);
      }
    }
  }

  private static double inside(Scale scale, Random random) {
    double share = random.nextDouble();
    return switch (scale) {
      case Scale.Linear s -> s.pixelFrom() + share * (s.pixelTo() - s.pixelFrom());
      case Scale.Log s -> s.pixelFrom() + share * (s.pixelTo() - s.pixelFrom());
      case Scale.SymLog s -> s.pixelFrom() + share * (s.pixelTo() - s.pixelFrom());
      case Scale.Time s -> s.pixelFrom() + share * (s.pixelTo() - s.pixelFrom());
      case Scale.Band s -> s.start() + share * 20 * s.step();
      case StyledScale s -> inside(s.scale(), random);
    };
  }

  @Test
  void ticksRiseAndLieInTheDomain() {
    for (int seed = 0; seed < 400; seed++) {
      for (Scale scale : scales(new Random(seed * 0x9E3779B97F4A7C15L))) {
        for (int wanted : new int[] {1, 3, 8, 20}) {
          List<Tick> ticks = scale.ticks(wanted);
          String about = scale + " with " + wanted + " ticks, seed " + seed + ": " + ticks;
          for (int i = 1; i < ticks.size(); i++) {
            assertTrue(ticks.get(i - 1).value() < ticks.get(i).value(), "Falling in " + about);
          }
          assertTrue(ticks.size() <= 1000, "Too many in " + about);
        }
      }
    }
  }

  @Test
  void numberTicksAreStepsOfOneTwoOrFive() {
    assertAll(
        () -> assertEquals(List.of("0", "20", "40", "60", "80", "100"), labels(0, 100, 5)),
        () -> assertEquals(List.of("−1", "−0.5", "0", "0.5", "1"), labels(-1, 1, 4)),
        () -> assertEquals(List.of("0", "10k", "20k", "30k"), labels(0, 30_000, 3)),
        () -> assertEquals(List.of("1980", "2000", "2020"), labels(1975, 2021, 2)),
        () -> assertEquals(List.of("0", "0.5M", "1M", "1.5M", "2M"), labels(0, 2e6, 4)),
        () -> assertEquals(List.of("0", "0.0002", "0.0004"), labels(0, 0.0004, 2)));
  }

  private static List<String> labels(double from, double to, int wanted) {
    return new Scale.Linear(from, to, 0, 100).ticks(wanted).stream().map(Tick::label).toList();
  }

  @Test
  void logTicksAreDecadesWithUnlabelledOnesBetween() {
    List<Tick> ticks = new Scale.Log(1, 1000, 0, 300).ticks(4);
    assertEquals(
        List.of("1", "10", "100", "1k"),
        ticks.stream().filter(t -> !t.minor()).map(Tick::label).toList(),
        "Decades carry the labels.");
    assertEquals(28, ticks.size(), "2 to 9 between decades have a mark without text.");
  }

  @Test
  void timeTicksStandAtCalendarBoundariesAndSayTheYearOnce() {
    double from = 1_640_995_200e6; // 2022-01-01
    List<Tick> ticks = new Scale.Time(from, from + 500 * 86_400e6, 0, 700, MONTHS).ticks(6);
    assertEquals(
        List.of("Jan/2022", "Apr/", "Jul/", "Oct/", "Jan/2023", "Apr/"),
        ticks.stream().map(t -> t.label() + "/" + t.context()).toList(),
        "Quarters, with the year under the first of each year.");
  }

  @Test
  void numbersAreWrittenTheSameInEveryLanguage() {
    assertAll(
        () -> assertEquals("1.2k", Numerals.compact(1234)),
        () -> assertEquals("12M", Numerals.compact(12_345_678)),
        () -> assertEquals("1M", Numerals.compact(999_950)),
        () -> assertEquals("980", Numerals.compact(980)),
        () -> assertEquals("1P", Numerals.compact(1e15)),
        () -> assertEquals("1,234,567", Numerals.exact(1_234_567)),
        () -> assertEquals("−1,234", Numerals.exact(-1234)),
        () -> assertEquals("12%", Numerals.percent(0.12)),
        () -> assertEquals("0.02%", Numerals.percent(0.0002)),
        () -> assertEquals("99.97%", Numerals.percent(0.9997)),
        () -> assertEquals("1.5e−7", Numerals.plain(1.5e-7, 3)),
        () -> assertEquals("−3.25", Numerals.plain(-3.25, 4)));
  }
}
