package outcrop.analysis.io;

import com.dynatrace.hash4j.hashing.HashStream128;
import com.dynatrace.hash4j.hashing.HashValue128;
import com.dynatrace.hash4j.hashing.Hashing;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import outcrop.analysis.column.StoredColumns;
import outcrop.analysis.dataset.FieldRole;
import outcrop.analysis.dataset.Fingerprint;
import outcrop.analysis.io.ImportSpec.FieldSpec;
import outcrop.analysis.io.ImportSpec.JoinSpec;
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
  private static final int HASH_BUFFER = 1 << 20;

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
    OpenedSources sources = OpenedSources.open(spec.sources(), base, context);
    return read(sources, spec, known, new Place(base, cacheDirectory), context);
  }

  /// @param base resolves relative paths
  /// @param directory where the columns go
  private record Place(Path base, Path directory) {}

  private ReadReport read(
      OpenedSources sources,
      ImportSpec spec,
      List<String> known,
      Place place,
      TaskContext context) {
    Path cacheDirectory = place.directory();
    if (spec.fields().isEmpty()) {
      throw new UserFailure("No field is chosen for the import; keep at least one.");
    }
    ImportPass.Run run = new ImportPass.Run(runner, context);
    try (WholeDirectory directory = WholeDirectory.beside(cacheDirectory);
        Joins joins = Joins.read(spec, place.base(), cacheDirectory, run)) {
      ReadReport report =
          new ImportRun(sources, spec.fields(), Optional.of(joins), run)
              .into(directory.path())
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
    HashStream128 all = Hashing.xxh3_128().hashStream();
    for (JoinSpec join : spec.joins()) {
      all.putString(join.left()).putString(join.right());
    }
    Stream<SourceSpec> joined = spec.joins().stream().map(JoinSpec::source);
    for (SourceSpec source : Stream.concat(spec.sources().stream(), joined).toList()) {
      Path path = base.resolve(source.path());
      SourceFile file = Files.isDirectory(path) ? SourceFile.folder(path) : SourceFile.plain(path);
      HashValue128 content = hash(file);
      all.putLong(content.getMostSignificantBits()).putLong(content.getLeastSignificantBits());
      all.putString(file.name()).putString(source.format());
      new TreeMap<>(source.options()).forEach((key, value) -> all.putString(key).putString(value));
      source.constants().forEach((key, value) -> all.putString(key).putString(value));
    }
    for (FieldSpec field : spec.fields()) {
      List<String> words = new ArrayList<>();
      words.add(field.source());
      words.add(field.field().name());
      words.add(field.field().type().name());
      // Of the roles only this one changes what a read gives: it makes the keys.
      words.add(Boolean.toString(field.field().role() == FieldRole.ID));
      words.add(field.field().format().name());
      words.add(Objects.requireNonNullElse(field.pattern(), ""));
      words.add(Boolean.toString(field.chosen()));
      words.forEach(all::putString);
    }
    HashValue128 hash = all.get();
    return new Fingerprint(
        "%016x%016x".formatted(hash.getMostSignificantBits(), hash.getLeastSignificantBits()));
  }

  /// Of a folder, the names, sizes and times of its files count: to read a million images for
  /// nothing but a name would take longer than to look at them.
  private static HashValue128 hashOfFolder(SourceFile folder) {
    HashStream128 stream = Hashing.xxh3_128().hashStream();
    FolderListing listing = FolderListing.of(folder.path(), TaskContext.NONE);
    try {
      for (Path file : listing.files()) {
        Path path = listing.root().resolve(file);
        stream.putString(FolderListing.text(file)).putLong(Files.size(path));
        stream.putLong(Files.getLastModifiedTime(path).toMillis());
      }
    } catch (IOException e) {
      throw folder.unreadable(e);
    }
    return stream.get();
  }

  private static HashValue128 hash(SourceFile file) {
    if (Files.isDirectory(file.path())) {
      return hashOfFolder(file);
    }
    HashStream128 stream = Hashing.xxh3_128().hashStream();
    byte[] buffer = new byte[HASH_BUFFER];
    try (InputStream in = Files.newInputStream(file.path())) {
      for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
        stream.putBytes(buffer, 0, got);
      }
    } catch (IOException e) {
      throw file.unreadable(e);
    }
    return stream.get();
  }
}
