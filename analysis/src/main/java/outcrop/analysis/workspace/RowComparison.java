package outcrop.analysis.workspace;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.RowKey;
import outcrop.analysis.io.ReadReport;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.WholeFile;
import tools.jackson.databind.json.JsonMapper;

/// Compares two imports of one project row by row, found by their keys.
final class RowComparison {
  static final String FILE = "change.jsonl";

  private static final int STEP = 1 << 12;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final ColumnStore before;
  private final ColumnStore after;
  private final List<Column> oldCells = new ArrayList<>();
  private final List<Column> newCells = new ArrayList<>();
  private long added;
  private long changed;
  private long removed;
  private long unchanged;

  /// @param compared whether the cells of a field may differ in rows of one key
  RowComparison(ColumnStore before, ColumnStore after, Predicate<String> compared) {
    this.before = before;
    this.after = after;
    for (Field field : before.schema().fields()) {
      if (after.schema().find(field.name()).isPresent() && compared.test(field.name())) {
        oldCells.add(before.column(field.name()));
        newCells.add(after.column(field.name()));
      }
    }
  }

  /// @param folder where the file of keys is written
  ImportChange write(Path folder, ReadReport report, TaskContext context) {
    Path file = folder.resolve(FILE);
    context.stage("Comparing");
    WholeFile.write(
        file,
        temporary -> {
          try (BufferedWriter out = Files.newBufferedWriter(temporary)) {
            compare(out, context);
          }
        });
    return new ImportChange(added, changed, removed, unchanged, Optional.of(file), report);
  }

  private void compare(BufferedWriter out, TaskContext context) throws IOException {
    BitSet met = new BitSet(after.rowCount());
    long all = (long) before.rowCount() + after.rowCount();
    for (int row = 0; row < before.rowCount(); row++) {
      tick(context, row, all);
      RowKey key = before.key(row);
      int now = after.find(key).orElse(-1);
      if (now < 0) {
        removed++;
        put(out, key, "removed");
      } else {
        met.set(now);
        if (differs(row, now)) {
          changed++;
          put(out, key, "changed");
        } else {
          unchanged++;
        }
      }
    }
    for (int row = met.nextClearBit(0); row < after.rowCount(); row = met.nextClearBit(row + 1)) {
      tick(context, before.rowCount() + (long) row, all);
      added++;
      put(out, after.key(row), "added");
    }
  }

  private static void tick(TaskContext context, long done, long all) {
    if (done % STEP == 0) {
      context.checkCancelled();
      context.progress(done, all);
    }
  }

  private static void put(BufferedWriter out, RowKey key, String change) throws IOException {
    out.write(JSON.writeValueAsString(Map.of("key", key.text(), "change", change)));
    out.write('\n');
  }

  private boolean differs(int old, int now) {
    for (int i = 0; i < oldCells.size(); i++) {
      if (differs(oldCells.get(i), old, newCells.get(i), now)) {
        return true;
      }
    }
    return false;
  }

  private static boolean differs(Column before, int old, Column after, int now) {
    if (before.isMissing(old) || after.isMissing(now)) {
      return before.isMissing(old) != after.isMissing(now);
    }
    if (before instanceof NumberColumn a
        && after instanceof NumberColumn b
        && a.integral()
        && b.integral()) {
      return a.longAt(old) != b.longAt(now);
    }
    return !Objects.equals(before.textAt(old), after.textAt(now));
  }
}
