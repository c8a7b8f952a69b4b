package outcrop.app.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class HouseRulesTest {
  private static final String BROKEN = "outcrop.app.house.broken";

  @TestFactory
  Stream<DynamicTest> theProgramKeepsEveryRule() {
    JavaClasses program =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("outcrop");
    assertTrue(
        program.size() > 50, "The rules saw no program: is the class path of this test complete?");
    return new HouseRules("outcrop.analysis", "outcrop.app")
        .all().stream()
            .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(program)));
  }

  @Test
  void everyRuleIsBrokenByItsFixture() {
    JavaClasses fixtures = new ClassFileImporter().importPackages(BROKEN);
    HouseRules rules = new HouseRules(BROKEN, BROKEN);
    List<ArchRule> breakable =
        List.of(
            rules.importsOnlyWhatTheTableAllows("dataset"),
            rules.noCycles(),
            rules.luceneStaysInIndex(),
            rules.analysisHasNoScreen(),
            rules.commandLineHasNoScreen(),
            rules.viewModelsKnowNoControls(),
            rules.onlyTheCommandLinePrints(),
            rules.onlyTheTaskRoomStartsThreads(),
            rules.nothingRandomWithoutSeed(),
            rules.onlyBootReachesTheScreenThread(),
            rules.suffixesMeanOneThing());
    for (ArchRule rule : breakable) {
      assertTrue(
          rule.evaluate(fixtures).hasViolation(),
          "This rule cannot fail, so it guards nothing; mend the rule or its fixture in "
              + BROKEN
              + ": "
              + rule.getDescription());
    }
  }

  @Test
  void theTableInTheDocumentsIsTheTableOfTheRules() throws IOException {
    String architecture =
        Files.readString(
            Path.of(System.getProperty("outcrop.root")).resolve("docs/architecture.md"));
    HouseRules.ROOMS.forEach(
        (room, imports) -> {
          String row =
              "| `"
                  + room
                  + "` | "
                  + (imports.isEmpty()
                      ? "JDK only"
                      : String.join(", ", imports.stream().map(i -> "`" + i + "`").toList()))
                  + " |";
          assertTrue(
              architecture.contains(row),
              "docs/architecture.md lacks the row: " + row + " — write what is so.");
        });
    assertEquals(
        HouseRules.ROOMS.size(),
        architecture.lines().filter(line -> line.startsWith("| `")).count(),
        "docs/architecture.md lists other rooms than the rules do.");
  }
}
