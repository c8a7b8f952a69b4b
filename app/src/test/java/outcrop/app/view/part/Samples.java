package outcrop.app.view.part;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.Dictionary;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.column.TextColumn;
import outcrop.analysis.column.TimeColumn;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldRole;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.dataset.ValueFormat;
import outcrop.analysis.query.BinAxis;
import outcrop.analysis.query.RowOrder;
import outcrop.analysis.query.ViewData.Apart;
import outcrop.analysis.query.ViewData.DistributionData;
import outcrop.analysis.query.ViewData.RowsData;
import outcrop.analysis.task.DirectTaskRunner;

/// Data that looks like a user's, for the tests of the controls.
final class Samples {
  static final int ROWS = 20_000;
  static final List<String> PRODUCTS =
      List.of(
          "kettle",
          "desk lamp",
          "headphones",
          "backpack",
          "notebook",
          "water bottle",
          "keyboard",
          "running shoes",
          "coffee grinder",
          "umbrella",
          "yoga mat",
          "bicycle pump",
          "tent",
          "wall clock",
          "rice cooker",
          "screwdriver set");
  static final List<String> SCRIPTS =
      List.of(
          "وصل المنتج متأخراً لكنه يعمل بشكل ممتاز، أنصح به الجميع دون تردد",
          "המוצר הגיע בזמן והאיכות טובה מאוד, ממליץ בחום לכל המשפחה",
          "สินค้ามาถึงตรงเวลาและคุณภาพดีมาก แนะนำให้ทุกคนซื้อ",
          "उत्पाद समय पर आया और गुणवत्ता बहुत अच्छी है, सबको सुझाता हूँ",
          "Works great 👍🏽 would buy again 🎉👨‍👩‍👧‍👦 and again",
          "mixed שלום and مرحبا and नमस्ते in one line, 100 % of the time",
          "品質がとても良くて、配送も早かったです。");

  private static final List<String> OPENINGS =
      List.of(
          "Does what it should",
          "Not good: the handle broke after a week",
          "I bought two of these, one for work",
          "Shipping was slow but the quality is excellent",
          "Would not buy again",
          "My daughter loves it",
          "Good value for the price");

  private Samples() {}

  static Function<String, String> words() {
    return words(Locale.ENGLISH);
  }

