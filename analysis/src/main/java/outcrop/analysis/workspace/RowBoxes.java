package outcrop.analysis.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.ColumnUse;
import outcrop.analysis.column.ListColumn;
import outcrop.analysis.image.ImageBox;

/// The boxes of a row's image: lists of numbers named `NAME.x`, `NAME.y`, `NAME.width` and
/// `NAME.height` that run parallel, as the import of a COCO file makes them, with the field
/// `categories` for their labels.
record RowBoxes(String name) {
  private static final String X = ".x";
  private static final String LABELS = "categories";

  /// The names under which a dataset has boxes.
  static List<RowBoxes> of(ColumnStore columns) {
    return columns.schema().fields().stream()
        .map(field -> field.name())
        .filter(field -> field.endsWith(X))
        .map(field -> new RowBoxes(field.substring(0, field.length() - X.length())))
        .filter(boxes -> boxes.parts().allMatch(part -> list(columns, part) != null))
        .toList();
  }

  private Stream<String> parts() {
    return Stream.of(X, ".y", ".width", ".height").map(part -> name + part);
  }

  private static @Nullable ListColumn list(ColumnStore columns, String field) {
    Column column = columns.schema().find(field).isPresent() ? columns.column(field) : null;
    return column instanceof ListColumn list ? list : null;
  }

  /// The boxes of one row; those without all four numbers are left out.
  List<ImageBox> read(ColumnStore columns, int row) {
    try (ColumnUse _ = columns.use()) {
      List<List<@Nullable String>> parts = parts().map(part -> values(columns, part, row)).toList();
      List<@Nullable String> labels = values(columns, LABELS, row);
      List<ImageBox> boxes = new ArrayList<>();
      int count = parts.stream().mapToInt(List::size).min().orElse(0);
      for (int i = 0; i < count; i++) {
        double[] numbers = new double[parts.size()];
        for (int part = 0; part < numbers.length; part++) {
          String text = parts.get(part).get(i);
          numbers[part] = text == null ? Double.NaN : Double.parseDouble(text);
        }
        if (Double.isFinite(numbers[0] + numbers[1] + numbers[2] + numbers[3])) {
          String label = labels.size() == count ? labels.get(i) : null;
          boxes.add(new ImageBox(numbers[0], numbers[1], numbers[2], numbers[3], label));
        }
      }
      return boxes;
    }
  }

  private static List<@Nullable String> values(ColumnStore columns, String field, int row) {
    ListColumn list = list(columns, field);
    return list == null ? List.of() : list.values(row);
  }
}
