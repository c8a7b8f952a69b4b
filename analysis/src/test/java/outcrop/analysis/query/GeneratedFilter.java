package outcrop.analysis.query;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.TimeColumn;
import outcrop.analysis.dataset.RowKey;
import outcrop.analysis.dataset.ValueFormat;
import outcrop.analysis.index.QueryExpression;
import outcrop.analysis.index.QueryPrinter;
import outcrop.analysis.index.ValueTest;
import outcrop.analysis.selection.Predicate;
import outcrop.analysis.testing.GeneratedTable;

/// A filter drawn from a seed, as a predicate and as the SQL condition that means the same.
public record GeneratedFilter(Predicate predicate, String sql) {
  private static final List<String> FIELDS =
      List.of("name", "kind", "wide", "i", "big", "x", "t", "d", "text");

  public static GeneratedFilter draw(SplittableRandom random, GeneratedTable table, int depth) {
    return depth > 0 && random.nextInt(3) > 0
        ? combined(random, table, depth)
        : leaf(random, table);
  }

  private static GeneratedFilter combined(
      SplittableRandom random, GeneratedTable table, int depth) {
    int kind = random.nextInt(3);
    if (kind == 2) {
      GeneratedFilter part = draw(random, table, depth - 1);
      return new GeneratedFilter(new Predicate.Not(part.predicate), "(not " + part.sql + ")");
    }
    List<GeneratedFilter> parts =
        Stream.generate(() -> draw(random, table, depth - 1)).limit(random.nextInt(1, 4)).toList();
    List<Predicate> predicates = parts.stream().map(GeneratedFilter::predicate).toList();
    String sql =
        parts.stream()
            .map(GeneratedFilter::sql)
            .collect(Collectors.joining(kind == 0 ? " and " : " or ", "(", ")"));
    return new GeneratedFilter(
        kind == 0 ? new Predicate.And(predicates) : new Predicate.Or(predicates), sql);
  }

  private static GeneratedFilter leaf(SplittableRandom random, GeneratedTable table) {
    String field = FIELDS.get(random.nextInt(FIELDS.size()));
    return switch (random.nextInt(5)) {
      case 0 -> new GeneratedFilter(new Predicate.IsMissing(field), "(" + field + " is null)");
      case 1 -> keys(random, table);
      case 2 -> field.equals("text") ? word(random) : in(random, table, field);
      case 3 -> field.equals("text") ? word(random) : range(random, table, field);
      default -> field.equals("text") ? word(random) : query(random, table, field);
    };
  }

  private static GeneratedFilter keys(SplittableRandom random, GeneratedTable table) {
    List<Integer> rows =
        Stream.generate(() -> random.nextInt(table.rows)).limit(1 + random.nextInt(9)).toList();
    return new GeneratedFilter(
        new Predicate.Keys(rows.stream().map(row -> new RowKey("row:" + row)).toList()),
        rows.stream().map(String::valueOf).collect(Collectors.joining(",", "(id in (", "))")));
  }

  private static GeneratedFilter word(SplittableRandom random) {
    String word = GeneratedTable.WORDS.get(random.nextInt(GeneratedTable.WORDS.size()));
    if (random.nextBoolean()) {
      return new GeneratedFilter(
          new Predicate.Query("text:" + word),
          "coalesce(list_contains(string_split(text, ' '), '" + word + "'), false)");
    }
    String next = GeneratedTable.WORDS.get(random.nextInt(4));
    return new GeneratedFilter(
        new Predicate.Query("text:\"" + word + " " + next + "\""),
        "coalesce(contains(' ' || text || ' ', ' " + word + " " + next + " '), false)");
  }

  private static GeneratedFilter in(SplittableRandom random, GeneratedTable table, String field) {
    List<String> values = new ArrayList<>();
    for (int n = random.nextInt(4); n >= 0; n--) {
      values.add(value(random, table, field));
    }
    String sql =
        values.stream().map(value -> literal(field, value)).collect(Collectors.joining(","));
    return new GeneratedFilter(
        new Predicate.In(field, values), "coalesce(" + field + " in (" + sql + "), false)");
  }

