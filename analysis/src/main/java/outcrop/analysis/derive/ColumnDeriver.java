package outcrop.analysis.derive;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.Dictionary;
import outcrop.analysis.column.ListColumn;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.column.TextColumn;
import outcrop.analysis.column.TimeColumn;
import outcrop.analysis.column.VectorColumn;
import outcrop.analysis.curation.OperationRunner;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.discovery.Assignment;
import outcrop.analysis.discovery.Dimension;
import outcrop.analysis.index.WordCount;
import outcrop.analysis.model.ModelResult;
import outcrop.analysis.model.ModelSpec;
import outcrop.analysis.selection.Predicate;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;
import outcrop.analysis.task.UserFailure;

/// Computes the column of a derived field.
record ColumnDeriver(
    ColumnStore columns,
    TaskRunner runner,
    Function<Predicate, RowSet> rows,
    Function<ModelSpec, ModelResult> models,
    TaskContext context) {
  private static final int PART = 1 << 15;

  Column derive(DerivedField field) {
    return switch (field.how()) {
      case Derivation.TextLength length -> lengths(field.field(), length);
      case Derivation.ClassBands bands -> bands(field.field(), bands);
      case Derivation.Membership membership -> membership(field.field(), membership);
      case Derivation.Shaped(var operation) ->
          new OperationRunner(columns, rows, runner).run(operation).column();
      case Derivation.Subpopulation(var dimension, var part) ->
          subpopulation(field.field(), dimension, part);
      case Derivation.Modelled modelled -> modelled(modelled);
    };
  }

  private Column modelled(Derivation.Modelled how) {
    Column column =
        models.apply(how.model()).columns().stream()
            .filter(output -> output.field().name().equals(how.output()))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("The model did not give " + how.output()));
    return column instanceof CategoryColumn category && !how.names().isEmpty()
        ? renamed(category, how.names())
        : column;
  }

  private static CategoryColumn renamed(CategoryColumn column, List<String> names) {
    Dictionary.Builder dictionary = new Dictionary.Builder();
    for (int value = 0; value < column.dictionary().size(); value++) {
      String own = column.dictionary().value(value);
      String given = value < names.size() ? names.get(value) : "";
      // A name that another value has already would make one of two values.
      int ordinal = dictionary.add(given.isEmpty() ? own : given);
      if (ordinal != value) {
        dictionary.add(given + " (" + own + ")");
      }
    }
    return new CategoryColumn(
        column.field(), column.rowCount(), column.ordinals(), dictionary.build(), column.missing());
  }

  /// The same values under another name.
  static Column named(Column column, Field field) {
    return switch (column) {
      case NumberColumn c ->
          new NumberColumn(field, c.rowCount(), c.values(), c.integral(), c.missing());
      case CategoryColumn c ->
          new CategoryColumn(field, c.rowCount(), c.ordinals(), c.dictionary(), c.missing());
      case VectorColumn c ->
          new VectorColumn(field, c.rowCount(), c.dimensions(), c.floats(), c.missing());
      case TextColumn _, TimeColumn _, ListColumn _ ->
          throw new IllegalStateException("No derivation gives a column of this kind");
    };
  }

  /// A column without any value.
  static Column missing(Field field, int rows) {
    if (field.type() == FieldType.NUMBER) {
      return NumberColumn.ofLongs(field, new long[rows], RowSet.all(rows));
    }
    if (field.type() == FieldType.VECTOR) {
      return new VectorColumn(
          field, rows, 0, MemorySegment.ofArray(new float[0]), RowSet.all(rows));
    }
    int[] ordinals = new int[rows];
    Arrays.fill(ordinals, -1);
    return categories(field, ordinals, List.of());
  }

  private Column source(String name, String purpose) {
    if (columns.schema().find(name).isEmpty()) {
      throw new UserFailure(
          "The "
              + purpose
              + " cannot be computed: there is no field “"
              + name
              + "” in this dataset; remove the derived field.");
    }
    return columns.column(name);
  }

  private NumberColumn lengths(Field field, Derivation.TextLength how) {
    Column text = source(how.field(), "length of a text");
    if (!(text instanceof TextColumn || text instanceof CategoryColumn)) {
      throw new UserFailure(
          "The length of “" + how.field() + "” cannot be computed: it is not a text field.");
    }
    long[] lengths = new long[text.rowCount()];
    overParts(
        text.rowCount(),
        row -> {
          String value = text.textAt(row);
          if (value != null) {
            lengths[row] =
                switch (how.unit()) {
                  case CHARACTERS -> value.codePointCount(0, value.length());
                  case WORDS -> WordCount.of(value);
                };
          }
        });
    return NumberColumn.ofLongs(field, lengths, text.missing());
  }

  private CategoryColumn bands(Field field, Derivation.ClassBands how) {
    Column classes = source(how.field(), "band of a value");
    long[] counts =
        switch (classes) {
          case CategoryColumn column -> counts(column);
          case ListColumn column -> counts(column);
          case NumberColumn _, TextColumn _, TimeColumn _, VectorColumn _ ->
              throw new UserFailure(
                  "The values of “"
                      + how.field()
                      + "” have no bands: choose a category or a list field.");
        };
    byte[] bandOf = new byte[counts.length];
    for (int value = 0; value < counts.length; value++) {
      bandOf[value] = (byte) band(counts[value], how.bands());
    }
    int[] ordinals = new int[classes.rowCount()];
    for (int row = 0; row < ordinals.length; row++) {
      ordinals[row] = -1;
      if (classes instanceof CategoryColumn column) {
        int value = column.ordinal(row);
        ordinals[row] = value < 0 ? -1 : bandOf[value];
      } else if (classes instanceof ListColumn column) {
        for (long at = column.start(row); at < column.start(row + 1); at++) {
          int value = column.ordinals().getAtIndex(ListColumn.INT, at);
          ordinals[row] = value < 0 ? ordinals[row] : Math.max(ordinals[row], bandOf[value]);
        }
      }
    }
    return categories(field, ordinals, how.bands().stream().map(Derivation.Band::name).toList());
  }

  /// The band of a class with this many rows, counted from the most frequent.
  private static int band(long rows, List<Derivation.Band> bands) {
    int band = 0;
    while (band < bands.size() - 1 && rows < bands.get(band).fewest()) {
      band++;
    }
    return band;
  }

  private static long[] counts(CategoryColumn column) {
    long[] counts = new long[column.dictionary().size()];
    for (int row = 0; row < column.rowCount(); row++) {
      int value = column.ordinal(row);
      if (value >= 0) {
        counts[value]++;
      }
    }
    return counts;
  }

  /// Rows that hold a value, each row once however often it holds it.
  private static long[] counts(ListColumn column) {
    long[] counts = new long[column.dictionary().size()];
    int[] lastRow = new int[counts.length];
    for (int row = 0; row < column.rowCount(); row++) {
      for (long at = column.start(row); at < column.start(row + 1); at++) {
        int value = column.ordinals().getAtIndex(ListColumn.INT, at);
        if (value >= 0 && lastRow[value] != row + 1) {
          lastRow[value] = row + 1;
          counts[value]++;
        }
      }
    }
    return counts;
  }

  private CategoryColumn membership(Field field, Derivation.Membership how) {
    RowSet inside = rows.apply(how.predicate());
    int[] ordinals = new int[columns.rowCount()];
    for (int row = 0; row < ordinals.length; row++) {
      ordinals[row] = inside.contains(row) ? 0 : 1;
    }
    return categories(field, ordinals, List.of(how.inside(), how.outside()));
  }

  private static CategoryColumn categories(Field field, int[] ordinals, List<String> values) {
    Dictionary.Builder dictionary = new Dictionary.Builder();
    values.forEach(dictionary::add);
    return new CategoryColumn(
        field,
        ordinals.length,
        MemorySegment.ofArray(ordinals),
        dictionary.build(),
        without(ordinals));
  }

  private Column subpopulation(Field field, Dimension dimension, Derivation.Part part) {
    Assignment assignment = Assignment.of(dimension, columns, rows, runner, context);
    int[] attributes = assignment.attributes();
    if (part == Derivation.Part.CONFIDENCE) {
      double[] values = new double[attributes.length];
      int[] known = new int[attributes.length];
      for (int row = 0; row < values.length; row++) {
        known[row] = attributes[row] < 0 ? -1 : 0;
        values[row] = assignment.confidences()[row];
      }
      return NumberColumn.ofDoubles(field, values, without(known));
    }
    int unassigned = dimension.attributes().size();
    int[] ordinals = new int[attributes.length];
    for (int row = 0; row < ordinals.length; row++) {
      ordinals[row] =
          attributes[row] == Assignment.UNASSIGNED ? unassigned : Math.max(attributes[row], -1);
    }
    List<String> values = new ArrayList<>();
    dimension.attributes().forEach(attribute -> values.add(attribute.name()));
    values.add(Dimension.UNASSIGNED);
    return categories(field, ordinals, values);
  }

  private static @Nullable RowSet without(int[] ordinals) {
    long[] words = new long[RowSet.wordCount(ordinals.length)];
    boolean any = false;
    for (int row = 0; row < ordinals.length; row++) {
      if (ordinals[row] < 0) {
        words[row >>> 6] |= 1L << row;
        any = true;
      }
    }
    return any ? RowSet.ofWords(words, ordinals.length) : null;
  }

  /// Tells every row to an action, in parts that run beside each other.
  private void overParts(int count, java.util.function.IntConsumer action) {
    int parts = Math.ceilDiv(count, PART);
    AtomicInteger done = new AtomicInteger();
    runner.forEachPart(
        parts,
        part -> {
          context.checkCancelled();
          int end = Math.min(count, (part + 1) * PART);
          for (int row = part * PART; row < end; row++) {
            action.accept(row);
          }
          context.progress(done.incrementAndGet(), parts);
        });
  }
}
