package outcrop.analysis.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import outcrop.analysis.query.ViewData.DistributionData;
import outcrop.analysis.spec.ChartLook.Colours;

class PaletteTest {
  /// Simulation of colour blindness on linear RGB, severity 1 (Machado, Oliveira, Fernandes 2009,
  /// table 1).
  private static final Map<String, double[][]> SIGHT =
      Map.of(
          "normal sight", new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
          "protanopia",
              new double[][] {
                {0.152286, 1.052583, -0.204868},
                {0.114503, 0.786281, 0.099216},
                {-0.003882, -0.048116, 1.051998}
              },
          "deuteranopia",
              new double[][] {
                {0.367322, 0.860646, -0.227968},
                {0.280085, 0.672501, 0.047413},
                {-0.011820, 0.042940, 0.968881}
              },
          "tritanopia",
              new double[][] {
                {1.255528, -0.076749, -0.178779},
                {-0.078411, 0.930809, 0.147602},
                {0.004733, 0.691367, 0.303900}
              });

  @Test
  void coloursCanBeToldApartByEveryEye() {
    for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
      List<Colour> colours = theme.categorical();
      SIGHT.forEach(
          (name, sight) -> {
            for (int i = 0; i < colours.size(); i++) {
              for (int j = 0; j < i; j++) {
                double distance = distance(colours.get(i), colours.get(j), sight);
                assertTrue(
                    distance >= 0.06,
                    "%s and %s of the %s theme are %.3f apart for %s; choose others"
                        .formatted(
                            colours.get(i).hex(),
                            colours.get(j).hex(),
                            theme.name(),
                            distance,
                            name));
              }
            }
          });
    }
  }

  @Test
  void theColoursOfOkabeAndItoCanBeToldApartByEveryEye() {
    for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
      assertApart(Palette.okabeIto(theme), 0.06, theme);
    }
  }

  @Test
  void neighboursOfOrderedColoursCanBeToldApartByEveryEye() {
    for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
      for (Colours colours : List.of(Colours.SEQUENTIAL, Colours.DIVERGING)) {
        List<Colour> steps = Ramp.of(theme, colours).steps(9);
        for (int i = 1; i < steps.size(); i++) {
          assertApart(steps.subList(i - 1, i + 1), 0.05, theme);
        }
        // The two sides of a diverging ramp must never be taken for each other.
        assertApart(List.of(steps.getFirst(), steps.getLast()), 0.06, theme);
        assertApart(List.of(steps.get(1), steps.get(7)), 0.06, theme);
        assertApart(List.of(steps.get(2), steps.get(6)), 0.06, theme);
      }
    }
  }

  @Test
  void moreIsAlwaysFartherFromThePaper() {
    for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
      double[][] sight = SIGHT.get("normal sight");
      double before = 0;
      for (Colour step : Ramp.of(theme, Colours.SEQUENTIAL).steps(21)) {
        double from = distance(step, theme.background(), sight);
        assertTrue(from > before, step.hex() + " is paler than the step before it");
        before = from;
      }
    }
  }

  private static void assertApart(List<Colour> colours, double least, Theme theme) {
    SIGHT.forEach(
        (name, sight) -> {
          for (int i = 0; i < colours.size(); i++) {
            for (int j = 0; j < i; j++) {
              double distance = distance(colours.get(i), colours.get(j), sight);
              assertTrue(
                  distance >= least,
                  "%s and %s of the %s theme are %.3f apart for %s; choose others"
                      .formatted(
                          colours.get(i).hex(),
                          colours.get(j).hex(),
                          theme.name(),
                          distance,
                          name));
            }
          }
        });
  }

  private static double distance(Colour one, Colour two, double[][] sight) {
    double[] a = oklab(times(sight, linear(one)));
    double[] b = oklab(times(sight, linear(two)));
    return Math.sqrt(IntStream.range(0, 3).mapToDouble(i -> (a[i] - b[i]) * (a[i] - b[i])).sum());
  }

  private static double[] linear(Colour colour) {
    return IntStream.of(colour.red(), colour.green(), colour.blue())
        .mapToDouble(c -> c / 255.0)
        .map(c -> c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4))
        .toArray();
  }

  private static double[] times(double[][] matrix, double[] vector) {
    return IntStream.range(0, 3)
        .mapToDouble(
            i -> matrix[i][0] * vector[0] + matrix[i][1] * vector[1] + matrix[i][2] * vector[2])
        .map(c -> Math.clamp(c, 0, 1))
        .toArray();
  }

  private static double[] oklab(double[] rgb) {
    double[][] lms = {
      {0.4122214708, 0.5363325363, 0.0514459929},
      {0.2119034982, 0.6806995451, 0.1073969566},
      {0.0883024619, 0.2817188376, 0.6299787005}
    };
    double[] cone =
        IntStream.range(0, 3)
            .mapToDouble(i -> lms[i][0] * rgb[0] + lms[i][1] * rgb[1] + lms[i][2] * rgb[2])
            .map(Math::cbrt)
            .toArray();
    return new double[] {
      0.2104542553 * cone[0] + 0.7936177850 * cone[1] - 0.0040720468 * cone[2],
      1.9779984951 * cone[0] - 2.4285922050 * cone[1] + 0.4505937099 * cone[2],
      0.0259040371 * cone[0] + 0.7827717662 * cone[1] - 0.8086757660 * cone[2]
    };
  }

  @Test
  void aValueKeepsItsColourWhateverTheOrderOfSizes() {
    Palette one = Palette.of(Theme.LIGHT, Map.of(), List.of("cat", "dog", "bird"));
    Palette two = Palette.of(Theme.LIGHT, Map.of(), List.of("bird", "cat", "dog"));
    for (String value : List.of("cat", "dog", "bird")) {
      assertEquals(one.colour(value), two.colour(value), value + " must not change its colour");
    }
  }

  @Test
  void aPinnedColourIsTakenByNoOtherValue() {
    String first = Theme.LIGHT.categorical().getFirst().hex();
    Palette palette =
        Palette.of(Theme.LIGHT, Map.of("z", first, "y", "no colour"), List.of("a", "y", "z"));
    assertEquals(Colour.of(first), palette.colour("z"), "pinned");
    assertNotEquals(palette.colour("z"), palette.colour("a"), "The colour is taken.");
    assertNotEquals(
        palette.colour("z"), palette.colour("y"), "A text that is no colour pins none.");
  }

  @Test
  void valuesBeyondTheTwelfthShareTheRestColour() {
    List<String> values = IntStream.range(10, 40).mapToObj(i -> "v" + i).toList();
    Palette palette = Palette.of(Theme.DARK, Map.of(), values);
    assertEquals(
        12, values.stream().map(palette::colour).filter(c -> c != Theme.DARK.rest()).count());
    assertEquals(Theme.DARK.rest(), palette.colour(DistributionData.OTHER_GROUPS), "other");
  }
}
