package outcrop.app.house.broken.dataset;

import outcrop.app.house.broken.column.NeedsDataset;

/// A room that imports what stands above it, and so a cycle.
public class ImportsUpwards {
  public NeedsDataset upward = new NeedsDataset();
}
