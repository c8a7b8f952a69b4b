package outcrop.analysis.fuzz;

import static outcrop.analysis.fuzz.FuzzTarget.text;
import static outcrop.analysis.fuzz.FuzzTarget.texts;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import outcrop.analysis.command.History;
import outcrop.analysis.command.HistoryCodec;
import outcrop.analysis.dataset.Conversation;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.Schema;
import outcrop.analysis.image.ImageDecoder;
import outcrop.analysis.image.ImageLimits;
import outcrop.analysis.image.ImageSource;
import outcrop.analysis.index.QueryExpression;
import outcrop.analysis.index.QueryParser;
import outcrop.analysis.index.QueryPrinter;
import outcrop.analysis.index.QuerySyntaxException;
import outcrop.analysis.io.ImportPreview;
import outcrop.analysis.io.Importer;
import outcrop.analysis.project.ProjectFolder;
import outcrop.analysis.spec.SpecCodec;
import outcrop.analysis.task.DirectTaskRunner;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.UserFailure;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/// The parsers that are ours.
final class FuzzTargets {
  private static final Schema SCHEMA =
      new Schema(
          List.of(
              new Field("text", FieldType.TEXT),
              new Field("kind", FieldType.CATEGORY),
              new Field("n", FieldType.NUMBER),
              new Field("day", FieldType.TIME)));

  private static final String PROJECT =
      """
      {"format":"outcrop-project","version":1,"state":{"name":"p","fingerprint":{"hex":"00"},
       "views":[{"type":"table","id":"t","title":"Rows"},
                {"type":"distribution","id":"d","title":"n","field":"n"}],
       "selection":{"clauses":[]}},
       "history":{"base":{"name":"p"},"position":0,"steps":[]}}\
      """;

  private FuzzTargets() {}

  static List<FuzzTarget> all() {
    List<FuzzTarget> targets = new ArrayList<>(List.of(query(), project(), history(), spec()));
    targets.add(conversation());
    targets.add(image());
    targets.addAll(files());
    return targets;
  }

  private static FuzzTarget query() {
    return new FuzzTarget(
        "query",
        texts(
            "word +must -not",
            "kind:(a OR b) AND NOT n:[1 TO 5}",
            "\"two words\"~3 day:[2020-01-01 TO *] n:>=3",
            "text:/a[bc]+d/ kind:fo*o?r fuzzy~1 _missing_:n",
            "a^2 \\(b\\) kind:\"x y\""),
        texts(
            "(",
            ")",
            "\"",
            "/",
            "[",
            "]",
            "{",
            "}",
            "~",
            "^",
            "\\",
            ":",
            "*",
            "?",
            " AND ",
            " OR ",
            " NOT ",
            "+",
            "-",
            " TO ",
            "n:",
            "text:",
            "_missing_:",
            ">=",
            "\u0000",
            "é",
            "𝕏"),
        (input, _) -> {
          try {
            QueryExpression read = QueryParser.parse(text(input), SCHEMA);
            QueryExpression again = QueryParser.parse(QueryPrinter.print(read), SCHEMA);
            if (!again.equals(read)) {
              throw new IllegalStateException(
                  "Printing and reading gives " + again + " instead of " + read);
            }
          } catch (QuerySyntaxException refused) {
            throw new FuzzTarget.Refused(refused);
          }
        });
  }

  private static List<byte[]> jsonTokens() {
    return texts(
        "{",
        "}",
        "[",
        "]",
        "\"",
        ":",
        ",",
        "null",
        "true",
        "-1",
        "1e999",
        "\\u0000",
        "\\ud800",
        "\"type\"",
        "\"id\"",
        "\"version\"",
        "\"steps\"",
        "\"position\"",
        "\"state\"",
        "{\"a\":",
        "[[",
        "99999999999999999999");
  }

  private static FuzzTarget project() {
    return new FuzzTarget(
        "project",
        texts(PROJECT),
        jsonTokens(),
        (input, scratch) -> {
          Files.write(scratch.resolve("project.json"), input);
          try {
            new ProjectFolder(scratch).load();
          } catch (UserFailure refused) {
            throw new FuzzTarget.Refused(refused);
          }
        });
  }

  private static FuzzTarget history() {
    return new FuzzTarget(
        "history",
        texts(PROJECT),
        jsonTokens(),
        (input, _) -> {
          try {
            if (SpecCodec.MAPPER.readTree(text(input)) instanceof ObjectNode root
                && root.get("history") instanceof ObjectNode history) {
              History read = HistoryCodec.fromNode(history, null);
              HistoryCodec.toNode(read);
            }
          } catch (JacksonException refused) {
            throw new FuzzTarget.Refused(refused);
          }
        });
  }

