package outcrop.analysis.render;

/// What the colours of a chart say, beside the plot or over it.
interface Key {
  /// Of a chart whose colours say nothing.
  Key NONE =
      new Key() {
        @Override
        public Bounds around(Bounds area) {
          return area;
        }

        @Override
        public void over(Bounds plot) {}

        @Override
        public String about(int entry) {
          return "";
        }
      };

  /// Draws it where it stands beside the plot.
  ///
  /// @return what is left of the area
  Bounds around(Bounds area);

  /// Draws it where it stands over the plot, after the plot.
  void over(Bounds plot);

  /// A part of it in words, by the number of its [Target.LegendEntry].
  String about(int entry);
}
