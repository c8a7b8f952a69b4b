package outcrop.analysis.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outcrop.analysis.io.ImportPreview;
import outcrop.analysis.io.Importer;
import outcrop.analysis.task.DirectTaskRunner;
import outcrop.analysis.task.TaskContext;

/// Inputs that [Fuzzer] found, in their shortest form.
final class FoundByFuzzingTest {
  @TempDir Path folder;

  private long rows(String name, String text) throws Exception {
    Path file = Files.writeString(folder.resolve(name), text);
    Importer importer = new Importer(new DirectTaskRunner());
    ImportPreview preview = importer.preview(List.of(file), TaskContext.NONE);
    return importer.read(preview.spec(), folder, folder.resolve("store"), TaskContext.NONE).rows();
  }

  @Test
  void aLineMayHoldMoreJsonValuesThanABatchHasRows() throws Exception {
    assertEquals(10_000, rows("x.json", "\"\"".repeat(10_000)), "each value is a row");
    assertEquals(
        20_001, rows("y.jsonl", "{\"a\":1}".repeat(20_000) + "\n{\"a\":2}\n"), "all lines");
  }
}
