package outcrop.analysis.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.ColumnUse;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.index.TextIndex;
import outcrop.analysis.index.TextIndexNotReady;
import outcrop.analysis.query.ViewData.Besides;
import outcrop.analysis.query.ViewData.DistributionData;
import outcrop.analysis.query.ViewData.FacetData;
import outcrop.analysis.query.ViewData.MapData;
import outcrop.analysis.query.ViewData.Panel;
import outcrop.analysis.query.ViewData.RelationData;
import outcrop.analysis.query.ViewData.RowsData;
import outcrop.analysis.query.ViewData.TailData;
import outcrop.analysis.query.ViewQuery.DistributionQuery;
import outcrop.analysis.query.ViewQuery.FacetQuery;
import outcrop.analysis.query.ViewQuery.MapQuery;
import outcrop.analysis.query.ViewQuery.RelationQuery;
import outcrop.analysis.query.ViewQuery.RowsQuery;
import outcrop.analysis.query.ViewQuery.TailQuery;
import outcrop.analysis.spec.DistributionSpec.Order;
import outcrop.analysis.spec.FieldDisplay;
import outcrop.analysis.spec.Measure;
import outcrop.analysis.spec.TableSpec.SortKey;
import outcrop.analysis.spec.TailSpec;
import outcrop.analysis.stats.Association;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;
import outcrop.analysis.task.UserFailure;

/// Answers what views ask of one dataset.
///
/// What does not depend on the filter (bins, groups, the bin of every row, orders) is worked out on
/// the first question and kept, within a fifth of the memory; later answers only count. Safe for
/// several threads.
public final class QueryEngine {
  private static final int FEWEST_KEPT = 4;

  private final DisplayedColumns columns;
  private final TaskRunner runner;
  private final RowSorter sorter;
  private final Kept<DistributionPlan.Key, DistributionPlan> plans;
  private final Kept<DistributionPlan.Key, SpreadPlan> spreads;
  private final Kept<TailPlan.Key, TailPlan> tails;
  private final Kept<RelationPlan.Key, RelationPlan> relations;
  private final Kept<MapPlan.Places, PointGrid> points;
  private final Kept<MapPlan.Key, MapPlan> maps;
  private final Kept<String, Facets> facets;
  private final Kept<List<String>, Optional<Association>> associations;
  private final Kept<List<SortKey>, RowOrders> orders;
  private final RelatedFields related;
  private final Supplier<TextIndex> text;
  private final TailStudies studies;

  private record RowOrders(int[] rowOfPlace, int[] placeOfRow) {}

  /// An engine that counts no terms.
  public QueryEngine(ColumnStore stored, TaskRunner runner) {
    this(
        stored,
        runner,
        () -> {
          throw new TextIndexNotReady(0, stored.rowCount());
        });
  }

  /// @param text the index of the texts, asked for where terms are counted; it may throw
  ///   [TextIndexNotReady]
  public QueryEngine(ColumnStore stored, TaskRunner runner, Supplier<TextIndex> text) {
    this.text = text;
    this.columns = new DisplayedColumns(stored);
    this.studies = new TailStudies(columns, runner);
    this.runner = runner;
    this.sorter = new RowSorter(stored, runner);
    long bytes = Runtime.getRuntime().maxMemory() / 16;
    this.plans = new Kept<>(bytes, columns::version, DistributionPlan::sizeInBytes);
    this.spreads = new Kept<>(bytes / 2, columns::version, SpreadPlan::sizeInBytes);
    this.tails = new Kept<>(bytes, columns::version, TailPlan::sizeInBytes);
    this.relations = new Kept<>(bytes, columns::version, RelationPlan::sizeInBytes);
    this.points = new Kept<>(2 * bytes, columns::version, PointGrid::sizeInBytes);
    this.maps = new Kept<>(bytes, columns::version, MapPlan::sizeInBytes);
    this.facets = new Kept<>(bytes / 4, columns::version, Facets::sizeInBytes);
    this.associations = new Kept<>(bytes / 1024, columns::version, _ -> Long.SIZE);
    this.related = new RelatedFields(columns);
    this.orders = new Kept<>(bytes, stored::version, order -> 8L * order.rowOfPlace.length);
  }

  /// Counts values under other names from now on; rows are sorted by what they hold all the same.
  ///
  /// @param displays by field
  public void show(Map<String, FieldDisplay> displays) {
    columns.show(displays);
  }

  /// The answer for the selected rows.
  ///
  /// @throws UserFailure for a field that the dataset does not have or that cannot be shown so
  /// @throws java.util.concurrent.CancellationException when the dataset is being closed
  public ViewData answer(ViewQuery query, RowSet selected) {
    try (ColumnUse use = columns.use()) {
      return answer(query, RowSet.all(columns.rowCount()), selected, use);
    }
  }

