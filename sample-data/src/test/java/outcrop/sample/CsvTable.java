package outcrop.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A strict RFC 4180 reader, written from the grammar of the RFC and not from the writer.
record CsvTable(List<String> header, List<List<String>> rows) {
  static CsvTable read(Path file) throws IOException {
    List<List<String>> records = parse(Files.readString(file));
    List<String> header = records.getFirst();
    for (int i = 1; i < records.size(); i++) {
      if (records.get(i).size() != header.size()) {
        throw new IllegalStateException(
            "row " + i + " has " + records.get(i).size() + " fields: " + records.get(i));
      }
    }
    return new CsvTable(header, records.subList(1, records.size()));
  }

  static List<List<String>> parse(String text) {
    List<List<String>> records = new ArrayList<>();
    List<String> fields = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      StringBuilder field = new StringBuilder();
      if (text.charAt(at) == '"') {
        at = quoted(text, at + 1, field);
      } else {
        while (",\r\n".indexOf(text.charAt(at)) < 0) {
          if (text.charAt(at) == '"') {
            throw new IllegalStateException("quote inside an unquoted field at " + at);
          }
          field.append(text.charAt(at++));
        }
      }
      fields.add(field.toString());
      if (text.charAt(at) == '\r') {
        at++;
      }
      char end = text.charAt(at++);
      if (end == '\n') {
        records.add(fields);
        fields = new ArrayList<>();
      } else if (end != ',') {
        throw new IllegalStateException("a field ends with " + end + " at " + (at - 1));
      }
    }
    return records;
  }

  private static int quoted(String text, int start, StringBuilder field) {
    int at = start;
    while (true) {
      char c = text.charAt(at++);
      if (c != '"') {
        field.append(c);
      } else if (text.charAt(at) == '"') {
        field.append('"');
        at++;
      } else {
        return at;
      }
    }
  }

  int column(String name) {
    int column = header.indexOf(name);
    if (column < 0) {
      throw new IllegalStateException("there is no column " + name + " in " + header);
    }
    return column;
  }

  List<String> values(String name) {
    int column = column(name);
    return rows.stream().map(row -> row.get(column)).toList();
  }

  /// Rows by the value of a field that names them.
  Map<String, Map<String, String>> by(String key) {
    Map<String, Map<String, String>> found = new HashMap<>();
    for (List<String> row : rows) {
      Map<String, String> fields = new HashMap<>();
      for (int i = 0; i < header.size(); i++) {
        fields.put(header.get(i), row.get(i));
      }
      if (found.put(row.get(column(key)), fields) != null) {
        throw new IllegalStateException(key + " " + row.get(column(key)) + " names two rows");
      }
    }
    return found;
  }
}
