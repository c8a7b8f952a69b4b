package outcrop.analysis.io;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.ListColumn;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.column.TextColumn;
import outcrop.analysis.column.TimeColumn;
import outcrop.analysis.column.VectorColumn;
import outcrop.analysis.dataset.RowKey;
import outcrop.analysis.task.TaskContext;

/// Writes CSV.
final class CsvRowWriter implements RowWriter {
  private final Plan plan;
  private final CsvWriter out;

  CsvRowWriter(Plan plan) throws IOException {
    this.plan = plan;
    this.out =
        CsvWriter.builder()
            .lineDelimiter(LineDelimiter.LF)
            .quoteStrategy(QuoteStrategies.EMPTY)
            .build(plan.target(), StandardCharsets.UTF_8);
    List<String> header = new ArrayList<>();
    String key = plan.options().keyField();
    if (key != null) {
      header.add(guarded(key));
    }
    plan.columns().forEach(column -> header.add(guarded(column.field().name())));
    out.writeRecord(header);
  }

  @Override
  public void write(int row, @Nullable RowKey key) throws IOException {
    try {
      CsvWriter.CsvWriterRecord line = out.writeRecord();
      if (key != null) {
        line.writeField(guarded(key.text()));
      }
      for (Column column : plan.columns()) {
        line.writeField(text(column, row));
      }
      line.endRecord();
    } catch (UncheckedIOException e) {
      throw Objects.requireNonNull(e.getCause());
    }
  }

  private @Nullable String text(Column column, int row) {
    String text = column.textAt(row);
    return switch (column) {
      case NumberColumn _, TimeColumn _, ListColumn _, VectorColumn _ -> text;
      case CategoryColumn _, TextColumn _ -> text == null ? null : guarded(text);
    };
  }

  private String guarded(String text) {
    return plan.options().guardFormulas() ? Formulas.guarded(text) : text;
  }

  @Override
  public void finish(TaskContext context) throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
