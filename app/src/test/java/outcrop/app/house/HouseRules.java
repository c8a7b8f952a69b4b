package outcrop.app.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The rules of the house as data, for any pair of root packages: [HouseRulesTest] applies them to
/// the program and to fixtures that break each of them.
///
/// @param analysis root package of the analysis rooms
/// @param app root package of the faces
record HouseRules(String analysis, String app) {
  /// Each room of analysis and the rooms that it may import directly; what those may import it may
  /// too. `docs/architecture.md` holds the same table in words.
  static final Map<String, List<String>> ROOMS = rooms();

  private static Map<String, List<String>> rooms() {
    Map<String, List<String>> rooms = new LinkedHashMap<>();
    rooms.put("task", List.of());
    rooms.put("dataset", List.of("task"));
    rooms.put("column", List.of("dataset"));
    rooms.put("image", List.of("dataset"));
    rooms.put("endpoint", List.of("dataset"));
    rooms.put("io", List.of("column", "image"));
    rooms.put("index", List.of("column"));
    rooms.put("selection", List.of("index"));
    rooms.put("code", List.of("selection", "io"));
    rooms.put("spec", List.of("dataset"));
    rooms.put("stats", List.of("selection"));
    rooms.put("model", List.of("stats", "image"));
    rooms.put("overview", List.of("stats"));
    rooms.put("query", List.of("spec", "model"));
    rooms.put("curation", List.of("query"));
    rooms.put("discovery", List.of("model", "endpoint"));
    rooms.put("derive", List.of("curation", "discovery"));
    rooms.put("render", List.of("spec", "curation", "overview"));
    rooms.put("project", List.of("spec", "derive", "io"));
    rooms.put("command", List.of("project"));
    rooms.put("export", List.of("render", "project"));
    rooms.put("workspace", List.of("export", "command", "query", "render", "code", "overview"));
    return rooms;
  }

  List<ArchRule> all() {
    List<ArchRule> rules = new ArrayList<>();
    ROOMS.keySet().stream()
        .filter(room -> !forbidden(room).isEmpty())
        .forEach(room -> rules.add(importsOnlyWhatTheTableAllows(room)));
    rules.add(noCycles());
    rules.add(luceneStaysInIndex());
    rules.add(smileStaysInModel());
    rules.add(analysisHasNoScreen());
    rules.add(commandLineHasNoScreen());
    rules.add(viewModelsKnowNoControls());
    rules.add(onlyTheCommandLinePrints());
    rules.add(onlyTheTaskRoomStartsThreads());
    rules.add(nothingRandomWithoutSeed());
    rules.add(onlyBootReachesTheScreenThread());
    rules.add(suffixesMeanOneThing());
    return rules;
  }

