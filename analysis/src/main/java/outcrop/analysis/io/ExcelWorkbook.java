package outcrop.analysis.io;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import outcrop.analysis.task.UserFailure;

/// The parts of an Excel workbook (.xlsx): names of sheets, shared texts, and which styles are
/// dates.
///
/// Nothing outside the file is looked up: document types and external entities are off. The shared
/// texts are in memory, up to a limit.
final class ExcelWorkbook implements AutoCloseable {
  private static final String WORKBOOK = "xl/workbook.xml";
  private static final long MOST_SHARED_CHARS = 200L << 20;
  private static final int FIRST_OWN_FORMAT = 164;

  /// Formats with fixed numbers that show days or times.
  private static final Set<Integer> DATE_FORMATS =
      Set.of(
          14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 47, 50,
          51, 52, 53, 54, 55, 56, 57, 58);

  private final SourceFile file;
  private final LocalFile local;
  private final ZipFile zip;
  private final Map<String, String> sheets = new LinkedHashMap<>();
  private final List<String> texts = new ArrayList<>();
  private final List<Boolean> dateStyles = new ArrayList<>();
  private boolean from1904;

  private ExcelWorkbook(SourceFile file, LocalFile local, ZipFile zip) {
    this.file = file;
    this.local = local;
    this.zip = zip;
  }

  /// Whether a file that starts like a zip is a workbook.
  static boolean recognises(SourceFile file) {
    if (file.compression() != Compression.NONE) {
      return false;
    }
    try (ZipFile zip = new ZipFile(file.path().toFile())) {
      return zip.getEntry(WORKBOOK) != null;
    } catch (IOException e) {
      // No zip that can be opened: whoever reads it as one says so.
      return false;
    }
  }

  static ExcelWorkbook open(SourceFile file) throws IOException {
    LocalFile local = LocalFile.of(file);
    try {
      ExcelWorkbook workbook = new ExcelWorkbook(file, local, new ZipFile(local.path().toFile()));
      try {
        workbook.readParts();
        return workbook;
      } catch (XMLStreamException | RuntimeException e) {
        workbook.close();
        throw workbook.unreadable(e);
      }
    } catch (ZipException e) {
      local.close();
      throw file.damaged(e);
    }
  }

  /// What is wrong with the file, for the user.
  RuntimeException unreadable(Exception cause) {
    if (cause instanceof UserFailure known) {
      return known;
    }
    return new UserFailure(
        file.name()
            + " cannot be read as an Excel workbook ("
            + (cause instanceof XMLStreamException
                ? "one of its parts is no sound XML"
                : "its cells are damaged")
            + "); save it again, or save the sheet as CSV.",
        cause);
  }

  private void readParts() throws IOException, XMLStreamException {
    Map<String, String> targets = new HashMap<>();
    elements(
        "xl/_rels/workbook.xml.rels",
        (name, xml) -> {
          if (name.equals("Relationship")) {
            targets.put(attribute(xml, "Id"), attribute(xml, "Target"));
          }
        });
    elements(
        WORKBOOK,
        (name, xml) -> {
          if (name.equals("workbookPr")) {
            String flag = attribute(xml, "date1904");
            from1904 = flag.equals("1") || flag.equals("true");
          } else if (name.equals("sheet")) {
            String target = targets.getOrDefault(attribute(xml, "id"), "");
            sheets.put(
                attribute(xml, "name"),
                target.startsWith("/") ? target.substring(1) : "xl/" + target);
          }
        });
    readStyles();
    readTexts();
  }

