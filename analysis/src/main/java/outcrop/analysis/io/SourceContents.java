package outcrop.analysis.io;

import com.dynatrace.hash4j.hashing.HashStream128;
import com.dynatrace.hash4j.hashing.HashValue128;
import com.dynatrace.hash4j.hashing.Hashing;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import outcrop.analysis.dataset.FieldRole;
import outcrop.analysis.dataset.Fingerprint;
import outcrop.analysis.io.ImportSpec.FieldSpec;
import outcrop.analysis.io.ImportSpec.JoinSpec;
import outcrop.analysis.io.ImportSpec.SourceSpec;
import outcrop.analysis.task.TaskContext;

/// What the sources of an import hold, to the last byte, by a hash for each.
///
/// @param sources in the order of the sources, then those of the joins
public record SourceContents(List<Fingerprint> sources) {
  private static final int HASH_BUFFER = 1 << 20;

  public SourceContents {
    sources = List.copyOf(sources);
  }

  /// @param known hashes of the first sources, which are not hashed again
  static SourceContents of(ImportSpec spec, Path base, List<Fingerprint> known) {
    List<Fingerprint> all = new ArrayList<>(known);
    List<SourceSpec> sources = sourcesOf(spec);
    for (SourceSpec source : sources.subList(known.size(), sources.size())) {
      HashValue128 hash = hash(file(source, base));
      all.add(fingerprint(hash));
    }
    return new SourceContents(all);
  }

  private static List<SourceSpec> sourcesOf(ImportSpec spec) {
    List<SourceSpec> all = new ArrayList<>(spec.sources());
    spec.joins().stream().map(JoinSpec::source).forEach(all::add);
    return all;
  }

  private static SourceFile file(SourceSpec source, Path base) {
    Path path = base.resolve(source.path());
    return Files.isDirectory(path) ? SourceFile.folder(path) : SourceFile.plain(path);
  }

  private static Fingerprint fingerprint(HashValue128 hash) {
    return new Fingerprint(
        "%016x%016x".formatted(hash.getMostSignificantBits(), hash.getLeastSignificantBits()));
  }

  /// The fingerprint of an import of these contents.
  Fingerprint fingerprint(ImportSpec spec, Path base) {
    HashStream128 all = Hashing.xxh3_128().hashStream();
    for (JoinSpec join : spec.joins()) {
      all.putString(join.left()).putString(join.right());
    }
    List<SourceSpec> specs = sourcesOf(spec);
    for (int i = 0; i < specs.size(); i++) {
      SourceSpec source = specs.get(i);
      String content = sources.get(i).hex();
      all.putLong(Long.parseUnsignedLong(content, 0, 16, 16));
      all.putLong(Long.parseUnsignedLong(content, 16, 32, 16));
      all.putString(file(source, base).name()).putString(source.format());
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
    return fingerprint(all.get());
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