  static Function<String, String> words(Locale locale) {
    ResourceBundle bundle =
        ResourceBundle.getBundle(
            "outcrop.ui.messages.parts",
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    return bundle::getString;
  }

  /// Product reviews, with rows in several scripts at the top and some missing values.
  static ColumnStore reviews() {
    SplittableRandom random = new SplittableRandom(7);
    String[] ids = new String[ROWS];
    String[] products = new String[ROWS];
    String[] texts = new String[ROWS];
    String[] splits = new String[ROWS];
    double[] prices = new double[ROWS];
    long[] ratings = new long[ROWS];
    long[] dates = new long[ROWS];
    long[] noPrice = new long[RowSet.wordCount(ROWS)];
    for (int row = 0; row < ROWS; row++) {
      ids[row] = "R%05d".formatted(row + 1);
      products[row] = PRODUCTS.get((int) (PRODUCTS.size() * Math.pow(random.nextDouble(), 2.2)));
      texts[row] = row > 2 && row < 3 + SCRIPTS.size() ? SCRIPTS.get(row - 3) : prose(random, row);
      splits[row] = random.nextInt(50) == 0 ? null : random.nextInt(10) < 8 ? "train" : "test";
      prices[row] = Math.round(100 * Math.exp(3 + 0.8 * gauss(random))) / 100.0;
      ratings[row] = 1 + (int) (5 * Math.pow(random.nextDouble(), 0.5));
      dates[row] = (19_000L + random.nextInt(730)) * TimeColumn.MICROS_PER_DAY;
      if (random.nextInt(25) == 0) {
        noPrice[row >>> 6] |= 1L << row;
      }
    }
    prices[4] = Double.NaN;
    return ColumnStore.of(
        List.of(
            TextColumn.of(new Field("id", FieldType.TEXT, FieldRole.ID, ValueFormat.PLAIN), ids),
            CategoryColumn.of(new Field("product", FieldType.CATEGORY), products),
            NumberColumn.ofLongs(
                new Field("rating", FieldType.NUMBER, FieldRole.NONE, ValueFormat.INTEGER),
                ratings,
                null),
            TextColumn.of(new Field("text", FieldType.TEXT), texts),
            NumberColumn.ofDoubles(
                new Field("price", FieldType.NUMBER), prices, RowSet.ofWords(noPrice, ROWS)),
            TimeColumn.ofMicros(
                new Field("date", FieldType.TIME, FieldRole.TIME, ValueFormat.DATE), dates, null),
            CategoryColumn.of(new Field("split", FieldType.CATEGORY), splits)));
  }

  private static String prose(SplittableRandom random, int row) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 1 + random.nextInt(row % 7 == 0 ? 14 : 4); i++) {
      text.append(i == 0 ? "" : ". ").append(OPENINGS.get(random.nextInt(OPENINGS.size())));
    }
    return text.append('.').toString();
  }

  private static double gauss(SplittableRandom random) {
    double sum = -6;
    for (int i = 0; i < 12; i++) {
      sum += random.nextDouble();
    }
    return sum;
  }

  /// A store of two columns and as many rows as wanted, 12 bytes each.
  static ColumnStore large(int rows) {
    long[] numbers = new long[rows];
    int[] ordinals = new int[rows];
    for (int row = 0; row < rows; row++) {
      numbers[row] = row * 7L % 1000;
      ordinals[row] = row % PRODUCTS.size();
    }
    Column names =
        new CategoryColumn(
            new Field("product", FieldType.CATEGORY),
            rows,
            MemorySegment.ofArray(ordinals),
            new Dictionary(PRODUCTS),
            null);
    return ColumnStore.of(
        List.of(
            NumberColumn.ofLongs(
                new Field("n", FieldType.NUMBER, FieldRole.NONE, ValueFormat.INTEGER),
                numbers,
                null),
            names));
  }

  /// An inspector that does everything at once.
  static RowInspector inspector(Function<String, String> words) {
    return new RowInspector(words, new DirectTaskRunner(), Runnable::run, InspectorActions.NONE);
  }

  static RowsData allRows(ColumnStore store) {
    return new RowsData(
        store.rowCount(), RowSet.all(store.rowCount()), new Natural(store.rowCount()));
  }

  /// Counts of a number column in even bins; the filter keeps rows of the test split.
  static DistributionData histogram(ColumnStore store, String field, int bins, double top) {
    NumberColumn column = (NumberColumn) store.column(field);
    double[] edges = new double[bins + 1];
    for (int i = 0; i <= bins; i++) {
      edges[i] = top * i / bins;
    }
    long[] context = new long[bins];
    long[] counts = new long[bins];
    long missing = 0;
    for (int row = 0; row < store.rowCount(); row++) {
      double value = column.at(row);
      if (column.isMissing(row)) {
        missing++;
      } else if (value >= 0 && value <= top) {
        int bin = (int) Math.min(bins - 1, value / top * bins);
        context[bin]++;
        counts[bin] += row % 3 == 0 || value < top / 4 ? 1 : 0;
      }
    }
    return new DistributionData(
        store.rowCount(),
        store.rowCount() / 3,
        FieldType.NUMBER,
        new BinAxis.Numbers(edges, column.integral()),
        List.of(""),
        new long[][] {context},
        new long[][] {counts},
        new Apart(new long[] {missing}, new long[] {missing / 3}, new long[] {0}, new long[] {0}));
  }

  /// Counts of a category, most frequent first.
  static DistributionData bars(ColumnStore store, String field) {
    CategoryColumn column = (CategoryColumn) store.column(field);
    long[] all = new long[column.dictionary().size()];
    long missing = 0;
    for (int row = 0; row < store.rowCount(); row++) {
      if (column.ordinal(row) < 0) {
        missing++;
      } else {
        all[column.ordinal(row)]++;
      }
    }
    List<Integer> order =
        IntStream.range(0, all.length)
            .boxed()
            .sorted((a, b) -> Long.compare(all[b], all[a]))
            .toList();
    long[] context = order.stream().mapToLong(i -> all[i]).toArray();
    return new DistributionData(
        store.rowCount(),
        store.rowCount() / 3,
        FieldType.CATEGORY,
        new BinAxis.Values(order.stream().map(column.dictionary()::value).toList()),
        List.of(""),
        new long[][] {context},
        new long[][] {Arrays.stream(context).map(count -> count * 2 / 5 + count % 7).toArray()},
        new Apart(new long[] {missing}, new long[] {missing / 4}, new long[] {0}, new long[] {0}));
  }

  /// The dataset's own order.
  record Natural(int size) implements RowOrder {
    @Override
    public int rowAt(int position) {
      return position;
    }

    @Override
    public int positionOf(int row) {
      return row < size ? row : -1;
    }
  }
}
