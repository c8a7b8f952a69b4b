package outcrop.analysis.render;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import outcrop.analysis.query.BinAxis;
import outcrop.analysis.render.Scale.Tick;
import outcrop.analysis.spec.AxisStyle;

/// A scale that is cut, marked and written as the style of its axis says. What a style says that
/// the scale cannot follow, such as a range that ends before it starts or an end at or below zero
/// on a logarithmic scale, counts as not said.
record StyledScale(Scale scale, AxisStyle style) implements Scale {
  private static final int MOST_TICKS = 1000;
  private static final Pattern CALENDAR_STEP = Pattern.compile("(\\d{1,4})\\s*(y|mo|w|d|h|min|s)");

  /// The scale with the range, ticks and format of the style.
  static Scale of(Scale scale, AxisStyle style) {
    if (style.equals(AxisStyle.AUTO) || scale instanceof Scale.Band) {
      return scale;
    }
    return new StyledScale(ranged(scale, style), style);
  }

  /// Where a range of the style cuts an axis off, as it would be used.
  ///
  /// @return the scale itself where the style has no range that it can follow
  static Scale ranged(Scale scale, AxisStyle style) {
    OptionalDouble start = value(scale, style.from());
    OptionalDouble end = value(scale, style.to());
    double[] domain = domain(scale);
    double from = start.orElse(domain[0]);
    double to = end.orElse(domain[1]);
    if (start.isEmpty() && end.isEmpty() || !(from < to)) {
      return scale;
    }
    return switch (scale) {
      case Scale.Linear(_, _, double a, double b) -> new Scale.Linear(from, to, a, b);
      case Scale.Log(_, _, double a, double b) -> from > 0 ? new Scale.Log(from, to, a, b) : scale;
      case Scale.SymLog(_, _, double unit, double a, double b) ->
          new Scale.SymLog(from, to, unit, a, b);
      case Scale.Time(_, _, double a, double b, List<String> months) ->
          new Scale.Time(from, to, a, b, months);
      case Scale.Band _ -> scale;
      case StyledScale(Scale inner, AxisStyle own) -> new StyledScale(ranged(inner, style), own);
    };
  }

  /// Which bins of an axis its range shows at least a part of.
  static boolean[] seen(BinAxis axis, AxisStyle style) {
    boolean[] seen = new boolean[axis.size()];
    double[] edges = ValueAxis.edges(axis);
    if (axis instanceof BinAxis.Values || seen.length == 0) {
      Arrays.fill(seen, true);
      return seen;
    }
    double last = edges[edges.length - 1];
    Scale whole =
        axis instanceof BinAxis.Times
            ? new Scale.Time(edges[0], last, 0, 1, ChartWords.ENGLISH.months())
            : new Scale.Linear(edges[0], last, 0, 1);
    Scale cut = ranged(whole, style);
    for (int bin = 0; bin < seen.length; bin++) {
      seen[bin] = edges[bin + 1] > cut.toValue(0) && edges[bin] < cut.toValue(1);
    }
    return seen;
  }

  private static double[] domain(Scale scale) {
    return switch (scale) {
      case Scale.Linear s -> new double[] {s.from(), s.to()};
      case Scale.Log s -> new double[] {s.from(), s.to()};
      case Scale.SymLog s -> new double[] {s.from(), s.to()};
      case Scale.Time s -> new double[] {s.from(), s.to()};
      case Scale.Band _ -> new double[] {0, 0};
      case StyledScale s -> domain(s.scale);
    };
  }

  /// Whether the values of a scale are moments.
  static boolean isTime(Scale scale) {
    return scale instanceof Scale.Time || scale instanceof StyledScale s && isTime(s.scale);
  }

  /// The value that a text names on a scale; empty for a text that names none.
  static OptionalDouble value(Scale scale, String text) {
    return isTime(scale) ? AxisText.moment(text) : AxisText.count(text);
  }

  @Override
  public double toPixel(double value) {
    return scale.toPixel(value);
  }

  @Override
  public double toValue(double pixel) {
    return scale.toValue(pixel);
  }

  @Override
  public List<Tick> ticks(int wanted) {
    double[] domain = domain(scale);
    if (!style.ticks().isEmpty()) {
      return own(domain);
    }
    List<Tick> stepped = isTime(scale) ? calendar(domain) : steps(domain);
    List<Tick> ticks = stepped.isEmpty() ? scale.ticks(wanted) : stepped;
    return ticks.stream().map(this::written).toList();
  }

