package outcrop.analysis.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import outcrop.analysis.column.StoredColumns;
import outcrop.analysis.dataset.Fingerprint;
import outcrop.analysis.io.ImportSpec.SourceSpec;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;
import outcrop.analysis.task.UserFailure;
import outcrop.analysis.task.WholeFile;
import tools.jackson.databind.json.JsonMapper;

/// Brings files in: shows what they would give, then writes their columns into a cache directory.
///
/// Safe to use from any thread; each call works for itself.
public final class Importer {
  static final String REPORT = "report.json";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final TaskRunner runner;

  /// @param runner runs the parts of an import on its threads
  public Importer(TaskRunner runner) {
    this.runner = runner;
  }

  /// The names of all formats that can be read, as [SourceSpec#format()] has them.
  public static List<String> formats() {
    return DatasetReaders.formats();
  }

  /// Every setting of a format, those of its compression included.
  ///
  /// @throws UserFailure where there is no such format
  public static List<ReaderOption> options(String format) {
    List<ReaderOption> all = new ArrayList<>(DatasetReaders.named(format).options());
    all.addAll(SourceProbe.OPTIONS);
    return List.copyOf(all);
  }

  /// Guesses everything about files and folders from their content.
  ///
  /// @param sources in the order in which their rows shall appear
  /// @throws UserFailure where a file cannot be read as a table, or a folder holds none that can
  public ImportPreview preview(List<Path> sources, TaskContext context) {
    return previewNamed(sources.stream().map(Path::toString).toList(), context);
  }

  /// The same for what a user wrote: paths of files and folders, and patterns such as `data/*.csv`.
  public ImportPreview previewNamed(List<String> sources, TaskContext context) {
    return previewNamed(sources, "", Map.of(), context);
  }

  /// The same under settings that the user knows already; only the others are guessed.
  ///
  /// @param format of all sources, empty to find it by the content
  /// @param given settings by name
  public ImportPreview previewNamed(
      List<String> sources, String format, Map<String, String> given, TaskContext context) {
    FoundSources found = new SourceFinder(context).find(sources).read(format, given);
    OpenedSources opened =
        OpenedSources.open(found.sources(), Path.of("").toAbsolutePath(), context);
    return new PreviewMaker(opened, context).make(found);
  }

  /// The sources as they are now, where files may have come into the folders that the user named or
  /// gone from them. What is known of a file that is still there stays.
  ///
  /// @param base resolves relative paths
  /// @param more names of files, folders and patterns to take in as well
  /// @throws UserFailure where a named file is gone or none can be read
  public ImportSpec refound(ImportSpec spec, List<String> more, Path base, TaskContext context) {
    List<String> names = new ArrayList<>(spec.named());
    names.addAll(more);
    if (names.isEmpty()) {
      return spec;
    }
    FoundSources found = new SourceFinder(context).find(names);
    Map<Path, SourceSpec> known = new LinkedHashMap<>();
    spec.sources().forEach(source -> known.put(placeOf(source, base), source));
    Map<Path, SourceSpec> all = new LinkedHashMap<>(spec.named().isEmpty() ? known : Map.of());
    for (SourceSpec source : found.sources()) {
      Path place = placeOf(source, base);
      all.putIfAbsent(place, known.getOrDefault(place, source));
    }
    List<SourceSpec> settled = OpenedSources.open(List.copyOf(all.values()), base, context).specs();
    return spec.withSources(settled).withNamed(found.named());
  }

  private static Path placeOf(SourceSpec source, Path base) {
    return base.resolve(source.path()).toAbsolutePath().normalize();
  }

  /// Shows what an edited spec gives. Types that the user chose stay; others are guessed again,
  /// because other settings show other cells. Fields that the sources do not have any more are left
  /// out.
  ///
  /// @param base resolves relative paths
  /// @throws UserFailure where a file cannot be read with these settings
  public ImportPreview preview(ImportSpec edited, Path base, TaskContext context) {
    OpenedSources opened = OpenedSources.open(edited.sources(), base, context);
    ImportPreview own = new PreviewMaker(opened, context).make(edited.ownFields());
    return new JoinPreview(own, edited, base, context).make();
  }

  /// Reads the first rows as [#read] would, into a temporary place. Joins are left out: partners of
  /// the first rows may stand anywhere in their files.
  ///
  /// @param rows about how many; whole batches are read
  /// @throws UserFailure where a file cannot be read
  public FirstRows firstRows(ImportSpec spec, Path base, long rows, TaskContext context) {
    try {
      Path folder = Files.createTempDirectory("outcrop-first-rows");
      try {
        read(
            FirstRowsReader.of(OpenedSources.open(spec.sources(), base, context), rows),
            spec.withFields(spec.ownFields()).withJoins(List.of()),
            List.of(),
            Optional.empty(),
            new Place(base, folder),
            context);
        return new FirstRows(StoredColumns.open(folder), folder);
      } catch (RuntimeException failure) {
        WholeFile.deleteTree(folder);
        throw failure;
      }
    } catch (IOException failure) {
      throw new UserFailure(
          "The first rows cannot be shown ("
              + failure.getMessage()
              + "); make room in the folder for temporary files.",
          failure);
    }
  }

  /// How the sources of a spec are laid out: their settled options and all their fields, also those
  /// that the spec leaves out.
  ///
  /// @param base resolves relative paths
  /// @throws UserFailure where a file is gone or cannot be read with these settings
  public List<SourceLayout> layouts(ImportSpec spec, Path base, TaskContext context) {
    return OpenedSources.open(spec.sources(), base, context).sources().stream()
        .map(
            source ->
                new SourceLayout(source.spec(), source.file().path(), source.layout().fields()))
        .toList();
  }

