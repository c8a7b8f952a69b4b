package outcrop.app.view.part;

import atlantafx.base.theme.PrimerLight;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.image.ImageDecoder;
import outcrop.analysis.image.ImageLimits;
import outcrop.analysis.image.ImageSource;
import outcrop.analysis.image.Pixels;
import outcrop.analysis.task.PooledTaskRunner;

/// Frames per second while a gallery of 100,000 JPEG files of 640 × 480 scrolls every frame, in a
/// window of 1,400 × 900 with cards of 160 pixels, and how much of the heap the pictures take.
///
/// The files lie in a folder that the argument names; they are made there when it is empty (2,000
/// different ones, which the rows refer to in turn: each reference is decoded for itself). Run it
/// with the test class path and `-Dglass.platform=Headless -Dprism.order=sw
/// -Djavafx.animation.fullspeed=true -Djava.awt.headless=true -Xmx1g`; it prints one line and ends.
public final class GallerySpeed {
  private static final int ROWS = 100_000;
  private static final int FILES = 2_000;
  private static final int FRAMES = 400;

  /// Pixels per frame: a line of cards every eight frames.
  private static final double STEP = 24;

  private GallerySpeed() {}

  public static void main(String[] arguments) throws IOException {
    makeFiles(Path.of(arguments[0]));
    Application.launch(Gallery.class, arguments);
  }

  private static Path file(Path folder, int row) {
    return folder.resolve(row % FILES + ".jpg");
  }

  private static void makeFiles(Path folder) throws IOException {
    Files.createDirectories(folder);
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < FILES; i++) {
      if (Files.exists(file(folder, i))) {
        continue;
      }
      BufferedImage image = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
      Graphics2D g = image.createGraphics();
      for (int k = 0; k < 60; k++) {
        g.setColor(new Color(random.nextInt(1 << 24)));
        g.fillOval(
            random.nextInt(640),
            random.nextInt(480),
            random.nextInt(10, 200),
            random.nextInt(10, 200));
      }
      g.dispose();
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      ImageIO.write(image, "jpg", bytes);
      Files.write(file(folder, i), bytes.toByteArray());
    }
  }

  /// Apart from the main class, which Java would not start from the class path if it were an
  /// application.
  public static final class Gallery extends Application {
    private final long[] intervals = new long[FRAMES];
    private final AtomicInteger decoded = new AtomicInteger();
    private final PooledTaskRunner runner = new PooledTaskRunner();

    @Override
    public void start(Stage stage) {
      Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
      Path folder = Path.of(getParameters().getRaw().getFirst());
      ColumnStore store = store();
      GalleryGrid gallery = new GalleryGrid(Samples.words(), runner, Platform::runLater);
      List<Field> fields = store.schema().fields();
      gallery.setContent(store, fields.get(0), fields.subList(1, 2), pictures(folder));
      gallery.setCardSize(160);
      gallery.setData(store, Samples.allRows(store));
      stage.setScene(new Scene(gallery, 1400, 900));
      stage.show();
      new AnimationTimer() {
        private int frame = -100;
        private long before;

        @Override
        public void handle(long now) {
          long time = System.nanoTime();
          if (frame >= 0) {
            intervals[frame] = time - before;
          }
          before = time;
          frame++;
          if (frame == FRAMES) {
            stop();
            report(gallery);
            runner.close();
            stage.close();
          } else {
            gallery.scrollBy(STEP);
          }
        }
      }.start();
    }

    private RowPictures pictures(Path folder) {
      ImageDecoder decoder = new ImageDecoder(ImageLimits.DEFAULT);
      return (row, width, height, context) -> {
        Path path = file(folder, row);
        ImageSource source = new ImageSource.OfFile(path);
        Pixels pixels = decoder.decode(source, width, height, context);
        decoded.incrementAndGet();
        WritableImage image = new WritableImage(pixels.width(), pixels.height());
        image
            .getPixelWriter()
            .setPixels(
                0,
                0,
                pixels.width(),
                pixels.height(),
                PixelFormat.getIntArgbInstance(),
                pixels.argb(),
                0,
                pixels.width());
        return Optional.of(image);
      };
    }

    private void report(GalleryGrid gallery) {
      Arrays.sort(intervals);
      System.getLogger(GallerySpeed.class.getName())
          .log(
              System.Logger.Level.INFO,
              "%.0f fps (median frame %.1f ms, p95 %.1f ms); %d pictures made, %d kept in %.0f MB"
                  .formatted(
                      1e9 / intervals[FRAMES / 2],
                      intervals[FRAMES / 2] / 1e6,
                      intervals[FRAMES * 95 / 100] / 1e6,
                      decoded.get(),
                      gallery.thumbnails().count(),
                      gallery.thumbnails().bytes() / 1e6));
    }

    private static ColumnStore store() {
      String[] files = new String[ROWS];
      String[] kinds = new String[ROWS];
      for (int row = 0; row < ROWS; row++) {
        files[row] = row % FILES + ".jpg";
        kinds[row] = Samples.PRODUCTS.get(row % Samples.PRODUCTS.size());
      }
      return ColumnStore.of(
          List.of(
              CategoryColumn.of(new Field("file", FieldType.IMAGE), files),
              CategoryColumn.of(new Field("kind", FieldType.CATEGORY), kinds)));
    }
  }
}
