package outcrop.analysis.model;

/// Hears how a map looks while it is being made.
@FunctionalInterface
public interface MapPreview {
  /// For whoever wants to see the finished map only.
  MapPreview NONE = (_, _, _) -> {};

  /// Called now and then on the thread that makes the map.
  ///
  /// @param coordinates x and y of each line so far; a copy
  /// @param done how many steps are done
  /// @param total of so many
  void show(float[] coordinates, int done, int total);
}
