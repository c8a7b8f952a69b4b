package outcrop.analysis.render;

import java.util.List;

/// The way between values and pixels along one side of a plot, both ways.
///
/// Inside the domain `toValue(toPixel(v))` is `v` but for rounding. Pixels may run against the
/// values, as counts do upwards.
public sealed interface Scale
    permits Scale.Linear, Scale.Log, Scale.SymLog, Scale.Time, Scale.Band, StyledScale {
  double toPixel(double value);

  double toValue(double pixel);

  /// Marked values in rising order.
  ///
  /// @param wanted about how many labels there is room for, at least 1
  List<Tick> ticks(int wanted);

  /// A marked value.
  ///
  /// @param label empty for a mark without text
  /// @param context what a reader needs once, under the label: the year under `Mar`; else empty
  record Tick(double value, String label, String context) {
    Tick(double value, String label) {
      this(value, label, "");
    }

    public boolean minor() {
      return label.isEmpty();
    }
  }

  /// Equal steps. Differences are taken of halves, so that a domain over all doubles does not
  /// overflow.
  record Linear(double from, double to, double pixelFrom, double pixelTo) implements Scale {
    public Linear {
      to = to > from ? to : from + Math.max(1, Math.abs(from) * 1e-9);
    }

    @Override
    public double toPixel(double value) {
      double share = (value / 2 - from / 2) / (to / 2 - from / 2);
      return pixelFrom + share * (pixelTo - pixelFrom);
    }

    @Override
    public double toValue(double pixel) {
      double share = (pixel - pixelFrom) / (pixelTo - pixelFrom);
      return from * (1 - share) + to * share;
    }

    @Override
    public List<Tick> ticks(int wanted) {
      return NumberTicks.linear(from, to, wanted);
    }
  }

  /// Equal ratios. Values below the domain, zero and negative ones among them, stand at its start.
  record Log(double from, double to, double pixelFrom, double pixelTo) implements Scale {
    public Log {
      from = from > 0 ? from : Double.MIN_NORMAL;
      to = to > from ? to : from * 10;
    }

    @Override
    public double toPixel(double value) {
      double share =
          (Math.log(Math.max(value, from)) - Math.log(from)) / (Math.log(to) - Math.log(from));
      return pixelFrom + share * (pixelTo - pixelFrom);
    }

    @Override
    public double toValue(double pixel) {
      double share = (pixel - pixelFrom) / (pixelTo - pixelFrom);
      return Math.exp(Math.log(from) * (1 - share) + Math.log(to) * share);
    }

    @Override
    public List<Tick> ticks(int wanted) {
      return NumberTicks.log(from, to, wanted);
    }
  }

  /// Linear near zero, logarithmic far from it: `sign(v) · log(1 + |v| / unit)`.
  ///
  /// @param unit about where the scale turns from linear to logarithmic, positive
  record SymLog(double from, double to, double unit, double pixelFrom, double pixelTo)
      implements Scale {
    public SymLog {
      to = to > from ? to : from + Math.max(1, Math.abs(from));
    }

    private double bend(double value) {
      return Math.copySign(Math.log1p(Math.abs(value) / unit), value);
    }

    @Override
    public double toPixel(double value) {
      double share = (bend(value) - bend(from)) / (bend(to) - bend(from));
      return pixelFrom + share * (pixelTo - pixelFrom);
    }

    @Override
    public double toValue(double pixel) {
      double share = (pixel - pixelFrom) / (pixelTo - pixelFrom);
      double bent = bend(from) * (1 - share) + bend(to) * share;
      return Math.copySign(Math.expm1(Math.abs(bent)) * unit, bent);
    }

    @Override
    public List<Tick> ticks(int wanted) {
      return NumberTicks.symLog(from, to, unit, wanted);
    }
  }

  /// Microseconds since 1970 in UTC, in equal steps with calendar ticks.
  record Time(double from, double to, double pixelFrom, double pixelTo, List<String> months)
      implements Scale {
    public Time {
      to = to > from ? to : from + 1;
      months = List.copyOf(months);
    }

    @Override
    public double toPixel(double value) {
      return pixelFrom + (value - from) / (to - from) * (pixelTo - pixelFrom);
    }

    @Override
    public double toValue(double pixel) {
      return from + (pixel - pixelFrom) / (pixelTo - pixelFrom) * (to - from);
    }

    @Override
    public List<Tick> ticks(int wanted) {
      return CalendarTicks.between(from, to, wanted, months);
    }
  }

  /// Bars of equal width; a value is the number of a bar, whole in its middle.
  ///
  /// @param first number of the bar at `start`
  /// @param step pixels from bar to bar
  record Band(int first, double start, double step) implements Scale {
    @Override
    public double toPixel(double value) {
      return start + (value - first + 0.5) * step;
    }

    @Override
    public double toValue(double pixel) {
      return (pixel - start) / step - 0.5 + first;
    }

    /// None: bars are named one by one.
    @Override
    public List<Tick> ticks(int wanted) {
      return List.of();
    }
  }
}
