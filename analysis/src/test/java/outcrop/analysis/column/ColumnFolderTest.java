package outcrop.analysis.column;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.RowSet;

class ColumnFolderTest {
  @Test
  void columnsOfEveryKindReadBackWithEachValueAndEachGap(@TempDir Path folder) throws IOException {
    RowSet second = RowSet.of(3, 1);
    List<Column> columns =
        List.of(
            NumberColumn.ofLongs(
                new Field("long", FieldType.NUMBER), new long[] {1L << 60, 0, -5}, second),
            NumberColumn.ofDoubles(
                new Field("double", FieldType.NUMBER), new double[] {0.1, Double.NaN, -0.0}, null),
            CategoryColumn.of(new Field("class", FieldType.CATEGORY), "naïve", null, ""),
            TextColumn.of(new Field("text", FieldType.TEXT), "two words", null, "😀"),
            ListColumn.of(
                new Field("list", FieldType.LIST),
                Arrays.asList(List.of("a", "b"), null, List.of())),
            VectorColumn.of(
                new Field("vector", FieldType.VECTOR),
                Arrays.asList(new float[] {1, 2}, null, new float[] {0.5f, -1})));

    ColumnFolder.write(folder, columns);

    try (StoredColumns stored = StoredColumns.open(folder)) {
      for (Column column : columns) {
        for (int row = 0; row < 3; row++) {
          assertEquals(
              column.textAt(row),
              stored.column(column.field().name()).textAt(row),
              column.field().name() + " in row " + row);
        }
      }
    }
  }
}
