package outcrop.analysis.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.UserFailure;

/// Finds out how a file is packed and which reader understands it: by its content, then by its
/// name.
final class SourceProbe {
  static final String COMPRESSION = "compression";
  static final String ENTRY = "entry";

  /// Control characters that stand in texts, some of them as delimiters.
  private static final String TEXT_CONTROLS = "\t\n\r\f\u001B\u0001\u001E\u001F";

  private static final int HEAD = 1 << 16;
  private static final int MOST_ENTRIES = 100_000;
  private static final List<String> TABLES =
      List.of(
          ".csv",
          ".tsv",
          ".tab",
          ".txt",
          ".psv",
          ".jsonl",
          ".ndjson",
          ".json",
          ".parquet",
          ".arff",
          ".arrow",
          ".feather",
          ".arrows",
          ".npy");

  /// The settings that every source has, whatever its format.
  static final List<ReaderOption> OPTIONS =
      List.of(
          ReaderOption.choice(COMPRESSION, Compression.words(), "How the file is packed."),
          ReaderOption.text(ENTRY, List.of(), "Which file inside a zip is read."),
          ReaderOption.text(
              ImageReferences.IMAGE_ROOT,
              List.of(),
              "The folder that holds the images which cells name; that of the source if empty."));

  private SourceProbe() {}

  /// A file and the reader for it.
  ///
  /// @param options `compression` and `entry` are settled
  /// @param warnings one sentence each, without the file
  record Probed(
      SourceFile file, DatasetReader reader, Map<String, String> options, List<String> warnings) {}

  /// @param format the reader's name, empty to choose by the content
  /// @param given options that are settled
  static Probed probe(Path path, String format, Map<String, String> given) {
    if (Files.isDirectory(path)) {
      return folder(path, format, given);
    }
    SourceFile plain = SourceFile.plain(path);
    List<String> warnings = new ArrayList<>();
    Map<String, String> options = new HashMap<>(given);
    if (isImageArchive(plain, format, given)) {
      options.put(COMPRESSION, Compression.ZIP.word());
      SourceFile archive = plain.packed(Compression.ZIP, null);
      return new Probed(archive, DatasetReaders.named(ImageFolderReader.FORMAT), options, warnings);
    }
    if (isOfArrays(plain, format, given)) {
      options.put(COMPRESSION, Compression.NONE.word());
      return new Probed(plain, DatasetReaders.named(NpyReader.MANY), options, warnings);
    }
    SourceFile file = unpack(plain, options, warnings);
    DatasetReader reader = format.isEmpty() ? byContent(file) : DatasetReaders.named(format);
    return new Probed(file, reader, options, warnings);
  }

  /// A zip of arrays is one source, not an archive with a file to choose.
  private static boolean isOfArrays(SourceFile file, String format, Map<String, String> given) {
    return format.equals(NpyReader.MANY)
        || format.isEmpty()
            && !given.containsKey(ENTRY)
            && Magic.starts(file.head(4), 'P', 'K', 3, 4)
            && NpyReader.isArchive(file);
  }

  private static Probed folder(Path path, String format, Map<String, String> given) {
    DatasetReader reader = format.isEmpty() ? null : DatasetReaders.named(format);
    if (!(reader instanceof FolderReader)) {
      reader =
          DatasetReaders.forFolder(path, TaskContext.NONE)
              .orElseThrow(
                  () ->
                      new UserFailure(
                          path
                              + " is a folder that no reader reads as a whole; give the files"
                              + " inside it."));
    }
    return new Probed(SourceFile.folder(path), reader, given, List.of());
  }

  private static boolean isImageArchive(
      SourceFile plain, String format, Map<String, String> given) {
    return Compression.of(plain.head(Compression.HEAD)) == Compression.ZIP
        && (format.equals(ImageFolderReader.FORMAT)
            || format.isEmpty()
                && !given.containsKey(ENTRY)
                && !ExcelWorkbook.recognises(plain)
                && ImageFolderReader.recognisesArchive(plain));
  }

  private static SourceFile unpack(
      SourceFile plain, Map<String, String> options, List<String> warnings) {
    String settled = options.get(COMPRESSION);
    Compression compression = settled == null ? compression(plain) : compression(settled, plain);
    options.put(COMPRESSION, compression.word());
    if (compression != Compression.ZIP) {
      return plain.packed(compression, null);
    }
    String entry = options.get(ENTRY);
    if (entry == null) {
      entry = chooseEntry(plain, warnings);
      options.put(ENTRY, entry);
    }
    return plain.packed(Compression.ZIP, entry);
  }

