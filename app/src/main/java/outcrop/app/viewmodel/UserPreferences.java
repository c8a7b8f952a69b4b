package outcrop.app.viewmodel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.dataset.Json;
import outcrop.analysis.task.UserFailure;
import outcrop.analysis.task.WholeFile;
import tools.jackson.core.JacksonException;

/// What one user prefers on one computer, kept in a file outside every project.
///
/// A file that is missing or damaged counts as no preferences; one that cannot be written costs the
/// memory of the choice and nothing else.
public final class UserPreferences {
  /// How the window looks.
  public enum Appearance {
    SYSTEM,
    LIGHT,
    DARK
  }

  /// @param language a language tag; empty for the system's
  /// @param recent folders of projects, newest first
  /// @param width of the window, 0 before it was ever closed
  /// @param sides null where they never were changed
  public record Values(
      Appearance appearance,
      String language,
      List<String> recent,
      double width,
      double height,
      @Nullable Sides sides) {
    static final Values NONE = new Values(Appearance.SYSTEM, "", List.of(), 0, 0, null);
  }

  /// The panes at the sides of a project.
  ///
  /// @param left the width of the left one in pixels, as in a wide window
  /// @param right the width of the right one
  public record Sides(double left, double right, boolean leftShown, boolean rightShown) {
    public static final Sides DEFAULT = new Sides(256, 304, true, true);
  }

  private static final int RECENT = 8;
  private static final System.Logger LOG = System.getLogger(UserPreferences.class.getName());

  private final Path file;
  private Values values;

  public UserPreferences(Path file) {
    this.file = file;
    this.values = read(file);
  }

  /// Whether nothing was ever chosen or opened: the user is new here.
  public boolean isNew() {
    return values.equals(Values.NONE);
  }

  /// The file where the system keeps such things; the property `outcrop.preferences` names another.
  public static Path defaultFile() {
    return Optional.ofNullable(System.getProperty("outcrop.preferences"))
        .map(Path::of)
        .orElseGet(
            () -> systemFolder(System.getProperty("os.name", "")).resolve("preferences.json"));
  }

  private static Path systemFolder(String system) {
    Path home = Path.of(System.getProperty("user.home", "."));
    Map<String, String> environment = System.getenv();
    if (system.startsWith("Windows")) {
      String roaming = environment.get("APPDATA");
      return (roaming == null ? home : Path.of(roaming)).resolve("Outcrop");
    }
    if (system.startsWith("Mac")) {
      return home.resolve("Library").resolve("Application Support").resolve("Outcrop");
    }
    String config = environment.get("XDG_CONFIG_HOME");
    return (config == null ? home.resolve(".config") : Path.of(config)).resolve("outcrop");
  }

  private static Values read(Path file) {
    if (!Files.isRegularFile(file)) {
      return Values.NONE;
    }
    try {
      Values read = Json.MAPPER.readValue(Files.readString(file), Values.class);
      return read.appearance() == null || read.language() == null || read.recent() == null
          ? Values.NONE
          : read;
    } catch (IOException | JacksonException damaged) {
      LOG.log(System.Logger.Level.WARNING, "Preferences were not readable", damaged);
      return Values.NONE;
    }
  }

  public Appearance appearance() {
    return values.appearance();
  }

  public Locale language() {
    return values.language().isEmpty()
        ? Words.systemLanguage()
        : Locale.forLanguageTag(values.language());
  }

  public double width() {
    return values.width();
  }

  public double height() {
    return values.height();
  }

  /// Projects opened before that are still there, newest first.
  public List<Path> recent() {
    return values.recent().stream().map(Path::of).filter(Files::isDirectory).toList();
  }

  public Sides sides() {
    Sides chosen = values.sides();
    return chosen == null ? Sides.DEFAULT : chosen;
  }

  public void setAppearance(Appearance value) {
    change(
        new Values(
            value,
            values.language(),
            values.recent(),
            values.width(),
            values.height(),
            values.sides()));
  }

  public void setLanguage(Locale value) {
    change(
        new Values(
            values.appearance(),
            value.toLanguageTag(),
            values.recent(),
            values.width(),
            values.height(),
            values.sides()));
  }

  public void setSize(double width, double height) {
    change(
        new Values(
            values.appearance(),
            values.language(),
            values.recent(),
            width,
            height,
            values.sides()));
  }

  public void setSides(Sides value) {
    change(
        new Values(
            values.appearance(),
            values.language(),
            values.recent(),
            values.width(),
            values.height(),
            value));
  }

  /// Puts a project at the head of the recent ones.
  public void opened(Path project) {
    String folder = project.toAbsolutePath().normalize().toString();
    List<String> recent = new ArrayList<>(values.recent());
    recent.remove(folder);
    recent.addFirst(folder);
    change(
        new Values(
            values.appearance(),
            values.language(),
            recent.subList(0, Math.min(RECENT, recent.size())),
            values.width(),
            values.height(),
            values.sides()));
  }

  private void change(Values newValues) {
    values = newValues;
    try {
      Files.createDirectories(file.toAbsolutePath().resolveSibling("."));
      WholeFile.write(
          file,
          temporary ->
              Files.writeString(
                  temporary,
                  Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(newValues)));
    } catch (IOException | UserFailure notWritable) {
      LOG.log(System.Logger.Level.WARNING, "Preferences were not written", notWritable);
    }
  }
}
