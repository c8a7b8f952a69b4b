package outcrop.app.view.part;

/// What a user does to the target over a chart.
public interface ShapeActions {
  /// A class's target moves, or was let go.
  ///
  /// @param slot the number of the class; the one after the last is that of rows without a value
  /// @param rows wanted, 0 or more
  /// @param done whether the hand let go
  void drag(int slot, double rows, boolean done);

  /// The line of a cap moves, or was let go.
  void cap(double rows, boolean done);

  /// How many rows are wanted of a class now.
  double wanted(int slot);

  /// The cap now; 0 where the target is none.
  double cap();

  /// Enter: the target is to become an operation.
  void apply();

  /// Esc: the target is to go.
  void cancel();
}
