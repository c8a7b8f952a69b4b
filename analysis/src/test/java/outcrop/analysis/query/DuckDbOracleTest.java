package outcrop.analysis.query;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outcrop.analysis.column.ColumnProfile;
import outcrop.analysis.column.ColumnProfiler;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.dataset.ValueFormat;
import outcrop.analysis.index.TextIndex;
import outcrop.analysis.query.ViewData.DistributionData;
import outcrop.analysis.query.ViewData.RowsData;
import outcrop.analysis.query.ViewQuery.DistributionQuery;
import outcrop.analysis.query.ViewQuery.RowsQuery;
import outcrop.analysis.selection.PredicateEvaluator;
import outcrop.analysis.spec.DistributionSpec.Bins;
import outcrop.analysis.spec.DistributionSpec.Order;
import outcrop.analysis.spec.DistributionSpec.Scale;
import outcrop.analysis.spec.TableSpec.SortKey;
import outcrop.analysis.task.DirectTaskRunner;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.testing.GeneratedTable;

/// The engine against DuckDB: the same generated table, the same generated filters, the same
/// counts.
class DuckDbOracleTest {
  private static final long SEED = 20_261_123;
  private static final int FILTERS = 400;
  private static final List<String> FIELDS =
      List.of("name", "kind", "wide", "i", "big", "x", "t", "d", "text");
  private static final List<String> SPLITS = List.of("", "kind", "name", "wide", "i", "x");

  @TempDir static Path directory;
  private static final GeneratedTable TABLE = new GeneratedTable(SEED, 3_000);
  private static final ColumnStore COLUMNS = TABLE.columns();
  private static Connection duckdb;
  private static TextIndex index;
  private static PredicateEvaluator evaluator;
  private static QueryEngine engine;

  @BeforeAll
  static void load() throws SQLException {
    duckdb = TABLE.duckdb();
    index =
        TextIndex.build(
            COLUMNS, directory.resolve("text"), new DirectTaskRunner(), TaskContext.NONE);
    evaluator = new PredicateEvaluator(COLUMNS, () -> Optional.of(index));
    engine = new QueryEngine(COLUMNS, new DirectTaskRunner());
  }

  @AfterAll
  static void close() throws SQLException {
    duckdb.close();
    index.close();
  }

