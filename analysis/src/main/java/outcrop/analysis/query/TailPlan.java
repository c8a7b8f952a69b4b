package outcrop.analysis.query;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.ColumnUse;
import outcrop.analysis.column.ListColumn;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.column.TextColumn;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.index.TextIndex;
import outcrop.analysis.query.ViewData.TailApart;
import outcrop.analysis.query.ViewData.TailData;
import outcrop.analysis.spec.TailSpec.Counted;
import outcrop.analysis.stats.ClassCounter;
import outcrop.analysis.stats.ClassCounts;
import outcrop.analysis.stats.TailMeasures;
import outcrop.analysis.task.UserFailure;

/// Counts the long tail of a field over any rows; the classes of all rows are kept.
final class TailPlan {
  /// What decides a plan.
  record Key(String field, Counted counted) {}

  private static final int LOOKED_THROUGH = 100_000;

  private final Key key;
  private final Column column;
  private final Supplier<TextIndex> index;
  private final Sizes all;
  private final Optional<TailMeasures> allMeasures;

  /// Classes and the rows that are in none.
  private record Sizes(TailClasses classes, TailApart apart) {}

  /// @param index of the texts, asked for where terms are counted
  /// @throws UserFailure for a field that has no classes, or no sizes where its values are wanted
  TailPlan(Key key, Column column, Supplier<TextIndex> index, ColumnUse use) {
    this.key = key;
    this.column = column;
    this.index = index;
    this.all = sizes(RowSet.all(column.rowCount()), use);
    this.allMeasures = TailMeasures.of(all.classes.frequencies());
  }

  long sizeInBytes() {
    return 40L * all.classes.count();
  }

  /// @param rows that the selected ones are some of
  TailData answer(RowSet rows, RowSet selected, ColumnUse use) {
    Sizes context = rows.isAll() ? all : sizes(rows, use);
    int total = rows.cardinality();
    Sizes sizes = selected.cardinality() == total ? context : sizes(selected, use);
    return new TailData(
        total,
        selected,
        column.field().type(),
        key.counted,
        context.classes,
        sizes.classes,
        sizes.apart,
        selected.isAll() ? allMeasures : TailMeasures.of(sizes.classes.frequencies()),
        Optional.empty());
  }

  private Sizes sizes(RowSet rows, ColumnUse use) {
    if (key.counted == Counted.VALUES) {
      if (column instanceof NumberColumn numbers) {
        return values(numbers, rows, use);
      }
      throw new UserFailure(
          "“%s” holds no numbers, so its values have no sizes; count its classes instead."
              .formatted(column.field().name()));
    }
    ClassCounter counter = new ClassCounter(use);
    ClassCounts counts =
        column instanceof TextColumn text
            ? counter.terms(index.get(), text, rows)
            : counter.count(column, rows);
    return new Sizes(
        TailClasses.of(counts, finder(counts)), new TailApart(counts.missing(), counts.unusable()));
  }

  private TailClasses.Finder finder(ClassCounts counts) {
    return switch (column) {
      case CategoryColumn categories -> categories.dictionary()::find;
      case ListColumn lists -> lists.dictionary()::find;
      default -> name -> find(counts, name);
    };
  }

  /// Looks for a name among the first classes; who stands out has a place among them.
  private static int find(ClassCounts counts, String name) {
    for (int rank = 0; rank < Math.min(LOOKED_THROUGH, counts.classes()); rank++) {
      if (counts.name(rank).equals(name)) {
        return counts.ordinals()[rank];
      }
    }
    return -1;
  }

  /// The positive and finite values of some rows.
  private static Sizes values(NumberColumn column, RowSet rows, ColumnUse use) {
    double[] sizes = new double[rows.cardinality()];
    int used = 0;
    int missing = 0;
    for (int row = rows.next(0); row >= 0; row = rows.next(row + 1)) {
      if ((row & 0xFFFF) == 0) {
        use.checkWanted();
      }
      double value = column.at(row);
      if (column.isMissing(row)) {
        missing++;
      } else if (value > 0 && value < Double.POSITIVE_INFINITY) {
        sizes[used++] = value;
      }
    }
    double[] rising = Arrays.copyOf(sizes, used);
    Arrays.parallelSort(rising);
    return new Sizes(
        TailClasses.ofValues(rising, NumberColumn::textOf),
        new TailApart(missing, rows.cardinality() - missing - used));
  }
}
