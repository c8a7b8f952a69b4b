package outcrop.analysis.io;

import java.io.IOException;
import java.util.List;

/// Rows of an ARFF file, one per line. A line that is no row is refused, and the next one is read.
final class ArffCursor implements RowCursor {
  private static final String MISSING = "?";

  private final SourceFile.Opened opened;
  private final DecodingReader text;
  private final TextLines lines;
  private final List<ArffHeader.Attribute> attributes;
  private final long headerLines;
  private final int[] targets;

  /// @param targets the column of the batch for each attribute and for the weight, −1 to leave it
  ///   out
  ArffCursor(SourceFile.Opened opened, DecodingReader text, ArffHeader header, int[] targets) {
    this.opened = opened;
    this.text = text;
    this.lines = new TextLines(text);
    this.attributes = header.attributes();
    this.headerLines = header.line();
    this.targets = targets;
  }

  @Override
  public boolean fill(RowBatch batch, RowSink sink) throws IOException {
    while (!batch.isFull()) {
      if (!lines.next()) {
        return false;
      }
      if (lines.number() <= headerLines || lines.isBlank()) {
        continue;
      }
      if (lines.isTooLong()) {
        sink.refuse(lines.number(), TextLines.tooLong());
      } else {
        read(batch, sink);
      }
    }
    return true;
  }

  private void read(RowBatch batch, RowSink sink) {
    ArffRow row = new ArffRow(lines.chars(), lines.start(), lines.length());
    if (row.skip('%')) {
      return;
    }
    try {
      if (text.isMarked() && DecodingReader.hasMark(lines.chars(), lines.start(), lines.length())) {
        throw new ArffRow.Broken("Some bytes are not in the encoding of the file.");
      }
      if (row.skip('{')) {
        sparse(row, batch);
      } else {
        dense(row, batch);
      }
      if (!row.atEnd()) {
        throw new ArffRow.Broken("The row goes on after its last value.");
      }
      batch.endRow(lines.number());
    } catch (ArffRow.Broken e) {
      batch.beginRow();
      sink.refuse(lines.number(), String.valueOf(e.getMessage()));
    }
  }

  private void dense(ArffRow row, RowBatch batch) {
    for (int i = 0; i < attributes.size(); i++) {
      if (row.atEnd() || i > 0 && !row.skip(',')) {
        throw new ArffRow.Broken(i + " values where " + attributes.size() + " are expected.");
      }
      put(batch, i, row.value(), row.wasQuoted());
    }
    weight(row, batch);
  }

  /// `{index value, …}`: what is not named is zero, or the first of the declared values.
  private void sparse(ArffRow row, RowBatch batch) {
    boolean[] named = new boolean[attributes.size()];
    while (!row.skip('}')) {
      int index = index(String.valueOf(row.word()));
      named[index] = true;
      put(batch, index, row.value(), row.wasQuoted());
      if (!row.skip(',') && row.atEnd()) {
        throw new ArffRow.Broken("A sparse row is not closed by a brace.");
      }
    }
    for (int i = 0; i < named.length; i++) {
      String absent = attributes.get(i).absent();
      if (!named[i] && absent != null) {
        put(batch, i, absent, true);
      }
    }
    weight(row, batch);
  }

  private int index(String word) {
    try {
      int index = Integer.parseInt(word);
      if (index >= 0 && index < attributes.size()) {
        return index;
      }
    } catch (NumberFormatException e) {
      // The sentence below says it.
    }
    throw new ArffRow.Broken(
        "\"" + FieldEvidence.Example.snippet(word) + "\" numbers no attribute.");
  }

  private void weight(ArffRow row, RowBatch batch) {
    if (row.skip(',')) {
      if (!row.skip('{')) {
        throw new ArffRow.Broken("The row has more values than there are attributes.");
      }
      String weight = row.value();
      if (!row.skip('}')) {
        throw new ArffRow.Broken("The weight of the row is not closed by a brace.");
      }
      if (targets.length > attributes.size()) {
        put(batch, attributes.size(), weight, false);
      }
    }
  }

  private void put(RowBatch batch, int field, String value, boolean quoted) {
    boolean missing = !quoted && (value.equals(MISSING) || value.isEmpty());
    if (targets[field] >= 0 && !missing) {
      batch.put(targets[field], value, quoted);
    }
  }

  @Override
  public long bytesRead() {
    return opened.bytesRead().getAsLong();
  }

  @Override
  public void close() throws IOException {
    opened.close();
  }
}
