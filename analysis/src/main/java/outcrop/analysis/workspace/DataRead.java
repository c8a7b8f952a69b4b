package outcrop.analysis.workspace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import outcrop.analysis.dataset.Fingerprint;
import outcrop.analysis.dataset.Schema;
import outcrop.analysis.io.ImportSpec;
import outcrop.analysis.io.Importer;
import outcrop.analysis.io.ReadReport;
import outcrop.analysis.project.ProjectFolder;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.UserFailure;
import outcrop.analysis.task.WholeFile;

/// What reading sources into the cache of a project gave.
///
/// @param spec with the types that the rows turned out to have
/// @param fingerprint names the cache folder that holds the columns
record DataRead(ImportSpec spec, Fingerprint fingerprint, ReadReport report) {
  /// What is to be read.
  ///
  /// @param known warnings that the report shall hold as well
  /// @param earlier a read that rows may be taken over from
  record Wanted(ImportSpec spec, List<String> known, Optional<Importer.Earlier> earlier) {
    static Wanted of(ImportSpec spec) {
      return new Wanted(spec, List.of());
    }

    Wanted(ImportSpec spec, List<String> known) {
      this(spec, known, Optional.empty());
    }
  }

  /// Reads the sources into the project's cache. The fingerprint is that of the spec as it will be
  /// saved, so that reading again from the saved project gives the same one unless a source
  /// changed.
  static DataRead into(
      ProjectFolder folder, Importer importer, Wanted wanted, Path base, TaskContext context) {
    Path reading = folder.caches().resolve("reading");
    ReadReport report =
        importer.read(wanted.spec(), wanted.known(), wanted.earlier(), base, reading, context);
    ImportSpec typed = withTypes(wanted.spec(), report.schema());
    context.stage("Fingerprinting");
    Fingerprint fingerprint = importer.seal(typed, base, reading);
    context.checkCancelled();
    Path cache = folder.caches().resolve(fingerprint.hex());
    try {
      WholeFile.deleteTree(cache);
      WholeFile.move(reading, cache);
    } catch (IOException failure) {
      throw new UserFailure(WholeFile.sentence(cache, failure), failure);
    }
    return new DataRead(typed, fingerprint, report);
  }

  private static ImportSpec withTypes(ImportSpec spec, Schema schema) {
    return spec.withFields(
        spec.fields().stream()
            .map(field -> schema.find(field.field().name()).map(field::withField).orElse(field))
            .toList());
  }
}
