package outcrop.app.view.part;

import java.lang.foreign.MemorySegment;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.stage.Stage;
import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.Dictionary;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;

/// Frames per second while the table scrolls every frame, and the time of a jump to the next
/// painted frame, over 5,000,000 rows of 12 columns in a window of 1,400 × 900.
///
/// Run it with the test class path and `-Dglass.platform=Headless -Dprism.order=sw
/// -Djavafx.animation.fullspeed=true`; it prints one line and ends.
public final class GridTableSpeed {
  private static final int ROWS = 5_000_000;
  private static final int FRAMES = 300;

  /// Frames after which every cache has its size.
  private static final int WARM_UP = 100;

  private GridTableSpeed() {}

  public static void main(String[] arguments) {
    Application.launch(Table.class, arguments);
  }

  /// Apart from the main class, which Java would not start from the class path if it were an
  /// application.
  public static final class Table extends Application {
    private final long[] intervals = new long[FRAMES];
    private final long[] jumps = new long[60];
    private final SplittableRandom random = new SplittableRandom(1);

    @Override
    public void start(Stage stage) {
      ColumnStore store = store();
      GridTable table = new GridTable(Samples.words());
      table.setData(store, Samples.allRows(store));
      stage.setScene(new Scene(table, 1400, 900));
      stage.show();
      new AnimationTimer() {
        private int frame = -60;
        private long before;
        private long heap;
        private long cpu;

        @Override
        public void handle(long now) {
          long time = System.nanoTime();
          if (frame == 0) {
            cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
          }
          if (frame >= 0 && frame < FRAMES) {
            intervals[frame] = time - before;
          } else if (frame >= FRAMES && frame < FRAMES + jumps.length) {
            jumps[frame - FRAMES] = time - before;
          }
          if (frame == FRAMES) {
            cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu;
          }
          if (frame == WARM_UP) {
            heap = usedHeap();
          }
          if (frame == FRAMES + jumps.length) {
            stop();
            report(cpu, usedHeap() - heap);
            stage.close();
            return;
          }
          before = System.nanoTime();
          int top = frame < FRAMES ? table.topPosition() + 3 : random.nextInt(ROWS);
          table.scrollTo(top);
          frame++;
        }
      }.start();
    }

    private void report(long cpu, long grown) {
      Arrays.sort(intervals);
      Arrays.sort(jumps);
      System.Logger log = System.getLogger(GridTableSpeed.class.getName());
      log.log(
          System.Logger.Level.INFO,
          "scroll %.0f fps (median frame %.1f ms, p95 %.1f ms, FX thread CPU %.2f ms); jump median %.1f ms, p95 %.1f ms; heap grown by %.1f MB over %,d rows scrolled"
              .formatted(
                  1e9 / intervals[FRAMES / 2],
                  intervals[FRAMES / 2] / 1e6,
                  intervals[FRAMES * 95 / 100] / 1e6,
                  cpu / 1e6 / FRAMES,
                  jumps[jumps.length / 2] / 1e6,
                  jumps[jumps.length * 95 / 100] / 1e6,
                  grown / 1e6,
                  3 * (FRAMES - WARM_UP) + jumps.length * 30));
    }

    /// Bytes in use after a full collection.
    private static long usedHeap() {
      System.gc();
      return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static ColumnStore store() {
      List<Column> columns = new ArrayList<>();
      int[] ordinals = new int[ROWS];
      double[] numbers = new double[ROWS];
      for (int row = 0; row < ROWS; row++) {
        ordinals[row] = row % Samples.PRODUCTS.size();
        numbers[row] = row * 0.37 % 1000;
      }
      MemorySegment segment = MemorySegment.ofArray(ordinals);
      Dictionary dictionary = new Dictionary(Samples.PRODUCTS);
      for (int i = 0; i < 6; i++) {
        columns.add(
            new CategoryColumn(
                new Field("product " + i, FieldType.CATEGORY), ROWS, segment, dictionary, null));
        columns.add(
            NumberColumn.ofDoubles(new Field("price " + i, FieldType.NUMBER), numbers, null));
      }
      return ColumnStore.of(columns);
    }
  }
}
