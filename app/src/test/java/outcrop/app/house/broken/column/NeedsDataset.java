package outcrop.app.house.broken.column;

import org.apache.lucene.util.BytesRef;
import outcrop.app.house.broken.dataset.ImportsUpwards;

/// The other half of the cycle, which also sees Lucene.
public class NeedsDataset {
  public Class<?> downward = ImportsUpwards.class;
  public BytesRef lucene = new BytesRef();
}
