package outcrop.analysis.spec;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldRole;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.Schema;
import outcrop.analysis.spec.DistributionSpec.Scale;

/// Good first views for a dataset nobody has looked at yet: the overview in front, the table, the
/// gallery where there are images, the distributions most likely to say something, and the long
/// tail of a field with many classes.
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
  private static final String TAIL = "tail";

  /// Fewer classes are told apart in bars, and have no tail to speak of.
  private static final int FEWEST_CLASSES = 20;

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
    Optional<Field> tailed = tailed(schema, rowCount, distinct);
    tailed.ifPresent(field -> views.add(TailSpec.of(TAIL, field.name())));
    LayoutSpec table = new LayoutSpec.Tabs(List.of("overview", "table"), "overview");
    if (schema.fields().stream().anyMatch(field -> field.type() == FieldType.IMAGE)) {
      views.add(GallerySpec.of("gallery").withCaptions(captions(schema)));
      table = new LayoutSpec.Tabs(List.of("overview", "table", "gallery"), "overview");
    }
    List<List<String>> tabs = charts(worth.size());
    tailed.ifPresent(_ -> tabs.getLast().add(TAIL));
    LayoutSpec charts = stacked(tabs.stream().filter(list -> !list.isEmpty()).toList());
    return new DefaultViews(
        views, charts == null ? table : new LayoutSpec.Split(false, 0.66, table, charts));
  }

  /// The field whose classes have the tail most worth seeing: of labels first, else of the category
  /// or list with the most classes that still repeat.
  private static Optional<Field> tailed(
      Schema schema, int rowCount, ToIntFunction<Field> distinct) {
    return schema.fields().stream()
        .filter(field -> field.type() == FieldType.CATEGORY || field.type() == FieldType.LIST)
        .filter(field -> field.role() != FieldRole.ID)
        .filter(field -> distinct.applyAsInt(field) >= FEWEST_CLASSES)
        .filter(field -> distinct.applyAsInt(field) <= rowCount / 2)
        .max(
            Comparator.comparing((Field field) -> field.role() == FieldRole.LABEL)
                .thenComparingInt(distinct::applyAsInt)
                .thenComparing(Field::name, Comparator.reverseOrder()));
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

  /// The distributions by turns above and below.
  private static List<List<String>> charts(int count) {
    List<List<String>> tabs = List.of(new ArrayList<>(), new ArrayList<>());
    for (int i = 1; i <= count; i++) {
      tabs.get((i + 1) % 2).add("distribution-" + i);
    }
    return tabs;
  }

  private static @Nullable LayoutSpec stacked(List<List<String>> tabs) {
    if (tabs.isEmpty()) {
      return null;
    }
    LayoutSpec first = new LayoutSpec.Tabs(tabs.getFirst(), tabs.getFirst().getFirst());
    return tabs.size() == 1
        ? first
        : new LayoutSpec.Split(
            true, 0.5, first, new LayoutSpec.Tabs(tabs.getLast(), tabs.getLast().getFirst()));
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
