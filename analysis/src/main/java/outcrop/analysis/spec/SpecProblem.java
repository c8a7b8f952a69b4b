package outcrop.analysis.spec;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import outcrop.analysis.spec.ChartStyle.Band;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.MismatchedInputException;

/// What is wrong with a view spec that somebody wrote: where in it, what stands there, and what may
/// stand there.
final class SpecProblem {
  private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");
  private static final Pattern MOMENT =
      Pattern.compile("[+-]?\\d{4,9}-\\d{2}(-\\d{2}([T ]\\d{2}:\\d{2}.*)?)?");
  private static final Pattern STEP = Pattern.compile("\\d+(\\.\\d+)?\\s?(y|mo|w|d|h|min|s)?");

  /// Keys whose value may be `null`, since that says something: rows without a value, no target.
  private static final List<String> NULLABLE = List.of("value", "target");

  private SpecProblem() {}

  /// Says in words why a spec could not be read: `at "style.look.legend" stands "LEFTT"; it may be
  /// AUTO, …`.
  static String of(JacksonException failure, JsonNode spec) {
    String path = path(failure);
    if (path.isEmpty()) {
      return SpecCodec.reason(failure);
    }
    String place = "at \"" + path + "\" stands " + shown(find(failure, spec));
    Throwable cause = failure.getCause();
    if (cause instanceof IllegalArgumentException wrong && wrong.getMessage() != null) {
      return place + ": " + wrong.getMessage();
    }
    if (failure instanceof InvalidTypeIdException) {
      return place + "; " + wanted(ShapeTarget.class);
    }
    return failure instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null
        ? place + "; " + wanted(mismatch.getTargetType())
        : place + ": " + SpecCodec.reason(failure);
  }

  private static String path(JacksonException failure) {
    StringBuilder path = new StringBuilder();
    for (JacksonException.Reference step : failure.getPath()) {
      if (step.getPropertyName() != null) {
        path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
      } else {
        path.append('[').append(step.getIndex()).append(']');
      }
    }
    return path.toString();
  }

  private static JsonNode find(JacksonException failure, JsonNode spec) {
    JsonNode node = spec;
    for (JacksonException.Reference step : failure.getPath()) {
      node =
          step.getPropertyName() != null
              ? node.path(step.getPropertyName())
              : node.path(step.getIndex());
    }
    return node;
  }

  private static String shown(JsonNode node) {
    if (node.isObject()) {
      return "an object";
    }
    if (node.isArray()) {
      return "a list";
    }
    String text = node.isMissingNode() ? "nothing" : node.toString();
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }

  private static String wanted(Class<?> type) {
    if (type.isEnum()) {
      return "it may be "
          + Arrays.stream(type.getEnumConstants())
              .map(String::valueOf)
              .collect(Collectors.joining(", "));
    }
    if (type == boolean.class) {
      return "it may be true or false";
    }
    if (type == int.class || type == long.class) {
      return "it must be a whole number";
    }
    if (type == double.class) {
      return "it must be a number";
    }
    if (type == String.class) {
      return "it must be a text in quotation marks";
    }
    if (List.class.isAssignableFrom(type)) {
      return "it must be a list";
    }
    return type == ShapeTarget.class
        ? "its \"type\" may be cap, rows, temperature, uniform, shares, like"
        : "it must be an object";
  }

  /// A value that says nothing where something must be said: a key is left out for its default.
  static Optional<String> emptyValue(JsonNode node, String path) {
    if (node.isNull()) {
      String key = path.substring(path.lastIndexOf('.') + 1);
      return NULLABLE.contains(key)
          ? Optional.empty()
          : Optional.of("at \"" + path + "\" stands null; leave the key out for its default");
    }
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      Optional<String> found =
          emptyValue(
              entry.getValue(), path.isEmpty() ? entry.getKey() : path + "." + entry.getKey());
      if (found.isPresent()) {
        return found;
      }
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      Optional<String> found = emptyValue(node.get(i), path + "[" + i + "]");
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /// Texts of a style that mean nothing to a drawing, which would do as if they were not there.
  static Optional<String> of(ChartStyle style) {
    for (Map.Entry<String, String> colour : style.colours().entrySet()) {
      if (!COLOUR.matcher(colour.getValue()).matches()) {
        return colour("style.colours." + colour.getKey(), colour.getValue());
      }
    }
    for (int i = 0; i < style.bands().size(); i++) {
      Band band = style.bands().get(i);
      if (!band.colour().isEmpty() && !COLOUR.matcher(band.colour()).matches()) {
        return colour("style.bands[" + i + "].colour", band.colour());
      }
    }
    Optional<String> across = of(style.x(), "style.x");
    return across.isPresent() ? across : of(style.y(), "style.y");
  }

  private static Optional<String> colour(String path, String value) {
    return Optional.of(
        "at \"" + path + "\" stands \"" + value + "\"; it must be a colour such as \"#1b9e77\"");
  }

  private static Optional<String> of(AxisStyle axis, String path) {
    if (!isPlace(axis.from())) {
      return place(path + ".from", axis.from());
    }
    if (!isPlace(axis.to())) {
      return place(path + ".to", axis.to());
    }
    if (!axis.step().isEmpty() && !STEP.matcher(axis.step()).matches()) {
      return Optional.of(
          "at \""
              + path
              + ".step\" stands \""
              + axis.step()
              + "\"; it must be a number, with one of the units y, mo, w, d, h, min, s for times");
    }
    return places(axis.ticks(), path + ".ticks");
  }

  /// Texts in a list that are no places on an axis.
  static Optional<String> places(List<String> values, String path) {
    for (int i = 0; i < values.size(); i++) {
      if (!isPlace(values.get(i)) || values.get(i).isEmpty()) {
        return place(path + "[" + i + "]", values.get(i));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> place(String path, String value) {
    return Optional.of(
        "at \""
            + path
            + "\" stands \""
            + value
            + "\"; it must be a number, or a date such as \"2024-05-01\"");
  }

  private static boolean isPlace(String text) {
    if (text.isEmpty() || MOMENT.matcher(text).matches()) {
      return true;
    }
    try {
      return Double.isFinite(Double.parseDouble(text));
    } catch (NumberFormatException noNumber) {
      return false;
    }
  }
}
