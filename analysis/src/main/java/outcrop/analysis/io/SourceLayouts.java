package outcrop.analysis.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import outcrop.analysis.io.ImportSpec.SourceSpec;
import outcrop.analysis.io.OpenedSources.Source;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.UserFailure;

/// Finds out how each of many sources is laid out. Thousands of files of one kind are mostly
/// written by one program: each is first tried with the dialect of the first of its kind, and
/// guessed from nothing only where that gives other fields.
final class SourceLayouts {
  /// Each field has buffers of its own while it is read.
  private static final int MOST_FIELDS = 50_000;

  private final Path base;
  private final TaskContext context;
  private final Map<String, Source> firstOfKind = new HashMap<>();

  /// @param base resolves relative paths
  SourceLayouts(Path base, TaskContext context) {
    this.base = base;
    this.context = context;
  }

  /// @param spec its format may be empty and its options incomplete; what is given is kept
  Source open(SourceSpec spec) {
    SourceProbe.Probed probed =
        SourceProbe.probe(base.resolve(spec.path()), spec.format(), spec.options());
    if (!spec.options().isEmpty()) {
      return source(spec, probed, probed.options());
    }
    String kind = probed.reader().format() + extension(probed.file().name());
    Source first = firstOfKind.get(kind);
    if (first != null && first.layout().warnings().isEmpty()) {
      Map<String, String> options = new HashMap<>(probed.options());
      options.putAll(probed.reader().dialect(first.layout().options()));
      Source alike = source(spec, probed, options);
      if (alike.layout().fields().equals(first.layout().fields())) {
        return alike;
      }
    }
    Source guessed = source(spec, probed, probed.options());
    firstOfKind.putIfAbsent(kind, guessed);
    return guessed;
  }

  private Source source(SourceSpec spec, SourceProbe.Probed probed, Map<String, String> options) {
    SourceFile file = probed.file();
    DatasetReader reader = probed.reader();
    try {
      DatasetReader.Layout layout = reader.layout(file, options, context);
      checkFields(file, layout.fields().size());
      List<String> warnings = new ArrayList<>(probed.warnings());
      warnings.addAll(layout.warnings());
      return new Source(
          spec.read(reader.format(), layout.options()),
          file,
          reader,
          layout.withWarnings(warnings));
    } catch (IOException e) {
      throw file.unreadable(e);
    } catch (UncheckedIOException e) {
      throw file.unreadable(new IOException(e.getMessage(), e));
    }
  }

  private static void checkFields(SourceFile file, int fields) {
    if (fields > MOST_FIELDS) {
      throw new UserFailure(
          String.format(
              Locale.ROOT,
              "%s has %,d fields, and a dataset holds at most %,d; turn rows and columns round, or"
                  + " put numbers that belong together into one list.",
              file.name(),
              fields,
              MOST_FIELDS));
    }
  }

  private static String extension(String name) {
    return name.substring(Math.max(0, name.lastIndexOf('.'))).toLowerCase(Locale.ROOT);
  }
}
