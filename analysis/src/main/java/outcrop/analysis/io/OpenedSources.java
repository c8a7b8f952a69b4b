package outcrop.analysis.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.io.ImportSpec.SourceSpec;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.UserFailure;

/// All sources of an import, probed and laid out. No file is open between two steps.
///
/// @param sources in the order of their rows
/// @param fields the names of all fields of all sources, in order of first appearance: what the
///   sources hold, then their constants, then what only later rows have
record OpenedSources(List<Source> sources, List<String> fields) {
  /// One source.
  record Source(
      SourceSpec spec, SourceFile file, DatasetReader reader, DatasetReader.Layout layout) {
    /// The name of the source in sentences and in the field that tells sources apart.
    String name() {
      return spec.name();
    }
  }

  /// @param specs formats may be empty and options incomplete; what is given is kept
  static OpenedSources open(List<SourceSpec> specs, Path base, TaskContext context) {
    if (specs.isEmpty()) {
      throw new UserFailure("Nothing to import; name at least one file.");
    }
    List<Source> opened = new ArrayList<>();
    SourceLayouts layouts = new SourceLayouts(base, context);
    for (SourceSpec spec : specs) {
      context.checkCancelled();
      opened.add(layouts.open(spec));
    }
    return new OpenedSources(List.copyOf(opened), fieldsOf(opened));
  }

  private static List<String> fieldsOf(List<Source> sources) {
    Set<String> names = new LinkedHashSet<>();
    sources.forEach(source -> names.addAll(source.layout().fields()));
    sources.forEach(source -> names.addAll(source.spec().constants().keySet()));
    names.remove(ImportSpec.FILE_NAME);
    return List.copyOf(names);
  }

  OpenedSources withLate(Collection<String> names) {
    List<String> all = new ArrayList<>(fields);
    all.addAll(names);
    return new OpenedSources(sources, List.copyOf(all));
  }

  List<SourceSpec> specs() {
    return sources.stream().map(Source::spec).toList();
  }

  /// The columns of a batch: all fields, and the name of the source.
  List<String> columns() {
    List<String> all = new ArrayList<>(fields);
    all.add(ImportSpec.FILE_NAME);
    return all;
  }

  /// Puts into a full batch what all rows of a source share.
  void putConstants(int index, RowBatch batch) {
    Source source = sources.get(index);
    source
        .spec()
        .constants()
        .forEach(
            (name, value) -> {
              int column = fields.indexOf(name);
              if (column >= 0 && !source.layout().fields().contains(name)) {
                batch.fillColumn(column, value, false);
              }
            });
    batch.fillColumn(fields.size(), source.name(), true);
  }

  /// Finds the images that the rows name.
  ImageReferences images() {
    return ImageReferences.of(
        sources.stream()
            .map(
                source ->
                    new SourceSpec(
                        source.file().path().toString(),
                        source.spec().format(),
                        source.spec().options(),
                        source.spec().constants()))
            .toList());
  }

  /// What the formats of the sources say of their fields.
  Map<String, FieldHint> hints() {
    Map<String, FieldHint> hints = new HashMap<>();
    sources.forEach(source -> hints.putAll(source.layout().hints()));
    return hints;
  }

  /// The warnings of all sources, each with its file where there are several.
  List<String> warnings() {
    List<String> all = new ArrayList<>();
    for (Source source : sources) {
      for (String warning : source.layout().warnings()) {
        all.add(sources.size() == 1 ? warning : source.name() + ": " + warning);
      }
    }
    return all;
  }

  long bytes() {
    return sources.stream().mapToLong(source -> source.file().size()).sum();
  }

  /// The sum of exact row counts, −1 where a source does not know its own.
  long rows() {
    boolean known = sources.stream().allMatch(source -> source.layout().rows() >= 0);
    return known ? sources.stream().mapToLong(source -> source.layout().rows()).sum() : -1;
  }

  /// Whether quoted cells of a field are text; where sources differ, they are not.
  boolean quotesMeanText() {
    return sources.stream().allMatch(source -> source.reader().quotesMeanText());
  }

  /// The type that the sources which have a field state for it, null where one states none or
  /// another one.
  DatasetReader.@Nullable DeclaredType declared(String field) {
    Set<DatasetReader.DeclaredType> types = new HashSet<>();
    for (Source source : sources) {
      if (source.layout().fields().contains(field)) {
        DatasetReader.DeclaredType type = source.layout().declared().get(field);
        if (type == null) {
          return null;
        }
        types.add(type);
      }
    }
    return types.size() == 1 ? types.iterator().next() : null;
  }

  /// How each source writes numbers.
  List<NumberStyle> numberStyles() {
    return sources.stream().map(source -> NumberStyle.of(source.spec().options())).toList();
  }

  RowCursor cursor(int index, Map<String, Integer> columns, TaskContext context) {
    Source source = sources.get(index);
    SourceFile file =
        source.reader().refersInside() ? source.file().named(source.name()) : source.file();
    try {
      return source.reader().open(file, source.layout(), columns, context);
    } catch (IOException e) {
      throw source.file().unreadable(e);
    }
  }
}
