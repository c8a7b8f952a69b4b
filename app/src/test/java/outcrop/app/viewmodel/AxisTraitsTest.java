package outcrop.app.viewmodel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import outcrop.app.viewmodel.AxisTraits.Kind;

class AxisTraitsTest {
  private static final Words WORDS = new Words(Locale.ENGLISH);
  private static final AxisTraits AGES = new AxisTraits(Kind.NUMBERS, false, 0, 90, List.of());
  private static final AxisTraits LOG = new AxisTraits(Kind.NUMBERS, true, 1, 1000, List.of());
  private static final AxisTraits TIMES = AxisTraits.of(Kind.TIMES, false);

  @Test
  void aRangeThatAnAxisCannotFollowIsRefusedInWords() {
    assertEquals("", AGES.faultOfRange("10", "80", WORDS), "a range inside the data");
    assertEquals("", AGES.faultOfRange("", "80", WORDS), "an open end");
    assertTrue(AGES.faultOfRange("80", "10", WORDS).contains("80 is not below 10"), "inverted");
    assertTrue(AGES.faultOfRange("100", "200", WORDS).contains("No row"), "without data");
    assertTrue(AGES.faultOfRange("ten", "", WORDS).contains("“ten”"), "no number");
    assertTrue(LOG.faultOfRange("0", "10", WORDS).contains("above 0"), "zero on a log scale");
  }

  @Test
  void stepsAndTicksOfTimesAreThoseOfTheCalendar() {
    assertEquals("", TIMES.faultOfStep("3mo", WORDS));
    assertTrue(TIMES.faultOfStep("3", WORDS).contains("3mo"), "a step of times needs a unit");
    assertEquals("", TIMES.faultOf("1969-07", "day", WORDS), "dates before 1970 are dates");
    assertTrue(TIMES.faultOf("1969-13", "day", WORDS).contains("1969-13"));
    assertTrue(AGES.faultOfStep("-1", WORDS).contains("-1"), "a step leads forwards");
  }

  @Test
  void valuesFromPixelsAreNoMoreExactThanAPixel() {
    assertEquals("12.3", Grain.text(12.3456, 0.2));
    assertEquals("1230", Grain.text(1234.5, 14));
    assertEquals("0.12345", Grain.text(0.12345, 0), "no grain rounds nothing");
  }
}
