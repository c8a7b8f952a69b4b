package outcrop.analysis.spec;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldRole;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.Schema;
import outcrop.analysis.spec.DistributionSpec.Scale;

/// Good first views for a dataset nobody has looked at yet: the overview in front, the table, the
/// gallery where there are images, and the distributions most likely to say something.
///
/// @param views the views
/// @param layout their arrangement
public record DefaultViews(List<ViewSpec> views, LayoutSpec layout) {
  private static final int CHARTS = 4;
  private static final int CAPTIONS = 2;

  /// How the names of two coordinates end, the one across first.
  private static final List<List<String>> PLACES =
      List.of(
          List.of("longitude", "latitude"),
          List.of("lng", "lat"),
          List.of("lon", "lat"),
          List.of("x", "y"),
          List.of("_1", "_2"),
          List.of(" 1", " 2"));

  private static final int MANY_VALUES = 2_000;

  /// @param distinct how many distinct values a field has; fields with one value or a value per row
  ///   say nothing as bars
  /// @param scale how the values of a field are first laid out
  public static DefaultViews of(
      Schema schema, int rowCount, ToIntFunction<Field> distinct, Function<Field, Scale> scale) {
    List<Field> worth =
        schema.fields().stream()
            .filter(field -> interest(field, distinct.applyAsInt(field), rowCount) < 100)
            .sorted(
                Comparator.comparingInt(
                    field -> interest(field, distinct.applyAsInt(field), rowCount)))
            .limit(CHARTS)
            .toList();
    List<ViewSpec> views = new ArrayList<>();
    views.add(OverviewSpec.of("overview"));
    views.add(TableSpec.of("table"));
    for (int i = 0; i < worth.size(); i++) {
      Field field = worth.get(i);
      views.add(
          DistributionSpec.of("distribution-" + (i + 1), field.name())
              .withAxes(DistributionSpec.Axes.DEFAULT.withX(scale.apply(field))));
    }
    LayoutSpec table = new LayoutSpec.Tabs(List.of("overview", "table"), "overview");
    if (schema.fields().stream().anyMatch(field -> field.type() == FieldType.IMAGE)) {
      views.add(GallerySpec.of("gallery").withCaptions(captions(schema)));
      table = new LayoutSpec.Tabs(List.of("overview", "table", "gallery"), "overview");
    }
    return new DefaultViews(
        views,
        worth.isEmpty() ? table : new LayoutSpec.Split(false, 0.66, table, charts(worth.size())));
  }

  /// The fields that say most in few letters: labels, else the first categories.
  public static List<String> captions(Schema schema) {
    List<Field> few =
        schema.fields().stream()
            .filter(field -> field.type() == FieldType.CATEGORY && field.role() != FieldRole.ID)
            .toList();
    List<String> labels =
        few.stream()
            .filter(field -> field.role() == FieldRole.LABEL)
            .map(Field::name)
            .limit(CAPTIONS)
            .toList();
    return labels.isEmpty() ? few.stream().map(Field::name).limit(1).toList() : labels;
  }

  /// Two fields of numbers whose rows have a place: those whose names say so, such as a longitude
  /// and a latitude or the two outputs of a projection, else the first two; empty where there are
  /// no two.
  public static Optional<List<String>> places(Schema schema) {
    List<String> numbers =
        schema.fields().stream()
            .filter(field -> field.type() == FieldType.NUMBER && field.role() != FieldRole.ID)
            .map(Field::name)
            .toList();
    for (String x : numbers) {
      for (List<String> ends : PLACES) {
        if (endsIn(x, ends.get(0))) {
          String start = x.substring(0, x.length() - ends.get(0).length());
          Optional<String> y =
              numbers.stream()
                  .filter(name -> name.equalsIgnoreCase(start + ends.get(1)))
                  .findFirst();
          if (y.isPresent()) {
            return Optional.of(List.of(x, y.get()));
          }
        }
      }
    }
    return numbers.size() < 2
        ? Optional.empty()
        : Optional.of(List.of(numbers.get(0), numbers.get(1)));
  }

  private static boolean endsIn(String name, String end) {
    return name.regionMatches(true, name.length() - end.length(), end, 0, end.length())
        && (end.length() > 1
            || name.length() == 1
            || !Character.isLetterOrDigit(name.charAt(name.length() - 2)));
  }

  private static LayoutSpec charts(int count) {
    List<String> upper = new ArrayList<>();
    List<String> lower = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      (i % 2 == 1 ? upper : lower).add("distribution-" + i);
    }
    LayoutSpec first = new LayoutSpec.Tabs(upper, upper.getFirst());
    return lower.isEmpty()
        ? first
        : new LayoutSpec.Split(true, 0.5, first, new LayoutSpec.Tabs(lower, lower.getFirst()));
  }

  /// Smaller is shown first; 100 and more is not shown.
  private static int interest(Field field, int distinct, int rowCount) {
    if (distinct <= 1
        || field.role() == FieldRole.ID
        || distinct == rowCount && field.type() == FieldType.CATEGORY) {
      return 100;
    }
    return switch (field.type()) {
      case CATEGORY ->
          switch (field.role()) {
            case LABEL -> 0;
            case SPLIT -> 4;
            case NONE, ID, TEXT, TIME, IMAGE, VECTOR, SOURCE -> distinct <= MANY_VALUES ? 2 : 6;
          };
      case NUMBER -> field.role() == FieldRole.LABEL ? 0 : 1;
      case TIME -> 3;
      case LIST -> distinct <= MANY_VALUES ? 2 : 6;
      case TEXT, IMAGE, VECTOR -> 100;
    };
  }
}
