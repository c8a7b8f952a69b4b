package outcrop.analysis.selection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import outcrop.analysis.dataset.Json;
import outcrop.analysis.dataset.RowKey;
import tools.jackson.databind.json.JsonMapper;

class PredicateJsonTest {
  private static final List<String> TEXTS =
      List.of("", "a", "\"", "\\", "é", "😀", "null", "1e5", "a b", "\n", "\u0001", "type");

  @Test
  void everyPredicateReadsBackAsItWasWritten() {
    for (long seed = 0; seed < 1000; seed++) {
      Predicate predicate = draw(new SplittableRandom(seed), 3);
      String json = Json.MAPPER.writeValueAsString(predicate);
      assertEquals(
          predicate, Json.MAPPER.readValue(json, Predicate.class), "seed " + seed + ": " + json);
      assertEquals(
          json,
          Json.MAPPER.writeValueAsString(Json.MAPPER.readValue(json, Predicate.class)),
          "text of seed " + seed);
    }
  }

  @Test
  void selectionsReadBackAsTheyWereWritten() {
    for (long seed = 0; seed < 300; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Selection selection =
          new Selection(
              Stream.generate(
                      () ->
                          new SelectionClause(
                              text(random),
                              text(random),
                              draw(random, 2),
                              random.nextBoolean(),
                              random.nextBoolean()))
                  .limit(random.nextInt(4))
                  .toList());
      String json = Json.MAPPER.writeValueAsString(selection);
      assertEquals(
          selection, Json.MAPPER.readValue(json, Selection.class), "seed " + seed + ": " + json);
    }
  }

  @Test
  void theFormIsTheOneThatProjectsHold() {
    Predicate predicate =
        new Predicate.And(
            List.of(
                Predicate.Range.halfOpen("n", "1", null),
                new Predicate.Not(new Predicate.In("city", List.of("Rome"))),
                new Predicate.IsMissing("x"),
                new Predicate.Or(List.of(new Predicate.Query("a b"), new Predicate.All())),
                new Predicate.Keys(List.of(new RowKey("id:1")))));
    assertEquals(
        """
        {"type":"and","parts":[\
        {"type":"range","field":"n","lo":"1","hi":null,"loInclusive":true,"hiInclusive":false},\
        {"type":"not","part":{"type":"in","field":"city","values":["Rome"]}},\
        {"type":"missing","field":"x"},\
        {"type":"or","parts":[{"type":"query","text":"a b"},{"type":"all"}]},\
        {"type":"keys","keys":["id:1"]}]}\
        """,
        JsonMapper.builder().build().writeValueAsString(predicate),
        "Projects on disk hold this form: a change needs a migration.");
  }

  private static Predicate draw(SplittableRandom random, int depth) {
    return switch (random.nextInt(depth > 0 ? 9 : 6)) {
      case 0 -> new Predicate.All();
      case 1 ->
          new Predicate.Range(
              text(random),
              random.nextInt(3) == 0 ? null : text(random),
              random.nextInt(3) == 0 ? null : text(random),
              random.nextBoolean(),
              random.nextBoolean());
      case 2 -> new Predicate.In(text(random), List.of(text(random), text(random)));
      case 3 -> new Predicate.IsMissing(text(random));
      case 4 -> new Predicate.Query(text(random));
      case 5 -> new Predicate.Keys(List.of(new RowKey(text(random))));
      case 6 -> new Predicate.And(parts(random, depth));
      case 7 -> new Predicate.Or(parts(random, depth));
      default -> new Predicate.Not(draw(random, depth - 1));
    };
  }

  private static List<Predicate> parts(SplittableRandom random, int depth) {
    return Stream.generate(() -> draw(random, depth - 1)).limit(random.nextInt(4)).toList();
  }

  private static String text(SplittableRandom random) {
    return TEXTS.get(random.nextInt(TEXTS.size()));
  }
}
