package outcrop.analysis.discovery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import outcrop.analysis.model.Vectors;
import outcrop.analysis.task.TaskContext;

/// Terms that stand for each other: they fill the same place in sentences and are seldom in the
/// same row. Groups of them are what rows differ in.
///
/// An edge needs a cosine of 0.35 between their windows and a normalised pointwise mutual
/// information of at most 0.1 over rows; its weight is the cosine times (1 + exclusivity) / 2,
/// where exclusivity is how much less than by chance they meet. Forms of one word (cosine 0.75 and
/// alike in spelling) are one node.
final class TermGraph {
  private static final double LEAST_COSINE = 0.35;
  private static final double MOST_INFORMATION = 0.1;
  private static final double MOST_MEETING = -0.3;
  private static final double SAME_COSINE = 0.75;
  private static final int FEWEST_MEMBERS = 3;
  private static final int MOST_MEMBERS = 40;

  private final TermCorpus corpus;
  private final int[] terms;
  private final Vectors windows;
  private final int[][] together;

  /// @param terms numbers of terms of the corpus
  /// @param windows of these terms, in their order
  TermGraph(TermCorpus corpus, int[] terms, Vectors windows, TaskContext context) {
    this.corpus = corpus;
    this.terms = terms;
    this.windows = windows;
    this.together = together(corpus, terms, context);
  }

  /// A group of terms that stand for each other.
  ///
  /// @param name the term that is nearest to the others
  /// @param attributes each the numbers of the terms that are forms of one word, the most frequent
  ///   one first
  record Community(String name, List<int[]> attributes) {}

  /// In how many rows two terms are.
  private static int[][] together(TermCorpus corpus, int[] terms, TaskContext context) {
    int[] place = new int[corpus.terms().size()];
    Arrays.fill(place, -1);
    for (int i = 0; i < terms.length; i++) {
      place[terms[i]] = i;
    }
    int[][] counts = new int[terms.length][terms.length];
    for (int line = 0; line < corpus.rows().length; line++) {
      if (line % 256 == 0) {
        context.checkCancelled();
      }
      int[] own =
          Arrays.stream(corpus.occurrences(), corpus.starts()[line], corpus.starts()[line + 1])
              .distinct()
              .map(term -> place[term])
              .filter(at -> at >= 0)
              .toArray();
      for (int a : own) {
        for (int b : own) {
          counts[a][b]++;
        }
      }
    }
    return counts;
  }

  /// The groups of 3 to 40 attributes. A larger group is taken apart again by itself; one that does
  /// not come apart keeps its 40 most central attributes.
  List<Community> communities(TaskContext context) {
    int[] node = forms();
    int nodes = Arrays.stream(node).max().orElse(-1) + 1;
    Louvain.Graph graph = Louvain.Graph.empty(nodes);
    for (int a = 0; a < terms.length; a++) {
      context.checkCancelled();
      for (int b = 0; b < a; b++) {
        double weight = node[a] == node[b] ? 0 : weight(a, b);
        if (weight > 0) {
          graph.connect(node[a], node[b], weight);
        }
      }
    }
    List<Community> found = new ArrayList<>();
    List<int[]> groups = new ArrayList<>();
    takeApart(graph, IntStream.range(0, nodes).toArray(), groups);
    for (int[] group : groups) {
      int[] members = exclusive(group, node);
      if (members.length >= FEWEST_MEMBERS) {
        List<int[]> attributes =
            central(graph, members).stream().map(member -> termsOf(member, node)).toList();
        found.add(new Community(corpus.terms().get(attributes.getFirst()[0]), attributes));
      }
    }
    return found;
  }

  /// Without the members that meet the others about as often as by chance: what differs in a row
  /// does so once. The one that meets them most goes first, until all are exclusive enough.
  private int[] exclusive(int[] group, int[] node) {
    int[] first = new int[Arrays.stream(node).max().orElse(-1) + 1];
    for (int term = terms.length - 1; term >= 0; term--) {
      first[node[term]] = term;
    }
    List<Integer> members = new ArrayList<>(IntStream.of(group).boxed().toList());
    double[] sums = new double[first.length];
    for (int member : members) {
      for (int other : members) {
        sums[member] += member == other ? 0 : information(first[member], first[other]);
      }
    }
    while (members.size() > 1) {
      int worst =
          members.stream().max(Comparator.comparingDouble(member -> sums[member])).orElseThrow();
      if (sums[worst] / (members.size() - 1) <= MOST_MEETING) {
        break;
      }
      members.remove(Integer.valueOf(worst));
      for (int member : members) {
        sums[member] -= information(first[member], first[worst]);
      }
    }
    return members.stream().mapToInt(Integer::intValue).toArray();
  }