  private List<Tick> own(double[] domain) {
    List<Tick> ticks = new ArrayList<>();
    for (String text : style.ticks()) {
      OptionalDouble value = value(scale, text);
      if (value.isPresent()
          && value.getAsDouble() >= domain[0]
          && value.getAsDouble() <= domain[1]) {
        ticks.add(written(new Tick(value.getAsDouble(), Names.visible(text.strip()))));
      }
    }
    ticks.sort(Comparator.comparingDouble(Tick::value));
    return ticks;
  }

  /// Multiples of the step; none where there is no step or it makes more marks than can be read.
  private List<Tick> steps(double[] domain) {
    OptionalDouble step = AxisText.count(style.step());
    if (step.isEmpty()
        || !(step.getAsDouble() > 0)
        || (domain[1] - domain[0]) / step.getAsDouble() > MOST_TICKS) {
      return List.of();
    }
    return NumberTicks.multiples(BigDecimal.valueOf(step.getAsDouble()), domain[0], domain[1]);
  }

  private List<Tick> calendar(double[] domain) {
    Optional<CalendarStep> step = CalendarStep.of(style.step());
    return step.isEmpty() ? List.of() : step.get().ticks(domain[0], domain[1]);
  }

  /// The tick with its label in the notation of the style.
  private Tick written(Tick tick) {
    if (tick.minor()) {
      return tick;
    }
    AxisStyle.Format format = style.format();
    Optional<String> text =
        isTime(scale)
            ? AxisFormat.time(tick.value(), format)
            : AxisFormat.number(tick.value(), format);
    String label = text.orElse(tick.label());
    return new Tick(
        tick.value(),
        Names.visible(format.prefix()) + label + Names.visible(format.suffix()),
        text.isPresent() ? "" : tick.context());
  }

  /// A step of the calendar as it is typed: `3mo`.
  record CalendarStep(int count, ChronoUnit unit) {
    /// Empty where the text is no step.
    static Optional<CalendarStep> of(String text) {
      Matcher matcher = CALENDAR_STEP.matcher(text.strip());
      if (!matcher.matches() || Integer.parseInt(matcher.group(1)) == 0) {
        return Optional.empty();
      }
      ChronoUnit unit =
          switch (matcher.group(2)) {
            case "y" -> ChronoUnit.YEARS;
            case "mo" -> ChronoUnit.MONTHS;
            case "w" -> ChronoUnit.WEEKS;
            case "d" -> ChronoUnit.DAYS;
            case "h" -> ChronoUnit.HOURS;
            case "min" -> ChronoUnit.MINUTES;
            default -> ChronoUnit.SECONDS;
          };
      return Optional.of(new CalendarStep(Integer.parseInt(matcher.group(1)), unit));
    }

    /// From the first boundary of the calendar on; none where there were too many.
    List<Tick> ticks(double from, double to) {
      double length = unit.getDuration().toSeconds() * 1e6 * count;
      if ((to - from) / length > MOST_TICKS) {
        return List.of();
      }
      LocalDateTime time = first(CalendarTicks.time(from));
      List<Tick> ticks = new ArrayList<>();
      for (double at = CalendarTicks.micros(time);
          at <= to && ticks.size() < MOST_TICKS;
          time = time.plus(count, unit), at = CalendarTicks.micros(time)) {
        if (at >= from) {
          ticks.add(new Tick(at, name(time)));
        }
      }
      return ticks;
    }

    private LocalDateTime first(LocalDateTime start) {
      LocalDateTime day = start.truncatedTo(ChronoUnit.DAYS);
      return switch (unit) {
        case YEARS -> day.withDayOfYear(1).withYear(Math.floorDiv(start.getYear(), count) * count);
        case MONTHS -> day.withDayOfYear(1);
        case WEEKS -> day.minusDays(start.getDayOfWeek().getValue() - 1L);
        default -> day;
      };
    }

    private String name(LocalDateTime time) {
      String day = time.toLocalDate().toString();
      return switch (unit) {
        case YEARS -> Integer.toString(time.getYear());
        case MONTHS -> day.substring(0, day.length() - 3);
        case WEEKS, DAYS -> day;
        case HOURS, MINUTES -> time.toLocalTime().toString();
        default -> time.toLocalTime().withNano(0).toString();
      };
    }
  }
}
