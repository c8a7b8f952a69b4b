package outcrop.analysis.code;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.ColumnUse;
import outcrop.analysis.dataset.FieldRole;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.selection.Predicate;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.UserFailure;

/// Programs that give the rows of a selection from the original sources.
///
/// A program is never handed out that would give other rows: conditions are taken over only where
/// they mean the same, queries are run on the sources and compared before they are shown, and what
/// cannot be said is said by ids, by row numbers, or at last by the values themselves.
public final class SelectionCode {
  private static final int MOST_NAMED = 100_000;
  private static final int MOST_HELD = 10_000;
  private static final long MOST_LETTERS = 4_000_000;

  private final CodeSource source;
  private final TaskContext context;

  public SelectionCode(CodeSource source, TaskContext context) {
    this.source = source;
    this.context = context;
  }

  /// The program for the rows of a filter.
  ///
  /// @throws UserFailure where neither language nor size allow one
  public String of(CodeLanguage language, Predicate predicate) {
    try (ColumnUse _ = source.columns().use()) {
      return write(language, predicate, source.evaluator().evaluate(predicate));
    }
  }

  /// The program for rows that were chosen one by one.
  public String of(CodeLanguage language, RowSet rows) {
    try (ColumnUse _ = source.columns().use()) {
      return write(language, null, rows);
    }
  }

  private String write(CodeLanguage language, @Nullable Predicate predicate, RowSet rows) {
    CodeWriter writer = CodeWriter.of(language, source);
    List<String> notes = new ArrayList<>();
    notes.add(
        "%,d of %,d rows, as Outcrop selected them."
            .formatted(rows.cardinality(), rows.rowCount()));
    Optional<String> program = Optional.empty();
    if (predicate != null) {
      try {
        program = checked(writer, new ConditionMaker(source, context).make(predicate), rows, notes);
      } catch (Untranslatable part) {
        notes.add("Not said as a condition: " + part.reason() + ".");
      }
    }
    if (program.isEmpty() && rows.cardinality() <= MOST_NAMED) {
      try {
        program = checked(writer, named(rows, notes), rows, notes);
      } catch (Untranslatable part) {
        notes.add(
            "The sources cannot be read here in the way of the import: " + part.reason() + ".");
      }
    }
    return program.orElseGet(() -> held(writer, rows, notes));
  }

  private Optional<String> checked(
      CodeWriter writer, Condition condition, RowSet rows, List<String> notes)
      throws Untranslatable {
    String program = writer.reading(condition, notes);
    return switch (writer) {
      case SqlWriter sql -> {
        context.stage("Checking the rows");
        try {
          boolean same = RowCheck.gives(sql.checking(condition), rows, context);
          yield same ? Optional.of(program) : Optional.empty();
        } catch (IOException failure) {
          throw new UncheckedIOException(failure);
        }
      }
      // There is no Python here to run it.
      case PandasWriter _ -> Optional.of(program);
    };
  }

  /// The rows by their ids where these are unique among all rows, else by their numbers.
  private Condition named(RowSet rows, List<String> notes) {
    Optional<Column> id =
        source.fields().stream()
            .filter(spec -> spec.field().role() == FieldRole.ID)
            .filter(
                spec ->
                    spec.field().type() == FieldType.CATEGORY
                        || spec.field().type() == FieldType.TEXT)
            .map(spec -> source.columns().column(spec.field().name()))
            .findFirst();
    if (id.isPresent() && !rows.isEmpty()) {
      List<String> values = new ArrayList<>();
      rows.forEach(row -> values.add(String.valueOf(id.get().textAt(row))));
      Predicate in = new Predicate.In(id.get().field().name(), values);
      if (source.evaluator().evaluate(in).equals(rows)) {
        notes.add("The rows are named by " + id.get().field().name() + ".");
        return new Condition.OneOf(id.get().field(), values);
      }
    }
    notes.add("The rows are named by their numbers in the sources, counted from 1.");
    List<Integer> numbers = new ArrayList<>();
    rows.forEach(row -> numbers.add(row + 1));
    return numbers.isEmpty() ? new Condition.Always(false) : new Condition.Numbered(numbers);
  }

  private String held(CodeWriter writer, RowSet rows, List<String> first) {
    List<String> notes = new ArrayList<>(first);
    notes.add(
        "The rows themselves, since the sources cannot be read here in the way of the import.");
    if (rows.cardinality() > MOST_HELD || letters(rows) > MOST_LETTERS) {
      throw new UserFailure(
          "No program of reasonable size gives these rows from the sources; export the rows to"
              + " Parquet and read that.");
    }
    return writer.holding(rows, notes);
  }

  private long letters(RowSet rows) {
    long letters = 0;
    for (int row = rows.next(0); row >= 0 && letters <= MOST_LETTERS; row = rows.next(row + 1)) {
      for (var spec : source.fields()) {
        String value = source.columns().column(spec.field().name()).textAt(row);
        letters += value == null ? 0 : value.length();
      }
    }
    return letters;
  }
}