  private static GeneratedFilter range(
      SplittableRandom random, GeneratedTable table, String field) {
    String lo = random.nextInt(5) == 0 ? null : value(random, table, field);
    String hi = random.nextInt(5) == 0 ? null : value(random, table, field);
    boolean loInclusive = random.nextBoolean();
    boolean hiInclusive = random.nextBoolean();
    return new GeneratedFilter(
        new Predicate.Range(field, lo, hi, loInclusive, hiInclusive),
        rangeSql(field, lo, hi, loInclusive, hiInclusive));
  }

  private static String rangeSql(
      String field,
      @Nullable String lo,
      @Nullable String hi,
      boolean loInclusive,
      boolean hiInclusive) {
    String sql = field + " is not null";
    if (field.equals("x")) {
      sql += " and not isnan(x)";
      sql += "NaN".equals(lo) || "NaN".equals(hi) ? " and false" : "";
    }
    sql += lo == null ? "" : " and " + field + (loInclusive ? " >= " : " > ") + literal(field, lo);
    sql += hi == null ? "" : " and " + field + (hiInclusive ? " <= " : " < ") + literal(field, hi);
    return "(" + sql + ")";
  }

  private static GeneratedFilter query(
      SplittableRandom random, GeneratedTable table, String field) {
    if (random.nextInt(4) == 0) {
      return new GeneratedFilter(new Predicate.Query(field + ":*"), "(" + field + " is not null)");
    }
    String lo = value(random, table, field);
    String hi = value(random, table, field);
    if (random.nextBoolean()) {
      QueryExpression range =
          new QueryExpression.Test(field, new ValueTest.Range(lo, hi, true, false));
      return new GeneratedFilter(
          new Predicate.Query(QueryPrinter.print(range)), rangeSql(field, lo, hi, true, false));
    }
    QueryExpression both =
        new QueryExpression.Or(
            List.of(
                new QueryExpression.Test(field, new ValueTest.Term(lo)),
                new QueryExpression.Not(
                    new QueryExpression.Test(field, new ValueTest.Phrase(hi, 0)))));
    return new GeneratedFilter(
        new Predicate.Query(QueryPrinter.print(both)),
        "(coalesce(%1$s = %2$s, false) or not coalesce(%1$s = %3$s, false))"
            .formatted(field, literal(field, lo), literal(field, hi)));
  }

  /// A value of the field, or one near it.
  private static String value(SplittableRandom random, GeneratedTable table, String field) {
    for (int tries = 0; tries < 100; tries++) {
      int row = random.nextInt(table.rows);
      Object value =
          switch (field) {
            case "name" -> table.name[row];
            case "kind" -> table.kind[row];
            case "wide" -> table.wide[row];
            case "i" -> table.i[row];
            case "big" -> table.big[row];
            case "x" -> table.x[row];
            case "t" -> table.t[row];
            default -> table.d[row];
          };
      if (value != null) {
        return text(random, field, value);
      }
    }
    throw new IllegalStateException("No value in " + field);
  }

  private static String text(SplittableRandom random, String field, Object value) {
    return switch (field) {
      case "x" -> value + (value.toString().endsWith(".0") && random.nextBoolean() ? "0" : "");
      case "i" -> random.nextInt(4) == 0 ? value + ".5" : value.toString();
      case "t" -> TimeColumn.textOf((Long) value, ValueFormat.DATETIME);
      case "d" -> TimeColumn.textOf((Long) value, ValueFormat.DATE);
      default -> value.toString();
    };
  }

  private static String literal(String field, String value) {
    return switch (field) {
      case "i" -> "cast('" + value + "' as decimal(18,1))";
      case "big" -> value;
      case "x" -> "cast('" + value + "' as double)";
      case "t" -> "timestamp '" + value.replace('T', ' ') + (value.length() == 16 ? ":00'" : "'");
      case "d" -> "date '" + value + "'";
      default -> "'" + value.replace("'", "''") + "'";
    };
  }
}
