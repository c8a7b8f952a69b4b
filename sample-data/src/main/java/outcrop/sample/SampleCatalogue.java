package outcrop.sample;

import java.util.List;
import java.util.Optional;

/// The sample datasets that Outcrop brings.
public final class SampleCatalogue {
  /// The seed to use when the user names none; golden hashes in the tests belong to it.
  public static final long DEFAULT_SEED = 20260101L;

  private static final List<SampleDataset> DATASETS =
      List.of(new ReviewsDataset(), new ShapesDataset(), new SensorsDataset());

  private SampleCatalogue() {}

  /// All datasets; the first is the one to show to a new user.
  public static List<SampleDataset> datasets() {
    return DATASETS;
  }

  /// The dataset with exactly this name, or empty if there is none.
  public static Optional<SampleDataset> byName(String name) {
    return DATASETS.stream().filter(dataset -> dataset.name().equals(name)).findFirst();
  }
}
