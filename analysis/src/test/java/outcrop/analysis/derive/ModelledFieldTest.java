package outcrop.analysis.derive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.VectorColumn;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.derive.Derivation.Modelled;
import outcrop.analysis.model.ModelFacts;
import outcrop.analysis.model.ModelFiles;
import outcrop.analysis.model.SpaceSpec;
import outcrop.analysis.spec.SpecCodec;
import outcrop.analysis.task.DirectTaskRunner;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.UserFailure;

class ModelledFieldTest {
  private static final SpaceSpec.Joined JOINED =
      new SpaceSpec.Joined(List.of("shape", "colour"), List.of(1.0, 4.0));

  @TempDir Path folder;

  private final ColumnStore base =
      ColumnStore.of(
          List.of(
              VectorColumn.of(
                  new Field("shape", FieldType.VECTOR),
                  Arrays.asList(new float[] {3, 4}, new float[] {1, 0}, null)),
              VectorColumn.of(
                  new Field("colour", FieldType.VECTOR),
                  List.of(new float[] {2}, new float[] {Float.NaN}, new float[] {1}))));

  private DerivedColumns columns() {
    return new DerivedColumns(base, new DirectTaskRunner(), _ -> null, folder, ModelFiles.NONE);
  }

  private static DerivedField field(String name, SpaceSpec.Joined model) {
    return new DerivedField(name, new Modelled(model, SpaceSpec.VECTOR));
  }

  private Optional<Path> stored() throws IOException {
    try (Stream<Path> results = Files.list(folder)) {
      return results.findFirst();
    }
  }

  @Test
  void joinedSpacesStandSideBySideEachAtItsWeightAndARowWithoutOneOfThemHasNone() {
    DerivedColumns columns = columns();
    columns.show(List.of(field("both", JOINED)));

    assertEquals("[0.6,0.8,2]", columns.column("both").textAt(0));
    assertEquals(2, columns.column("both").missingCount(), "a NaN has no direction");
    assertEquals(new ModelFacts.Space(1, 2, 3, List.of()), columns.facts(JOINED, TaskContext.NONE));
  }

  @Test
  void aResultIsKeptOnDiskAndReadBackAsItWas() throws IOException {
    try (DerivedColumns columns = columns()) {
      columns.show(List.of(field("both", JOINED)));
      columns.column("both");
    }
    Path facts = stored().orElseThrow().resolve("facts.json");
    Files.writeString(facts, Files.readString(facts).replace("\"rows\" : 1", "\"rows\" : 77"));

    DerivedColumns again = columns();
    again.show(List.of(field("renamed", JOINED)));

    assertEquals("[0.6,0.8,2]", again.column("renamed").textAt(0));
    assertEquals(
        77,
        ((ModelFacts.Space) again.facts(JOINED, TaskContext.NONE)).rows(),
        "the stored result must be read, not made again");
  }

  @Test
  void aDamagedResultIsMadeAgain() throws IOException {
    try (DerivedColumns columns = columns()) {
      columns.show(List.of(field("both", JOINED)));
      columns.column("both");
    }
    Files.writeString(stored().orElseThrow().resolve("columns.data"), "?");

    DerivedColumns again = columns();
    again.show(List.of(field("both", JOINED)));

    assertEquals("[0.6,0.8,2]", again.column("both").textAt(0));
  }

  @Test
  void aModelOfADerivedFieldIsMadeAgainWhenThatFieldBecomesAnother() {
    DerivedField second =
        field("second", new SpaceSpec.Joined(List.of("first", "shape"), List.of(1.0, 1.0)));
    DerivedColumns columns = columns();
    columns.show(List.of(field("first", JOINED), second));
    String before = columns.column("second").textAt(0);

    SpaceSpec.Joined other = new SpaceSpec.Joined(List.of("shape", "colour"), List.of(1.0, 1.0));
    columns.show(List.of(field("first", other), second));

    assertNotEquals(before, columns.column("second").textAt(0));
  }

  @Test
  void aFieldThatHoldsNoVectorsIsNamed() {
    DerivedColumns columns = columns();
    SpaceSpec.Joined wrong = new SpaceSpec.Joined(List.of("shape", "size"), List.of(1.0, 1.0));

    UserFailure failure =
        assertThrows(
            UserFailure.class, () -> columns.prepare(field("both", wrong), TaskContext.NONE));
    assertTrue(String.valueOf(failure.getMessage()).contains("“size”"), failure.getMessage());
  }

  @Test
  void aModelledFieldSurvivesARoundTripThroughJson() {
    DerivedField field = field("both", JOINED);
    String json = SpecCodec.MAPPER.writeValueAsString(field);

    assertEquals(field, SpecCodec.MAPPER.readValue(json, DerivedField.class), json);
  }
}
