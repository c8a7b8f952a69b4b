package outcrop.analysis.index;

import java.io.IOException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.FilterIndexOutput;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import outcrop.analysis.task.TaskContext;

/// A directory whose files refuse to be written on once the user asked to stop, so that a flush or
/// a merge of several seconds ends within a write.
final class StoppableDirectory extends FilterDirectory {
  private final TaskContext context;

  StoppableDirectory(Directory directory, TaskContext context) {
    super(directory);
    this.context = context;
  }

  @Override
  public IndexOutput createOutput(String name, IOContext io) throws IOException {
    return stoppable(super.createOutput(name, io));
  }

  @Override
  public IndexOutput createTempOutput(String prefix, String suffix, IOContext io)
      throws IOException {
    return stoppable(super.createTempOutput(prefix, suffix, io));
  }

  private IndexOutput stoppable(IndexOutput output) {
    return new FilterIndexOutput("stoppable " + output, output.getName(), output) {
      @Override
      public void writeByte(byte value) throws IOException {
        context.checkCancelled();
        super.writeByte(value);
      }

      @Override
      public void writeBytes(byte[] bytes, int offset, int length) throws IOException {
        context.checkCancelled();
        super.writeBytes(bytes, offset, length);
      }
    };
  }
}
