package outcrop.analysis.io;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.StoredColumns;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.Fingerprint;
import outcrop.analysis.io.ImportSpec.FieldSpec;
import outcrop.analysis.io.ReadReport.QuarantinedRow;
import outcrop.analysis.io.ReadTrace.Counts;
import outcrop.analysis.io.ReadTrace.SourceTrace;
import outcrop.analysis.task.UserFailure;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The rows of the first sources of an import, where an earlier read has them already and reading
/// these sources again under the same types could only give the same.
///
/// That is so where content, format, settings and constants of these sources, the fields with their
/// types, the order of the names that count for keys, and the meaning of quotes are as they were,
/// and nothing is joined. Cells that were refused for their type are a decision about all rows
/// ([TypeGuess#isRare]): it stands where only rows came to it that all fit, and where it was made
/// under the types of now.
final class KnownRows implements AutoCloseable {
  private static final int MOST_REFUSED = 100_000;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final StoredColumns store;
  private final List<Column> columns = new ArrayList<>();
  private final List<SourceTrace> sources;
  private final List<QuarantinedRow> refused;
  private final Optional<MemorySegment> hashes;

  /// @throws UserFailure where the store is damaged or is not what the trace speaks of
  private KnownRows(
      StoredColumns store,
      ReadTrace trace,
      List<SourceTrace> sources,
      List<QuarantinedRow> refused) {
    List<Field> fields = trace.fields().stream().map(FieldSpec::field).toList();
    if (store.rowCount() != rows(trace.sources()) || !store.schema().fields().equals(fields)) {
      throw new UserFailure(ReadTrace.FILE + " and the columns beside it do not belong together.");
    }
    this.store = store;
    this.sources = sources;
    this.refused = refused;
    this.hashes = store.contentHashes();
    for (Field field : store.schema().fields()) {
      columns.add(store.column(field.name()));
    }
  }

  /// The rows that need not be read again, empty where there are none.
  static Optional<KnownRows> of(Importer.Earlier earlier, OpenedSources sources, ImportSpec spec) {
    Optional<ReadTrace> found = ReadTrace.in(earlier.directory());
    if (found.isEmpty() || !spec.joins().isEmpty()) {
      return Optional.empty();
    }
    ReadTrace trace = found.get();
    List<SourceTrace> same = same(trace, sources, earlier.now().sources());
    boolean alike =
        trace.hasFields(spec.fields())
            && trace.columns().equals(sources.fields())
            && trace.quotesMeanText() == sources.quotesMeanText();
    boolean settled =
        dropped(same) == 0 || same.size() == trace.sources().size() && !trace.widened();
    if (same.isEmpty() || !alike || !settled) {
      return Optional.empty();
    }
    return refused(earlier.directory(), same).flatMap(rows -> open(earlier, trace, same, rows));
  }

  private static List<SourceTrace> same(
      ReadTrace trace, OpenedSources sources, List<Fingerprint> contents) {
    List<SourceTrace> same = new ArrayList<>();
    int most = Math.min(trace.sources().size(), sources.sources().size());
    for (int i = 0; i < most; i++) {
      SourceTrace now =
          SourceTrace.of(sources.sources().get(i), contents.get(i).hex(), Counts.NONE);
      if (!trace.sources().get(i).isSame(now)) {
        break;
      }
      same.add(trace.sources().get(i));
    }
    return List.copyOf(same);
  }

  private static long dropped(List<SourceTrace> sources) {
    return sources.stream().mapToLong(source -> source.counts().dropped()).sum();
  }

  /// The first entries of the quarantine, empty where it does not hold as many as it should.
  private static Optional<List<QuarantinedRow>> refused(Path directory, List<SourceTrace> sources) {
    long count = sources.stream().mapToLong(source -> source.counts().refused()).sum();
    List<QuarantinedRow> rows = new ArrayList<>();
    if (count > MOST_REFUSED) {
      return Optional.empty();
    }
    try (BufferedReader in = Files.newBufferedReader(directory.resolve(Quarantine.FILE))) {
      String line = "";
      while (rows.size() < count && line != null) {
        line = in.readLine();
        if (line != null) {
          rows.add(JSON.readValue(line, QuarantinedRow.class));
        }
      }
    } catch (IOException | JacksonException damaged) {
      return Optional.empty();
    }
    return rows.size() == count ? Optional.of(List.copyOf(rows)) : Optional.empty();
  }

  private static Optional<KnownRows> open(
      Importer.Earlier earlier,
      ReadTrace trace,
      List<SourceTrace> same,
      List<QuarantinedRow> refused) {
    try {
      StoredColumns store = StoredColumns.open(earlier.directory());
      try {
        return Optional.of(new KnownRows(store, trace, same, refused));
      } catch (UserFailure damaged) {
        store.close();
        return Optional.empty();
      }
    } catch (UserFailure damaged) {
      return Optional.empty();
    }
  }

  /// The sources that need not be read, the first ones.
  List<SourceTrace> sources() {
    return sources;
  }

  int rows() {
    return (int) rows(sources);
  }

  private static long rows(List<SourceTrace> sources) {
    return sources.stream().mapToLong(source -> source.counts().rows()).sum();
  }

  /// The hashes of the content of the rows, empty where an id names them.
  Optional<MemorySegment> hashes() {
    return hashes;
  }

  /// The columns in the order of the fields.
  Column column(int index) {
    return columns.get(index);
  }

  List<QuarantinedRow> refused() {
    return refused;
  }

  /// Whether rows were refused for a cell that did not fit its type, so that more such cells could
  /// change the type.
  boolean hasDropped() {
    return dropped(sources) > 0;
  }

  @Override
  public void close() {
    store.close();
  }
}
