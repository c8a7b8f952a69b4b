package outcrop.app.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Small tables as files, for tests.
final class InlineTables {
  /// Eight reviews: one without a rating, one without a category, one with a line break and a
  /// comma.
  static final String REVIEWS =
      """
      id,text,category,rating,price,day
      r1,The handle is not good at all and broke after one single day,tools,1,9.5,2024-01-03
      r2,Lovely sound and a good battery for long days on the road,audio,5,120,2024-01-17
      r3,"A good book, read it
      twice within one week of holidays",books,4,12.25,2024-02-02
      r4,Sound is fine but the cable is far too short for any desk,audio,3,45,2024-02-20
      r5,The saw came without a blade and nobody answered my mails,tools,2,30,2024-03-01
      r6,Never opened it and cannot say much about it so far sorry,books,,8,2024-03-09
      r7,Great hammer with a good balance and a handle made of ash,tools,5,22,2024-03-28
      r8,It has no category and it is still a very fine thing to own,,4,1,2024-04-11
      """;

  private InlineTables() {}

  static Path reviews(Path folder) throws IOException {
    return write(folder, "reviews.csv", REVIEWS);
  }

  static Path write(Path folder, String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content, StandardCharsets.UTF_8);
  }

  static byte[] gzip(String content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  static Path zip(Path file, String entry, byte[] content) throws IOException {
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      out.putNextEntry(new ZipEntry(entry));
      out.write(content);
      out.closeEntry();
    }
    return file;
  }
}