  private static void takeApart(Louvain.Graph graph, int[] members, List<int[]> groups) {
    int[] community = Louvain.communities(graph.within(members));
    int count = Arrays.stream(community).max().orElse(-1) + 1;
    for (int c = 0; c < count; c++) {
      int number = c;
      int[] group =
          IntStream.range(0, members.length)
              .filter(i -> community[i] == number)
              .map(i -> members[i])
              .toArray();
      if (group.length > MOST_MEMBERS && count > 1) {
        takeApart(graph, group, groups);
      } else {
        groups.add(group);
      }
    }
  }

  /// The members with the most weight to the others first, 40 at most.
  private static List<Integer> central(Louvain.Graph graph, int[] group) {
    Set<Integer> inside = IntStream.of(group).boxed().collect(Collectors.toSet());
    return IntStream.of(group)
        .boxed()
        .sorted(
            Comparator.comparingDouble(
                (Integer member) ->
                    -graph.neighbours()[member].entrySet().stream()
                        .filter(link -> inside.contains(link.getKey()))
                        .mapToDouble(Map.Entry::getValue)
                        .sum()))
        .limit(MOST_MEMBERS)
        .toList();
  }

  /// The terms of a node by number in the corpus; terms are in the order of their frequency.
  private int[] termsOf(int member, int[] node) {
    return IntStream.range(0, terms.length)
        .filter(i -> node[i] == member)
        .map(i -> terms[i])
        .sorted()
        .toArray();
  }

  private double weight(int a, int b) {
    double cosine = cosine(a, b);
    if (cosine < LEAST_COSINE) {
      return 0;
    }
    double information = information(a, b);
    return information > MOST_INFORMATION ? 0 : cosine * (1 + Math.max(0, -information)) / 2;
  }

  private double cosine(int a, int b) {
    int width = windows.dimensions();
    double sum = 0;
    for (int d = 0; d < width; d++) {
      sum += windows.values()[a * width + d] * windows.values()[b * width + d];
    }
    return sum;
  }

  /// Normalised pointwise mutual information over rows, −1 for terms that never meet.
  private double information(int a, int b) {
    int both = together[a][b];
    if (both == 0) {
      return -1;
    }
    double rows = corpus.rows().length;
    double joint = both / rows;
    if (joint >= 1) {
      return 1;
    }
    return Math.log(both * rows / ((double) together[a][a] * together[b][b])) / -Math.log(joint);
  }

  /// The node of each term: forms of one word share one.
  private int[] forms() {
    int[] node = new int[terms.length];
    Arrays.setAll(node, i -> i);
    for (int a = 0; a < terms.length; a++) {
      for (int b = 0; b < a; b++) {
        String one = corpus.terms().get(terms[a]);
        String other = corpus.terms().get(terms[b]);
        if (isForm(one, other) && cosine(a, b) >= SAME_COSINE) {
          node[a] = node[b];
          break;
        }
      }
    }
    int[] numbers = new int[terms.length];
    int count = 0;
    for (int i = 0; i < terms.length; i++) {
      numbers[i] = node[i] == i ? count++ : numbers[node[i]];
    }
    return numbers;
  }

  /// Whether two terms are spelt alike: one begins as the other does and they end in few letters
  /// more, as plurals and endings do.
  static boolean isForm(String one, String other) {
    int same = 0;
    int shorter = Math.min(one.length(), other.length());
    while (same < shorter && one.charAt(same) == other.charAt(same)) {
      same++;
    }
    int rest = Math.max(one.length(), other.length()) - same;
    return same >= 3 && rest <= 3 && shorter - same <= 2 && rest * 2 <= same + 1;
  }
}
