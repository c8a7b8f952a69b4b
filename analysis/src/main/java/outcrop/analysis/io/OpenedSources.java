package outcrop.analysis.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import outcrop.analysis.io.ImportSpec.SourceSpec;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.UserFailure;

/// All sources of an import, probed and laid out.
///
/// @param sources in the order of their rows
/// @param late names of fields that only later rows have
record OpenedSources(List<Source> sources, List<String> late) {
  /// One source.
  record Source(
      SourceSpec spec, SourceFile file, DatasetReader reader, DatasetReader.Layout layout) {}

  /// @param specs formats may be empty and options incomplete; what is given is kept
  static OpenedSources open(List<SourceSpec> specs, Path base, TaskContext context) {
    if (specs.isEmpty()) {
      throw new UserFailure("Nothing to import; name at least one file.");
    }
    List<Source> opened = new ArrayList<>();
    for (SourceSpec spec : specs) {
      context.checkCancelled();
      opened.add(open(spec, base, context));
    }
    return new OpenedSources(List.copyOf(opened), List.of());
  }

  private static Source open(SourceSpec spec, Path base, TaskContext context) {
    SourceProbe.Probed probed =
        SourceProbe.probe(base.resolve(spec.path()), spec.format(), spec.options());
    SourceFile file = probed.file();
    try {
      DatasetReader.Layout layout = probed.reader().layout(file, probed.options(), context);
      List<String> warnings = new ArrayList<>(probed.warnings());
      warnings.addAll(layout.warnings());
      SourceSpec settled = new SourceSpec(spec.path(), probed.reader().format(), layout.options());
      return new Source(
          settled,
          file,
          probed.reader(),
          new DatasetReader.Layout(layout.options(), layout.fields(), layout.rows(), warnings));
    } catch (IOException e) {
      throw file.unreadable(e);
    } catch (UncheckedIOException e) {
      throw file.unreadable(new IOException(e.getMessage(), e));
    }
  }

  OpenedSources withLate(Collection<String> names) {
    List<String> all = new ArrayList<>(late);
    all.addAll(names);
    return new OpenedSources(sources, List.copyOf(all));
  }

  List<SourceSpec> specs() {
    return sources.stream().map(Source::spec).toList();
  }

  /// The names of all fields of all sources, in order of first appearance.
  List<String> fields() {
    Set<String> names = new LinkedHashSet<>();
    sources.forEach(source -> names.addAll(source.layout().fields()));
    names.addAll(late);
    return List.copyOf(names);
  }

  /// The warnings of all sources, each with its file where there are several.
  List<String> warnings() {
    List<String> all = new ArrayList<>();
    for (Source source : sources) {
      for (String warning : source.layout().warnings()) {
        all.add(sources.size() == 1 ? warning : source.file().name() + ": " + warning);
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

  RowCursor cursor(int index, Map<String, Integer> columns, TaskContext context) {
    Source source = sources.get(index);
    try {
      return source.reader().open(source.file(), source.layout(), columns, context);
    } catch (IOException e) {
      throw source.file().unreadable(e);
    }
  }
}
