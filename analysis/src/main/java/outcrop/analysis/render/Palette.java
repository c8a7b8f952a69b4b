package outcrop.analysis.render;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import outcrop.analysis.query.ViewData.DistributionData;
import outcrop.analysis.spec.ChartStyle;

/// The colour of each value: the same value has the same colour in every view that shows the same
/// values.
///
/// Pinned colours come first. Of a palette of ordered colours, all others then take theirs in the
/// order of their names, numbers by size. Of other palettes, the largest values, as many as there
/// are colours left, ask for the colour that their name hashes to; where two ask for one, the later
/// by name takes the next free. The order of sizes within those values does not matter, so that a
/// filter never changes a colour. All others share the rest colour.
public final class Palette {
  /// Okabe and Ito (2008), black last: a bar of it is louder than what it stands for.
  private static final List<Colour> OKABE_ITO =
      Stream.of(
              "#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#f0e442",
              "#000000")
          .map(Colour::of)
          .toList();

  private final Map<String, Colour> colours;
  private final Colour rest;
  private final Colour missing;

  private Palette(Map<String, Colour> colours, Colour rest, Colour missing) {
    this.colours = colours;
    this.rest = rest;
    this.missing = missing;
  }

  /// Colours for the groups of a split in the palette and with the colours of a style.
  ///
  /// @param groups values in falling size
  public static Palette of(Theme theme, ChartStyle style, List<String> groups) {
    return switch (style.look().colours()) {
      case STANDARD -> of(theme, style.colours(), groups);
      case OKABE_ITO -> of(theme, okabeIto(theme), style.colours(), groups);
      case SEQUENTIAL, DIVERGING -> ordered(theme, style, groups);
    };
  }

  /// Black is the one of the eight that a dark paper swallows; white stands in for it.
  static List<Colour> okabeIto(Theme theme) {
    return theme.name().equals(Theme.DARK.name())
        ? Stream.concat(OKABE_ITO.stream().limit(7), Stream.of(Colour.of("#ffffff"))).toList()
        : OKABE_ITO;
  }

  private static Palette ordered(Theme theme, ChartStyle style, List<String> groups) {
    Map<String, Colour> colours = pinned(style.colours());
    List<String> named =
        groups.stream().filter(group -> !isRest(group)).sorted(byNumberThenName(groups)).toList();
    List<Colour> steps = Ramp.of(theme, style.look().colours()).steps(named.size());
    for (int i = 0; i < named.size(); i++) {
      colours.putIfAbsent(named.get(i), steps.get(i));
    }
    return new Palette(colours, theme.rest(), theme.rest().mix(theme.foreground(), 0.35));
  }

  /// By size where all are numbers.
  private static Comparator<String> byNumberThenName(List<String> groups) {
    boolean numbers =
        groups.stream()
            .filter(group -> !isRest(group))
            .allMatch(g -> AxisText.number(g).isPresent());
    return numbers
        ? Comparator.comparingDouble((String group) -> AxisText.number(group).orElseThrow())
            .thenComparing(Comparator.naturalOrder())
        : Comparator.naturalOrder();
  }

  /// Colours for the groups of a split in the palette of the theme.
  ///
  /// @param pinned `#rrggbb` by value; texts that are no colour are passed over
  /// @param groups values in falling size
  public static Palette of(Theme theme, Map<String, String> pinned, List<String> groups) {
    return of(theme, theme.categorical(), pinned, groups);
  }

  private static Palette of(
      Theme theme, List<Colour> choice, Map<String, String> pinned, List<String> groups) {
    Map<String, Colour> colours = pinned(pinned);
    int size = choice.size();
    boolean[] taken = new boolean[size];
    for (String group : groups) {
      int slot = choice.indexOf(colours.getOrDefault(group, Colour.NONE));
      if (slot >= 0) {
        taken[slot] = true;
      }
    }
    long free = size - countTrue(taken);
    List<String> asking =
        groups.stream()
            .filter(group -> !colours.containsKey(group) && !isRest(group))
            .limit(free)
            .sorted()
            .toList();
    int slot = 0;
    for (String group : asking) {
      while (taken[slot]) {
        slot++;
      }
      taken[slot] = true;
      colours.put(group, choice.get(slot));
    }
    return new Palette(colours, theme.rest(), theme.rest().mix(theme.foreground(), 0.35));
  }

  /// Colours for bars that nothing splits: all alike but for the pinned.
  public static Palette plain(Theme theme, Map<String, String> pinned) {
    Map<String, Colour> colours = pinned(pinned);
    Colour bar = colours.getOrDefault(ChartStyle.BAR, theme.bar());
    return new Palette(colours, bar, bar);
  }

  /// The colour of a value.
  public Colour colour(String value) {
    Colour colour = colours.get(value);
    if (colour != null) {
      return colour;
    }
    return value.equals(DistributionData.MISSING_GROUP) ? missing : rest;
  }

  private static Map<String, Colour> pinned(Map<String, String> pinned) {
    return pinned.entrySet().stream()
        .filter(entry -> Colour.isHex(entry.getValue()))
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                entry -> Colour.of(entry.getValue()),
                (first, second) -> first,
                HashMap::new));
  }

  private static boolean isRest(String group) {
    return group.equals(DistributionData.OTHER_GROUPS)
        || group.equals(DistributionData.MISSING_GROUP);
  }

  private static long countTrue(boolean[] flags) {
    long count = 0;
    for (boolean flag : flags) {
      count += flag ? 1 : 0;
    }
    return count;
  }
}
