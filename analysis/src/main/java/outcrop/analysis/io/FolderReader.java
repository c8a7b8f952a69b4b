package outcrop.analysis.io;

import java.nio.file.Path;
import outcrop.analysis.task.TaskContext;

/// A reader for which a whole folder is one source.
interface FolderReader extends DatasetReader {
  /// Whether the folder is meant to be read so; else the files inside it are the sources.
  boolean recognises(Path folder, TaskContext context);
}