  /// @param all the rows that the selected ones are some of
  private ViewData answer(ViewQuery query, RowSet all, RowSet selected, ColumnUse use) {
    return switch (query) {
      case DistributionQuery distribution -> answer(distribution, all, selected, use);
      case TailQuery tail -> answer(tail, all, selected, use);
      case RelationQuery relation -> answer(relation, all, selected, use);
      case MapQuery map -> answer(map, selected, use);
      case FacetQuery facets -> answer(facets, selected, use);
      case RowsQuery rows -> answer(rows, selected);
    };
  }

  private FacetData answer(FacetQuery query, RowSet selected, ColumnUse use) {
    Column column = column(query.field());
    Facets facets =
        this.facets.get(
            query.field(),
            () ->
                Facets.of(
                    FieldGroups.of(column, List.of(), columns.display(query.field())),
                    columns.rowCount()));
    List<Panel> panels = new ArrayList<>();
    for (int i = 0; i < facets.names().size(); i++) {
      RowSet rows = facets.rows().get(i);
      panels.add(
          new Panel(facets.names().get(i), answer(query.panel(), rows, selected.and(rows), use)));
    }
    return new FacetData(columns.rowCount(), selected.cardinality(), query.field(), panels);
  }

  /// The values of a field with the rows that have them.
  private record Facets(List<String> names, List<RowSet> rows) {
    static Facets of(FieldGroups groups, int rowCount) {
      long[][] words = new long[groups.names().size()][RowSet.wordCount(rowCount)];
      for (int row = 0; row < rowCount; row++) {
        words[groups.groupOfRow().applyAsInt(row)][row >>> 6] |= 1L << row;
      }
      return new Facets(
          groups.names(),
          Arrays.stream(words).map(bits -> RowSet.ofWords(bits, rowCount)).toList());
    }

    long sizeInBytes() {
      return rows.isEmpty() ? 0 : rows.size() * (long) rows.getFirst().rowCount() / Byte.SIZE;
    }
  }

  private DistributionData answer(
      DistributionQuery query, RowSet all, RowSet selected, ColumnUse use) {
    DistributionPlan.Key key = ordered(DistributionPlan.Key.of(query));
    FieldDisplay groups = columns.display(query.by());
    Column column = column(query.field());
    Column by = query.by().isEmpty() ? null : column(query.by());
    SpreadPlan.requireOrder(column, query.shape());
    DistributionPlan.Key bars = key.asBars();
    DistributionData data =
        plans
            .get(bars, () -> DistributionPlan.of(bars, column, by, groups, runner, use))
            .answer(all, selected);
    if (key.isSpread()) {
      SpreadPlan.Rows rows = new SpreadPlan.Rows(this::order, columns::key, use);
      SpreadPlan plan = spreads.get(key, () -> SpreadPlan.of(key, column, by, groups, rows));
      data = data.withSpread(plan.answer(all, selected));
    }
    return query.measures().isEmpty()
        ? data
        : data.withMeasures(new RowMeasures(column, selected, this::column).of(query.measures()));
  }

  /// The key with the own order of the field where the view has none.
  private DistributionPlan.Key ordered(DistributionPlan.Key key) {
    boolean ofField = key.bins().order() == Order.OWN && key.bins().own().isEmpty();
    return ofField ? key.withBins(key.bins().withOwn(columns.display(key.field()).order())) : key;
  }

  private int[] order(String field) {
    return order(List.of(new SortKey(field, false))).rowOfPlace;
  }

  private RowOrders order(List<SortKey> keys) {
    return orders.get(
        keys,
        () -> {
          int[] rows = sorter.order(keys);
          return new RowOrders(rows, SortedRows.inverse(rows));
        });
  }

  private TailData answer(TailQuery query, RowSet all, RowSet selected, ColumnUse use) {
    Column column = column(query.field());
    TailPlan.Key key = new TailPlan.Key(query.field(), query.counted());
    return tails.get(key, () -> new TailPlan(key, column, text, use)).answer(all, selected, use);
  }

  private RelationData answer(RelationQuery query, RowSet all, RowSet selected, ColumnUse use) {
    RelationPlan.Key key =
        new RelationPlan.Key(
            query.shape(),
            query.fields(),
            query.colour(),
            query.bins(),
            query.x(),
            query.y(),
            ownOrders(query));
    key.check();
    List<Column> crossed = query.fields().stream().map(this::column).toList();
    Column colour = query.colour().isEmpty() ? null : column(query.colour());
    RelationData data =
        relations
            .get(key, () -> RelationPlan.of(key, crossed, colour, runner, use))
            .answer(all, selected);
    // Small multiples have no room to say it, and there may be many of them.
    Optional<Association> association =
        all.isAll() ? association(query.fields(), crossed, selected) : Optional.empty();
    return data.with(new Besides(measures(query, crossed, selected), association));
  }

  private List<Map<Measure, Double>> measures(
      RelationQuery query, List<Column> crossed, RowSet selected) {
    return IntStream.range(0, Math.min(crossed.size(), query.measures().size()))
        .mapToObj(
            field ->
                new RowMeasures(crossed.get(field), selected, this::column)
                    .of(query.measures().get(field)))
        .toList();
  }

