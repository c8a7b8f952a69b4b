package outcrop.analysis.query;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.index.QueryExpression;
import outcrop.analysis.index.QueryPrinter;
import outcrop.analysis.index.ValueTest;
import outcrop.analysis.query.ViewData.TailData;
import outcrop.analysis.selection.Predicate;
import outcrop.analysis.spec.TailSpec.Bands;
import outcrop.analysis.spec.TailSpec.Counted;
import outcrop.analysis.spec.TailSpec.Preset;
import outcrop.analysis.stats.BandRule;
import outcrop.analysis.stats.BandRule.ByCount;
import outcrop.analysis.task.UserFailure;

/// Head, body and tail of classes. A size decides the band, so that classes of one size are never
/// parted.
///
/// @param preset whose convention it is
/// @param head the least size of a class of the head
/// @param body the least size of a class of the body; equal to `head` where there is none
/// @param list the bands that the convention has, from the head, also those without a class
public record TailBands(Preset preset, double head, double body, List<Band> list) {
  /// The most classes that one filter names.
  public static final int MOST_NAMES = 50_000;

  private static final int MOST_TERMS = 500;

  /// Where a class lies.
  public enum Part {
    HEAD,
    BODY,
    TAIL
  }

  /// A stretch of ranks.
  ///
  /// @param from first rank, from 0
  /// @param to behind the last rank
  /// @param rows the sizes of its classes together
  public record Band(Part part, int from, int to, double rows) {
    public int classes() {
      return to - from;
    }
  }

  public TailBands {
    list = List.copyOf(list);
  }

  /// The bands of the selected classes. A convention that wants a power law parts by shares until
  /// one is fitted, and where it is ruled out.
  public static TailBands of(Bands wanted, TailData data) {
    TailClasses classes = data.classes();
    BandRule rule = rule(wanted, data.xmin());
    ByCount bounds =
        data.measures().map(measures -> rule.bounds(measures.counts())).orElse(new ByCount(1, 1));
    int headEnd = classes.atLeast(bounds.headFrom());
    int bodyEnd = classes.atLeast(bounds.bodyFrom());
    List<Band> bands = new ArrayList<>();
    bands.add(band(Part.HEAD, classes, 0, headEnd));
    if (rule.hasBody()) {
      bands.add(band(Part.BODY, classes, headEnd, bodyEnd));
    }
    bands.add(band(Part.TAIL, classes, bodyEnd, classes.count()));
    return new TailBands(wanted.preset(), bounds.headFrom(), bounds.bodyFrom(), bands);
  }

  private static BandRule rule(Bands wanted, OptionalDouble xmin) {
    return switch (wanted.preset()) {
      case SHARES -> BandRule.SHARES;
      case OLTR -> BandRule.OLTR;
      case OLTR_CODE -> BandRule.OLTR_INCLUSIVE;
      case LVIS -> BandRule.LVIS;
      case METACLIP -> BandRule.METACLIP;
      case XMIN ->
          xmin.isPresent() ? new ByCount(xmin.getAsDouble(), xmin.getAsDouble()) : BandRule.SHARES;
      case OWN -> new ByCount(wanted.head(), wanted.body());
    };
  }

  private static Band band(Part part, TailClasses classes, int from, int to) {
    return new Band(part, from, to, classes.sumOf(to) - classes.sumOf(from));
  }

  /// The band of a rank.
  public Band at(int rank) {
    return list.stream().filter(band -> rank < band.to()).findFirst().orElseGet(list::getLast);
  }

  /// The band of a part; empty where the convention has none.
  public Optional<Band> band(Part part) {
    return list.stream().filter(band -> band.part() == part).findFirst();
  }

  /// The rows of a band's classes, whatever the filter is: the classes that lie in the band now, by
  /// name. Where those outside are fewer, they are named and left out, which of a list is not the
  /// same: a row may have elements of two bands.
  ///
  /// @throws UserFailure for more classes than a filter can name
  public Predicate predicate(Band band, String field, TailData data) {
    TailClasses classes = data.classes();
    if (data.counted() == Counted.VALUES) {
      return range(band, field);
    }
    int others = data.context().count() - band.classes();
    if (band.classes() <= others || data.type() != FieldType.CATEGORY) {
      checkNameable(band.classes(), MOST_NAMES, field);
      return having(names(classes, band.from(), band.to()), field, data.type());
    }
    checkNameable(others, MOST_NAMES, field);
    Set<String> outside = new LinkedHashSet<>(names(data.context(), 0, data.context().count()));
    names(classes, band.from(), band.to()).forEach(outside::remove);
    Predicate missing = new Predicate.IsMissing(field);
    return new Predicate.Not(
        outside.isEmpty()
            ? missing
            : new Predicate.Or(List.of(new Predicate.In(field, List.copyOf(outside)), missing)));
  }

  private Predicate range(Band band, String field) {
    String from = NumberColumn.textOf(head);
    String to = NumberColumn.textOf(body);
    return switch (band.part()) {
      case HEAD -> Predicate.Range.halfOpen(field, from, null);
      case BODY -> Predicate.Range.halfOpen(field, to, from);
      case TAIL -> new Predicate.Range(field, "0", to, false, false);
    };
  }

  /// The rows that belong to some of the classes.
  ///
  /// @param type of the field; the classes of a text are its terms
  /// @throws UserFailure for more terms than a query can name
  public static Predicate having(List<String> classes, String field, FieldType type) {
    if (type != FieldType.TEXT) {
      return new Predicate.In(field, classes);
    }
    checkNameable(classes.size(), MOST_TERMS, field);
    return new Predicate.Query(
        QueryPrinter.print(
            new QueryExpression.Or(
                classes.stream()
                    .<QueryExpression>map(
                        term -> new QueryExpression.Test(field, new ValueTest.Phrase(term, 0)))
                    .toList())));
  }

  private static void checkNameable(int classes, int most, String field) {
    if (classes > most) {
      throw new UserFailure(
          "%,d classes of “%s” are too many to be named in a filter; add the bands as a field and filter by that."
              .formatted(classes, field));
    }
  }

  private static List<String> names(TailClasses classes, int from, int to) {
    return IntStream.range(from, to).mapToObj(classes::name).toList();
  }
}
