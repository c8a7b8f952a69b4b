package outcrop.analysis.discovery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.model.ClusterCounts;
import outcrop.analysis.model.KMeans;
import outcrop.analysis.model.SparseRows;
import outcrop.analysis.model.Vectors;
import outcrop.analysis.selection.Predicate;
import outcrop.analysis.stats.KeyedSample;
import outcrop.analysis.stats.Seeds;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;
import outcrop.analysis.task.UserFailure;

/// Finds a structure of subpopulations without a language model: fields with few values are
/// dimensions, and so are groups of terms that stand for each other in the texts.
///
/// Coarse by nature: a row has an attribute only where its text names it.
public final class StructureFinder {
  private static final int SAMPLE = 50_000;
  private static final int RANK = 64;
  private static final int PER_CLUSTER = 15;
  private static final int MOST_FREQUENT = 300;
  private static final int MOST_TERMS = 3_000;
  private static final int MOST_TOPICS = 20;
  private static final int FEWEST_OF_TOPIC = 10;
  private static final int STARTS = 4;
  private static final double LEAST_OF_WORD = 0.5;

  private final ColumnStore columns;
  private final Function<Predicate, RowSet> rows;
  private final TaskRunner tasks;
  private final TaskContext context;

  /// What is looked for.
  ///
  /// @param name of the structure
  /// @param texts fields whose texts are read; may be empty
  /// @param classField the field of the classes, which is no dimension; empty for none
  /// @param metadata whether fields with few values become dimensions
  /// @param most dimensions at most from fields, and as many from texts
  /// @param seed of the sample and of the clusters
  public record Options(
      String name, List<String> texts, String classField, boolean metadata, int most, long seed) {
    public Options {
      texts = List.copyOf(texts);
    }

    /// Up to eight dimensions from texts and as many from fields.
    public static Options of(String name, List<String> texts) {
      return new Options(name, texts, "", true, 8, Seeds.DEFAULT);
    }
  }

  /// @param rows evaluates predicates over the columns
  public StructureFinder(
      ColumnStore columns,
      Function<Predicate, RowSet> rows,
      TaskRunner tasks,
      TaskContext context) {
    this.columns = columns;
    this.rows = rows;
    this.tasks = tasks;
    this.context = context;
  }

  /// The structure; the same seed gives the same one on any number of threads.
  ///
  /// @param wanted the rows to look at
  /// @throws UserFailure where no dimension is found, with the reason
  public SubpopulationStructure find(Options options, RowSet wanted) {
    if (wanted.cardinality() < 2) {
      throw new UserFailure(
          "A structure needs at least two rows; there is "
              + (wanted.isEmpty() ? "none" : "one")
              + " to look at.");
    }
    int[] sample = KeyedSample.rows(columns, wanted, SAMPLE, options.seed());
    List<DimensionScores.Candidate> best = new ArrayList<>();
    if (options.metadata()) {
      context.stage("Looking at fields");
      List<String> without = new ArrayList<>(options.texts());
      without.add(options.classField());
      List<DimensionScores.Candidate> ready =
          ReadyDimensions.of(columns, without).stream()
              .map(dimension -> candidate(dimension, sample))
              .toList();
      best.addAll(DimensionScores.best(ready, options.most()));
    }
    if (!options.texts().isEmpty()) {
      best.addAll(DimensionScores.best(fromTexts(options, sample), options.most()));
    }
    List<Dimension> dimensions = best.stream().map(DimensionScores.Candidate::dimension).toList();
    if (dimensions.isEmpty()) {
      throw new UserFailure(
          "No dimension was found: "
              + (options.texts().isEmpty()
                  ? "no field has few values that rows share; name a text field."
                  : "the texts of "
                      + String.join(", ", options.texts())
                      + " share too few words; name another field, or make dimensions by rules."));
    }
    return SubpopulationStructure.of(
        options.name(),
        options.classField(),
        new SubpopulationStructure.Made(
            options.texts().isEmpty() ? "values" : "terms",
            options.texts(),
            sample.length,
            options.seed(),
            ""),
        distinct(dimensions));
  }

