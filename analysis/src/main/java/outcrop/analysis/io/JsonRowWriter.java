package outcrop.analysis.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.Column;
import outcrop.analysis.dataset.RowKey;
import outcrop.analysis.task.TaskContext;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Writes JSON lines.
final class JsonRowWriter implements RowWriter {
  private static final JsonFactory JSON = JsonFactory.builder().rootValueSeparator("\n").build();

  private final Plan plan;
  private final OutputStream out;
  private final JsonGenerator json;
  private boolean any;

  JsonRowWriter(Plan plan) throws IOException {
    this.plan = plan;
    this.out = new BufferedOutputStream(Files.newOutputStream(plan.target()), 1 << 16);
    this.json = JSON.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8);
  }

  @Override
  public void write(int row, @Nullable RowKey key) throws IOException {
    try {
      writeObject(row, key);
    } catch (JacksonException e) {
      throw new IOException(e.getOriginalMessage(), e);
    }
  }

  private void writeObject(int row, @Nullable RowKey key) {
    any = true;
    json.writeStartObject();
    String keyField = plan.options().keyField();
    if (key != null && keyField != null) {
      json.writeName(keyField);
      json.writeString(key.text());
    }
    for (Column column : plan.columns()) {
      json.writeName(column.field().name());
      JsonCells.write(json, column, row);
    }
    json.writeEndObject();
  }

  @Override
  public void finish(TaskContext context) throws IOException {
    try {
      json.flush();
    } catch (JacksonException e) {
      throw new IOException(e.getOriginalMessage(), e);
    }
    if (any) {
      out.write('\n');
    }
    out.flush();
  }

  @Override
  public void close() throws IOException {
    json.close();
    out.close();
  }
}
