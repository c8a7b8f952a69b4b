package outcrop.analysis.io;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldRole;
import outcrop.analysis.io.ImportSpec.FieldSpec;
import outcrop.analysis.io.ImportSpec.JoinSpec;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.UserFailure;

/// Puts the fields of joins beside those of a preview. The first rows show partners where these are
/// among the first rows of their file as well.
final class JoinPreview {
  private final ImportPreview own;
  private final ImportSpec edited;
  private final Path base;
  private final TaskContext context;
  private final List<FieldSpec> fields;
  private final List<JoinSpec> joins = new ArrayList<>();
  private final List<List<@Nullable String>> rows = new ArrayList<>();
  private final List<String> warnings;
  private long bytes;
  private ImportEstimate estimate;

  /// @param own what the sources give without the joins
  JoinPreview(ImportPreview own, ImportSpec edited, Path base, TaskContext context) {
    this.own = own;
    this.edited = edited;
    this.base = base;
    this.context = context;
    this.fields = new ArrayList<>(own.spec().fields());
    this.warnings = new ArrayList<>(own.warnings());
    this.bytes = own.bytes();
    this.estimate = own.estimate();
    own.rows().forEach(row -> rows.add(new ArrayList<>(row)));
  }

  ImportPreview make() {
    for (int i = 0; i < edited.joins().size(); i++) {
      add(i);
    }
    return new ImportPreview(
        own.spec().withFields(fields).withJoins(joins).withNamed(edited.named()),
        List.copyOf(rows),
        own.estimatedRows(),
        own.exact(),
        bytes,
        List.copyOf(warnings),
        own.leftOut(),
        estimate);
  }

  private void add(int index) {
    JoinSpec join = edited.joins().get(index);
    String prefix = edited.joinPrefix(index);
    List<FieldSpec> asked =
        edited.joinedFields(index).stream()
            .map(field -> field.withSource(field.source().substring(prefix.length())))
            .toList();
    OpenedSources opened = OpenedSources.open(List.of(join.source()), base, context);
    ImportPreview file = new PreviewMaker(opened, context).make(asked);
    ImportPreview all = asked.isEmpty() ? file : new PreviewMaker(opened, context).make(List.of());
    checkCounts(join, file, opened);
    List<FieldSpec> guessed =
        asked.isEmpty() ? placed(join, file.spec().fields(), opened) : file.spec().fields();
    addRows(join, file, all, guessed);
    guessed.forEach(field -> fields.add(field.withSource(prefix + field.source())));
    joins.add(join.withSource(file.spec().sources().getFirst()));
    String name = opened.sources().getFirst().file().name();
    file.warnings().forEach(warning -> warnings.add(name + ": " + warning));
    bytes += file.bytes();
    estimate = estimate.plus(file.estimate());
  }

  private void checkCounts(JoinSpec join, ImportPreview file, OpenedSources opened) {
    boolean known = own.exact() && file.exact();
    if (join.isByOrder() && known && own.estimatedRows() != file.estimatedRows()) {
      throw new UserFailure(
          opened.sources().getFirst().file().name()
              + " has "
              + file.estimatedRows()
              + " rows and the dataset has "
              + own.estimatedRows()
              + "; to join by row order both need the same number.");
    }
  }

  /// All fields but the key, with names that the dataset does not have yet and without the roles
  /// that it has.
  private List<FieldSpec> placed(JoinSpec join, List<FieldSpec> all, OpenedSources opened) {
    String stem = opened.sources().getFirst().file().name().replaceFirst("\\..*", "");
    Set<String> taken = new HashSet<>();
    Set<FieldRole> roles = EnumSet.of(FieldRole.ID, FieldRole.NONE);
    for (FieldSpec field : fields) {
      taken.add(field.field().name());
      roles.add(field.field().role());
    }
    if (!join.isByOrder() && all.stream().noneMatch(f -> f.source().equals(join.right()))) {
      throw JoinedFile.noField(join.right(), opened.sources().getFirst().file().name(), all);
    }
    List<FieldSpec> placed = new ArrayList<>();
    for (FieldSpec spec : all) {
      if (!join.isByOrder() && spec.source().equals(join.right())) {
        continue;
      }
      Field field = spec.field();
      String name = field.name();
      for (int number = 1; !taken.add(name); number++) {
        name = field.name() + '_' + stem + (number == 1 ? "" : "_" + number);
      }
      FieldRole role = roles.contains(field.role()) ? FieldRole.NONE : field.role();
      placed.add(spec.withField(new Field(name, field.type(), role, field.format())));
    }
    return placed;
  }

  private void addRows(JoinSpec join, ImportPreview file, ImportPreview all, List<FieldSpec> kept) {
    int left = column(own.spec().fields(), join.left());
    int right = column(all.spec().fields(), join.right());
    Map<String, Integer> partners = new HashMap<>();
    for (int row = 0; right >= 0 && row < all.rows().size(); row++) {
      String key = all.rows().get(row).get(right);
      if (key != null) {
        partners.putIfAbsent(key, row);
      }
    }
    for (int row = 0; row < rows.size(); row++) {
      String key = left < 0 ? null : own.rows().get(row).get(left);
      int keyed = key == null ? -1 : partners.getOrDefault(key, -1);
      int partner = join.isByOrder() ? row : keyed;
      for (FieldSpec field : kept) {
        int column = column(file.spec().fields(), field.source());
        boolean there = partner >= 0 && partner < file.rows().size();
        rows.get(row).add(there ? file.rows().get(partner).get(column) : null);
      }
    }
  }

  private static int column(List<FieldSpec> fields, String source) {
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).source().equals(source)) {
        return i;
      }
    }
    return -1;
  }
}