  private static List<Dimension> distinct(List<Dimension> dimensions) {
    Set<String> labels = new LinkedHashSet<>();
    List<Dimension> result = new ArrayList<>();
    for (Dimension dimension : dimensions) {
      String label = dimension.label();
      for (int n = 2; !labels.add(label); n++) {
        label = dimension.label() + " " + n;
      }
      result.add(dimension.withName(label));
    }
    return result;
  }

  private DimensionScores.Candidate candidate(Dimension dimension, int[] sample) {
    Assignment assignment = Assignment.of(dimension, columns, rows, tasks, context);
    return new DimensionScores.Candidate(
        dimension, IntStream.of(sample).map(row -> assignment.attributes()[row]).toArray());
  }

  private List<DimensionScores.Candidate> fromTexts(Options options, int[] sample) {
    RowTexts texts = new RowTexts(columns, options.texts());
    context.stage("Reading texts");
    WordRows words = WordRows.of(texts, sample, context);
    TermCorpus corpus = TermCorpus.of(words, TermOptions.DEFAULT, context);
    if (corpus.terms().size() < 2) {
      return List.of();
    }
    context.stage("Grouping texts");
    double[] weights = new double[corpus.terms().size()];
    Vectors places = placed(corpus, options.seed());
    int[] chosen = chosenTerms(corpus, places, weights, options.seed());
    context.stage("Comparing words");
    Vectors windows =
        TermWindows.of(
            words,
            IntStream.of(chosen).mapToObj(corpus.terms()::get).toList(),
            options.seed(),
            tasks,
            context);
    List<DimensionScores.Candidate> candidates = new ArrayList<>();
    topics(corpus, places, options).ifPresent(candidates::add);
    for (TermGraph.Community community :
        new TermGraph(corpus, chosen, windows, context).communities(context)) {
      candidates.add(candidate(community, corpus, weights, options.texts()));
    }
    return candidates;
  }

  /// The terms that tell clusters of texts apart, and the most frequent ones.
  ///
  /// @param weights gets the greatest class-based TF-IDF of each term over the clusters
  private int[] chosenTerms(TermCorpus corpus, Vectors places, double[] weights, long seed) {
    int lines = places.lines();
    int k = Math.min(lines, (int) Math.clamp(Math.sqrt(lines / 2.0), 20, 200));
    int[] labels = KMeans.run(places, k, 1, seed, tasks, context).labels();
    double[][] byCluster = ClassTfIdf.weights(corpus.counts(labels, k));
    Set<Integer> chosen = new LinkedHashSet<>();
    for (double[] cluster : byCluster) {
      for (int term = 0; term < weights.length; term++) {
        weights[term] = Math.max(weights[term], cluster[term]);
      }
      IntStream.range(0, cluster.length)
          .filter(term -> cluster[term] > 0)
          .boxed()
          .sorted((a, b) -> Double.compare(cluster[b], cluster[a]))
          .limit(PER_CLUSTER)
          .forEach(chosen::add);
    }
    IntStream.range(0, Math.min(MOST_FREQUENT, weights.length)).forEach(chosen::add);
    Map<String, Integer> rowsWith = new HashMap<>();
    for (int term = 0; term < weights.length; term++) {
      rowsWith.put(corpus.terms().get(term), corpus.rowsWith()[term]);
    }
    return chosen.stream()
        .mapToInt(Integer::intValue)
        .filter(term -> isName(corpus.terms().get(term), rowsWith))
        .sorted()
        .limit(MOST_TERMS)
        .toArray();
  }

  /// Whether a term is one word, or a pair of which a word stands mostly in it; other pairs are two
  /// things that a row happens to have.
  private static boolean isName(String term, Map<String, Integer> rowsWith) {
    int blank = term.indexOf(' ');
    if (blank < 0) {
      return true;
    }
    int rarer =
        Math.min(
            rowsWith.getOrDefault(term.substring(0, blank), Integer.MAX_VALUE),
            rowsWith.getOrDefault(term.substring(blank + 1), Integer.MAX_VALUE));
    return rarer == Integer.MAX_VALUE || rowsWith.getOrDefault(term, 0) > rarer * LEAST_OF_WORD;
  }

