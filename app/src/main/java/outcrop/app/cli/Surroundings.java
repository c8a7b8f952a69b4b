package outcrop.app.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Everything about the user's machine that a run depends on.
///
/// @param terminal what the streams are connected to
/// @param cache the folder for data that can be made again
/// @param debug whether stack traces are printed too
/// @param window how the window is opened, null where this program has none
record Surroundings(
    Terminal terminal, Path cache, boolean debug, @Nullable WindowLauncher window) {

  static Surroundings ofProgram(@Nullable WindowLauncher window) {
    return new Surroundings(
        Terminal.ofProgram(),
        cache(System.getProperty("os.name", ""), Path.of(System.getProperty("user.home", ".")),
            System.getenv()),
        "1".equals(System.getenv("OUTCROP_DEBUG")),
        window);
  }

  /// The place that the platform has for caches.
  static Path cache(String system, Path home, Map<String, String> environment) {
    String name = system.toLowerCase(Locale.ROOT);
    String local = environment.getOrDefault("LOCALAPPDATA", "");
    if (name.startsWith("windows") && !local.isEmpty()) {
      return Path.of(local, "outcrop", "cache");
    }
    if (name.startsWith("mac")) {
      return home.resolve("Library").resolve("Caches").resolve("outcrop");
    }
    String xdg = environment.getOrDefault("XDG_CACHE_HOME", "");
    Path base = xdg.isEmpty() ? home.resolve(".cache") : Path.of(xdg);
    // The XDG specification says that a relative path is to be ignored.
    return (base.isAbsolute() ? base : home.resolve(".cache")).resolve("outcrop");
  }
}
