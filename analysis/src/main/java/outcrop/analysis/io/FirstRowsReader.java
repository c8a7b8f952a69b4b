package outcrop.analysis.io;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import outcrop.analysis.task.TaskContext;

/// A reader that ends early: sources that share a [Budget] give about so many rows together, in
/// whole batches.
record FirstRowsReader(DatasetReader reader, Budget budget) implements DatasetReader {
  /// How many rows are still wanted. Used by one thread at a time.
  static final class Budget {
    private long rows;

    Budget(long rows) {
      this.rows = rows;
    }
  }

  /// The same sources, ending after about `rows` rows.
  static OpenedSources of(OpenedSources sources, long rows) {
    Budget budget = new Budget(rows);
    return new OpenedSources(
        sources.sources().stream()
            .map(
                source ->
                    new OpenedSources.Source(
                        source.spec(),
                        source.file(),
                        new FirstRowsReader(source.reader(), budget),
                        source.layout()))
            .toList(),
        sources.fields());
  }

  @Override
  public String format() {
    return reader.format();
  }

  @Override
  public List<ReaderOption> options() {
    return reader.options();
  }

  @Override
  public Layout layout(SourceFile file, Map<String, String> given, TaskContext context)
      throws IOException {
    return reader.layout(file, given, context);
  }

  @Override
  public boolean quotesMeanText() {
    return reader.quotesMeanText();
  }

  @Override
  public boolean refersInside() {
    return reader.refersInside();
  }

  @Override
  public RowCursor open(
      SourceFile file, Layout layout, Map<String, Integer> columns, TaskContext context)
      throws IOException {
    return new Cursor(reader.open(file, layout, columns, context), budget);
  }

  private record Cursor(RowCursor all, Budget budget) implements RowCursor {
    @Override
    public boolean fill(RowBatch batch, RowSink sink) throws IOException {
      if (budget.rows <= 0) {
        return false;
      }
      boolean more = all.fill(batch, sink);
      budget.rows -= batch.rows();
      return more && budget.rows > 0;
    }

    @Override
    public long bytesRead() {
      return all.bytesRead();
    }

    @Override
    public void close() throws IOException {
      all.close();
    }
  }
}
