package outcrop.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.code.CodeLanguage;
import outcrop.analysis.code.SelectionCode;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.ListColumn;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.column.TextColumn;
import outcrop.analysis.column.VectorColumn;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.index.HitHighlighter;
import outcrop.analysis.index.QueryExpression;
import outcrop.analysis.index.QueryParser;
import outcrop.analysis.query.RowOrder;
import outcrop.analysis.selection.Predicate;
import outcrop.analysis.spec.TableSpec.SortKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JsonGenerator;

/// `search`: the rows that match a query.
@Command(
    name = "search",
    mixinStandardHelpOptions = true,
    description = {
      "Prints the rows that match a query.",
      "In JSON, \"key\" names the row; a field that is itself named key is printed as"
          + " \"field:key\".",
      "Write -- before a query that starts with a minus."
    },
    footerHeading = "%nExample:%n",
    footer =
        "  outcrop search reviews.outcrop 'rating:[1 TO 2] AND text:\"not good\"' --sort date:desc")
final class SearchCommand implements Callable<Integer> {
  private static final int WIDEST_CELL = 80;
  private static final int CELL_BYTES = 4096;
  private static final int CHECK_EVERY = 1000;

  private final Session session;

  @Mixin private final PlaceOptions place = new PlaceOptions();

  @Parameters(index = "1", paramLabel = "QUERY", description = "What to look for; '*:*' finds all.")
  private String query = "";

  @Option(
      names = "--filtered",
      description = "Only rows that the filter saved in the project keeps.")
  private boolean filtered;

  @Option(
      names = {"-n", "--limit"},
      paramLabel = "N",
      description = "The most rows printed, 0 for all; ${DEFAULT-VALUE} by default.")
  private int limit = 20;

  @Option(
      names = "--sort",
      paramLabel = "FIELD[:desc]",
      description = "Sort by a field, by several with commas; missing values come last.")
  private List<String> sort = List.of();

  @Option(
      names = "--fields",
      paramLabel = "A,B",
      description = "The fields to print; all by default.")
  private List<String> fields = List.of();

  @Option(names = "--keys", description = "Print the key of each row also for people.")
  private boolean keys;

  @Option(
      names = "--as",
      paramLabel = "LANGUAGE",
      description =
          "Print a program that reads the rows from the sources in place of the rows: sql (for"
              + " DuckDB) or pandas.")
  private @Nullable CodeLanguage language;

  SearchCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (limit < 0) {
      throw new UsageFailure("--limit wants 0 or more, not " + limit + ".");
    }
    if (language != null && place.json()) {
      throw new UsageFailure("--as prints a program and --json prints rows; choose one of them.");
    }
    try (OpenedData data = OpenedData.open(session, place.place())) {
      if (language != null) {
        session.print(program(data, language));
        return ExitCode.DONE;
      }
      List<String> shown = FieldNames.list(data.schema(), fields);
      List<SortKey> sorting = FieldNames.sort(data.schema(), sort);
      RowSet found = data.rows(query, filtered);
      RowOrder order = data.order(found, sorting);
      int count = limit == 0 ? order.size() : Math.min(limit, order.size());
      if (place.json()) {
        printJson(data, shown, order, count);
      } else {
        printTable(data, shown, order, count);
      }
    }
    return ExitCode.DONE;
  }

  private String program(OpenedData data, CodeLanguage wanted) {
    Predicate asked = data.predicate(query, filtered);
    data.rows(asked);
    return session.work(
        "Writing the program",
        context ->
            new SelectionCode(data.workspace().codeSource(context), context)
                .of(wanted, asked)
                .stripTrailing());
  }

  private void printJson(OpenedData data, List<String> shown, RowOrder order, int count) {
    RowJson rows = new RowJson(data.columns(), shown);
    try (JsonGenerator json = session.json()) {
      json.writeStartObject();
      json.writeNumberProperty("total", order.size());
      json.writeArrayPropertyStart("rows");
      for (int i = 0; i < count && !isReaderGone(i); i++) {
        json.writePOJO(rows.of(order.rowAt(i)));
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    session.print("");
  }

  private boolean isReaderGone(int printed) {
    return printed % CHECK_EVERY == CHECK_EVERY - 1 && session.isOutputClosed();
  }

  private void printTable(OpenedData data, List<String> shown, RowOrder order, int count) {
    QueryExpression expression = QueryParser.parse(query, data.schema());
    boolean highlight = session.terminal().out() && session.terminal().colours();
    TextTable table = new TextTable().highlighting(highlight);
    List<HitHighlighter> highlighters =
        shown.stream().map(field -> HitHighlighter.of(expression, data.field(field))).toList();
    if (keys) {
      table.column("key", TextTable.Align.LEFT);
    }
    for (String field : shown) {
      boolean number = data.field(field).type() == FieldType.NUMBER;
      table.column(
          field,
          number ? TextTable.Align.RIGHT : TextTable.Align.LEFT,
          number ? Integer.MAX_VALUE : WIDEST_CELL);
    }
    for (int i = 0; i < count; i++) {
      int row = order.rowAt(i);
      List<TextTable.Cell> cells = new ArrayList<>();
      if (keys) {
        cells.add(TextTable.Cell.of(data.columns().key(row).text()));
      }
      for (String field : shown) {
        String text = cell(data.column(field), row);
        cells.add(
            new TextTable.Cell(
                text,
                highlight
                    ? HitHighlighter.spans(expression, data.field(field), text).stream()
                        .map(span -> new int[] {span.start(), span.end()})
                        .toList()
                    : List.of()));
      }
      table.cells(cells);
    }
    if (count > 0) {
      session.print(table);
      session.print("");
    }
    session.print(summary(order.size(), count, data.columns().rowCount()));
  }

  private static TextTable.Cell marked(String text, HitHighlighter highlighter) {
    return new TextTable.Cell(
        text,
        highlighter.spans(text).stream()
            .map(span -> new int[] {span.start(), span.end()})
            .toList());
  }

  private static String cell(Column column, int row) {
    if (column.isMissing(row)) {
      return "";
    }
    return switch (column) {
      case TextColumn text -> text.head(row, CELL_BYTES);
      case VectorColumn vector -> vector.head(row, CELL_BYTES / 8);
      case ListColumn list -> list.head(row, CELL_BYTES);
      case NumberColumn numbers -> String.valueOf(numbers.textAt(row));
      case Column other -> String.valueOf(other.textAt(row));
    };
  }

  private static String summary(int total, int printed, int rows) {
    String found = Words.count(total) + " of " + Words.count(rows, "row") + " match";
    return printed < total
        ? found + "; the first " + Words.count(printed) + " are shown (--limit 0 shows all)."
        : found + ".";
  }
}
