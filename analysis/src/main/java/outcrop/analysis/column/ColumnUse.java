package outcrop.analysis.column;

import java.util.concurrent.CancellationException;

/// The right to read columns: while anybody holds one, closing the store waits.
///
/// Whoever reads many rows off the thread that closes the store takes one for the whole of it.
public sealed interface ColumnUse extends AutoCloseable {
  /// For columns on the heap, which never go away.
  ColumnUse UNBOUND = new Unbound();

  /// For long work to ask now and then, so that closing need not wait for its end.
  ///
  /// @throws CancellationException when somebody wants to close the store
  void checkWanted();

  @Override
  void close();

  /// Never ends.
  record Unbound() implements ColumnUse {
    @Override
    public void checkWanted() {}

    @Override
    public void close() {}
  }

  /// One use of a store that can be closed; to be closed once.
  record Counted(UseCount of) implements ColumnUse {
    @Override
    public void checkWanted() {
      of.checkOpen();
    }

    @Override
    public void close() {
      of.end();
    }
  }
}