  private void readStyles() throws IOException, XMLStreamException {
    Map<Integer, Boolean> own = new HashMap<>();
    boolean[] inCells = {false};
    elements(
        "xl/styles.xml",
        (name, xml) -> {
          switch (name) {
            case "numFmt" ->
                own.put(
                    Integer.valueOf(attribute(xml, "numFmtId")),
                    showsDate(attribute(xml, "formatCode")));
            case "cellXfs" -> inCells[0] = true;
            case "cellStyles", "dxfs" -> inCells[0] = false;
            case "xf" -> {
              if (inCells[0]) {
                String number = attribute(xml, "numFmtId");
                int format = number.isEmpty() ? 0 : Integer.parseInt(number);
                dateStyles.add(
                    format < FIRST_OWN_FORMAT && !own.containsKey(format)
                        ? DATE_FORMATS.contains(format)
                        : own.getOrDefault(format, false));
              }
            }
            default -> {}
          }
        });
  }

  /// Whether a number format shows days or times; elapsed time such as `[h]:mm` is a number of
  /// days.
  static boolean showsDate(String code) {
    String plain =
        code.replaceAll("\"[^\"]*\"|\\\\.|_.|\\*.", "").toLowerCase(java.util.Locale.ROOT);
    if (plain.matches(".*\\[(h+|m+|s+)].*")) {
      return false;
    }
    String letters = plain.replaceAll("\\[[^]]*]", "").replace("general", "");
    return letters.matches(".*[ymdhs].*");
  }

  private void readTexts() throws IOException, XMLStreamException {
    StringBuilder text = new StringBuilder();
    long[] chars = {0};
    ZipEntry entry = zip.getEntry("xl/sharedStrings.xml");
    if (entry == null) {
      return;
    }
    XMLStreamReader xml = xml(entry);
    boolean inText = false;
    boolean phonetic = false;
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          phonetic |= xml.getLocalName().equals("rPh");
          inText = xml.getLocalName().equals("t") && !phonetic;
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          if (inText) {
            text.append(xml.getText());
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          inText = false;
          if (xml.getLocalName().equals("rPh")) {
            phonetic = false;
          } else if (xml.getLocalName().equals("si")) {
            chars[0] += text.length();
            if (chars[0] > MOST_SHARED_CHARS) {
              throw new UserFailure(
                  file.name()
                      + " holds more than 200 million characters of text; save the sheet as CSV and"
                      + " import that.");
            }
            texts.add(text.toString());
            text.setLength(0);
          }
        }
        default -> {}
      }
    }
  }

  private interface Element {
    void accept(String name, XMLStreamReader xml);
  }

  private void elements(String part, Element element) throws IOException, XMLStreamException {
    ZipEntry entry = zip.getEntry(part);
    if (entry == null) {
      return;
    }
    XMLStreamReader xml = xml(entry);
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT) {
        element.accept(xml.getLocalName(), xml);
      }
    }
  }

  /// An attribute without its namespace, empty where it is absent.
  static String attribute(XMLStreamReader xml, String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name)) {
        return xml.getAttributeValue(i);
      }
    }
    return "";
  }

  private XMLStreamReader xml(ZipEntry entry) throws IOException, XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    long packed = Math.max(1, entry.getCompressedSize());
    InputStream in = new UnpackGuard(zip.getInputStream(entry), () -> packed, file);
    return factory.createXMLStreamReader(in);
  }

  /// The names of the sheets, in order.
  List<String> sheets() {
    return List.copyOf(sheets.keySet());
  }

  /// The cells of a sheet.
  XMLStreamReader sheet(String name) throws IOException, XMLStreamException {
    String part = sheets.get(name);
    ZipEntry entry = part == null ? null : zip.getEntry(part);
    if (entry == null) {
      throw new UserFailure(
          file.name()
              + " has no sheet named "
              + name
              + "; choose "
              + String.join(", ", sheets.keySet())
              + ".");
    }
    return xml(entry);
  }

  String text(int index) {
    return texts.get(index);
  }

  boolean isDate(int style) {
    return style >= 0 && style < dateStyles.size() && dateStyles.get(style);
  }

  boolean from1904() {
    return from1904;
  }

  @Override
  public void close() throws IOException {
    try (local) {
      zip.close();
    }
  }
}
