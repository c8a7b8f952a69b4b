package outcrop.analysis.selection;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.ColumnUse;
import outcrop.analysis.column.ListColumn;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.column.TextColumn;
import outcrop.analysis.column.TimeColumn;
import outcrop.analysis.column.VectorColumn;
import outcrop.analysis.dataset.RowKey;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.index.QueryExpression;
import outcrop.analysis.index.QueryParser;
import outcrop.analysis.index.TextIndex;
import outcrop.analysis.index.TextIndexNotReady;
import outcrop.analysis.index.ValueTest;
import outcrop.analysis.task.UserFailure;

/// Turns predicates into the rows that they mean.
///
/// Remembers the sets of the predicates asked last. A question about text before the text index is
/// ready fails with [TextIndexNotReady] and is not remembered. Safe for several threads.
public final class PredicateEvaluator {
  private static final long CACHE_BYTES = 64L << 20;
  private static final int MOST_CACHED = 256;

  private final ColumnStore columns;
  private final Supplier<Optional<TextIndex>> text;
  private final LongSupplier indexedRows;
  private final ExpressionEvaluator expressions;
  private final int cacheSize;
  private final LinkedHashMap<Predicate, RowSet> cache = new LinkedHashMap<>(16, 0.75f, true);
  private @Nullable TextIndex cachedWith;
  private long cachedVersion;

  public PredicateEvaluator(ColumnStore columns, Supplier<Optional<TextIndex>> text) {
    this(columns, text, () -> 0);
  }

  /// @param text the index as soon as it is ready
  /// @param indexedRows how far it is until then, for the answer that text cannot be searched yet
  public PredicateEvaluator(
      ColumnStore columns, Supplier<Optional<TextIndex>> text, LongSupplier indexedRows) {
    this.columns = columns;
    this.text = text;
    this.indexedRows = indexedRows;
    this.expressions = new ExpressionEvaluator(columns, this::readyIndex);
    this.cacheSize = (int) Math.clamp(CACHE_BYTES / (8L + columns.rowCount() / 8), 8, MOST_CACHED);
  }

  private TextIndex readyIndex() {
    return text.get()
        .orElseThrow(() -> new TextIndexNotReady(indexedRows.getAsLong(), columns.rowCount()));
  }

  /// Rows in the dataset.
  public int rowCount() {
    return columns.rowCount();
  }

  /// The rows that satisfy the predicate.
  ///
  /// @throws outcrop.analysis.index.QuerySyntaxException for a query that cannot be read
  /// @throws TextIndexNotReady for text before the index is ready
  /// @throws UserFailure for a field that the dataset does not have or a bound that is no value of
  ///   its type
  /// @throws java.util.concurrent.CancellationException when the dataset is being closed
  public RowSet evaluate(Predicate predicate) {
    long version = columns.version();
    synchronized (cache) {
      TextIndex index = text.get().orElse(null);
      if (index != cachedWith || version != cachedVersion) {
        cache.clear();
        cachedWith = index;
        cachedVersion = version;
      }
      RowSet known = cache.get(predicate);
      if (known != null) {
        return known;
      }
    }
    RowSet rows;
    try (ColumnUse _ = columns.use()) {
      rows = compute(predicate);
    }
    synchronized (cache) {
      if (version == cachedVersion && version == columns.version()) {
        cache.put(predicate, rows);
      }
      while (cache.size() > cacheSize) {
        cache.pollFirstEntry();
      }
    }
    return rows;
  }

  private RowSet compute(Predicate predicate) {
    return switch (predicate) {
      case Predicate.All() -> RowSet.all(columns.rowCount());
      case Predicate.Range(var field, var lo, var hi, boolean loInclusive, boolean hiInclusive) ->
          FieldTests.range(column(field), new ValueTest.Range(lo, hi, loInclusive, hiInclusive));
      case Predicate.In(var field, var values) -> in(column(field), values);
      case Predicate.IsMissing(var field) -> ColumnScan.missing(column(field));
      case Predicate.Polygon polygon -> polygon(polygon);
      case Predicate.Query(var query) -> {
        QueryExpression expression = QueryParser.parse(query, columns.schema());
        yield expressions.evaluate(expression);
      }
      case Predicate.Keys(var keys) -> keys(keys);
      case Predicate.And(var parts) -> {
        RowSet rows = RowSet.all(columns.rowCount());
        for (Predicate part : parts) {
          rows = rows.and(evaluate(part));
        }
        yield rows;
      }
      case Predicate.Or(var parts) -> {
        RowSet rows = RowSet.none(columns.rowCount());
        for (Predicate part : parts) {
          rows = rows.or(evaluate(part));
        }
        yield rows;
      }
      case Predicate.Not(var part) -> evaluate(part).not();
    };
  }

  private RowSet polygon(Predicate.Polygon polygon) {
    return new Outline(polygon.corners())
        .rows(numbers(polygon.x()), numbers(polygon.y()), columns.rowCount());
  }

  private NumberColumn numbers(String field) {
    if (column(field) instanceof NumberColumn numbers) {
      return numbers;
    }
    throw new UserFailure(
        "“%s” has no numbers, so no row lies inside an outline on it; remove the filter or draw it on two fields of numbers."
            .formatted(field));
  }

  private Column column(String field) {
    if (columns.schema().find(field).isEmpty()) {
      throw new UserFailure(
          "There is no field “"
              + field
              + "” in this dataset; remove the filter or rename the field.");
    }
    return columns.column(field);
  }

  private RowSet in(Column column, List<String> values) {
    return switch (column) {
      case CategoryColumn categories -> {
        boolean[] marked = new boolean[categories.dictionary().size()];
        for (String value : values) {
          int ordinal = categories.dictionary().find(value);
          if (ordinal >= 0) {
            marked[ordinal] = true;
          }
        }
        yield ColumnScan.marked(categories, marked);
      }
      case TextColumn texts -> FieldTests.scan(texts, Set.copyOf(values)::contains);
      case ListColumn lists -> FieldTests.in(lists, values);
      case NumberColumn _, TimeColumn _, VectorColumn _ -> {
        RowSet rows = RowSet.none(columns.rowCount());
        for (String value : values) {
          rows = rows.or(FieldTests.equal(column, value));
        }
        yield rows;
      }
    };
  }

  private RowSet keys(List<RowKey> keys) {
    long[] words = new long[RowSet.wordCount(columns.rowCount())];
    for (RowKey key : keys) {
      OptionalInt row = columns.find(key);
      if (row.isPresent()) {
        words[row.getAsInt() >>> 6] |= 1L << row.getAsInt();
      }
    }
    return RowSet.ofWords(words, columns.rowCount());
  }
}
