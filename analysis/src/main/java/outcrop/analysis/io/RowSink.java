package outcrop.analysis.io;

/// Where a reader reports what it cannot put into a batch.
interface RowSink {
  /// A row that cannot be read.
  ///
  /// @param line the physical line where it starts
  /// @param reason one sentence without the file and the line
  void refuse(long line, String reason);

  /// A value of a field that the batch has no column for.
  default void unknownField(
      String name, long line, char[] chars, int start, int length, boolean quoted) {}

  /// Something the user should know, one sentence without the file.
  default void warn(String sentence) {}
}
