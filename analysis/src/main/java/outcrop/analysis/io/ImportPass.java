package outcrop.analysis.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.ColumnBuilder;
import outcrop.analysis.column.StoreWriter;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.io.ImportSpec.FieldSpec;
import outcrop.analysis.io.ReadTrace.Counts;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;
import outcrop.analysis.task.UserFailure;

/// Reads all sources once, from the first byte to the last, into the columns of a directory.
///
/// Two batches alternate: while the columns take the rows of one, the reader fills the other. Both
/// are parts of one round of the task runner, so the pass uses two or more threads where there are,
/// and runs in the same order on one.
final class ImportPass {
  static final String TAKING_OVER = "Taking over rows";

  private static final int MOST_PARTS = 16;

  private final OpenedSources sources;
  private final Optional<Joins> joins;
  private final TaskRunner runner;
  private final TaskContext context;
  private final Map<Long, String> drops;
  private final StoreWriter store;
  private final Quarantine quarantine;
  private final RowHasher hasher;
  private final List<ColumnFeed> feeds = new ArrayList<>();
  private final LateFields late;
  private final List<String> warnings = new ArrayList<>();
  private final int batchColumns;
  private final long totalBytes;
  private long sourceRows;
  private long rows;
  private long bytesBefore;
  private boolean stopped;
  private @Nullable KnownRows known;
  private final List<Counts> counts = new ArrayList<>();
  private final List<String> said = new ArrayList<>();
  private long dropped;

  /// @param directory exists and is empty
  /// @param fields with the types to try
  /// @param joins what stands beside the rows
  /// @param drops reasons of the complete rows that are refused, by their number among complete
  ///   rows
  ImportPass(
      OpenedSources sources,
      List<FieldSpec> fields,
      Optional<Joins> joins,
      Map<Long, String> drops,
      Path directory,
      Run run)
      throws IOException {
    this.sources = sources;
    this.joins = joins;
    this.runner = run.runner();
    this.context = run.context();
    this.drops = drops;
    this.totalBytes = sources.bytes();
    this.store = new StoreWriter(directory, fields.size());
    this.quarantine = new Quarantine(directory);
    List<String> names = new ArrayList<>(sources.columns());
    joins.ifPresent(all -> names.addAll(all.columns()));
    joins.ifPresent(all -> all.begin(names));
    this.batchColumns = names.size();
    // The name of the source is no content: a row keeps its key when its file is renamed.
    this.hasher = new RowHasher(store, sources.fields());
    this.late = new LateFields(sources.quotesMeanText());
    List<NumberStyle> styles = sources.numberStyles();
    for (FieldSpec field : fields) {
      int column = names.indexOf(field.source());
      if (column < 0) {
        throw new UserFailure(
            "No source has a field named "
                + field.source()
                + "; import again from the preview of these files.");
      }
      feeds.add(new ColumnFeed(field, column, sources.quotesMeanText(), styles, store));
    }
  }

  /// Who runs the parts and who is told.
  record Run(TaskRunner runner, TaskContext context) {}

  /// Takes over rows in place of reading the first sources.
  void startWith(KnownRows rowsOfBefore) {
    known = rowsOfBefore;
  }

  /// @param stopEarly whether to stop as soon as a type cannot stay
  void run(boolean stopEarly) throws IOException {
    Map<String, Integer> columns = new HashMap<>();
    sources.fields().forEach(name -> columns.put(name, columns.size()));
    try (quarantine) {
      KnownRows before = known;
      if (before != null) {
        takeOver(before);
      }
      for (int i = counts.size(); i < sources.sources().size() && !stopped; i++) {
        context.stage("Reading " + sources.sources().get(i).name());
        long rowsBefore = rows;
        long refusedBefore = quarantine.count();
        dropped = 0;
        said.clear();
        try (RowCursor cursor = sources.cursor(i, columns, context)) {
          readSource(i, cursor, stopEarly);
        } catch (UncheckedIOException e) {
          throw e.getCause();
        }
        counts.add(
            new Counts(
                rows - rowsBefore, quarantine.count() - refusedBefore, dropped, List.copyOf(said)));
        bytesBefore += sources.sources().get(i).file().size();
      }
    }
  }

  private void takeOver(KnownRows before) {
    context.stage(TAKING_OVER);
    inParts(
        part -> {
          if (part > 0) {
            takeOver(before, part - 1);
          }
        });
    context.checkCancelled();
    before.refused().forEach(row -> quarantine.add(row.file(), row.line(), row.reason()));
    for (int i = 0; i < before.sources().size(); i++) {
      Counts taken = before.sources().get(i).counts();
      counts.add(taken);
      RowSink sink = sink(i);
      taken.warnings().forEach(sink::warn);
      bytesBefore += sources.sources().get(i).file().size();
    }
    rows = before.rows();
  }