  /// Reads all rows and writes columns, keys, `report.json` and `quarantine.jsonl` into the cache
  /// directory, whole or not at all. A directory that is there already is replaced.
  ///
  /// @param base resolves relative paths
  /// @throws UserFailure where a file cannot be read; nothing is left behind then
  public ReadReport read(ImportSpec spec, Path base, Path cacheDirectory, TaskContext context) {
    return read(spec, List.of(), base, cacheDirectory, context);
  }

  /// The same for a spec that came out of a preview.
  ///
  /// @param known what the preview warned of; becomes part of the report, which shall tell
  ///   everything to who reads it later
  public ReadReport read(
      ImportSpec spec, List<String> known, Path base, Path cacheDirectory, TaskContext context) {
    return read(spec, known, Optional.empty(), base, cacheDirectory, context);
  }

  /// What an earlier [#read] of the same import gave, and what its sources hold now.
  ///
  /// @param directory where it was written
  public record Earlier(Path directory, SourceContents now) {}

  /// The same where rows may be taken over from an earlier read: those of the first sources that
  /// are as they were. What comes out is the same as without it; where it would not be, everything
  /// is read.
  public ReadReport read(
      ImportSpec spec,
      List<String> known,
      Optional<Earlier> earlier,
      Path base,
      Path cacheDirectory,
      TaskContext context) {
    OpenedSources sources = OpenedSources.open(spec.sources(), base, context);
    return read(sources, spec, known, earlier, new Place(base, cacheDirectory), context);
  }

  /// @param base resolves relative paths
  /// @param directory where the columns go
  private record Place(Path base, Path directory) {}

  private ReadReport read(
      OpenedSources sources,
      ImportSpec spec,
      List<String> known,
      Optional<Earlier> earlier,
      Place place,
      TaskContext context) {
    Path cacheDirectory = place.directory();
    if (spec.fields().isEmpty()) {
      throw new UserFailure("No field is chosen for the import; keep at least one.");
    }
    ImportPass.Run run = new ImportPass.Run(runner, context);
    try (WholeDirectory directory = WholeDirectory.beside(cacheDirectory);
        Joins joins = Joins.read(spec, place.base(), cacheDirectory, run)) {
      Optional<ReadReport> grown = grown(sources, spec, earlier, directory.path(), run);
      ReadReport report =
          (grown.isPresent()
                  ? grown.get()
                  : new ImportRun(sources, spec.fields(), Optional.of(joins), run)
                      .into(directory.path()))
              .withKnown(known);
      Files.writeString(
          directory.path().resolve(REPORT),
          JSON.writerWithDefaultPrettyPrinter().writeValueAsString(report));
      context.stage("Saving");
      context.checkCancelled();
      directory.commit();
      return report;
    } catch (IOException e) {
      throw unwritable(cacheDirectory, e);
    } catch (UncheckedIOException e) {
      throw unwritable(cacheDirectory, Objects.requireNonNull(e.getCause()));
    }
  }

  /// Reads only what is not known, empty where that would not give the same as reading everything.
  private static Optional<ReadReport> grown(
      OpenedSources sources,
      ImportSpec spec,
      Optional<Earlier> earlier,
      Path directory,
      ImportPass.Run run)
      throws IOException {
    Optional<KnownRows> known = earlier.flatMap(before -> KnownRows.of(before, sources, spec));
    if (known.isEmpty()) {
      return Optional.empty();
    }
    try (KnownRows rows = known.get()) {
      return new ImportRun(sources, spec.fields(), Optional.empty(), run).onto(rows, directory);
    }
  }

  private static UserFailure unwritable(Path cacheDirectory, IOException cause) {
    return new UserFailure(
        "The import cannot be written to "
            + cacheDirectory
            + ": "
            + cause.getMessage()
            + "; make room or choose another place.",
        cause);
  }

  /// The report of an earlier [#read].
  ///
  /// @throws UserFailure where the directory has none
  public static ReadReport report(Path cacheDirectory) {
    Path file = cacheDirectory.resolve(REPORT);
    try {
      return JSON.readValue(Files.readString(file), ReadReport.class);
    } catch (IOException | tools.jackson.core.JacksonException e) {
      throw new UserFailure(file + " cannot be read; import the dataset again.", e);
    }
  }

  /// Hashes the content of all sources, to the last byte, and everything in the spec that decides
  /// what comes out. Folders do not count: a dataset that moved keeps its fingerprint.
  ///
  /// @throws UserFailure where a source cannot be read
  public Fingerprint fingerprint(ImportSpec spec, Path base) {
    return fingerprint(spec, contents(spec, base), base);
  }

  /// The same where the contents are known.
  public Fingerprint fingerprint(ImportSpec spec, SourceContents contents, Path base) {
    return contents.fingerprint(spec, base);
  }

  /// Hashes the content of all sources.
  ///
  /// @throws UserFailure where a source cannot be read
  public SourceContents contents(ImportSpec spec, Path base) {
    return SourceContents.of(spec, base, List.of());
  }

  /// The fingerprint of what was read into a directory. The contents of the sources are kept there,
  /// so that a later read can tell which of them are as they were.
  ///
  /// @param spec with the types that the rows turned out to have
  public Fingerprint seal(ImportSpec spec, Path base, Path cacheDirectory) {
    ReadTrace trace =
        ReadTrace.in(cacheDirectory)
            .orElseThrow(
                () -> new UserFailure(cacheDirectory + " is damaged; import the dataset again."));
    SourceContents contents = SourceContents.of(spec, base, trace.contents());
    trace.withContents(contents.sources()).replace(cacheDirectory);
    return contents.fingerprint(spec, base);
  }
}
