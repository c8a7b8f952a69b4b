package outcrop.app.view.part;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.query.ViewData.DistributionData;

/// What the grid of cards knows of one field, whether its card is in view or not.
final class CardState {
  final Field field;

  /// Null until the card comes into view, and after what is known has changed.
  @Nullable CardFace face;

  @Nullable DistributionData data;
  @Nullable Picture picture;
  @Nullable BinRange brush;
  Set<String> chosen = Set.of();

  CardState(Field field) {
    this.field = field;
  }
}