  private void takeOver(KnownRows before, int part) {
    int groups = groups();
    if (part == groups) {
      store.takeOverHashes(before.hashes(), before.rows());
      return;
    }
    for (int i = part; i < feeds.size(); i += groups) {
      context.checkCancelled();
      feeds.get(i).builder().takeOver(before.column(i), before.rows());
    }
  }

  private void readSource(int index, RowCursor cursor, boolean stopEarly) throws IOException {
    RowBatch full = new RowBatch(batchColumns);
    RowBatch next = new RowBatch(batchColumns);
    RowSink sink = sink(index);
    boolean more = fill(index, cursor, full, sink);
    while (!full.isEmpty() || more) {
      context.checkCancelled();
      RowBatch taken = full;
      RowBatch filled = next;
      boolean[] moreAfter = {false};
      boolean read = more;
      inParts(
          part -> {
            if (part == 0) {
              moreAfter[0] = read && fill(index, cursor, filled, sink);
            } else {
              append(taken, part - 1);
            }
          });
      rows += taken.rows();
      if (rows > Integer.MAX_VALUE - (1 << 16)) {
        throw new UserFailure("A dataset holds at most 2,147,000,000 rows; import fewer files.");
      }
      context.progress(bytesBefore + cursor.bytesRead(), totalBytes);
      if (stopEarly && feeds.stream().anyMatch(ColumnFeed::isHopeless)) {
        stopped = true;
        return;
      }
      more = moreAfter[0];
      full = filled;
      next = taken;
      next.clear(index, line -> -1);
    }
  }

  private boolean fill(int index, RowCursor cursor, RowBatch batch, RowSink sink) {
    String file = sources.sources().get(index).name();
    batch.clear(index, line -> admit(file, line));
    try {
      boolean more = cursor.fill(batch, sink);
      sources.putConstants(index, batch);
      joins.ifPresent(all -> all.put(batch));
      return more;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private long admit(String file, long line) {
    long number = sourceRows++;
    String reason = drops.isEmpty() ? null : drops.get(number);
    if (reason != null) {
      dropped++;
      quarantine.add(file, line, reason);
      return -1;
    }
    return number;
  }

  private RowSink sink(int index) {
    String file = sources.sources().get(index).name();
    return new RowSink() {
      @Override
      public void refuse(long line, String reason) {
        quarantine.add(file, line, reason);
      }

      @Override
      public void unknownField(
          String name, long line, char[] chars, int start, int length, boolean quoted) {
        late.add(name, file, line, new LateFields.Cell(chars, start, length, quoted));
      }

      @Override
      public void warn(String sentence) {
        said.add(sentence);
        warnings.add(sources.sources().size() == 1 ? sentence : file + ": " + sentence);
      }
    };
  }

  private void append(RowBatch batch, int part) {
    int groups = groups();
    if (part == groups) {
      hasher.append(batch);
      return;
    }
    for (int i = part; i < feeds.size(); i += groups) {
      feeds.get(i).append(batch);
    }
  }

  private int groups() {
    return Math.min(MOST_PARTS, feeds.size());
  }

  /// Runs all parts to their end before the first failure is thrown: nobody may still write into a
  /// directory that is being deleted.
  private void inParts(java.util.function.IntConsumer part) {
    AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
    runner.forEachPart(
        groups() + 2,
        i -> {
          try {
            part.accept(i);
          } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
          }
        });
    RuntimeException first = failure.get();
    if (first != null) {
      throw first;
    }
  }

  List<ColumnFeed> feeds() {
    return feeds;
  }

  /// What the readers said of the rows they read.
  List<String> warnings() {
    return warnings;
  }

  /// What each source gave.
  List<Counts> counts() {
    return counts;
  }

  LateFields late() {
    return late;
  }

  long rows() {
    return rows;
  }

  /// What found no partner in a join.
  List<String> alone() {
    return joins.map(all -> all.finish(sourceRows)).orElse(List.of());
  }

  /// Whether the pass ended before the sources did.
  boolean wasStopped() {
    return stopped;
  }

  Quarantine quarantine() {
    return quarantine;
  }

  /// Completes the files of the store.
  ///
  /// @return whether the field of role ID names the rows
  boolean finish(List<Field> fields) throws IOException {
    List<ColumnBuilder> builders = feeds.stream().map(ColumnFeed::builder).toList();
    return store.finish(fields, builders);
  }
}
