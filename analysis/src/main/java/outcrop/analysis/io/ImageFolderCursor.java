package outcrop.analysis.io;

import java.io.IOException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.image.ImageFormat;
import outcrop.analysis.image.ImageInfo;
import outcrop.analysis.task.TaskContext;

/// Rows of an image folder. An image whose head is damaged keeps its row, without size and format.
final class ImageFolderCursor implements RowCursor {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");
  private static final int NAMED = 3;

  private final ImageFiles files;
  private final ImagePaths paths;
  private final Map<String, Integer> columns;
  private final TaskContext context;
  private final List<String> broken = new ArrayList<>();
  private final List<String> misnamed = new ArrayList<>();
  private int next;
  private long bytes;
  private boolean told;

  ImageFolderCursor(
      ImageFiles files, ImagePaths paths, Map<String, Integer> columns, TaskContext context) {
    this.files = files;
    this.paths = paths;
    this.columns = columns;
    this.context = context;
  }

  @Override
  public boolean fill(RowBatch batch, RowSink sink) {
    List<String> images = files.images();
    while (next < images.size() && !batch.isFull()) {
      context.checkCancelled();
      String path = images.get(next++);
      put(batch, path, head(path));
      batch.endRow(next);
    }
    if (next == images.size() && !told) {
      told = true;
      tell(sink);
    }
    return next < images.size();
  }

  private ImageFiles.Head head(String path) {
    try {
      return files.head(path);
    } catch (IOException gone) {
      return new ImageFiles.Head(-1, null);
    }
  }

  private void put(RowBatch batch, String path, ImageFiles.Head head) {
    put(batch, ImageFolderReader.IMAGE, path, true);
    put(batch, ImageFolderReader.LABEL, paths.label(path), true);
    put(batch, ImageFolderReader.SPLIT, paths.split(path), true);
    if (head.bytes() >= 0) {
      put(batch, ImageFolderReader.BYTES, Long.toString(head.bytes()), false);
      bytes += head.bytes();
    }
    ImageInfo info = head.info();
    if (info == null) {
      broken.add(path);
      return;
    }
    if (info.shownWidth() > 0 && info.shownHeight() > 0) {
      put(batch, ImageFolderReader.WIDTH, Integer.toString(info.shownWidth()), false);
      put(batch, ImageFolderReader.HEIGHT, Integer.toString(info.shownHeight()), false);
    }
    put(batch, ImageFolderReader.KIND, info.format().word(), true);
    if (ImageFolderReader.isMisnamed(path, info)) {
      misnamed.add(path + " is " + info.format().word());
      put(
          batch,
          ImageFolderReader.NAMED_AS,
          ImageFormat.ofName(path).map(ImageFormat::word).orElse(null),
          true);
    }
    LocalDateTime taken = info.taken();
    put(batch, ImageFolderReader.TAKEN, taken == null ? null : TIME.format(taken), true);
    put(batch, ImageFolderReader.CAMERA, info.camera(), true);
    put(batch, ImageFolderReader.ORIENTATION, Integer.toString(info.orientation()), false);
  }

  private void put(RowBatch batch, String field, @Nullable String text, boolean quoted) {
    Integer column = columns.get(field);
    if (column != null && text != null) {
      batch.put(column, text, quoted);
    }
  }

  private void tell(RowSink sink) {
    if (!broken.isEmpty()) {
      sink.warn(
          counted(
                  broken.size(),
                  "image cannot be read and has no size",
                  "images cannot be read and have no size")
              + ": "
              + shown(broken));
    }
    if (!misnamed.isEmpty()) {
      sink.warn(
          counted(misnamed.size(), "image has", "images have")
              + " another format than the name says: "
              + shown(misnamed));
    }
  }

  private static String counted(int count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }

  private static String shown(List<String> names) {
    String first = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
    return first + (names.size() > NAMED ? ", …" : ".");
  }

  @Override
  public long bytesRead() {
    return bytes;
  }

  @Override
  public void close() throws IOException {
    files.close();
  }
}