  /// A workbook is a zip, but its parts are no tables.
  private static Compression compression(SourceFile plain) {
    Compression found = Compression.of(plain.head(Compression.HEAD));
    return found == Compression.ZIP && ExcelWorkbook.recognises(plain) ? Compression.NONE : found;
  }

  private static Compression compression(String name, SourceFile file) {
    for (Compression known : Compression.values()) {
      if (known.name().equalsIgnoreCase(name)) {
        return known;
      }
    }
    throw new UserFailure(
        "\""
            + name
            + "\" is no compression that can be read; "
            + file.name()
            + " may be "
            + String.join(", ", Compression.words())
            + ".");
  }

  private static String chooseEntry(SourceFile file, List<String> warnings) {
    try (ZipFile zip = new ZipFile(file.path().toFile())) {
      if (zip.size() > MOST_ENTRIES) {
        throw new UserFailure(
            String.format(
                Locale.ROOT,
                "%s holds %,d files, and at most %,d are looked through; unpack it and choose among"
                    + " the files.",
                file.name(),
                zip.size(),
                MOST_ENTRIES));
      }
      List<ZipEntry> tables = new ArrayList<>();
      for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
        if (entry.getName().equals("[Content_Types].xml")) {
          throw new UserFailure(
              file.name()
                  + " is an office document, but no workbook of the kind .xlsx; save the sheet as"
                  + " .xlsx or CSV.");
        }
        String lower = entry.getName().toLowerCase(Locale.ROOT);
        boolean hidden = lower.startsWith("__macosx/") || lower.contains("/.");
        if (!entry.isDirectory() && !hidden && entry.getSize() != 0) {
          tables.add(entry);
        }
      }
      List<ZipEntry> named = tables.stream().filter(entry -> isTable(entry.getName())).toList();
      List<ZipEntry> candidates = named.isEmpty() && tables.size() == 1 ? tables : named;
      if (candidates.isEmpty()) {
        throw new UserFailure(
            file.name()
                + " holds no CSV, JSON lines or Parquet file; unpack it and choose a file.");
      }
      ZipEntry largest = candidates.getFirst();
      for (ZipEntry entry : candidates) {
        if (entry.getSize() > largest.getSize()) {
          largest = entry;
        }
      }
      if (candidates.size() > 1) {
        String chosen = largest.getName();
        List<String> others =
            candidates.stream()
                .map(ZipEntry::getName)
                .filter(n -> !n.equals(chosen))
                .limit(20)
                .toList();
        warnings.add(
            "The archive holds several tables; "
                + chosen
                + " is read, and "
                + String.join(", ", others)
                + (others.size() == 1 ? " is not." : " are not."));
      }
      return largest.getName();
    } catch (ZipException e) {
      throw file.damaged(e);
    } catch (IOException e) {
      throw file.unreadable(e);
    }
  }

  private static boolean isTable(String name) {
    String lower = Compression.withoutEnding(name.toLowerCase(Locale.ROOT));
    return TABLES.stream().anyMatch(lower::endsWith);
  }

  private static DatasetReader byContent(SourceFile file) {
    byte[] head = file.head(HEAD);
    if (head.length == 0) {
      throw new UserFailure(file.name() + " is empty inside its compression; nothing to import.");
    }
    Optional<DatasetReader> binary = DatasetReaders.forBytes(head);
    if (binary.isPresent()) {
      return binary.get();
    }
    if (Magic.starts(head, 'P', 'K') && ExcelWorkbook.recognises(file)) {
      return DatasetReaders.named(ExcelReader.FORMAT);
    }
    String foreign = Magic.foreign(head);
    if (foreign != null) {
      throw new UserFailure(file.name() + ' ' + foreign);
    }
    TextEncoding encoding = TextEncoding.of(head);
    String text = encoding.decode(head);
    if (isBinary(text)) {
      throw new UserFailure(
          file.name()
              + " holds binary data, not text; import CSV, JSON lines or Parquet, or choose the"
              + " encoding.");
    }
    String name = file.plainName();
    if (name.endsWith(".parquet")) {
      throw new UserFailure(
          file.name()
              + " is named Parquet but does not start like it; fetch it again or rename it.");
    }
    return DatasetReaders.forText(text, name);
  }

  /// Text has no zero and next to no control characters.
  private static boolean isBinary(String text) {
    long controls = text.chars().filter(c -> c < ' ' && TEXT_CONTROLS.indexOf(c) < 0).count();
    return text.indexOf('\0') >= 0 || controls > 1 + text.length() / 50;
  }
}
