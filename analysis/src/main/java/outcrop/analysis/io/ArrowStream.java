package outcrop.analysis.io;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the messages of an Arrow stream one after another: the schema, dictionaries, and batches
/// of rows. A file is a stream between two marks, followed by a table of contents that is not
/// needed.
///
/// One batch is in memory at a time, with the dictionaries.
final class ArrowStream implements AutoCloseable {
  private static final int CONTINUATION = -1;
  private static final int SCHEMA = 1;
  private static final int DICTIONARY = 2;
  private static final int BATCH = 3;
  private static final int LARGEST_METADATA = 64 << 20;
  private static final int LARGEST_RATIO = 1000;
  private static final int ALWAYS_ALLOWED = 64 << 20;
  private static final int ZSTD = 1;

  private final InputStream in;
  private final List<ArrowField> fields;
  private final Map<Long, List<ArrowVector>> dictionaries = new HashMap<>();

  /// What the bytes are not, in words.
  static final class Damaged extends IOException {
    private static final long serialVersionUID = 1L;

    Damaged(String what) {
      super(what);
    }

    Damaged(String what, Throwable cause) {
      super(what, cause);
    }
  }

  private record Message(int kind, int version, FlatTable header, ByteBuffer body) {}

  /// One batch of rows.
  ///
  /// @param columns one per field of the schema
  record Batch(int rows, List<ArrowVector> columns) {}

  /// @param in from the first byte of a file or a stream
  ArrowStream(InputStream in) throws IOException {
    this.in = in;
    byte[] first = in.readNBytes(4);
    if (Magic.starts(first, 'A', 'R', 'R', 'O')) {
      in.skipNBytes(4);
      first = in.readNBytes(4);
    }
    Message schema = message(first);
    if (schema == null || schema.kind() != SCHEMA) {
      throw new Damaged("it does not start with a schema");
    }
    if (schema.header().shortAt(0, 0) != 0) {
      throw new Damaged("its numbers are big-endian, which is not supported");
    }
    try {
      this.fields = ArrowField.ofSchema(schema.header());
    } catch (IndexOutOfBoundsException e) {
      throw new Damaged("its schema is damaged", e);
    } catch (ArrowField.UnknownKind e) {
      throw new Damaged("the type of its field " + e.getMessage() + " is not known", e);
    }
  }

  List<ArrowField> fields() {
    return fields;
  }

  /// The next rows, null at the end.
  @Nullable Batch next() throws IOException {
    while (true) {
      Message message = message(in.readNBytes(4));
      if (message == null) {
        return null;
      }
      try {
        if (message.kind() == BATCH) {
          return batch(message, message.header(), fields);
        }
        if (message.kind() == DICTIONARY) {
          addDictionary(message);
        }
      } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
        throw new Damaged("a batch of its rows is damaged", e);
      }
    }
  }

  private @Nullable Message message(byte[] start) throws IOException {
    if (start.length < 4) {
      return null;
    }
    int size = ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN).getInt();
    if (size == CONTINUATION) {
      size = buffer(4).getInt();
    }
    if (size == 0) {
      return null;
    }
    if (size < 0 || size > LARGEST_METADATA) {
      throw new Damaged("it holds no message where one must be");
    }
    try {
      FlatTable message = FlatTable.root(buffer(size));
      FlatTable header = message.table(2);
      long body = message.longAt(3);
      if (header == null || body < 0) {
        throw new Damaged("one of its messages has no header");
      }
      if (body > Integer.MAX_VALUE - 8) {
        throw new Damaged("one batch of its rows is larger than 2 GB");
      }
      return new Message(message.byteAt(1, 0), message.shortAt(0, 0), header, buffer((int) body));
    } catch (IndexOutOfBoundsException e) {
      throw new Damaged("one of its messages is damaged", e);
    }
  }

  /// Reads by steps, so that a false length does not take memory that the file cannot fill.
  private ByteBuffer buffer(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("it breaks off");
    }
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private void addDictionary(Message message) throws IOException {
    long id = message.header().longAt(0);
    FlatTable data = message.header().table(1);
    ArrowField field = withDictionary(id, fields);
    if (data == null || field == null) {
      throw new Damaged("one of its dictionaries belongs to no field");
    }
    ArrowVector values = batch(message, data, List.of(field.decoded())).columns().getFirst();
    List<ArrowVector> chunks = dictionaries.computeIfAbsent(id, key -> new ArrayList<>());
    boolean delta = message.header().flag(2);
    if (!delta) {
      // A batch that was read keeps the dictionary of its time.
      chunks = new ArrayList<>();
      dictionaries.put(id, chunks);
    }
    chunks.add(values);
  }

  private static @Nullable ArrowField withDictionary(long id, List<ArrowField> among) {
    for (ArrowField field : among) {
      if (field.dictionary() == id && field.index() != null) {
        return field;
      }
      ArrowField inner = withDictionary(id, field.children());
      if (inner != null) {
        return inner;
      }
    }
    return null;
  }

  private Batch batch(Message message, FlatTable data, List<ArrowField> columns)
      throws IOException {
    long rows = data.longAt(0);
    if (rows < 0 || rows > Integer.MAX_VALUE) {
      throw new Damaged("a batch of its rows has an impossible length");
    }
    ArrowBuffers buffers =
        new ArrowBuffers(
            data.longs(1, 2), buffers(data, message.body()), data.longs(4, 1), message.version());
    List<ArrowVector> vectors = new ArrayList<>();
    for (ArrowField field : columns) {
      vectors.add(ArrowVector.load(field, buffers, dictionaries));
    }
    return new Batch((int) rows, List.copyOf(vectors));
  }

  private static List<ByteBuffer> buffers(FlatTable data, ByteBuffer body) throws IOException {
    FlatTable compression = data.table(3);
    long[] places = data.longs(2, 2);
    List<ByteBuffer> buffers = new ArrayList<>();
    for (int i = 0; i < places.length; i += 2) {
      ByteBuffer buffer =
          body.slice(Math.toIntExact(places[i]), Math.toIntExact(places[i + 1]))
              .order(ByteOrder.LITTLE_ENDIAN);
      buffers.add(compression == null ? buffer : unpacked(buffer, compression.byteAt(0, 0)));
    }
    return buffers;
  }

  private static ByteBuffer unpacked(ByteBuffer buffer, int codec) throws IOException {
    if (!buffer.hasRemaining()) {
      return buffer;
    }
    if (buffer.remaining() < Long.BYTES) {
      throw new Damaged("a part of it is too short to be packed");
    }
    long size = buffer.getLong();
    ByteBuffer packed = buffer.slice().order(ByteOrder.LITTLE_ENDIAN);
    if (size == -1) {
      return packed;
    }
    boolean possible = size >= 0 && size < Integer.MAX_VALUE - 8;
    if (!possible || size > ALWAYS_ALLOWED && size / LARGEST_RATIO > packed.remaining()) {
      throw new Damaged("a part of it claims to unpack to " + size + " bytes");
    }
    if (codec != ZSTD) {
      return Lz4Frame.unpack(packed, (int) size);
    }
    byte[] bytes = new byte[packed.remaining()];
    packed.get(bytes);
    byte[] target = new byte[(int) size];
    try {
      if (Zstd.decompress(target, bytes) == size) {
        return ByteBuffer.wrap(target).order(ByteOrder.LITTLE_ENDIAN);
      }
      throw new Damaged("a part of it has another size than it claims");
    } catch (ZstdException e) {
      throw new Damaged("a part of it that is packed with Zstandard is broken", e);
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
