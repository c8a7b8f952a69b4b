package outcrop.analysis.io;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.StringArrayHandler;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Guesses the delimiter, the quote and the header of delimited text from its head.
///
/// Each candidate reads the head; the one that splits most records into the same number of fields,
/// more than one, wins. Written here because starting a database for it costs more than importing a
/// small file.
final class DialectSniffer {
  /// Stands for no quote at all: text that holds a zero is refused before.
  static final char NO_QUOTE = '\0';

  private static final int RECORDS = 500;
  private static final int SEVERAL = 3;
  private static final int CHARS = 200_000;
  private static final int LARGEST_FIELD = 1 << 20;
  private static final char[] DELIMITERS = {',', '\t', ';', '|'};

  private DialectSniffer() {}

  /// @param delimiter between fields
  /// @param quote around fields
  /// @param share of records with the usual number of fields
  /// @param width the usual number of fields
  private record Candidate(char delimiter, char quote, double share, int width) {}

  static char delimiter(String head, char quote, String extension) {
    char usual = extension.equals("tsv") || extension.equals("tab") ? '\t' : ',';
    Candidate best = candidate(head, usual, quote);
    for (char delimiter : DELIMITERS) {
      Candidate other = candidate(head, delimiter, quote);
      if (better(other, best)) {
        best = other;
      }
    }
    if (best.width() < 2) {
      Candidate blank = candidate(head, ' ', quote);
      if (blank.width() > 1 && blank.share() == 1.0 && head.lines().limit(6).count() > 5) {
        return ' ';
      }
      return usual;
    }
    return best.delimiter();
  }

  private static boolean better(Candidate a, Candidate b) {
    if (a.width() < 2) {
      return false;
    }
    return b.width() < 2
        || a.share() > b.share() + 0.05
        || a.share() >= b.share() - 0.05 && a.width() > b.width();
  }

  /// A single quote where fields are wrapped in it and never in double quotes.
  static char quote(String head) {
    long doubles = countWrapped(head, '"');
    long singles = countWrapped(head, '\'');
    return doubles == 0 && singles >= 4 ? '\'' : '"';
  }

  private static long countWrapped(String head, char quote) {
    long count = 0;
    for (String line : head.lines().limit(RECORDS).toList()) {
      for (String field : line.split("[,;\t|]", -1)) {
        if (field.length() >= 2
            && field.charAt(0) == quote
            && field.charAt(field.length() - 1) == quote) {
          count++;
        }
      }
    }
    return count;
  }

  /// Whether quotes are just characters here: all rows are regular if quotes mean nothing, more
  /// fields begin with one than are wrapped in two, and the rules of quoting either break at
  /// several of them or join most lines into few rows.
  static boolean quotesMeanNothing(String head, char delimiter, char quote) {
    int wrapped = 0;
    int open = 0;
    for (String line : head.lines().limit(RECORDS).toList()) {
      for (String field : line.split(Pattern.quote(String.valueOf(delimiter)), -1)) {
        if (!field.isEmpty() && field.charAt(0) == quote) {
          boolean closed = field.length() > 1 && field.charAt(field.length() - 1) == quote;
          wrapped += closed ? 1 : 0;
          open += closed ? 0 : 1;
        }
      }
    }
    Candidate plain = candidate(head, delimiter, NO_QUOTE);
    return open > wrapped
        && plain.width() > 1
        && plain.share() == 1.0
        && breaks(head, delimiter, quote, open);
  }

  /// That the head ends inside a quote says nothing: it may be cut off there.
  private static boolean breaks(String head, char delimiter, char quote, int open) {
    String part = head.length() > CHARS ? head.substring(0, CHARS) : head;
    try (CsvReader<String[]> reader = reader(part, delimiter, quote)) {
      long lines = part.lines().count();
      long records = reader.stream().count();
      return lines >= 10 && 2 * records < lines;
    } catch (CsvParseException e) {
      return open >= SEVERAL;
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static CsvReader<String[]> reader(String text, char delimiter, char quote) {
    return CsvReader.builder()
        .fieldSeparator(delimiter)
        .quoteCharacter(quote)
        .skipEmptyLines(true)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .allowUnclosedQuote(true)
        .maxBufferSize(LARGEST_FIELD)
        .build(StringArrayHandler.of(DialectSniffer::unlimited), text);
  }

  private static Candidate candidate(String head, char delimiter, char quote) {
    List<List<String>> records = records(head, delimiter, quote, RECORDS);
    Map<Integer, Integer> widths = new HashMap<>();
    records.forEach(record -> widths.merge(record.size(), 1, Integer::sum));
    int width = 1;
    int count = 0;
    for (Map.Entry<Integer, Integer> entry : widths.entrySet()) {
      if (entry.getValue() > count || entry.getValue() == count && entry.getKey() > width) {
        width = entry.getKey();
        count = entry.getValue();
      }
    }
    return new Candidate(
        delimiter, quote, records.isEmpty() ? 0 : (double) count / records.size(), width);
  }

  /// The first records of a head, without empty lines and without the last one, which may be cut
  /// off.
  static List<List<String>> records(String head, char delimiter, char quote, int limit) {
    String part = head.length() > CHARS ? head.substring(0, CHARS) : head;
    List<List<String>> records = new ArrayList<>();
    try (CsvReader<String[]> reader = reader(part, delimiter, quote)) {
      for (String[] record : reader) {
        records.add(List.of(record));
        if (records.size() == limit) {
          return records;
        }
      }
    } catch (CsvParseException e) {
      // What was read until the broken record is what there is to judge by.
      return records;
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    if (part.length() < head.length() && records.size() > 1) {
      records.removeLast();
    }
    return records;
  }

  private static void unlimited(StringArrayHandler.StringArrayHandlerBuilder handler) {
    handler.maxFields(LARGEST_FIELD).maxFieldSize(LARGEST_FIELD).maxRecordSize(LARGEST_FIELD);
  }

  /// Whether the first record names the fields: it does unless it looks like the rows below it.
  static boolean hasHeader(List<List<String>> records) {
    if (records.isEmpty()) {
      return false;
    }
    List<String> first = records.getFirst();
    if (first.stream().allMatch(String::isEmpty)) {
      return false;
    }
    int votes = 0;
    boolean repeated = false;
    NumberText number = new NumberText();
    TimeText time = new TimeText(null);
    for (int column = 0; column < first.size(); column++) {
      String name = first.get(column);
      Set<String> below = new HashSet<>();
      int typed = 0;
      int values = 0;
      for (List<String> record : records.subList(1, records.size())) {
        String value = column < record.size() ? record.get(column) : "";
        if (!value.isEmpty()) {
          values++;
          typed += isTyped(value, number, time) ? 1 : 0;
          below.add(value);
        }
      }
      boolean columnTyped = values > 0 && typed >= 0.9 * values;
      if (isTyped(name, number, time)) {
        votes -= columnTyped || values == 0 ? 1 : 0;
      } else if (columnTyped && !name.isEmpty()) {
        votes++;
      } else if (below.contains(name) && below.size() < values) {
        repeated = true;
      }
    }
    return votes > 0 || votes == 0 && !repeated;
  }

  private static boolean isTyped(String text, NumberText number, TimeText time) {
    char[] chars = text.toCharArray();
    return switch (number.read(chars, 0, chars.length)) {
      case INTEGER, DECIMAL, INEXACT -> true;
      case SPECIAL, MARKER, NONE -> time.read(chars, 0, chars.length);
    };
  }
}
