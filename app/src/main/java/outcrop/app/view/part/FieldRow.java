package outcrop.app.view.part;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.query.ViewData.DistributionData;

/// What the field list knows of one field, whether it is in view or not.
final class FieldRow {
  FieldList.Item item;
  @Nullable DistributionData data;
  @Nullable Picture picture;
  @Nullable BinRange brush;
  Set<String> chosen = Set.of();

  FieldRow(FieldList.Item item) {
    this.item = item;
  }
}
