package outcrop.analysis.export;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import outcrop.analysis.task.UserFailure;

/// What a view can be written as. The end of a file's name chooses, the longest that fits.
public enum ViewFormat {
  SVG("svg"),
  PDF("pdf"),
  PNG("png"),
  /// A specification of Vega-Lite with its data inside or in a file beside it.
  VEGA_LITE("vl.json"),
  /// The data behind, one line per count or value that the view shows.
  CSV("csv"),
  /// The same as one JSON array of objects.
  JSON("json"),
  /// The spec of the view, to be opened again here or with another dataset.
  SPEC("view.json");

  private final String ending;

  ViewFormat(String ending) {
    this.ending = ending;
  }

  /// The end of a file's name, without the point before it.
  public String ending() {
    return ending;
  }

  /// Whether it is drawn: has a theme, fonts and a size.
  public boolean isPicture() {
    return this == SVG || this == PDF || this == PNG;
  }

  /// The format that the name of a file says.
  ///
  /// @throws UserFailure when it says none
  public static ViewFormat of(Path file) {
    Path last = file.getFileName();
    String name = last == null ? "" : last.toString();
    return of(name)
        .orElseThrow(
            () ->
                new UserFailure(
                    "The name of "
                        + file
                        + " does not say what to write: end it with "
                        + endings().stream().map(end -> "." + end).collect(Collectors.joining(", "))
                        + "."));
  }

  private static Optional<ViewFormat> of(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return Stream.of(values())
        .filter(format -> lower.endsWith("." + format.ending))
        .max(Comparator.comparingInt(format -> format.ending.length()));
  }

  public static List<String> endings() {
    return Stream.of(values()).map(ViewFormat::ending).toList();
  }
}
