package outcrop.analysis.io;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import outcrop.analysis.io.ReadReport.QuarantinedRow;
import tools.jackson.databind.json.JsonMapper;

/// Keeps the rows that were refused: all of them in a file of JSON lines, the first in memory. Used
/// by one thread at a time.
final class Quarantine implements AutoCloseable {
  static final String FILE = "quarantine.jsonl";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final BufferedWriter out;
  private final List<QuarantinedRow> listed = new ArrayList<>();
  private long count;

  Quarantine(Path directory) throws IOException {
    out = Files.newBufferedWriter(directory.resolve(FILE));
  }

  void add(String file, long line, String reason) {
    QuarantinedRow row = new QuarantinedRow(file, line, reason);
    count++;
    if (listed.size() < ReadReport.LISTED) {
      listed.add(row);
    }
    try {
      out.write(JSON.writeValueAsString(row));
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  long count() {
    return count;
  }

  List<QuarantinedRow> listed() {
    return List.copyOf(listed);
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
