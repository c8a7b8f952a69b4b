package outcrop.app.view.part;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.query.ViewData.DistributionData;

/// What the grid of cards knows of one field, whether its card is in view or not.
final class CardState {
  CardFace face;
  @Nullable DistributionData data;
  @Nullable Picture picture;
  @Nullable BinRange brush;
  Set<String> chosen = Set.of();

  CardState(CardFace face) {
    this.face = face;
  }
}
