package outcrop.analysis.io;

import outcrop.analysis.task.UserFailure;

/// Takes the fields that a parser of delimited text found and makes rows of them, or refuses them.
final class DelimitedRows {
  private static final int MOST_BROKEN = 1000;

  private final SourceFile file;
  private final DecodingReader decoded;
  private final Rules rules;
  private final int[] targets;
  private boolean headerPending;
  private boolean damaged;
  private int broken;
  private RowBatch batch = new RowBatch(0);
  private RowSink sink = (line, reason) -> {};

  /// Which rows a source has.
  ///
  /// @param header whether the first row names the fields
  /// @param skip lines before the first row
  /// @param pad whether fields that a row lacks at its end are missing values
  /// @param nulls texts of missing values
  record Rules(boolean header, int skip, boolean pad, NullTexts nulls) {}

  /// @param targets the column of the batch for each field of the file, −1 to leave it out
  DelimitedRows(SourceFile file, DecodingReader decoded, Rules rules, int[] targets) {
    this.file = file;
    this.decoded = decoded;
    this.rules = rules;
    this.targets = targets;
    this.headerPending = rules.header();
  }

  void fill(RowBatch target, RowSink refused) {
    batch = target;
    sink = refused;
  }

  boolean isFull() {
    return batch.isFull();
  }

  void begin() {
    damaged = false;
  }

  void put(int field, char[] chars, int start, int length, boolean quoted) {
    if (field >= targets.length || targets[field] < 0 || headerPending) {
      return;
    }
    if (decoded.isMarked() && DecodingReader.hasMark(chars, start, length)) {
      damaged = true;
    }
    if (length > 0 || quoted) {
      if (!rules.nulls().isEmpty() && rules.nulls().contains(chars, start, length, quoted)) {
        return;
      }
      batch.put(targets[field], chars, start, length, quoted);
    }
  }

  /// An empty line is a row only where rows have one field.
  void endEmpty(long line) {
    if (targets.length == 1 && !headerPending) {
      end(1, line);
    }
  }

  void end(int fields, long line) {
    if (headerPending) {
      headerPending = false;
    } else if (fields > targets.length || fields < targets.length && !rules.pad()) {
      refuse(line, fields + " fields where " + targets.length + " are expected.");
    } else if (damaged) {
      refuse(line, "Some bytes are not in the encoding of the file.");
    } else {
      batch.endRow(line);
    }
  }

  private void refuse(long line, String reason) {
    sink.refuse(line, reason);
    batch.beginRow();
  }

  /// Refuses a row that breaks the rules of quoting.
  ///
  /// @throws UserFailure where there are too many of them to be accidents
  void refuseBroken(long line, String reason) {
    refuse(line, reason);
    headerPending = false;
    if (++broken > MOST_BROKEN) {
      throw new UserFailure(
          file.name()
              + " has more than "
              + MOST_BROKEN
              + " rows with broken quotes, the last on line "
              + line
              + "; check the delimiter and the quote in the import settings.");
    }
  }

  static String unclosed() {
    return "A quote opens in this row and is never closed.";
  }

  static String trailing() {
    return "A quoted value is followed by other characters before the next delimiter.";
  }

  static String tooLong() {
    return "A value is longer than "
        + (DelimitedCursor.LARGEST_CELL >> 20)
        + " million characters, or a quote opens here and is not closed.";
  }
}
