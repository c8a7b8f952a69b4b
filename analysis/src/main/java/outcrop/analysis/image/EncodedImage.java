package outcrop.analysis.image;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.EOFException;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadProgressListener;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.task.TaskContext;

/// One image of a format for which ImageIO has a reader: decodes every n-th line and column only.
final class EncodedImage implements AutoCloseable {
  private static final String PREFERRED = "com.twelvemonkeys.";

  private final ImageReader reader;
  private final TaskContext context;
  private @Nullable String cutOff;

  /// @param name of the format, as ImageIO knows it
  /// @param stream stands at the start of the image
  EncodedImage(String name, ImageInputStream stream, TaskContext context) throws IOException {
    this.reader = reader(name);
    this.context = context;
    reader.setInput(stream, true, true);
    reader.addIIOReadProgressListener(new StopWhenCancelled(context));
    reader.addIIOReadWarningListener((_, warning) -> note(warning));
  }

  private static ImageReader reader(String format) throws IOException {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
    ImageReader found = null;
    while (readers.hasNext()) {
      ImageReader next = readers.next();
      if (found == null || next.getClass().getName().startsWith(PREFERRED)) {
        found = next;
      }
    }
    if (found == null) {
      throw new IOException("No reader for " + format);
    }
    return found;
  }

  /// Native decoders fill what is missing with grey and only warn.
  private void note(String warning) {
    if (warning.toLowerCase(Locale.ROOT).contains("premature end")) {
      cutOff = warning;
    }
  }

  /// Pixels of the first image of the file.
  long pixels() throws IOException {
    return (long) reader.getWidth(0) * reader.getHeight(0);
  }

  Pixels decode(Fit fit) throws IOException {
    int width = reader.getWidth(0);
    int height = reader.getHeight(0);
    int step = fit.step(width, height);
    ImageReadParam param = reader.getDefaultReadParam();
    param.setSourceRegion(new Rectangle(width, height));
    param.setSourceSubsampling(step, step, Math.min(step / 2, width - 1), 0);
    BufferedImage image = reader.read(0, param);
    context.checkCancelled();
    if (cutOff != null) {
      throw new EOFException(cutOff);
    }
    PixelRows rows = BufferedRows.of(image);
    int targetWidth = Math.min(rows.width(), fit.width(width, height));
    int targetHeight = Math.min(rows.height(), fit.height(width, height));
    return AreaScaler.scale(rows, targetWidth, targetHeight, context);
  }

  @Override
  public void close() {
    reader.dispose();
  }

  /// Stops a reader between two lines.
  private record StopWhenCancelled(TaskContext context) implements IIOReadProgressListener {
    @Override
    public void imageProgress(ImageReader source, float percentageDone) {
      if (context.isCancelled()) {
        source.abort();
      }
    }

    @Override
    public void sequenceStarted(ImageReader source, int minIndex) {}

    @Override
    public void sequenceComplete(ImageReader source) {}

    @Override
    public void imageStarted(ImageReader source, int imageIndex) {}

    @Override
    public void imageComplete(ImageReader source) {}

    @Override
    public void thumbnailStarted(ImageReader source, int imageIndex, int thumbnailIndex) {}

    @Override
    public void thumbnailProgress(ImageReader source, float percentageDone) {}

    @Override
    public void thumbnailComplete(ImageReader source) {}

    @Override
    public void readAborted(ImageReader source) {}
  }
}
