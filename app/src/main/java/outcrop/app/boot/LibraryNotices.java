package outcrop.app.boot;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Notices of libraries about decisions that Outcrop made on purpose, which would greet the user on
/// standard error at every start. Everything else that libraries have to say passes.
public final class LibraryNotices {
  /// The logging system forgets the settings of loggers that nobody holds.
  private static final List<Logger> HELD =
      List.of(
          Logger.getLogger("javafx"),
          Logger.getLogger("org.apache.lucene.internal.vectorization.PanamaVectorizationProvider"),
          Logger.getLogger("org.apache.lucene.store.MemorySegmentIndexInputProvider"));

  private LibraryNotices() {}

  /// Call it once, before a library is used.
  public static void silence() {
    Logger javafx = HELD.get(0);
    Logger lucenesVectors = HELD.get(1);
    Logger lucenesMemory = HELD.get(2);
    // JavaFX on the class path, see docs/decisions/0002-class-path-mode.md.
    javafx.setFilter(
        notice ->
            notice.getMessage() == null
                || !notice.getMessage().contains("Unsupported JavaFX configuration"));
    // The incubating vector module is there on purpose, see the same decision.
    lucenesVectors.setLevel(Level.WARNING);
    lucenesMemory.setLevel(Level.WARNING);
    // The driver of SQLite logs through an interface that nothing stands behind here.
    System.setProperty("slf4j.internal.verbosity", "ERROR");
  }
}
