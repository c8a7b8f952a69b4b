package outcrop.analysis.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.task.UserFailure;

final class ExcelImportTest {
  private static final String STYLES =
      "<styleSheet><numFmts><numFmt numFmtId='170' formatCode='yyyy\\-mm\\-dd hh:mm'/>"
          + "<numFmt numFmtId='171' formatCode='0.0 \"days\"'/></numFmts><cellXfs>"
          + "<xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='170'/><xf numFmtId='171'/>"
          + "</cellXfs></styleSheet>";

  @TempDir Path directory;

  private Path workbook(String properties, String... sheets) throws IOException {
    Path file = directory.resolve("book.xlsx");
    StringBuilder names = new StringBuilder("<workbook>" + properties + "<sheets>");
    StringBuilder targets = new StringBuilder("<Relationships>");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (int i = 0; i < sheets.length; i++) {
        names.append("<sheet name='S").append(i + 1).append("' id='r").append(i).append("'/>");
        targets.append("<Relationship Id='r").append(i);
        targets.append("' Target='worksheets/sheet").append(i).append(".xml'/>");
        part(zip, "xl/worksheets/sheet" + i + ".xml", sheets[i]);
      }
      part(zip, "xl/workbook.xml", names + "</sheets></workbook>");
      part(zip, "xl/_rels/workbook.xml.rels", targets + "</Relationships>");
      part(zip, "xl/styles.xml", STYLES);
      part(
          zip,
          "xl/sharedStrings.xml",
          "<sst><si><t>name</t></si><si><r><t>Zo</t></r><r><t>ë &amp; co</t></r></si></sst>");
    }
    return file;
  }

  private static void part(ZipOutputStream zip, String name, String xml) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(xml.getBytes(StandardCharsets.UTF_8));
  }

  private static String sheet(String rows) {
    return "<worksheet><sheetData>" + rows + "</sheetData></worksheet>";
  }

  private static String text(String place, String text) {
    return "<c r='" + place + "' t='inlineStr'><is><t>" + text + "</t></is></c>";
  }

  private static List<String> list(String... values) {
    return Arrays.asList(values);
  }

  @Test
  void cellsHaveTheTypeThatTheSheetShows() throws IOException {
    Path file =
        workbook(
            "",
            sheet(
                "<row r='1'><c r='A1' t='s'><v>0</v></c>"
                    + text("B1", "day")
                    + text("C1", "time")
                    + text("D1", "n")
                    + text("E1", "ok")
                    + text("F1", "code")
                    + "</row><row r='2'><c r='A2' t='s'><v>1</v></c><c r='B2'"
                    + " s='1'><v>45351</v></c><c r='C2' s='2'><v>45351.75</v></c><c r='D2'"
                    + " s='3'><v>1.1000000000000001</v></c><c r='E2' t='b'><v>1</v></c><c r='F2'"
                    + " t='str'><f>A1</f><v>007</v></c></row><row r='4'><c r='A4'"
                    + " t='e'><v>#N/A</v></c><c r='B4' s='1'><v>1</v></c><c r='C4'"
                    + " s='2'><v>45352.5000058</v></c><c r='D4'><v>3</v></c><c r='E4'"
                    + " t='b'><v>0</v></c>"
                    + text("F4", "1")
                    + "</row>"));
    try (ImportedTable table = ImportedTable.of(file)) {
      assertEquals(list("Zoë & co", null), table.texts("name"), "texts, and an error is missing");
      assertEquals(list("2024-02-29", "1900-01-01"), table.texts("day"), "days by their format");
      assertEquals(FieldType.TIME, table.type("time"), "days with times");
      assertEquals(list("1.1", "3"), table.texts("n"), "numbers without the noise of their digits");
      assertEquals(list("true", "false"), table.texts("ok"), "truth values");
      assertEquals(list("007", "1"), table.texts("code"), "texts of formulas stay texts");
      assertTrue(
          table.report().warnings().toString().contains("1 cell holds an error"),
          table.report().warnings().toString());
    }
  }

  @Test
  void titlesAboveTheTableAreNoRows() throws IOException {
    Path file =
        workbook(
            "<workbookPr date1904='1'/>",
            sheet(""),
            sheet(
                "<row r='1'>"
                    + text("A1", "Report of the year")
                    + "</row>"
                    + "<row r='3'>"
                    + text("B3", "a")
                    + text("C3", "b")
                    + "</row>"
                    + "<row r='4'><c r='B4'><v>1</v></c><c r='C4' s='1'><v>0</v></c></row>"));
    try (ImportedTable table = ImportedTable.of(file)) {
      assertEquals(list("1"), table.texts("a"), "the table starts at row 3 of the second sheet");
      assertEquals(list("1904-01-01"), table.texts("b"), "days may count from 1904");
    }
  }

  @Test
  void mergedCellsEachHaveTheValue() throws IOException {
    String rows =
        "<row r='1'>"
            + text("A1", "group")
            + text("B1", "n")
            + "</row>"
            + "<row r='2'>"
            + text("A2", "x")
            + "<c r='B2'><v>1</v></c></row>"
            + "<row r='3'><c r='B3'><v>2</v></c></row><row r='4'><c r='B4'><v>3</v></c></row>";
    Path file =
        workbook(
            "",
            "<worksheet><sheetData>"
                + rows
                + "</sheetData><mergeCells><mergeCell ref='A2:A3'/>"
                + "</mergeCells></worksheet>");
    try (ImportedTable table = ImportedTable.of(file)) {
      assertEquals(list("x", "x", null), table.texts("group"), "two cells are merged");
      assertTrue(
          table.report().warnings().toString().contains("merged"),
          "and that is said: " + table.report().warnings());
    }
  }

  @Test
  void aSheetWithoutNamesGetsNumbers() throws IOException {
    Path file =
        workbook("", sheet("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>"));
    try (ImportedTable table = ImportedTable.of(file)) {
      assertEquals(
          List.of("column_1", "column_2"),
          table.report().schema().fields().stream().map(Field::name).toList(),
          "numbers are no names");
      assertEquals(list("1", "3"), table.texts("column_1"), "both rows are rows");
    }
  }

  @Test
  void formatsShowDaysOrNot() {
    for (String code :
        List.of("yyyy-mm-dd", "d/m/yy", "hh:mm", "[$-409]mmm d", "[Red]dd.mm.yyyy")) {
      assertTrue(ExcelWorkbook.showsDate(code), code + " shows a day or a time");
    }
    for (String code : List.of("General", "0.00", "#,##0 \"days\"", "[h]:mm", "0\\d", "[Red]0")) {
      assertFalse(ExcelWorkbook.showsDate(code), code + " shows a number");
    }
  }

  @Test
  void hostileWorkbooksAreRefusedInOneSentence() throws IOException {
    String entity =
        "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><worksheet><sheetData><row><c"
            + " t='str'><v>&e;</v></c></row></sheetData></worksheet>";
    for (String bad :
        List.of(
            entity,
            "<worksheet><sheetData><row>",
            sheet("<row><c t='s'><v>99</v></c></row>"),
            sheet(""))) {
      Path file = workbook("", bad);
      UserFailure failure =
          assertThrows(UserFailure.class, () -> ImportedTable.of(file).close(), "refuse " + bad);
      assertTrue(failure.getMessage().startsWith("book.xlsx "), failure.getMessage());
      assertFalse(failure.getMessage().contains("Exception"), failure.getMessage());
    }
  }
}
