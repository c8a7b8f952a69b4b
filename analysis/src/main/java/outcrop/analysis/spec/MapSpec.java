package outcrop.analysis.spec;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Rows as points by two fields of numbers, such as the two outputs of a projection or longitude
/// and latitude: each one when near, their density when far.
///
/// @param x the field of numbers that grows to the right
/// @param y the field of numbers that grows upwards
/// @param colour the field that gives the colours; empty for one colour
/// @param scale how colours of numbers follow their size
/// @param dots how points look
/// @param window the part that is shown
/// @param shown which values of the colour are shown
/// @param layers what lies over each other
/// @param labels names on the map
/// @param style titles, colours, size: changes nothing that is counted
public record MapSpec(
    String id,
    String title,
    String x,
    String y,
    String colour,
    DistributionSpec.Scale scale,
    Dots dots,
    Window window,
    Shown shown,
    Layers layers,
    Labels labels,
    ChartStyle style,
    @JsonIgnore Map<String, Object> extra)
    implements ChartSpec {
  public MapSpec {
    extra = Extra.copy(extra);
  }

  /// Two fields with every default.
  public static MapSpec of(String id, String x, String y) {
    return new MapSpec(
        id,
        "",
        x,
        y,
        "",
        DistributionSpec.Scale.LINEAR,
        Dots.DEFAULT,
        Window.ALL,
        Shown.ALL,
        Layers.DEFAULT,
        Labels.NONE,
        ChartStyle.DEFAULT,
        Map.of());
  }

  /// How points look where there is room for each.
  ///
  /// @param size diameter in layout units, 1…20
  /// @param opacity of one point, 0.05…1
  public record Dots(double size, double opacity) {
    public static final Dots DEFAULT = new Dots(5, 0.7);

    /// @throws IllegalArgumentException for a size outside 1…20 or an opacity outside 0.05…1
    public Dots {
      if (!(size >= 1 && size <= 20) || !(opacity >= 0.05 && opacity <= 1)) {
        throw new IllegalArgumentException(
            "Points have a size of 1 to 20 and an opacity of 0.05 to 1, not %s and %s"
                .formatted(size, opacity));
      }
    }

    public Dots withSize(double value) {
      return new Dots(value, opacity);
    }

    public Dots withOpacity(double value) {
      return new Dots(size, value);
    }
  }

  /// How the two axes compare.
  public enum Aspect {
    /// Equal where the spans of the two fields differ by less than five times, else each fills its
    /// side.
    AUTO,
    /// One unit is as long in both.
    EQUAL,
    /// Each axis fills its side.
    FREE
  }

  /// The part of the map that is shown.
  ///
  /// @param x of its middle, as a share of the span of the values
  /// @param y of its middle, as a share of the span of the values
  /// @param zoom 1 where all of it is shown
  public record Window(double x, double y, double zoom, Aspect aspect) {
    public static final double CLOSEST = 20_000;
    public static final Window ALL = new Window(0.5, 0.5, 1, Aspect.AUTO);

    /// @throws IllegalArgumentException for a zoom outside 0.5…20,000 or a middle that is far from
    ///   every point
    public Window {
      if (!(zoom >= 0.5 && zoom <= CLOSEST) || !(Math.abs(x) <= 10 && Math.abs(y) <= 10)) {
        throw new IllegalArgumentException(
            "A window has a middle within ten spans and a zoom of 0.5 to 20000, not %s, %s and %s"
                .formatted(x, y, zoom));
      }
    }

    public Window at(double newX, double newY, double newZoom) {
      return new Window(newX, newY, newZoom, aspect);
    }

    public Window withAspect(Aspect value) {
      return new Window(x, y, zoom, value);
    }
  }

  /// Which values of the colour are shown.
  ///
  /// @param only where not empty, nothing else is shown
  /// @param hidden never shown
  public record Shown(List<String> only, List<String> hidden) {
    public static final Shown ALL = new Shown(List.of(), List.of());

    public Shown {
      only = List.copyOf(only);
      hidden = List.copyOf(hidden);
    }

    public boolean has(String value) {
      return (only.isEmpty() || only.contains(value)) && !hidden.contains(value);
    }
  }

  /// What lies over each other, each with its opacity, 0 where it is not drawn.
  ///
  /// @param contours lines of equal density
  /// @param snippets short texts of rows where rows are dense
  /// @param axes lines and numbers along the sides
  public record Layers(
      double points, double contours, double labels, double snippets, boolean axes) {
    public static final Layers DEFAULT = new Layers(1, 0, 1, 0, true);

    /// @throws IllegalArgumentException for an opacity outside 0…1
    public Layers {
      for (double opacity : new double[] {points, contours, labels, snippets}) {
        if (!(opacity >= 0 && opacity <= 1)) {
          throw new IllegalArgumentException("An opacity must be 0 to 1, not " + opacity);
        }
      }
    }

    public Layers withPoints(double value) {
      return new Layers(value, contours, labels, snippets, axes);
    }

    public Layers withContours(double value) {
      return new Layers(points, value, labels, snippets, axes);
    }

    public Layers withLabels(double value) {
      return new Layers(points, contours, value, snippets, axes);
    }

    public Layers withSnippets(double value) {
      return new Layers(points, contours, labels, value, axes);
    }

    public Layers withAxes(boolean value) {
      return new Layers(points, contours, labels, snippets, value);
    }
  }

  /// Names on the map.
  ///
  /// @param fields categories from the coarsest to the finest, whose values are named where most of
  ///   their rows are; finer ones when near
  /// @param own what the user changed
  /// @param snippet the field whose values stand as short texts where rows are dense; empty for
  ///   none
  public record Labels(List<String> fields, List<OwnLabel> own, String snippet) {
    public static final Labels NONE = new Labels(List.of(), List.of(), "");

    public Labels {
      fields = List.copyOf(fields);
      own = List.copyOf(own);
    }

    public Labels withFields(List<String> value) {
      return new Labels(value, own, snippet);
    }

    public Labels withSnippet(String value) {
      return new Labels(fields, own, value);
    }

    /// With a label in the place of the one for its value.
    public Labels with(OwnLabel label) {
      return new Labels(
          fields,
          Stream.concat(
                  own.stream().filter(old -> !old.isOf(label.field, label.value)), Stream.of(label))
              .toList(),
          snippet);
    }

    /// Without what the user changed of a value's label.
    public Labels without(String field, String value) {
      return new Labels(
          fields, own.stream().filter(label -> !label.isOf(field, value)).toList(), snippet);
    }
  }

  /// A label that the user changed.
  ///
  /// @param text what it says; empty for no label
  /// @param at where it stands; null for where most rows of the value are
  /// @param locked whether it is always drawn, whatever lies below
  public record OwnLabel(
      String field, String value, String text, @Nullable Place at, boolean locked) {
    public boolean isOf(String otherField, String otherValue) {
      return field.equals(otherField) && value.equals(otherValue);
    }

    public OwnLabel withText(String text) {
      return new OwnLabel(field, value, text, at, locked);
    }

    public OwnLabel withAt(@Nullable Place place) {
      return new OwnLabel(field, value, text, place, locked);
    }

    public OwnLabel withLocked(boolean lock) {
      return new OwnLabel(field, value, text, at, lock);
    }
  }

  /// A place as shares of the spans of the values.
  public record Place(double x, double y) {}

  @Override
  public MapSpec withTitle(String value) {
    return new MapSpec(
        id, value, x, y, colour, scale, dots, window, shown, layers, labels, style, extra);
  }

  /// Other fields, seen from far.
  public MapSpec withFields(String newX, String newY) {
    return new MapSpec(
        id,
        title,
        newX,
        newY,
        colour,
        scale,
        dots,
        Window.ALL,
        shown,
        layers,
        labels,
        style,
        extra);
  }

  /// Another field gives the colours; all its values are shown.
  public MapSpec withColour(String value) {
    return new MapSpec(
        id, title, x, y, value, scale, dots, window, Shown.ALL, layers, labels, style, extra);
  }

  public MapSpec withScale(DistributionSpec.Scale value) {
    return new MapSpec(
        id, title, x, y, colour, value, dots, window, shown, layers, labels, style, extra);
  }

  public MapSpec withDots(Dots value) {
    return new MapSpec(
        id, title, x, y, colour, scale, value, window, shown, layers, labels, style, extra);
  }

  public MapSpec withWindow(Window value) {
    return new MapSpec(
        id, title, x, y, colour, scale, dots, value, shown, layers, labels, style, extra);
  }

  public MapSpec withShown(Shown value) {
    return new MapSpec(
        id, title, x, y, colour, scale, dots, window, value, layers, labels, style, extra);
  }

  public MapSpec withLayers(Layers value) {
    return new MapSpec(
        id, title, x, y, colour, scale, dots, window, shown, value, labels, style, extra);
  }

  public MapSpec withLabels(Labels value) {
    return new MapSpec(
        id, title, x, y, colour, scale, dots, window, shown, layers, value, style, extra);
  }

  @Override
  public MapSpec withStyle(ChartStyle value) {
    return new MapSpec(
        id, title, x, y, colour, scale, dots, window, shown, layers, labels, value, extra);
  }

  @Override
  public String colourField() {
    return colour;
  }

  @Override
  public List<String> fields() {
    return Stream.concat(
            Stream.of(x, y, colour),
            Stream.concat(labels.fields.stream(), Stream.of(labels.snippet)))
        .filter(name -> !name.isEmpty())
        .distinct()
        .toList();
  }

  @Override
  public MapSpec withFields(UnaryOperator<String> mapping) {
    UnaryOperator<String> named = name -> name.isEmpty() ? name : mapping.apply(name);
    List<OwnLabel> own =
        labels.own.stream()
            .map(l -> new OwnLabel(named.apply(l.field), l.value, l.text, l.at, l.locked))
            .toList();
    return new MapSpec(
        id,
        title,
        named.apply(x),
        named.apply(y),
        named.apply(colour),
        scale,
        dots,
        window,
        shown,
        layers,
        new Labels(labels.fields.stream().map(named).toList(), own, named.apply(labels.snippet)),
        style,
        extra);
  }
}
