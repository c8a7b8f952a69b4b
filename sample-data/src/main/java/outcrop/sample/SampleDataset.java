package outcrop.sample;

import java.io.IOException;
import java.nio.file.Path;

/// A dataset that is generated on demand, with a file that states what is true about it.
///
/// Instances are immutable and may be used from any thread. Get them from [SampleCatalogue].
public sealed interface SampleDataset permits ReviewsDataset, ShapesDataset, SensorsDataset {
  /// The name by which users ask for it; also the name of its folder.
  String name();

  /// What it contains, in one sentence.
  String description();

  /// The number of rows that it always has.
  int rows();

  /// The file or folder to open once the dataset was generated into `directory`.
  Path dataPath(Path directory);

  /// The file that states the truth once the dataset was generated into `directory`.
  default Path truthPath(Path directory) {
    return directory.resolve(name()).resolve("truth.json");
  }

  /// Generates without reporting progress; see [#generate(Path, long, GenerationProgress)].
  default Path generate(Path directory, long seed) throws IOException {
    return generate(directory, seed, GenerationProgress.NONE);
  }

  /// Writes the dataset into the folder [#name()] of `directory` and returns [#dataPath(Path)].
  ///
  /// Files are written to a temporary folder beside the target and then moved, so a reader never
  /// sees half a file; `truth.json` comes last, so its presence says that the dataset is complete.
  /// An older generation is replaced file by file; other files in the folder are left alone. An
  /// exception thrown by `progress` stops the generation and leaves nothing behind.
  ///
  /// @throws IOException if the folder cannot be created or written
  Path generate(Path directory, long seed, GenerationProgress progress) throws IOException;
}
