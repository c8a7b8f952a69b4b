package outcrop.analysis.model;

import java.util.Arrays;
import java.util.List;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.VectorColumn;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.stats.KeyedSample;
import outcrop.analysis.task.UserFailure;

/// A fitted space of texts: rows whose texts share words and parts of words lie near each other.
/// Lexical similarity, not meaning.
///
/// Latent semantic analysis (Deerwester et al. 1990) of hashed words and character 4-grams
/// ([TextBuckets]) with log-entropy weights ([TextWeights]). Weights and axes are learnt from at
/// most 20,000 rows; the vector of any row is its weighted buckets times the axes, at length one.
///
/// @param withoutStopWords whether English stop words are left out
/// @param weights of the buckets
/// @param lineOf the line in `axes` of each bucket, −1 where it has none
/// @param axes one line per bucket that has a weight, one column per dimension
record TextSpace(boolean withoutStopWords, TextWeights weights, int[] lineOf, Vectors axes)
    implements FittedSpace {
  /// Rows that weights and axes are learnt from; 2,000 are nearly as good.
  static final int MOST_ROWS = 20_000;

  private static final int FIRST_LOOK = 2_000;
  private static final int MOST_ENTRIES = 16_000_000;
  private static final int PART = 64;

  /// From so many words per row on, stop words are left out; in short texts they carry meaning.
  private static final int LONG_TEXT = 30;

  /// English text has about twice this share of stop words, other languages a fraction.
  private static final double ENGLISH_SHARE = 0.25;

  @Override
  public int dimensions() {
    return axes.dimensions();
  }

  /// Learns weights and axes.
  ///
  /// @throws UserFailure where the texts do not differ or there are fewer than two
  static TextSpace fit(SpaceSpec.Text spec, ModelInput input) {
    List<Column> columns = columns(spec.fields(), input);
    RowSet present = RowBuckets.present(columns);
    if (present.cardinality() < 2) {
      throw new UserFailure(
          "“"
              + String.join("”, “", spec.fields())
              + "” has fewer than two texts, which is too few for a space; choose another field.");
    }
    input.context().stage("Learning words");
    int[] look = KeyedSample.rows(input.columns(), present, FIRST_LOOK, spec.seed());
    Look first = look(columns, look, input);
    RowBuckets buckets = RowBuckets.of(columns, first.isLongEnglish(), input);
    int most =
        Math.clamp(
            (long) (MOST_ENTRIES / Math.max(1, first.entriesPerRow())), FIRST_LOOK, MOST_ROWS);
    int[] rows = KeyedSample.rows(input.columns(), present, most, spec.seed());
    SparseRows counts = counts(buckets, rows, input);
    TextWeights weights = TextWeights.of(counts);
    int[] lineOf = lines(weights);
    SparseRows weighted = weighted(counts, weights, lineOf);
    if (weighted.values().length == 0) {
      throw new UserFailure(
          "The texts of “"
              + String.join("”, “", spec.fields())
              + "” have no words that some of them share and others do not; choose another field.");
    }
    input.context().stage("Finding the axes of the space");
    RandomisedSvd svd =
        RandomisedSvd.of(
            weighted.operand(input.tasks(), input.context()),
            spec.dimensions(),
            spec.seed(),
            input.tasks(),
            input.context());
    Vectors axes = svd.axes().turned();
    return new TextSpace(first.isLongEnglish(), weights, lineOf, axes);
  }

  private static List<Column> columns(List<String> fields, ModelInput input) {
    return fields.stream()
        .map(
            field -> {
              Column column = input.column(field);
              if (column instanceof VectorColumn) {
                throw new UserFailure(
                    "“" + field + "” holds vectors, not texts: it is a space as it is.");
              }
              return column;
            })
        .toList();
  }

  /// What a first look at some rows says of all.
  private record Look(double wordsPerRow, double stopWordShare, double entriesPerRow) {
    boolean isLongEnglish() {
      return wordsPerRow > LONG_TEXT && stopWordShare >= ENGLISH_SHARE;
    }
  }

  private static Look look(List<Column> columns, int[] rows, ModelInput input) {
    long[] sums = new long[3];
    BucketCounts counts = new BucketCounts();
    TextBuckets splitter = new TextBuckets(false);
    for (int row : rows) {
      input.context().checkCancelled();
      counts.clear();
      int left = RowBuckets.LONGEST;
      for (Column column : columns) {
        String text = column.textAt(row);
        if (text != null && left > 0) {
          splitter.split(text.length() > left ? text.substring(0, left) : text);
          left -= text.length() + 1;
          sums[0] += splitter.words();
          sums[1] += splitter.stopWords();
          for (int i = 0; i < splitter.size(); i++) {
            counts.add(splitter.bucket(i));
          }
        }
      }
      sums[2] += counts.size();
    }
    return new Look(
        (double) sums[0] / rows.length,
        (double) sums[1] / Math.max(1, sums[0]),
        (double) sums[2] / rows.length);
  }

  private static SparseRows counts(RowBuckets buckets, int[] rows, ModelInput input) {
    int parts = Math.ceilDiv(rows.length, PART);
    SparseRows[] found = new SparseRows[parts];
    ThreadLocal<BucketCounts> local = ThreadLocal.withInitial(BucketCounts::new);
    input
        .tasks()
        .forEachPart(
            parts,
            part -> {
              input.context().checkCancelled();
              RowBuckets.Counter counter = buckets.counter();
              BucketCounts counts = local.get();
              SparseRows.Builder builder = new SparseRows.Builder(TextBuckets.ALL);
              for (int i = part * PART; i < Math.min(rows.length, (part + 1) * PART); i++) {
                counts.clear();
                counter.count(rows[i], counts);
                builder.add(counts);
              }
              found[part] = builder.build();
            });
    return SparseRows.below(found);
  }

  /// The lines of the buckets that have a weight, in their order; −1 for the others.
  static int[] lines(TextWeights weights) {
    int[] lineOf = new int[TextBuckets.ALL];
    int lines = 0;
    for (int bucket = 0; bucket < lineOf.length; bucket++) {
      lineOf[bucket] = weights.global()[bucket] > 0 ? lines++ : -1;
    }
    return lineOf;
  }

  private static SparseRows weighted(SparseRows counts, TextWeights weights, int[] lineOf) {
    int[] starts = new int[counts.lines() + 1];
    int[] columns = counts.columns().clone();
    float[] values = counts.values().clone();
    int size = 0;
    for (int line = 0; line < counts.lines(); line++) {
      int from = counts.starts()[line];
      int left = weights.weigh(columns, values, from, counts.starts()[line + 1]) - from;
      System.arraycopy(columns, from, columns, size, left);
      System.arraycopy(values, from, values, size, left);
      size += left;
      starts[line + 1] = size;
    }
    for (int i = 0; i < size; i++) {
      columns[i] = lineOf[columns[i]];
    }
    int width = (int) Arrays.stream(lineOf).filter(line -> line >= 0).count();
    return new SparseRows(width, starts, Arrays.copyOf(columns, size), Arrays.copyOf(values, size));
  }

  /// The vectors of all rows; missing where a row has no word or gram that the space knows.
  @Override
  public Placed place(List<String> fields, ModelInput input) {
    RowBuckets buckets = RowBuckets.of(columns(fields, input), withoutStopWords, input);
    input.context().stage("Placing rows");
    return new Placed(RowVectors.unit(dimensions(), input, () -> new Placer(buckets)));
  }

  private final class Placer implements RowVectors.Maker {
    private final RowBuckets.Counter counter;
    private final BucketCounts counts = new BucketCounts();
    private int[] buckets = new int[1024];
    private float[] values = new float[1024];

    Placer(RowBuckets rows) {
      counter = rows.counter();
    }

    @Override
    public boolean make(int row, float[] vector) {
      counts.clear();
      counter.count(row, counts);
      if (counts.size() > buckets.length) {
        buckets = new int[counts.size() * 2];
        values = new float[buckets.length];
      }
      counts.copyTo(buckets, values, 0);
      int size = weights.weigh(buckets, values, 0, counts.size());
      Arrays.fill(vector, 0);
      for (int i = 0; i < size; i++) {
        Kernels.addScaled(
            values[i], axes.values(), axes.start(lineOf[buckets[i]]), vector, 0, vector.length);
      }
      return true;
    }
  }
}
