package outcrop.analysis.io;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// The rows of one sheet as a stream. Rows without any cell do not come.
///
/// Cells are texts, numbers with all digits that a double has, days and times in ISO 8601, or true
/// and false. Errors such as `#N/A` are missing and counted. Of formulas the value that was stored
/// with them is taken.
final class ExcelRows {
  private static final int MOST_COLUMNS = 16_384;
  private static final int MOST_MERGES = 100_000;
  private static final int DAYS_TO_1904 = 1462;
  private static final int FALSE_LEAP_DAY = 60;
  private static final long MILLIS_PER_DAY = 86_400_000;
  private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

  private final ExcelWorkbook workbook;
  private final XMLStreamReader xml;
  private final List<Merge> merges = new ArrayList<>();
  private long errors;
  private int row;

  /// A cell.
  ///
  /// @param isText whether it is text also where it looks like a number
  record Cell(int column, String text, boolean isText) {}

  /// A row.
  ///
  /// @param number from 1, as the program shows it
  record Row(int number, List<Cell> cells) {}

  /// Cells that are shown as one; all numbers from 0, the last ones included.
  record Merge(int top, int left, int bottom, int right) {}

  ExcelRows(ExcelWorkbook workbook, String sheet) throws IOException, XMLStreamException {
    this.workbook = workbook;
    this.xml = workbook.sheet(sheet);
  }

  /// The next row that has a cell, null at the end.
  @Nullable Row next() throws XMLStreamException {
    while (xml.hasNext()) {
      if (xml.next() != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      if (xml.getLocalName().equals("row")) {
        String number = ExcelWorkbook.attribute(xml, "r");
        row = number.isEmpty() ? row + 1 : Integer.parseInt(number);
        List<Cell> cells = cells();
        if (!cells.isEmpty()) {
          return new Row(row, cells);
        }
      } else if (xml.getLocalName().equals("mergeCell") && merges.size() < MOST_MERGES) {
        String[] ends = ExcelWorkbook.attribute(xml, "ref").split(":");
        if (ends.length == 2) {
          merges.add(
              new Merge(rowOf(ends[0]), columnOf(ends[0]), rowOf(ends[1]), columnOf(ends[1])));
        }
      }
    }
    return null;
  }

  /// Known once all rows were read: the format has them behind the rows.
  List<Merge> merges() {
    return merges;
  }

  /// Cells so far that hold an error.
  long errors() {
    return errors;
  }

  private List<Cell> cells() throws XMLStreamException {
    List<Cell> cells = new ArrayList<>();
    int column = -1;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("row")) {
        return cells;
      }
      if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("c")) {
        String place = ExcelWorkbook.attribute(xml, "r");
        column = place.isEmpty() ? column + 1 : columnOf(place);
        Cell cell = cell(column);
        if (cell != null && column < MOST_COLUMNS) {
          cells.add(cell);
        }
      }
    }
    return cells;
  }

  private @Nullable Cell cell(int column) throws XMLStreamException {
    String type = ExcelWorkbook.attribute(xml, "t");
    String styled = ExcelWorkbook.attribute(xml, "s");
    int style = styled.isEmpty() ? 0 : Integer.parseInt(styled);
    StringBuilder value = new StringBuilder();
    boolean any = false;
    boolean reading = false;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        String name = xml.getLocalName();
        reading = name.equals("v") || name.equals("t");
        any |= reading;
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        reading = false;
        if (xml.getLocalName().equals("c")) {
          break;
        }
      } else if (reading && xml.hasText()) {
        value.append(xml.getText());
      }
    }
    return any ? cell(column, type, style, value.toString()) : null;
  }

  private @Nullable Cell cell(int column, String type, int style, String value) {
    return switch (type) {
      case "s" -> new Cell(column, workbook.text(Integer.parseInt(value.strip())), true);
      case "str", "inlineStr" -> new Cell(column, value, true);
      case "b" -> new Cell(column, value.strip().equals("1") ? "true" : "false", false);
      case "d" -> new Cell(column, value.strip(), true);
      case "e" -> {
        errors++;
        yield null;
      }
      default -> value.isBlank() ? null : number(column, style, value.strip());
    };
  }

  private Cell number(int column, int style, String value) {
    double number = Double.parseDouble(value);
    boolean date = workbook.isDate(style) && number >= 0 && number < 2_958_466;
    if (date) {
      return new Cell(column, time(number), true);
    }
    boolean whole = number == Math.rint(number) && Math.abs(number) < 1e15;
    return new Cell(column, whole ? Long.toString((long) number) : Double.toString(number), false);
  }

  /// A day, a day with a time, or a time of no day.
  private String time(double serial) {
    long millis = Math.round(serial * MILLIS_PER_DAY);
    long days = millis / MILLIS_PER_DAY;
    long rest = millis % MILLIS_PER_DAY;
    String clock =
        String.format(
            Locale.ROOT, "%02d:%02d:%02d", rest / 3_600_000, rest / 60_000 % 60, rest / 1000 % 60);
    if (rest % 1000 != 0) {
      clock += String.format(Locale.ROOT, ".%03d", rest % 1000);
    }
    if (days == 0 && serial < 1 && !workbook.from1904()) {
      return clock;
    }
    // The first format of this kind took 1900 for a leap year; days before its false one are off.
    long real = workbook.from1904() ? days + DAYS_TO_1904 : days < FALSE_LEAP_DAY ? days + 1 : days;
    LocalDate day = DAY_ZERO.plusDays(real);
    return rest == 0 ? day.toString() : day + "T" + clock;
  }

  private static int columnOf(String place) {
    int column = 0;
    for (int i = 0; i < place.length() && Character.isLetter(place.charAt(i)); i++) {
      column = column * 26 + Character.toUpperCase(place.charAt(i)) - 'A' + 1;
    }
    return column - 1;
  }

  private static int rowOf(String place) {
    String digits = place.replaceAll("[^0-9]", "");
    return digits.isEmpty() ? 0 : Integer.parseInt(digits) - 1;
  }
}