  private static FuzzTarget spec() {
    return new FuzzTarget(
        "spec",
        texts(
            "{\"type\":\"distribution\",\"version\":1,\"id\":\"d\",\"field\":\"n\",\"by\":null}",
            "{\"type\":\"table\",\"id\":\"t\",\"columns\":[\"a\"],\"sort\":[]}",
            "{\"type\":\"later\",\"id\":\"x\",\"more\":{\"a\":[1,2]}}"),
        jsonTokens(),
        (input, _) -> {
          try {
            SpecCodec.print(SpecCodec.parse(text(input), "spec"));
          } catch (UserFailure refused) {
            throw new FuzzTarget.Refused(refused);
          }
        });
  }

  private static FuzzTarget conversation() {
    return new FuzzTarget(
        "conversation",
        texts(
            "[{\"role\":\"user\",\"content\":\"a\"},{\"role\":\"assistant\",\"content\":\"b\"}]",
            "{\"messages\":[{\"from\":\"human\",\"value\":\"a\"}]}"),
        jsonTokens(),
        (input, _) -> Conversation.of(text(input)));
  }

  private static FuzzTarget image() {
    return new FuzzTarget(
        "image",
        List.of(
            encoded("png"),
            encoded("gif"),
            encoded("bmp"),
            encoded("jpg"),
            withExif(encoded("jpg")),
            "P6 2 2 255\n012345678901".getBytes(StandardCharsets.US_ASCII)),
        List.of(
            new byte[] {(byte) 0xFF, (byte) 0xE1, 0, 20, 'E', 'x', 'i', 'f', 0, 0},
            new byte[] {'I', 'I', 42, 0, 8, 0, 0, 0},
            new byte[] {'M', 'M', 0, 42, 0, 0, 0, 8},
            new byte[] {1, 18, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0},
            new byte[] {'R', 'I', 'F', 'F', 0, 0, 0, 0, 'W', 'E', 'B', 'P', 'V', 'P', '8', ' '}),
        (input, _) -> {
          try {
            new ImageDecoder(new ImageLimits(1 << 22, 1 << 20, 1 << 20))
                .decode(
                    new ImageSource.OfBytes(
                        "image", input.length, () -> new java.io.ByteArrayInputStream(input)),
                    32,
                    32,
                    TaskContext.NONE);
          } catch (UserFailure refused) {
            throw new FuzzTarget.Refused(refused);
          }
        });
  }

