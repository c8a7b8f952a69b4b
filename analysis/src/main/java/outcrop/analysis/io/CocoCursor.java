package outcrop.analysis.io;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.dataset.Json;
import outcrop.analysis.task.TaskContext;

/// Rows of a COCO file: its images in order, each with its annotations.
final class CocoCursor implements RowCursor {
  private final CocoStream stream;
  private final CocoAnnotations annotations;
  private final Map<String, Integer> columns;
  private final JsonRowParser rows;
  private boolean inImages;
  private boolean ended;

  CocoCursor(
      SourceFile file,
      CocoAnnotations annotations,
      Map<String, Integer> columns,
      TaskContext context) {
    this.stream = new CocoStream(file, context);
    this.annotations = annotations;
    this.columns = columns;
    this.rows = CocoReader.rows(columns);
  }

  @Override
  public boolean fill(RowBatch batch, RowSink sink) {
    while (!ended && !batch.isFull()) {
      if (!inImages) {
        enterImages(sink);
      } else if (stream.nextObject()) {
        long line = stream.line();
        CocoReader.putImage(stream, rows, batch, sink);
        Integer id = columns.get(CocoReader.ID);
        String text = id == null ? null : batch.cell(id);
        if (text != null) {
          put(batch, annotations.take(text));
        }
        batch.endRow(line);
      } else {
        inImages = false;
      }
    }
    return !ended;
  }

  private void enterImages(RowSink sink) {
    String list = stream.nextList();
    if (list == null) {
      ended = true;
      tell(sink);
    } else if (list.equals("images")) {
      inImages = true;
    } else {
      stream.skipList();
    }
  }

  private void put(RowBatch batch, CocoAnnotations.OfImage image) {
    put(batch, CocoReader.OBJECTS, Integer.toString(image.size()), false);
    put(batch, CocoReader.CROWDS, Integer.toString(image.crowds()), false);
    put(batch, CocoReader.CATEGORIES, texts(image.categories()), true);
    for (int i = 0; i < CocoReader.NUMBERS.size(); i++) {
      put(batch, CocoReader.NUMBERS.get(i), numbers(image.numbers()[i]), true);
    }
  }

  private void put(RowBatch batch, String field, String text, boolean quoted) {
    Integer column = columns.get(field);
    if (column != null) {
      batch.put(column, text, quoted);
    }
  }

  private static String texts(List<@Nullable String> values) {
    return Json.MAPPER.writeValueAsString(values);
  }

  private static String numbers(double[] values) {
    StringBuilder list = new StringBuilder("[");
    for (int i = 0; i < values.length; i++) {
      list.append(i == 0 ? "" : ",").append(number(values[i]));
    }
    return list.append(']').toString();
  }

  private static String number(double value) {
    if (Double.isNaN(value)) {
      return "null";
    }
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  private void tell(RowSink sink) {
    long left = annotations.left();
    if (left > 0) {
      sink.warn(
          left
              + (left == 1 ? " annotation belongs" : " annotations belong")
              + " to no image of the file and "
              + (left == 1 ? "is" : "are")
              + " left out.");
    }
    int unknown = annotations.unknownCategories();
    if (unknown > 0) {
      sink.warn(
          unknown
              + (unknown == 1 ? " category has" : " categories have")
              + " no name in the file and "
              + (unknown == 1 ? "is" : "are")
              + " shown by number.");
    }
  }

  @Override
  public long bytesRead() {
    return stream.bytesRead();
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
