package outcrop.analysis.image;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import javax.imageio.ImageIO;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.UserFailure;

/// Turns an image into pixels no larger than asked for, upright, with its alpha.
///
/// Lines and columns that the target does not need are skipped while decoding, down to twice its
/// size, and the rest is averaged by area: the cost in memory is that of the target, not of the
/// image, except where an encoding must be unpacked whole ([ImageLimits#wholePixels()]).
///
/// Safe to use from any thread; each call works for itself.
public final class ImageDecoder {
  /// Files up to this size are read in one go, larger ones as the reader goes.
  private static final int IN_MEMORY = 32 << 20;

  private static final int BUFFER = 1 << 16;

  private final ImageLimits limits;

  static {
    ImageIO.setUseCache(false);
  }

  public ImageDecoder(ImageLimits limits) {
    this.limits = limits;
  }

  /// Decodes an image. It is never enlarged and keeps its proportions; each side of the result is
  /// at least 1.
  ///
  /// @param maxWidth at least 1
  /// @param maxHeight at least 1
  /// @param context is asked now and then whether to stop
  /// @throws UserFailure where the image is missing, damaged, above the limits or of a format that
  ///   cannot be shown: one sentence that names it
  /// @throws CancellationException where the context was cancelled
  public Pixels decode(ImageSource source, int maxWidth, int maxHeight, TaskContext context) {
    Fit fit = new Fit(maxWidth, maxHeight);
    context.checkCancelled();
    try {
      return switch (source) {
        case ImageSource.OfFile file -> file(file, fit, context);
        case ImageSource.OfBytes bytes -> bytes(bytes.name(), read(bytes), fit, context);
        case ImageSource.OfSamples samples -> samples(samples, fit, context);
        case ImageSource.Unavailable gone -> throw new UserFailure(gone.sentence());
      };
    } catch (UserFailure | CancellationException e) {
      throw e;
    } catch (NoSuchFileException e) {
      throw new UserFailure(source.name() + " is not there; put it back or choose its folder.", e);
    } catch (IOException | RuntimeException e) {
      // Readers answer damaged bytes with exceptions of every kind.
      throw new UserFailure(
          source.name() + " is damaged and cannot be shown; fetch or write it again.", e);
    } catch (OutOfMemoryError e) {
      throw new UserFailure(
          source.name() + " needs more memory than there is; convert it to a smaller one.", e);
    }
  }

  private Pixels file(ImageSource.OfFile source, Fit fit, TaskContext context) throws IOException {
    Path path = source.path();
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      throw new UserFailure(source.name() + " is no file; name an image file.");
    }
    long size = Files.size(path);
    checkBytes(source.name(), size);
    if (size <= IN_MEMORY) {
      return bytes(source.name(), Files.readAllBytes(path), fit, context);
    }
    ImageInfo info = shown(source.name(), ImageHeader.read(path));
    try (ImageInputStream stream = new FileImageInputStream(path.toFile())) {
      return decode(source.name(), info, stream, fit, context);
    }
  }

  private byte[] read(ImageSource.OfBytes source) throws IOException {
    checkBytes(source.name(), source.size());
    try (InputStream in = source.opener().open()) {
      byte[] bytes = in.readNBytes((int) Math.min(limits.bytes() + 1, Integer.MAX_VALUE - 8));
      checkBytes(source.name(), bytes.length);
      return bytes;
    }
  }

  private Pixels bytes(String name, byte[] bytes, Fit fit, TaskContext context) throws IOException {
    checkBytes(name, bytes.length);
    ImageInfo info = shown(name, ImageHeader.read(bytes));
    try (ImageInputStream stream =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      return decode(name, info, stream, fit, context);
    }
  }

  private void checkBytes(String name, long size) {
    if (size == 0) {
      throw new UserFailure(name + " is empty; fetch or write it again.");
    }
    if (size > limits.bytes()) {
      throw new UserFailure(
          name + " is larger than " + (limits.bytes() >> 20) + " MB; convert it to a smaller one.");
    }
  }

  private static ImageInfo shown(String name, Optional<ImageInfo> read) {
    ImageInfo info =
        read.orElseThrow(
            () ->
                new UserFailure(name + " does not start like an image; fetch or write it again."));
    if (!info.format().isShown()) {
      throw new UserFailure(
          name
              + " is "
              + info.format().word()
              + ", which cannot be shown; convert it to PNG, JPEG or WebP.");
    }
    return info;
  }

  private Pixels decode(
      String name, ImageInfo info, ImageInputStream stream, Fit fit, TaskContext context)
      throws IOException {
    checkPixels(name, info.pixels(), info.whole());
    String reader = info.format().reader();
    if (reader == null) {
      return pnm(stream, fit, context);
    }
    try (EncodedImage image = new EncodedImage(reader, stream, context)) {
      // The first image of a file may be larger than its head says of all.
      checkPixels(name, image.pixels(), info.whole());
      Pixels stored = image.decode(info.isTurned() ? fit.turned() : fit);
      return Upright.of(stored, info.orientation());
    }
  }

  private void checkPixels(String name, long pixels, boolean whole) {
    long most = whole ? limits.wholePixels() : limits.pixels();
    if (pixels > most) {
      throw new UserFailure(
          name
              + " declares "
              + pixels / 1_000_000
              + " megapixels, more than the "
              + most / 1_000_000
              + " that are read; convert it to a smaller one.");
    }
  }

  private static Pixels pnm(ImageInputStream stream, Fit fit, TaskContext context)
      throws IOException {
    InputStream in = new BufferedInputStream(new StreamBytes(stream), BUFFER);
    in.mark(BUFFER);
    PnmHeader header = PnmHeader.read(HeadBytes.of(in.readNBytes(BUFFER)));
    in.reset();
    in.skipNBytes(header.dataStart());
    return scaled(new SampleRows(in, header), fit, context);
  }

  private Pixels samples(ImageSource.OfSamples source, Fit fit, TaskContext context)
      throws IOException {
    checkPixels(source.name(), (long) source.width() * source.height(), false);
    int kind = source.channels() == 3 ? 6 : 5;
    try (InputStream in = new BufferedInputStream(source.opener().open(), BUFFER)) {
      PnmHeader header = new PnmHeader(kind, source.width(), source.height(), 255, 0);
      return scaled(new SampleRows(in, header), fit, context);
    }
  }

  private static Pixels scaled(PixelRows rows, Fit fit, TaskContext context) throws IOException {
    int width = rows.width();
    int height = rows.height();
    return AreaScaler.scale(rows, fit.width(width, height), fit.height(width, height), context);
  }

  /// An ImageIO stream as a plain one.
  private static final class StreamBytes extends InputStream {
    private final ImageInputStream stream;

    StreamBytes(ImageInputStream stream) {
      this.stream = stream;
    }

    @Override
    public int read() throws IOException {
      return stream.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      return stream.read(target, offset, length);
    }
  }
}