  private static byte[] encoded(String format) {
    BufferedImage image = new BufferedImage(5, 3, BufferedImage.TYPE_INT_RGB);
    image.setRGB(2, 1, 0xFF8800);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /// A JPEG with a block that says it lies on its side.
  private static byte[] withExif(byte[] jpeg) {
    ByteBuffer block = ByteBuffer.allocate(4 + 6 + 8 + 2 + 12 + 4).order(ByteOrder.BIG_ENDIAN);
    block.put((byte) 0xFF).put((byte) 0xE1).putShort((short) (block.capacity() - 2));
    block.put(new byte[] {'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8});
    block.putShort((short) 1).putShort((short) 0x112).putShort((short) 3).putInt(1);
    block.putShort((short) 6).putShort((short) 0).putInt(0);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(jpeg, 0, 2);
    out.writeBytes(block.array());
    out.write(jpeg, 2, jpeg.length - 2);
    return out.toByteArray();
  }

  /// Whole imports, which go through every parser of rows.
  private static List<FuzzTarget> files() {
    List<byte[]> signs =
        texts(
            ",",
            "\"",
            "\n",
            "\r",
            "\t",
            ";",
            "|",
            "'",
            "::",
            "\"\"",
            "\\",
            "#",
            "\uFEFF",
            "\u0000",
            "1.5",
            "2024-01-31",
            "NA",
            "é",
            "\"a\nb\"",
            "{",
            "[");
    List<byte[]> json = new ArrayList<>(jsonTokens());
    json.addAll(texts("\n", "{\"a\":1}\n"));
    return List.of(
        file(
            "x.csv",
            texts(
                "a,b,c\n1,x,2024-01-31\n2,\"y, z\",2024-02-01\n",
                "n;t\n1,5;\"a\"\n2,5;b\n",
                "a\tb\n1\t2\n"),
            signs),
        file("x.jsonl", texts("{\"a\":1,\"b\":[1,2]}\n{\"a\":2,\"c\":{\"d\":\"x\"}}\n"), json),
        file("x.json", texts("[{\"a\":1,\"b\":\"x\"},\n{\"a\":2,\"b\":[\"y\"]}]"), json),
        file(
            "x.arff",
            texts(
                "@relation r\n"
                    + "@attribute a numeric\n"
                    + "@attribute 'b c' {x,'y z'}\n"
                    + "@data\n"
                    + "1,x\n"
                    + "{0 2}\n"
                    + "?,'y z'\n"),
            texts(
                "@attribute ",
                "@data\n",
                "@relation ",
                "{",
                "}",
                "'",
                "?",
                "%",
                "numeric",
                "date \"yyyy\"",
                ",",
                "\n",
                " ")),
        file(
            "x.npy",
            List.of(npy("<f8", "2, 2", 32), npy("<i4", "3,", 12), npy("<U3", "2,", 24)),
            texts(
                "'descr'",
                "'shape'",
                "(",
                ")",
                ", ",
                "True",
                "|O",
                "<f4",
                ">i8",
                "99999999999",
                "\u0093NUMPY")),
        file(
            "x.npz",
            List.of(zip("x.npy", npy("<f8", "2, 2", 32))),
            texts("PK\u0003\u0004", "x.npy", "'descr'")),
        file(
            "train-images-idx3-ubyte",
            List.of(idx(8, 3, 2, 2, 2), idx(8, 1, 3)),
            texts("\u0000\u0000\u0008\u0003", "\u0000\u0000\r\u0001")),
        file("x.csv.gz", List.of(gzip("a,b\n1,2\n")), texts("\u001f", "\u0000")),
        file(
            "x.zip",
            List.of(zip("x.csv", "a,b\n1,2\n".getBytes(StandardCharsets.US_ASCII))),
            texts("PK\u0003\u0004", "PK\u0001\u0002", "../")),
        file(
            "README.md",
            texts(
                "---\n"
                    + "configs:\n"
                    + "- config_name: default\n"
                    + "  data_files:\n"
                    + "  - split: train\n"
                    + "    path: x.csv\n"
                    + "---\n"
                    + "# Title\n"),
            texts(
                "---\n",
                "- ",
                ": ",
                "  ",
                "&a",
                "*a",
                "!!python/object:os.system",
                "|",
                ">",
                "{",
                "[",
                "../",
                "\n")),
        file(
            "croissant.json",
            texts(
                "{\"@context\":{},\"@type\":\"sc:Dataset\",\"distribution\":[{\"@type\":\"cr:FileObject\",\"@id\":\"f\",\"contentUrl\":\"x.csv\"}],\"recordSet\":[{\"@type\":\"cr:RecordSet\",\"field\":[{\"@id\":\"a\",\"source\":{\"fileObject\":{\"@id\":\"f\"},\"extract\":{\"column\":\"a\"}}}]}]}"),
            json));
  }

  private static FuzzTarget file(String name, List<byte[]> seeds, List<byte[]> tokens) {
    return new FuzzTarget(
        name, seeds, tokens, (input, scratch) -> importFile(name, input, scratch));
  }

  static void importFile(String name, byte[] input, Path scratch)
      throws IOException, FuzzTarget.Refused {
    Path file = scratch.resolve(name);
    Files.write(file, input);
    Importer importer = new Importer(new DirectTaskRunner());
    try {
      ImportPreview preview = importer.preview(List.of(file), TaskContext.NONE);
      importer.read(preview.spec(), scratch, scratch.resolve("store"), TaskContext.NONE);
    } catch (UserFailure refused) {
      throw new FuzzTarget.Refused(refused);
    }
  }

  private static byte[] npy(String type, String shape, int dataBytes) {
    String header = "{'descr': '" + type + "', 'fortran_order': False, 'shape': (" + shape + "), }";
    String padded = header + " ".repeat(117 - header.length()) + "\n";
    ByteBuffer out = ByteBuffer.allocate(10 + padded.length() + dataBytes);
    out.order(ByteOrder.LITTLE_ENDIAN).put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
    out.putShort((short) padded.length()).put(padded.getBytes(StandardCharsets.US_ASCII));
    return out.array();
  }

  private static byte[] idx(int type, int... sizes) {
    int values = 1;
    for (int size : sizes) {
      values *= size;
    }
    ByteBuffer out = ByteBuffer.allocate(4 + 4 * sizes.length + values);
    out.put(new byte[] {0, 0, (byte) type, (byte) sizes.length});
    for (int size : sizes) {
      out.putInt(size);
    }
    return out.array();
  }

  private static byte[] gzip(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
      packed.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] zip(String entry, byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream packed = new ZipOutputStream(out)) {
      packed.putNextEntry(new ZipEntry(entry));
      packed.write(content);
      packed.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
