package outcrop.analysis.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.TextColumn;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;
import outcrop.analysis.task.UserFailure;
import outcrop.analysis.task.WholeFile;

/// Writes a [TextIndex].
///
/// Each part is a run of rows that one thread adds in order; merges happen on that thread and join
/// neighbours only, so documents keep the order of rows. Everything goes to a directory beside the
/// target, which is moved into place when it is complete and synced.
final class TextIndexBuilder {
  private static final String UNFINISHED = ".building-";
  private static final int ROWS_PER_PART = 5_000;
  private static final int MOST_PARTS = 16;
  private static final double BUFFER_MB = 64;
  private static final int REPORT_EVERY = 256;
  private static final FieldType INDEXED = indexed();

  private final ColumnStore columns;
  private final List<TextColumn> texts;
  private final Path target;
  private final TaskRunner runner;
  private final TaskContext context;
  private final AtomicLong done = new AtomicLong();

  TextIndexBuilder(ColumnStore columns, Path target, TaskRunner runner, TaskContext context) {
    this.columns = columns;
    this.texts = texts(columns);
    this.target = target;
    this.runner = runner;
    this.context = context;
  }

  private static FieldType indexed() {
    FieldType type = new FieldType();
    type.setTokenized(true);
    type.setOmitNorms(true);
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    type.freeze();
    return type;
  }

  private static List<TextColumn> texts(ColumnStore columns) {
    return columns.schema().fields().stream()
        .filter(field -> field.type() == outcrop.analysis.dataset.FieldType.TEXT)
        .map(field -> columns.column(field.name()))
        .flatMap(TextIndexBuilder::asText)
        .toList();
  }

  private static Stream<TextColumn> asText(Column column) {
    return column instanceof TextColumn text ? Stream.of(text) : Stream.empty();
  }

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
    int rows = columns.rowCount();
    int parts = Math.clamp(rows / ROWS_PER_PART, 1, MOST_PARTS);
    runner.forEachPart(
        parts,
        part ->
            writePart(
                IndexMarker.part(directory, part),
                (int) ((long) rows * part / parts),
                (int) ((long) rows * (part + 1) / parts)));
    context.checkCancelled();
    List<String> fields = texts.stream().map(text -> text.field().name()).toList();
    new IndexMarker(IndexMarker.VERSION, rows, parts, fields).write(directory);
  }

  private void writePart(Path directory, int from, int to) {
    try (Directory files = new StoppableDirectory(new MMapDirectory(directory), context)) {
      IndexWriterConfig config = new IndexWriterConfig(Words.analyzer(StoppableWords::new));
      config.setRAMBufferSizeMB(BUFFER_MB);
      config.setMergePolicy(new LogDocMergePolicy());
      config.setMergeScheduler(new SerialMergeScheduler());
      config.setCommitOnClose(false);
      try (IndexWriter writer = new IndexWriter(files, config)) {
        for (int row = from; row < to; row++) {
          writer.addDocument(document(row));
          if ((row & (REPORT_EVERY - 1)) == 0) {
            context.checkCancelled();
            context.progress(done.addAndGet(REPORT_EVERY), columns.rowCount());
          }
        }
        writer.commit();
      }
      checkOrder(files, from, to);
    } catch (IOException failure) {
      context.checkCancelled();
      throw new UncheckedIOException(failure);
    } catch (IllegalStateException closed) {
      // After a refused write the writer closes itself and says so; the cause is the user's wish.
      context.checkCancelled();
      throw closed;
    }
  }

  private Document document(int row) {
    Document document = new Document();
    for (TextColumn text : texts) {
      String value = text.textAt(row);
      if (value != null) {
        document.add(new Field(text.field().name(), value, INDEXED));
      }
    }
    return document;
  }

  private static void checkOrder(Directory files, int from, int to) throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(files)) {
      if (reader.maxDoc() != to - from || reader.numDocs() != to - from) {
        throw new IllegalStateException(
            "%d documents for rows %d to %d".formatted(reader.maxDoc(), from, to));
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
