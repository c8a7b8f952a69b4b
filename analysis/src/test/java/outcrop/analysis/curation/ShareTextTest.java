package outcrop.analysis.curation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import outcrop.analysis.spec.ShapeTarget.ClassAmount;
import outcrop.analysis.task.UserFailure;

class ShareTextTest {
  @TestFactory
  Stream<DynamicTest> sharesAreReadAsTheyAreWritten() {
    return Stream.of(
            "a=0.5,b c=0.25",
            "a\t0.5\nb c\t0.25",
            "label,share\na,0.5\n\"b c\",0.25",
            "a: 0.5\n\nb c: 0.25\n",
            "a 0.5\nb c 2.5e-1",
            "{\"a\": 0.5, \"b c\": 0.25}")
        .map(
            text ->
                DynamicTest.dynamicTest(
                    text,
                    () ->
                        assertEquals(
                            List.of(new ClassAmount("a", 0.5), new ClassAmount("b c", 0.25)),
                            ShareText.parse(text, "shares"))));
  }

  @Test
  void percentAndTheMissingValueAreRead() {
    assertEquals(
        List.of(new ClassAmount("a", 60), new ClassAmount(null, 40)),
        ShareText.parse("a 60 %\n\"\" 40%", "shares"));
  }

  @TestFactory
  Stream<DynamicTest> whatIsNoShareIsNamedWithItsPlace() {
    return Stream.of(
            new String[] {"a=0.5\nb", "line 2"},
            new String[] {"", "no shares"},
            new String[] {"a=-1", "-1"},
            new String[] {"a=NaN", "NaN"},
            new String[] {"{\"a\": \"x\"}", "no number"},
            new String[] {"{\"a\": ", "JSON"})
        .map(
            wrong ->
                DynamicTest.dynamicTest(
                    "“" + wrong[0] + "”",
                    () -> {
                      UserFailure failure =
                          assertThrows(
                              UserFailure.class, () -> ShareText.parse(wrong[0], "shares.txt"));
                      String message = String.valueOf(failure.getMessage());
                      assertTrue(message.contains(wrong[1]), message);
                      assertTrue(message.contains("shares.txt"), message);
                    }));
  }
}
