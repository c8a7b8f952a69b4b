package outcrop.analysis.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.SegmentCommitInfo;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.Terms;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.util.Version;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.column.TextColumn;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;
import outcrop.analysis.task.UserFailure;
import outcrop.analysis.task.WholeFile;

/// Writes a [TextIndex].
///
/// Each run of rows becomes one segment, inverted by one thread in memory; the segments are listed
/// in the order of the rows and never merged, so that documents keep it. Everything goes to a
/// directory beside the target, which is moved into place when it is complete and synced.
final class TextIndexBuilder {
  private static final String UNFINISHED = ".building-";

  /// Bytes of texts, as they are stored, in one segment: inverting takes some ten times as many.
  private static final long LARGEST_RUN = 12L << 20;

  private static final long SMALLEST_RUN = 1L << 20;
  private static final int HEAP_PER_RUN = 96;
  private static final int FEWEST_RUNS = 4;

  private final ColumnStore columns;
  private final Map<String, TextColumn> texts = new HashMap<>();
  private final Path target;
  private final TaskRunner runner;
  private final TaskContext context;
  private final Analyzer words = Words.analyzer(StoppableWords::new);
  private final AtomicLong done = new AtomicLong();

  TextIndexBuilder(ColumnStore columns, Path target, TaskRunner runner, TaskContext context) {
    this.columns = columns;
    this.target = target;
    this.runner = runner;
    this.context = context;
    columns.schema().fields().stream()
        .filter(field -> field.type() == FieldType.TEXT)
        .map(field -> columns.column(field.name()))
        .flatMap(TextIndexBuilder::asText)
        .forEach(text -> texts.put(text.field().name(), text));
  }

  private static Stream<TextColumn> asText(Column column) {
    return column instanceof TextColumn text ? Stream.of(text) : Stream.empty();
  }

  /// Rows `from`…`to`−1.
  private record Run(int from, int to) {}

  void build() {
    context.stage("Indexing text");
    try {
      Path parent = Optional.ofNullable(target.toAbsolutePath().getParent()).orElseThrow();
      Files.createDirectories(parent);
      removeUnfinished(parent);
      Path directory = Files.createTempDirectory(parent, target.getFileName() + UNFINISHED);
      boolean complete = false;
      try {
        write(directory);
        WholeFile.deleteTree(target);
        Files.move(directory, target, StandardCopyOption.ATOMIC_MOVE);
        complete = true;
      } finally {
        if (!complete) {
          WholeFile.deleteTree(directory);
        }
      }
    } catch (IOException | UncheckedIOException failure) {
      throw new UserFailure(
          "The text index cannot be written to "
              + target
              + " ("
              + failure.getMessage()
              + "); free some space or choose another place for the project.",
          failure);
    }
  }

  private void write(Path directory) throws IOException {
    List<Run> runs = runs();
    Map<String, FieldTerms> terms = terms();
    AtomicReferenceArray<SegmentCommitInfo> segments = new AtomicReferenceArray<>(runs.size());
    try (Directory files = new StoppableDirectory(new MMapDirectory(directory), context)) {
      // Taken in order, so that progress says how far the rows are.
      AtomicInteger next = new AtomicInteger();
      runner.forEachPart(
          runs.size(),
          _ -> {
            int run = next.getAndIncrement();
            segments.set(run, writeRun(files, "_" + run, runs.get(run), terms));
          });
      context.checkCancelled();
      SegmentInfos all = new SegmentInfos(Version.LATEST.major);
      for (int run = 0; run < runs.size(); run++) {
        all.add(segments.get(run));
      }
      all.counter = runs.size();
      all.commit(files);
      checkOrder(files, columns.rowCount());
    } catch (IOException failure) {
      context.checkCancelled();
      throw failure;
    }
    new IndexMarker(IndexMarker.VERSION, columns.rowCount(), fields()).write(directory);
  }

  private List<String> fields() {
    return columns.schema().fields().stream()
        .map(outcrop.analysis.dataset.Field::name)
        .filter(texts::containsKey)
        .toList();
  }

  /// Cuts the rows into runs of about the same size on disk.
  private List<Run> runs() {
    int rows = columns.rowCount();
    long most =
        Math.clamp(Runtime.getRuntime().maxMemory() / HEAP_PER_RUN, SMALLEST_RUN, LARGEST_RUN);
    long limit = Math.clamp(bytes(0, rows) / FEWEST_RUNS, SMALLEST_RUN, most);
    List<Run> runs = new ArrayList<>();
    for (int from = 0; from < rows; ) {
      int low = from + 1;
      int high = rows;
      while (low < high) {
        int middle = low + high + 1 >>> 1;
        if (bytes(from, middle) <= limit) {
          low = middle;
        } else {
          high = middle - 1;
        }
      }
      runs.add(new Run(from, low));
      from = low;
    }
    return runs;
  }

  private long bytes(int from, int to) {
    return texts.values().stream()
            .mapToLong(
                text ->
                    text.offsets().getAtIndex(NumberColumn.LONG, to)
                        - text.offsets().getAtIndex(NumberColumn.LONG, from))
            .max()
            .orElse(0)
        + 2L * (to - from);
  }

  private Map<String, FieldTerms> terms() {
    List<String> fields = fields();
    AtomicReferenceArray<FieldTerms> terms = new AtomicReferenceArray<>(fields.size());
    runner.forEachPart(
        fields.size(),
        i -> terms.set(i, new FieldTerms(text(fields.get(i)).pieces(), words, context)));
    Map<String, FieldTerms> byField = new HashMap<>();
    for (int i = 0; i < fields.size(); i++) {
      byField.put(fields.get(i), terms.get(i));
    }
    return byField;
  }

  private TextColumn text(String field) {
    return Optional.ofNullable(texts.get(field)).orElseThrow();
  }

  private SegmentCommitInfo writeRun(
      Directory files, String name, Run run, Map<String, FieldTerms> terms) {
    try {
      SegmentCommitInfo segment =
          new SegmentFiles(files, name, run.to - run.from)
              .write(fields(), field -> invert(field, terms, run));
      context.progress(done.addAndGet(run.to - run.from), columns.rowCount());
      return segment;
    } catch (IOException failure) {
      context.checkCancelled();
      throw new UncheckedIOException(failure);
    }
  }

  private @Nullable Terms invert(String field, Map<String, FieldTerms> terms, Run run) {
    FieldTerms known = Optional.ofNullable(terms.get(field)).orElseThrow();
    InvertedRows rows = new InvertedRows(text(field), known, run.from, run.to, words, context);
    return rows.isEmpty() ? null : rows;
  }

  private static void checkOrder(Directory files, int rows) throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(files)) {
      if (reader.maxDoc() != rows || reader.numDocs() != rows) {
        throw new IllegalStateException(reader.maxDoc() + " documents for " + rows + " rows");
      }
    }
  }

  /// Words that end when the user asks to stop: a single text may have fifty million characters.
  private final class StoppableWords extends TokenFilter {
    private static final int CHECK_EVERY = 1024;
    private int count;

    StoppableWords(TokenStream words) {
      super(words);
    }

    @Override
    public boolean incrementToken() throws IOException {
      if ((++count & (CHECK_EVERY - 1)) == 0) {
        context.checkCancelled();
      }
      return input.incrementToken();
    }
  }

  private void removeUnfinished(Path parent) throws IOException {
    try (Stream<Path> all = Files.list(parent)) {
      for (Path path : all.toList()) {
        if (path.getFileName().toString().startsWith(target.getFileName() + UNFINISHED)) {
          WholeFile.deleteTree(path);
        }
      }
    }
  }
}
