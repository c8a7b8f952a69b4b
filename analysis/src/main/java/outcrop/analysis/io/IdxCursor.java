package outcrop.analysis.io;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Rows of an IDX file. Images are only named; numbers and labels are read.
final class IdxCursor implements RowCursor {
  private final SourceFile file;
  private final IdxHeader header;
  private final @Nullable IdxNumbers labels;
  private final @Nullable IdxNumbers numbers;
  private final Map<String, Integer> columns;
  private final @Nullable String split;
  private final float[] vector;
  private int row;

  /// @param labels one for each image, null where there are none
  IdxCursor(
      SourceFile file,
      IdxHeader header,
      @Nullable IdxNumbers labels,
      Map<String, Integer> columns) {
    this.file = file;
    this.header = header;
    this.labels = labels;
    this.numbers = header.isImages() ? null : new IdxNumbers(file, header);
    this.columns = columns;
    this.split = IdxReader.split(file);
    this.vector = new float[header.isImages() ? 0 : header.elements()];
  }

  @Override
  public boolean fill(RowBatch batch, RowSink sink) throws IOException {
    while (row < header.rows() && !batch.isFull()) {
      if (numbers == null) {
        put(batch, IdxReader.IMAGE, file.name() + '#' + row, true);
      } else if (vector.length == 1) {
        String text = number(numbers);
        put(batch, IdxReader.LABEL, text, false);
        put(batch, IdxReader.VALUE, text, false);
      } else {
        putVector(batch, numbers);
      }
      if (labels != null) {
        put(batch, IdxReader.LABEL, number(labels), true);
      }
      if (split != null) {
        put(batch, IdxReader.SPLIT, split, true);
      }
      batch.endRow(++row);
    }
    return row < header.rows();
  }

  private static String number(IdxNumbers from) throws IOException {
    double value = from.next();
    return from.isWhole() ? Long.toString((long) value) : Double.toString(value);
  }

  private void putVector(RowBatch batch, IdxNumbers from) throws IOException {
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) from.next();
    }
    Integer column = columns.get(IdxReader.VALUES);
    if (column != null) {
      batch.putFloats(column, vector, 0, vector.length);
    }
  }

  private void put(RowBatch batch, String field, String text, boolean quoted) {
    Integer column = columns.get(field);
    if (column != null) {
      batch.put(column, text, quoted);
    }
  }

  @Override
  public long bytesRead() {
    return numbers == null
        ? (long) ((double) file.size() * row / Math.max(1, header.rows()))
        : numbers.bytesRead();
  }

  @Override
  public void close() throws IOException {
    if (numbers != null) {
      numbers.close();
    }
    if (labels != null) {
      labels.close();
    }
  }
}