  @Test
  void filtersCountsGroupsAndOrdersAreThoseOfDuckDb() throws SQLException {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int n = 0; n < FILTERS; n++) {
      GeneratedFilter filter = GeneratedFilter.draw(random, TABLE, 3);
      String place = "filter %d of seed %d: %s".formatted(n, SEED, filter);
      RowSet rows = evaluator.evaluate(filter.predicate());
      assertArrayEquals(
          ids("select id from t where " + filter.sql() + " order by id"), members(rows), place);
      for (int view = 0; view < 3; view++) {
        DistributionQuery query =
            new DistributionQuery(
                "v",
                FIELDS.get(random.nextInt(FIELDS.size())),
                SPLITS.get(random.nextInt(SPLITS.size())),
                Bins.DEFAULT
                    .withCount(random.nextInt(3) == 0 ? random.nextInt(1, 40) : 0)
                    .withOrder(Order.values()[random.nextInt(5)]),
                Scale.values()[random.nextInt(3)]);
        checkDistribution(query, rows, filter, place + "\nview " + query);
      }
      checkOrder(random, rows, filter, place);
    }
  }

  private static void checkDistribution(
      DistributionQuery query, RowSet rows, GeneratedFilter filter, String place)
      throws SQLException {
    DistributionData data = (DistributionData) engine.answer(query, rows);
    Map<String, Long> counted = new HashMap<>();
    Map<String, Long> context = new HashMap<>();
    for (int group = 0; group < data.groups().size(); group++) {
      String name = data.groups().get(group);
      for (int bin = 0; bin < data.axis().size(); bin++) {
        put(counted, name, "" + bin, data.counts()[group][bin]);
        put(context, name, "" + bin, data.context()[group][bin]);
      }
      put(counted, name, "missing", data.apart().missing()[group]);
      put(counted, name, "off", data.apart().offScale()[group]);
      put(context, name, "missing", data.apart().contextMissing()[group]);
      put(context, name, "off", data.apart().contextOffScale()[group]);
    }
    assertEquals(expected(query, data, filter.sql()), counted, () -> "selected rows of " + place);
    assertEquals(expected(query, data, "true"), context, () -> "context of " + place);
  }

  private static void put(Map<String, Long> counts, String group, String bin, long count) {
    if (count > 0) {
      counts.put(group + "/" + bin, count);
    }
  }

  private static Map<String, Long> expected(
      DistributionQuery query, DistributionData data, String where) throws SQLException {
    String by = query.by().isEmpty() ? "''" : query.by();
    String sql =
        "select %s, %s, count(*) from t where %s group by all"
            .formatted(by, binSql(query.field(), data.axis()), where);
    Map<String, Long> counts = new HashMap<>();
    try (Statement statement = duckdb.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        String group = groupName(query, data, result.getObject(1));
        counts.merge(group + "/" + result.getString(2), result.getLong(3), Long::sum);
      }
    }
    return counts;
  }

  private static String groupName(
      DistributionQuery query, DistributionData data, @Nullable Object value) {
    if (value == null) {
      return DistributionData.MISSING_GROUP;
    }
    String name =
        value instanceof Double number
            ? outcrop.analysis.column.NumberColumn.textOf(number == 0 ? 0.0 : number)
            : value.toString();
    return data.groups().contains(name) ? name : DistributionData.OTHER_GROUPS;
  }

  private static String binSql(String field, BinAxis axis) {
    StringBuilder sql = new StringBuilder("case when " + field + " is null then 'missing'");
    switch (axis) {
      case BinAxis.Values(var values) -> {
        Map<String, Integer> bins = new HashMap<>();
        values.forEach(value -> bins.put(value, bins.size()));
        return "case when "
            + field
            + " is null then 'missing' else cast(list_position(["
            + values.stream()
                .map(value -> "'" + value.replace("'", "''") + "'")
                .collect(Collectors.joining(","))
            + "], "
            + field
            + ") - 1 as varchar) end";
      }
      case BinAxis.Numbers(double[] edges, boolean _, BinRule _) -> {
        String value =
            switch (field) {
              case "text" -> "length(text)";
              default -> field;
            };
        if (field.equals("x")) {
          sql.append(" when isnan(x) then 'off'");
        }
        for (int bin = 0; bin < axis.size(); bin++) {
          sql.append(
              " when %1$s >= %2$s and %1$s %3$s %4$s then '%5$d'"
                  .formatted(
                      value,
                      number(field, edges[bin]),
                      bin == axis.size() - 1 ? "<=" : "<",
                      number(field, edges[bin + 1]),
                      bin));
        }
      }
      case BinAxis.Times(long[] edges, String _, ValueFormat _, BinRule _) -> {
        for (int bin = 0; bin < axis.size(); bin++) {
          sql.append(
              " when epoch_us(cast(%1$s as timestamp)) >= %2$d and epoch_us(cast(%1$s as timestamp)) < %3$d then '%4$d'"
                  .formatted(field, edges[bin], edges[bin + 1], bin));
        }
      }
    }
    return sql + " else 'off' end";
  }

  private static String number(String field, double edge) {
    boolean whole = edge == Math.rint(edge) && Math.abs(edge) < 1e18;
    return whole && !field.equals("x")
        ? Long.toString((long) edge)
        : "cast('" + edge + "' as double)";
  }

  private static void checkOrder(
      SplittableRandom random, RowSet rows, GeneratedFilter filter, String place)
      throws SQLException {
    List<SortKey> keys = new ArrayList<>();
    for (int n = random.nextInt(3); n >= 0; n--) {
      keys.add(new SortKey(FIELDS.get(random.nextInt(FIELDS.size())), random.nextBoolean()));
    }
    RowsData data = (RowsData) engine.answer(new RowsQuery("table", keys), rows);
    int[] order = new int[data.order().size()];
    for (int position = 0; position < order.length; position++) {
      order[position] = data.order().rowAt(position);
      assertEquals(
          position, data.order().positionOf(order[position]), "positionOf undoes rowAt, " + place);
    }
    String by =
        keys.stream()
            .map(key -> key.field() + (key.descending() ? " desc" : " asc") + " nulls last")
            .collect(Collectors.joining(", "));
    assertArrayEquals(
        ids("select id from t where " + filter.sql() + " order by " + by + ", id"),
        order,
        () -> "order by " + by + ", " + place);
    RowSet others = rows.not();
    if (!others.isEmpty()) {
      assertEquals(
          -1, data.order().positionOf(others.next(0)), "rows filtered out have no position");
    }
  }

  @Test
  void profilesAreThoseOfDuckDb() throws SQLException {
    SplittableRandom random = new SplittableRandom(SEED + 1);
    for (int n = 0; n < 40; n++) {
      GeneratedFilter filter = GeneratedFilter.draw(random, TABLE, 2);
      RowSet rows = evaluator.evaluate(filter.predicate());
      for (String field : FIELDS) {
        String place = "profile of %s under %s".formatted(field, filter);
        ColumnProfile profile = ColumnProfiler.profile(COLUMNS.column(field), rows);
        List<String> facts =
            row(
                "select count(*), count(*) - count(%1$s), count(distinct %1$s) from t where %2$s"
                    .formatted(field, filter.sql()));
        assertEquals(
            facts,
            List.of("" + profile.rows(), "" + profile.missing(), "" + profile.distinct()),
            place);
        if (profile.numbers() != null) {
          checkNumbers(profile.numbers(), field, filter.sql(), place);
        }
        if (!field.equals("text")) {
          checkTop(profile, field, filter.sql(), place);
        }
      }
    }
  }

  private static void checkNumbers(
      ColumnProfile.NumberSummary numbers, String field, String where, String place)
      throws SQLException {
    String finite = where + " and isfinite(cast(" + field + " as double))";
    List<String> facts =
        row(
            ("select count(%1$s), min(%1$s), max(%1$s), avg(%1$s), stddev_samp(%1$s),"
                    + " quantile_cont(cast(%1$s as double), 0.25) from t where %2$s")
                .formatted(field, finite));
    assertEquals(facts.getFirst(), "" + numbers.n(), place);
    if (numbers.n() > 1) {
      assertEquals(Double.parseDouble(facts.get(1)), Double.parseDouble("" + numbers.min()), place);
      assertEquals(Double.parseDouble(facts.get(2)), Double.parseDouble("" + numbers.max()), place);
      assertEquals(Double.parseDouble(facts.get(3)), numbers.mean(), 1e-9 * 1e17, place);
      if (!field.equals("big")) {
        assertEquals(Double.parseDouble(facts.get(3)), numbers.mean(), 1e-9, place);
        assertEquals(Double.parseDouble(facts.get(4)), numbers.sd(), 1e-9, place);
        assertEquals(Double.parseDouble(facts.get(5)), numbers.quantiles().get(3), 1e-9, place);
      }
    }
  }

  private static void checkTop(ColumnProfile profile, String field, String where, String place)
      throws SQLException {
    List<Long> counts = new ArrayList<>();
    String sql =
        "select count(*) n, %1$s from t where %2$s and %1$s is not null group by %1$s order by n desc, %1$s limit %3$d"
            .formatted(field, where, ColumnProfile.TOP);
    List<String> values = new ArrayList<>();
    try (Statement statement = duckdb.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        counts.add(result.getLong(1));
        values.add(result.getString(2));
      }
    }
    assertEquals(
        counts, profile.top().stream().map(ColumnProfile.ValueCount::count).toList(), place);
    if (List.of("name", "kind", "wide", "i", "big", "d").contains(field)) {
      assertEquals(
          values, profile.top().stream().map(ColumnProfile.ValueCount::value).toList(), place);
    }
  }

  private static List<String> row(String sql) throws SQLException {
    try (Statement statement = duckdb.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      List<String> cells = new ArrayList<>();
      for (int c = 1; c <= result.getMetaData().getColumnCount(); c++) {
        cells.add(String.valueOf(result.getObject(c)));
      }
      return cells;
    }
  }

  private static int[] ids(String sql) throws SQLException {
    List<Integer> ids = new ArrayList<>();
    try (Statement statement = duckdb.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        ids.add(result.getInt(1));
      }
    }
    return ids.stream().mapToInt(id -> id).toArray();
  }

  private static int[] members(RowSet rows) {
    List<Integer> members = new ArrayList<>();
    rows.forEach(members::add);
    return members.stream().mapToInt(row -> row).toArray();
  }
}
