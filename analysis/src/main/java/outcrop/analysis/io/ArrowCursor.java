package outcrop.analysis.io;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.io.ArrowField.Kind;

/// Rows of an Arrow file, batch by batch. The line of a row is its number.
final class ArrowCursor implements RowCursor {
  private final SourceFile file;
  private final SourceFile.Opened opened;
  private final ArrowStream stream;
  private final List<ArrowReader.Leaf> leaves = new ArrayList<>();
  private final int[] targets;
  private ArrowStream.@Nullable Batch batch;
  private int row;
  private long rows;
  private float[] vector = {};

  ArrowCursor(SourceFile file, Map<String, Integer> columns) throws IOException {
    this.file = file;
    this.opened = file.open();
    try {
      this.stream = new ArrowStream(opened.stream());
      for (ArrowReader.Leaf leaf : ArrowReader.leaves(stream.fields(), new ArrayList<>())) {
        if (columns.containsKey(leaf.name())) {
          leaves.add(leaf);
        }
      }
      this.targets =
          leaves.stream().mapToInt(leaf -> columns.getOrDefault(leaf.name(), -1)).toArray();
    } catch (IOException | RuntimeException e) {
      opened.close();
      throw ArrowReader.unreadable(file, e);
    }
  }

  @Override
  public boolean fill(RowBatch target, RowSink sink) {
    try {
      while (!target.isFull()) {
        ArrowStream.Batch current = batch;
        if (current == null || row == current.rows()) {
          batch = stream.next();
          row = 0;
          if (batch == null) {
            return false;
          }
          continue;
        }
        for (int i = 0; i < targets.length; i++) {
          ArrowVector.Value value = leaves.get(i).value(current.columns(), row);
          if (value != null) {
            put(target, targets[i], value);
          }
        }
        row++;
        target.endRow(++rows);
      }
      return true;
    } catch (IOException | RuntimeException e) {
      throw ArrowReader.unreadable(file, e);
    }
  }

  private void put(RowBatch target, int column, ArrowVector.Value value) {
    ArrowField field = value.vector().field();
    if (field.kind() == Kind.FIXED_LIST && putVector(target, column, value)) {
      return;
    }
    target.put(column, ArrowText.of(value), ArrowText.isText(field));
  }

  /// Hands over the floats of a list of fixed length as they are.
  private boolean putVector(RowBatch target, int column, ArrowVector.Value value) {
    ArrowVector elements = value.vector().children().getFirst();
    int length = value.vector().field().unit();
    boolean floats = elements.field().kind() == Kind.FLOAT && elements.field().unit() < 2;
    if (!floats || length == 0) {
      return false;
    }
    if (vector.length != length) {
      vector = new float[length];
    }
    int start = value.vector().start(value.at());
    for (int i = 0; i < length; i++) {
      if (elements.value(start + i) == null) {
        return false;
      }
      vector[i] = (float) elements.decimal(start + i);
    }
    target.putFloats(column, vector, 0, length);
    return true;
  }

  @Override
  public long bytesRead() {
    return opened.bytesRead().getAsLong();
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
