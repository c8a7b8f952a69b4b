package outcrop.analysis.index;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// What says that an index is complete: written last, read first.
///
/// @param version of the layout and of the way text is split into words
record IndexMarker(int version, int rows, List<String> fields) {
  static final int VERSION = 2;
  private static final String FILE = "text-index.json";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  IndexMarker {
    fields = List.copyOf(fields);
  }

  static Optional<IndexMarker> read(Path directory) {
    Path file = directory.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readValue(Files.readAllBytes(file), IndexMarker.class))
          .filter(marker -> marker.version == VERSION);
    } catch (IOException | JacksonException _) {
      // A marker that cannot be read marks nothing: the index is built again.
      return Optional.empty();
    }
  }

  void write(Path directory) throws IOException {
    Path file = directory.resolve(FILE);
    Files.write(file, JSON.writeValueAsBytes(this));
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }
}
