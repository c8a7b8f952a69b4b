package outcrop.analysis.render;

import java.util.List;
import java.util.stream.Stream;
import outcrop.analysis.spec.ChartLook.Background;

/// The colours of a drawing by what they mean.
///
/// The twelve categorical colours are pairwise at least 0.06 apart in OKLab (Ottosson 2020) for
/// normal sight and for full protanopia, deuteranopia and tritanopia as simulated after Machado,
/// Oliveira and Fernandes (2009).
///
/// @param background behind everything
/// @param foreground titles and names
/// @param muted ticks, subtitles and what is said beside
/// @param grid lines that guide the eye
/// @param axis the line that bars stand on
/// @param context rows that the filter leaves out
/// @param bar bars that belong to no value
/// @param accent the brush, the focused
/// @param rest values beyond the categorical colours
/// @param apart rows without a place on the axis
/// @param categorical twelve colours that can be told apart
public record Theme(
    String name,
    Colour background,
    Colour foreground,
    Colour muted,
    Colour grid,
    Colour axis,
    Colour context,
    Colour bar,
    Colour accent,
    Colour rest,
    Colour apart,
    List<Colour> categorical) {
  public static final Theme LIGHT =
      new Theme(
          "light",
          Colour.of("#ffffff"),
          Colour.of("#1c2128"),
          Colour.of("#59626e"),
          Colour.of("#e8eaee"),
          Colour.of("#8d96a1"),
          Colour.of("#d9dde3"),
          Colour.of("#4068ce"),
          Colour.of("#0b57d0"),
          Colour.of("#9a9fa8"),
          Colour.of("#7d8794"),
          colours(
              "#4068ce", "#e7871a", "#279284", "#ae0f62", "#9fc1fa", "#7a3c00", "#8f7be0",
              "#dece47", "#522aa8", "#fdaaba", "#205745", "#ca4b3d"));

  public static final Theme DARK =
      new Theme(
          "dark",
          Colour.of("#16191f"),
          Colour.of("#e8eaed"),
          Colour.of("#a3abb6"),
          Colour.of("#2b3039"),
          Colour.of("#6b7480"),
          Colour.of("#3a404b"),
          Colour.of("#6b8be8"),
          Colour.of("#8ab4ff"),
          Colour.of("#7d838c"),
          Colour.of("#8d96a3"),
          colours(
              "#6b8be8", "#f2a34b", "#3ebaa7", "#ea2e63", "#b1d4fc", "#a3601b", "#b89df8",
              "#efe272", "#7c51d6", "#f8bec6", "#12815c", "#f07868"));

  public Theme {
    categorical = List.copyOf(categorical);
  }

  /// The theme on the paper that a chart asks for. White paper takes the light theme, whose colours
  /// can be read on it.
  Theme on(Background paper) {
    return switch (paper) {
      case THEME -> this;
      case WHITE -> LIGHT;
      case TRANSPARENT ->
          new Theme(
              name,
              background.withOpacity(0),
              foreground,
              muted,
              grid,
              axis,
              context,
              bar,
              accent,
              rest,
              apart,
              categorical);
    };
  }

  private static List<Colour> colours(String... hex) {
    return Stream.of(hex).map(Colour::of).toList();
  }
}