  ArchRule importsOnlyWhatTheTableAllows(String room) {
    Set<String> allowed = reachable(room);
    String[] forbidden =
        forbidden(room).stream().map(other -> analysis + "." + other + "..").toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAPackage(analysis + "." + room + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(forbidden)
        .because(
            "the room '"
                + room
                + "' may import only "
                + allowed
                + " (docs/architecture.md); move the class or change the table in the same commit")
        .allowEmptyShould(true);
  }

  private static List<String> forbidden(String room) {
    Set<String> allowed = reachable(room);
    return ROOMS.keySet().stream()
        .filter(other -> !other.equals(room) && !allowed.contains(other))
        .toList();
  }

  private static Set<String> reachable(String room) {
    Set<String> found = new LinkedHashSet<>();
    for (String next : ROOMS.getOrDefault(room, List.of())) {
      found.add(next);
      found.addAll(reachable(next));
    }
    return found;
  }

  ArchRule noCycles() {
    return slices()
        .matching(analysis + ".(*)..")
        .should()
        .beFreeOfCycles()
        .because("rooms that need each other are one room")
        .allowEmptyShould(true);
  }

  ArchRule luceneStaysInIndex() {
    return noClasses()
        .that()
        .resideOutsideOfPackage(analysis + ".index..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.lucene..")
        .because("only the index room sees Lucene, so that another engine changes one room")
        .allowEmptyShould(true);
  }

  ArchRule smileStaysInModel() {
    return noClasses()
        .that()
        .resideOutsideOfPackage(analysis + ".model..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("smile..")
        .because("only the model room sees Smile")
        .allowEmptyShould(true);
  }

  ArchRule analysisHasNoScreen() {
    return noClasses()
        .that()
        .resideInAPackage(analysis + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("javafx..", "com.sun.javafx..", "org.controlsfx..")
        .because("analysis runs without a screen")
        .allowEmptyShould(true);
  }

  ArchRule commandLineHasNoScreen() {
    return noClasses()
        .that()
        .resideInAPackage(app + ".cli..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("javafx..", "org.controlsfx..", app + ".view..", app + ".viewmodel..")
        .because("the command line runs where no JavaFX is")
        .allowEmptyShould(true);
  }

  ArchRule viewModelsKnowNoControls() {
    return noClasses()
        .that()
        .resideInAPackage(app + ".viewmodel..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "javafx.scene..", "javafx.stage..", "javafx.application..", app + ".view..")
        .because("view models are tested without a toolkit: javafx.base only")
        .allowEmptyShould(true);
  }

  ArchRule onlyTheCommandLinePrints() {
    return noClasses()
        .that()
        .resideOutsideOfPackages(app + ".cli..", app + ".boot..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(Throwable.class, "printStackTrace")
        .because("only the command line and the launcher speak to the terminal")
        .allowEmptyShould(true);
  }

  ArchRule onlyTheTaskRoomStartsThreads() {
    return noClasses()
        .that()
        .resideOutsideOfPackage(analysis + ".task..")
        .should()
        .callConstructorWhere(
            target("java.lang.Thread", "<init>").or(target("java.util.Timer", "<init>")))
        .orShould()
        .callMethodWhere(
            target("java.util.concurrent.Executors", null)
                .or(target("java.lang.Thread", "ofVirtual"))
                .or(target("java.lang.Thread", "ofPlatform"))
                .or(target("java.lang.Thread", "startVirtualThread"))
                .or(target("java.util.concurrent.CompletableFuture", "runAsync"))
                .or(target("java.util.concurrent.CompletableFuture", "supplyAsync")))
        .because("work off the caller's thread goes through TaskRunner, which shows and cancels it")
        .allowEmptyShould(true);
  }

  ArchRule nothingRandomWithoutSeed() {
    return noClasses()
        .should()
        .callMethodWhere(
            target("java.lang.Math", "random")
                .or(target("java.util.UUID", "randomUUID"))
                .or(target("java.util.concurrent.ThreadLocalRandom", null))
                .or(target("java.util.Collections", "shuffle", 1)))
        .orShould()
        .callConstructorWhere(
            target("java.util.Random", "<init>", 0)
                .or(target("java.util.SplittableRandom", "<init>", 0))
                .or(target("java.security.SecureRandom", "<init>")))
        .because("every result carries its seed and comes again from it")
        .allowEmptyShould(true);
  }

  ArchRule onlyBootReachesTheScreenThread() {
    return noClasses()
        .that()
        .resideOutsideOfPackage(app + ".boot..")
        .should()
        .callMethodWhere(target("javafx.application.Platform", "runLater"))
        .because("results reach the screen through the one delivery executor that boot makes")
        .allowEmptyShould(true);
  }

  ArchRule suffixesMeanOneThing() {
    return noClasses()
        .should()
        .haveSimpleNameEndingWith("Manager")
        .orShould()
        .haveSimpleNameEndingWith("Helper")
        .orShould()
        .haveSimpleNameEndingWith("Util")
        .orShould()
        .haveSimpleNameEndingWith("Utils")
        .orShould()
        .haveSimpleNameEndingWith("Impl")
        .because("a name says the role in the field's words")
        .allowEmptyShould(true);
  }

  private static DescribedPredicate<JavaCall<?>> target(String owner, String name) {
    return target(owner, name, -1);
  }

  private static DescribedPredicate<JavaCall<?>> target(String owner, String name, int arguments) {
    return DescribedPredicate.describe(
        owner + (name == null ? "" : "." + name),
        call -> {
          JavaClass declaring = call.getTargetOwner();
          return declaring.getName().equals(owner)
              && (name == null || call.getName().equals(name))
              && (arguments < 0 || call.getTarget().getRawParameterTypes().size() == arguments);
        });
  }
}