  /// Kept for all rows; a filter changes it.
  private Optional<Association> association(
      List<String> names, List<Column> fields, RowSet selected) {
    return selected.isAll()
        ? associations.get(names, () -> related.between(fields, selected))
        : related.between(fields, selected);
  }

  private List<List<String>> ownOrders(RelationQuery query) {
    return query.bins().order() == Order.OWN
        ? Stream.concat(query.fields().stream(), Stream.of(query.colour()))
            .map(field -> columns.display(field).order())
            .toList()
        : List.of();
  }

  private MapData answer(MapQuery query, RowSet selected, ColumnUse use) {
    NumberColumn x = MapPlan.numbers(column(query.x()));
    NumberColumn y = MapPlan.numbers(column(query.y()));
    Column colour = query.colour().isEmpty() ? null : column(query.colour());
    Column snippet = query.snippet().isEmpty() ? null : column(query.snippet());
    List<Column> labels = query.labels().stream().map(this::column).toList();
    PointGrid placed =
        points.get(new MapPlan.Places(query.x(), query.y()), () -> PointGrid.of(x, y, runner));
    MapPlan.Key key =
        new MapPlan.Key(
            query.x(), query.y(), query.colour(), query.scale(), query.labels(), query.snippet());
    return maps.get(key, () -> MapPlan.of(placed, query.scale(), colour, labels, snippet, use))
        .answer(selected);
  }

  /// The long tail with what takes its time to know. A caller that shows progress asks for it
  /// behind the view.
  ///
  /// @param data the answer to the query of the spec; small multiples are studied one by one,
  ///   without the field that stands against the classes
  /// @throws java.util.concurrent.CancellationException when cancelled; what was finished is kept
  /// @throws UserFailure where a field beside the classes cannot be used so
  public ViewData study(TailSpec spec, ViewData data, TaskContext context) {
    return switch (data) {
      case TailData tail -> tail.withStudy(studies.study(spec, tail, context));
      case FacetData facets -> {
        TailSpec one = spec.withBeside(spec.beside().withOther(""));
        yield facets.withPanels(panel -> study(one, panel, context));
      }
      case DistributionData _, RelationData _, MapData _, RowsData _ -> data;
    };
  }

  private RowsData answer(RowsQuery query, RowSet selected) {
    if (query.sort().isEmpty()) {
      return new RowsData(columns.rowCount(), selected, new DatasetOrder(selected));
    }
    query.sort().forEach(key -> column(key.field()));
    RowOrders order = order(query.sort());
    return new RowsData(
        columns.rowCount(), selected, SortedRows.of(order.rowOfPlace, order.placeOfRow, selected));
  }

  private Column column(String field) {
    if (columns.schema().find(field).isEmpty()) {
      throw new UserFailure(
          "There is no field “" + field + "” in this dataset; choose another field for the view.");
    }
    return columns.column(field);
  }

  /// The values used last, as many as fit, each computed once even when asked for by several
  /// threads. All go when other columns are shown than before.
  private static final class Kept<K, V> {
    private final Map<K, CompletableFuture<V>> values = new LinkedHashMap<>(16, 0.75f, true);
    private final long mostBytes;
    private final LongSupplier newest;
    private final ToLongFunction<V> size;
    private long version;

    Kept(long mostBytes, LongSupplier newest, ToLongFunction<V> size) {
      this.mostBytes = mostBytes;
      this.newest = newest;
      this.size = size;
    }

    V get(K key, Supplier<V> computation) {
      CompletableFuture<V> mine = new CompletableFuture<>();
      CompletableFuture<V> known;
      synchronized (values) {
        if (version != newest.getAsLong()) {
          values.clear();
          version = newest.getAsLong();
        }
        known = values.putIfAbsent(key, mine);
      }
      if (known != null) {
        return join(known);
      }
      try {
        V value = computation.get();
        mine.complete(value);
        dropOldest();
        return value;
      } catch (RuntimeException | Error failure) {
        synchronized (values) {
          values.remove(key, mine);
        }
        mine.completeExceptionally(failure);
        throw failure;
      }
    }

    private static <V> V join(CompletableFuture<V> known) {
      try {
        return known.join();
      } catch (CompletionException failure) {
        if (failure.getCause() instanceof RuntimeException cause) {
          throw cause;
        }
        throw failure;
      }
    }

    private void dropOldest() {
      synchronized (values) {
        long bytes =
            values.values().stream()
                .filter(CompletableFuture::isDone)
                .mapToLong(value -> size.applyAsLong(value.resultNow()))
                .sum();
        var oldest = values.entrySet().iterator();
        while (bytes > mostBytes && values.size() > FEWEST_KEPT && oldest.hasNext()) {
          CompletableFuture<V> value = oldest.next().getValue();
          if (value.isDone()) {
            bytes -= size.applyAsLong(value.resultNow());
            oldest.remove();
          }
        }
      }
    }
  }
}