  /// The rows in the space of their terms, weighted by rarity.
  private Vectors placed(TermCorpus corpus, long seed) {
    int lines = corpus.rows().length;
    SparseRows.Builder matrix = new SparseRows.Builder(corpus.terms().size());
    for (int line = 0; line < lines; line++) {
      Map<Integer, Integer> counts = new TreeMap<>();
      for (int at = corpus.starts()[line]; at < corpus.starts()[line + 1]; at++) {
        counts.merge(corpus.occurrences()[at], 1, Integer::sum);
      }
      counts.forEach(
          (term, count) ->
              matrix.add(
                  term,
                  (1 + Math.log(count)) * Math.log((double) lines / corpus.rowsWith()[term])));
      matrix.endLine();
    }
    return matrix.build().embedded(RANK, seed, tasks, context);
  }

  /// What the texts are about as one dimension: clusters of them, each described by the terms that
  /// tell it from the others.
  private Optional<DimensionScores.Candidate> topics(
      TermCorpus corpus, Vectors places, Options options) {
    int most = Math.min(MOST_TOPICS, places.lines() / FEWEST_OF_TOPIC);
    if (most < 2) {
      return Optional.empty();
    }
    int k = ClusterCounts.of(places, 2, most, options.seed(), tasks, context).chosen();
    int[] labels = KMeans.run(places, k, STARTS, options.seed(), tasks, context).labels();
    List<List<Phrase>> phrases = ClusterPhrases.of(corpus, labels, k, PER_CLUSTER);
    List<String> names =
        ClusterNames.of(
            phrases, phrases.stream().map(_ -> List.<DistinguishingValue>of()).toList(), "topic");
    List<Attribute> attributes = new ArrayList<>();
    for (int topic = 0; topic < k; topic++) {
      if (!phrases.get(topic).isEmpty()) {
        attributes.add(
            new Attribute(
                names.get(topic),
                new AttributeRule.Terms(
                    options.texts(),
                    phrases.get(topic).stream()
                        .map(
                            phrase ->
                                new AttributeRule.WeightedTerm(phrase.text(), phrase.weight()))
                        .toList())));
      }
    }
    return attributes.size() < 2
        ? Optional.empty()
        : Optional.of(candidate(Dimension.of("topic", attributes), corpus.rows()));
  }

  private DimensionScores.Candidate candidate(
      TermGraph.Community community, TermCorpus corpus, double[] weights, List<String> fields) {
    List<Attribute> attributes = new ArrayList<>();
    Map<Integer, Integer> attributeOf = new HashMap<>();
    for (int[] forms : community.attributes()) {
      List<AttributeRule.WeightedTerm> terms = new ArrayList<>();
      for (int term : forms) {
        attributeOf.put(term, attributes.size());
        terms.add(
            new AttributeRule.WeightedTerm(
                corpus.terms().get(term), Math.max(1e-6, weights[term])));
      }
      attributes.add(
          new Attribute(corpus.terms().get(forms[0]), new AttributeRule.Terms(fields, terms)));
    }
    int[] found = new int[corpus.rows().length];
    double[] sums = new double[attributes.size()];
    for (int line = 0; line < found.length; line++) {
      Arrays.fill(sums, 0);
      int last = -1;
      for (int at = corpus.starts()[line]; at < corpus.starts()[line + 1]; at++) {
        int term = corpus.occurrences()[at];
        Integer attribute = term == last ? null : attributeOf.get(term);
        if (attribute != null) {
          sums[attribute] += Math.max(1e-6, weights[term]);
        }
        last = term;
      }
      found[line] = best(sums);
    }
    return new DimensionScores.Candidate(Dimension.of(community.name(), attributes), found);
  }

  /// The place of the greatest sum, −1 where none is greatest.
  private static int best(double[] sums) {
    int best = -1;
    boolean tie = false;
    for (int i = 0; i < sums.length; i++) {
      if (sums[i] > 0 && (best < 0 || sums[i] > sums[best])) {
        best = i;
        tie = false;
      } else if (best >= 0 && sums[i] == sums[best]) {
        tie = true;
      }
    }
    return tie ? -1 : best;
  }
}
