package outcrop.analysis.io;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import outcrop.analysis.task.UserFailure;

/// The numbers of an IDX file, one after the other.
final class IdxNumbers implements AutoCloseable {
  private final SourceFile file;
  private final IdxHeader header;
  private final SourceFile.Opened opened;
  private final DataInputStream in;
  private boolean begun;

  IdxNumbers(SourceFile file, IdxHeader header) {
    this.file = file;
    this.header = header;
    this.opened = file.open();
    this.in = new DataInputStream(new java.io.BufferedInputStream(opened.stream(), 1 << 16));
  }

  IdxHeader header() {
    return header;
  }

  /// The next number.
  ///
  /// @throws UserFailure where the file ends before
  double next() throws IOException {
    try {
      if (!begun) {
        begun = true;
        in.skipNBytes(header.headBytes());
      }
      return switch (header.type()) {
        case 0x08 -> in.readUnsignedByte();
        case 0x09 -> in.readByte();
        case 0x0B -> in.readShort();
        case 0x0C -> in.readInt();
        case 0x0D -> in.readFloat();
        default -> in.readDouble();
      };
    } catch (EOFException e) {
      throw new UserFailure(file.name() + " ends before its last row; fetch it again.", e);
    }
  }

  boolean isWhole() {
    return header.type() <= 0x0C;
  }

  long bytesRead() {
    return opened.bytesRead().getAsLong();
  }

  @Override
  public void close() throws IOException {
    opened.close();
  }
}
