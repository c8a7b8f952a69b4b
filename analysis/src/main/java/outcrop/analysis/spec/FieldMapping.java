package outcrop.analysis.spec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.NearestNames;
import outcrop.analysis.dataset.Schema;
import outcrop.analysis.spec.ViewFile.Needed;

/// Which field of a dataset stands for each field of a chart that was made for another one.
public final class FieldMapping {
  private final ChartSpec chart;
  private final List<Needed> needed;
  private final Schema schema;
  private final Map<String, String> targets = new LinkedHashMap<>();

  private FieldMapping(ChartSpec chart, List<Needed> needed, Schema schema) {
    this.chart = chart;
    this.needed = needed;
    this.schema = schema;
  }

  /// What a dataset suggests: the field of the same name, else the one whose name is most like it
  /// among those of a possible type, else the only one of that type.
  public static FieldMapping guess(ChartSpec chart, List<Needed> needed, Schema schema) {
    FieldMapping mapping = new FieldMapping(chart, needed, schema);
    for (Needed field : needed) {
      mapping.suggestion(field).ifPresent(name -> mapping.targets.put(field.name(), name));
    }
    return mapping;
  }

  /// What somebody chose: fields without a choice keep their names where the dataset has them.
  public static FieldMapping of(
      ChartSpec chart, List<Needed> needed, Schema schema, Map<String, String> chosen) {
    FieldMapping mapping = new FieldMapping(chart, needed, schema);
    for (Needed field : needed) {
      String target = chosen.getOrDefault(field.name(), field.name());
      if (schema.find(target).isPresent()) {
        mapping.targets.put(field.name(), target);
      }
    }
    return mapping;
  }

  private Optional<String> suggestion(Needed field) {
    List<String> possible =
        schema.fields().stream()
            .filter(candidate -> isPossible(field, candidate))
            .map(Field::name)
            .toList();
    if (possible.contains(field.name())) {
      return Optional.of(field.name());
    }
    Optional<String> near = NearestNames.of(field.name(), possible).stream().findFirst();
    boolean only = field.type() != null && possible.size() == 1;
    return near.or(() -> only ? Optional.of(possible.getFirst()) : Optional.empty());
  }

  /// The fields that the chart reads, in its order.
  public List<Needed> needed() {
    return needed;
  }

  /// The field that stands for one of the chart's; empty where none does.
  public Optional<String> target(Needed field) {
    return Optional.ofNullable(targets.get(field.name()));
  }

  /// The mapping with another field, or none where it is null.
  public FieldMapping with(Needed field, @Nullable String target) {
    FieldMapping changed = new FieldMapping(chart, needed, schema);
    changed.targets.putAll(targets);
    if (target == null) {
      changed.targets.remove(field.name());
    } else {
      changed.targets.put(field.name(), target);
    }
    return changed;
  }

  /// The fields that nothing stands for yet.
  public List<Needed> missing() {
    return needed.stream().filter(field -> target(field).isEmpty()).toList();
  }

  /// The type that the field which stands for one of the chart's would have to have; empty where
  /// its type will do.
  public Optional<FieldType> wrong(Needed field) {
    return target(field)
        .flatMap(schema::find)
        .filter(chosen -> !isPossible(field, chosen))
        .map(_ -> type(field));
  }

  /// Whether every field has another one of a possible type.
  public boolean isComplete() {
    return missing().isEmpty() && needed.stream().allMatch(field -> wrong(field).isEmpty());
  }

  /// The chart with the fields of the dataset; those without a mapping keep their names.
  public ChartSpec apply() {
    return chart.withFields(name -> targets.getOrDefault(name, name));
  }

  private boolean isPossible(Needed field, Field candidate) {
    FieldType type = type(field);
    return type == null
        || switch (candidate.type()) {
          case NUMBER -> type == FieldType.NUMBER || type == FieldType.CATEGORY;
          case CATEGORY, LIST -> type == FieldType.CATEGORY || type == FieldType.LIST;
          case TEXT, TIME, IMAGE, VECTOR -> type == candidate.type();
        };
  }

  /// A field that only splits what is shown is counted by its values, whatever they are.
  private @Nullable FieldType type(Needed field) {
    boolean splits =
        chart instanceof DistributionSpec distribution
            && !distribution.field().equals(field.name());
    return splits && field.type() == FieldType.NUMBER ? FieldType.CATEGORY : field.type();
  }
}
