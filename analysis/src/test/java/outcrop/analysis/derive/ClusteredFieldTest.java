package outcrop.analysis.derive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.VectorColumn;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.derive.Derivation.Modelled;
import outcrop.analysis.model.ClusterMethod;
import outcrop.analysis.model.ClusterSpec;
import outcrop.analysis.model.ModelFacts;
import outcrop.analysis.spec.SpecCodec;
import outcrop.analysis.task.DirectTaskRunner;
import outcrop.analysis.task.TaskContext;

class ClusteredFieldTest {
  private static DerivedColumns columns(float[]... vectors) {
    ColumnStore base =
        ColumnStore.of(
            List.of(VectorColumn.of(new Field("place", FieldType.VECTOR), Arrays.asList(vectors))));
    return new DerivedColumns(base, new DirectTaskRunner(), _ -> null);
  }

  private static ClusterSpec spec(ClusterMethod method) {
    return new ClusterSpec("place", method, 1);
  }

  private static DerivedField field(ClusterMethod method) {
    return new DerivedField("group", new Modelled(spec(method), ClusterSpec.CLUSTER));
  }

  @Test
  void rowsWithoutAUsableVectorHaveNoClusterAndAreCounted() {
    ClusterMethod two = new ClusterMethod.KMeans(2, 0);
    DerivedColumns columns =
        columns(new float[] {9}, null, new float[] {1}, new float[] {Float.NaN}, new float[] {2});
    columns.show(List.of(field(two)));

    assertEquals("2", columns.column("group").textAt(0));
    assertNull(columns.column("group").textAt(1));
    assertEquals("1", columns.column("group").textAt(2));
    assertNull(columns.column("group").textAt(3));
    ModelFacts.Clusters facts = (ModelFacts.Clusters) columns.facts(spec(two), TaskContext.NONE);
    assertEquals(3, facts.rows());
    assertEquals(2, facts.missing());
    assertEquals(List.of(2, 1), facts.sizes());
    assertEquals(
        List.of(
            "1 row without a vector: in no cluster.",
            "1 row with numbers in the vector that are not finite: in no cluster."),
        facts.notes());
  }

  @Test
  void rowsInNoClusterSaySo() {
    float[][] heap = new float[31][];
    for (int i = 0; i < 30; i++) {
      heap[i] = new float[] {i % 3 + (i < 15 ? 0 : 100)};
    }
    heap[30] = new float[] {50};
    DerivedColumns columns = columns(heap);
    columns.show(List.of(field(new ClusterMethod.Dbscan(2, 5))));

    assertEquals("unclustered", columns.column("group").textAt(30));
    assertEquals("1", columns.column("group").textAt(0));
    assertEquals("2", columns.column("group").textAt(15));
  }

  @Test
  void aSpaceThatCannotBeClusteredLeavesTheFieldEmptyWithASentence() {
    DerivedColumns columns = columns(new float[] {1}, new float[] {1});
    columns.show(List.of(field(new ClusterMethod.KMeans(2, 0))));

    assertEquals(2, columns.column("group").missingCount());
    assertTrue(
        columns.problem("group").orElseThrow().startsWith("All vectors of “place” are the same"));
  }

  static List<ClusterMethod> methods() {
    return List.of(
        new ClusterMethod.KMeans(5, 3),
        new ClusterMethod.ChosenKMeans(0, 0),
        new ClusterMethod.XMeans(0),
        new ClusterMethod.GMeans(7),
        new ClusterMethod.Hdbscan(0, 0),
        new ClusterMethod.Dbscan(0.5, 4),
        new ClusterMethod.Birch(3, 0),
        new ClusterMethod.Hierarchical(3, ClusterMethod.Linkage.AVERAGE));
  }

  @ParameterizedTest
  @MethodSource("methods")
  void everyMethodSurvivesARoundTripThroughJson(ClusterMethod method) {
    String json = SpecCodec.MAPPER.writeValueAsString(field(method));

    assertEquals(field(method), SpecCodec.MAPPER.readValue(json, DerivedField.class), json);
  }

  @Test
  void numbersThatAreLeftOutTakeTheirDefaults() {
    assertEquals(
        new ClusterMethod.Hierarchical(4, ClusterMethod.Linkage.WARD),
        SpecCodec.MAPPER.readValue("{\"name\": \"hierarchical\", \"k\": 4}", ClusterMethod.class));
    assertEquals(
        new ClusterMethod.Hdbscan(0, 10),
        SpecCodec.MAPPER.readValue("{\"name\": \"hdbscan\"}", ClusterMethod.class));
  }
}
