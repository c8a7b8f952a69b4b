package outcrop.analysis.model;

import org.jspecify.annotations.Nullable;
import outcrop.analysis.stats.Seeds;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;

/// Neighbours of very many lines without comparing all pairs: first within the leaves of a few
/// trees of random cuts ([CutTree]; Dasgupta and Freund, “Random projection trees and low
/// dimensional manifolds”, 2008), then among the neighbours of neighbours until that finds hardly
/// anything new (Dong, Moses and Li, “Efficient k-nearest neighbor graph construction for generic
/// similarity measures”, 2011).
///
/// Each step writes only to the lists of its own lines and reads what the step before left, so the
/// result is the same on any number of threads.
final class NeighbourSearch {
  private static final int TREES = 12;
  private static final int LEAF = 1024;
  private static final int MOST_ROUNDS = 5;
  private static final double ENOUGH = 0.97;
  private static final double LEAST_GAIN = 0.002;
  private static final int RECALL_LINES = 500;

  private final Vectors vectors;
  private final int wanted;
  private final int k;
  private final long seed;
  private final TaskRunner tasks;
  private final TaskContext context;

  /// @param recall share of the true neighbours of the sampled lines that were found
  record Found(NearestLists lists, double recall, int recallLines) {}

  /// @param vectors [VectorDistance#comparable] vectors
  NeighbourSearch(Vectors vectors, int wanted, long seed, TaskRunner tasks, TaskContext context) {
    this.vectors = vectors;
    this.wanted = wanted;
    // What a line is asked for is more than it is to know in the end: wide lists meet earlier.
    this.k = Math.min(2 * wanted, vectors.lines() - 1);
    this.seed = seed;
    this.tasks = tasks;
    this.context = context;
  }

  Found run() {
    CutTree[] trees = new CutTree[TREES];
    PartProgress grown = new PartProgress(context, TREES);
    tasks.forEachPart(
        TREES,
        tree -> {
          trees[tree] = CutTree.grow(vectors, LEAF, seed, tree, context);
          grown.add(1);
        });
    // Lines of one leaf lie side by side from here on: neighbours are then near in memory too.
    int[] order = trees[0].order();
    int[] places = inverse(order);
    Vectors ordered = vectors.choose(order);
    NearestLists lists = new NearestLists(vectors.lines(), k);
    float[] centre = NearestScan.centre(ordered);
    context.stage("Comparing rows that are cut off together");
    PartProgress compared = new PartProgress(context, (long) TREES * vectors.lines());
    for (CutTree tree : trees) {
      new LeafScan(ordered, centre, lists).run(tree, places, tasks, context, compared);
    }
    Found found = improve(ordered, lists);
    return new Found(restored(found.lists(), order), found.recall(), found.recallLines());
  }

  private Found improve(Vectors ordered, NearestLists start) {
    NearestLists lists = start;
    @Nullable NearestLists earlier = null;
    int[] asked = LineSample.of(ordered.lines(), RECALL_LINES, Seeds.generator(seed, TREES));
    NearestLists truth =
        new NearestScan(ordered).of(ordered.choose(asked), wanted + 1, tasks, context);
    double recall = recall(ordered, lists, asked, truth);
    for (int round = 1; round <= MOST_ROUNDS && recall < ENOUGH; round++) {
      context.stage("Asking neighbours for their neighbours, round " + round);
      NearestLists before = lists;
      lists = NeighbourRound.run(ordered, before, earlier, tasks, context);
      earlier = before;
      double better = recall(ordered, lists, asked, truth);
      boolean settled = better - recall < LEAST_GAIN;
      recall = better;
      if (settled) {
        break;
      }
    }
    return new Found(lists, recall, asked.length);
  }

  /// The share of true neighbours. One counts where it is not farther than the true neighbour of
  /// the last place: of equally far lines any will do.
  ///
  /// @param truth of each asked line the `wanted + 1` nearest, one of which is (or equals) itself
  private double recall(Vectors ordered, NearestLists lists, int[] asked, NearestLists truth) {
    long hits = 0;
    for (int i = 0; i < asked.length; i++) {
      float farthest = truth.keys[i * truth.k + wanted];
      for (int at = asked[i] * k, end = at + wanted; at < end; at++) {
        int line = lists.ids[at];
        if (line != NearestLists.NONE
            && (float) ExactDistances.square(ordered, asked[i], ordered, line) <= farthest) {
          hits++;
        }
      }
    }
    return (double) hits / ((long) asked.length * wanted);
  }

  /// As many neighbours as were wanted, with exact distances, in the order and with the numbers
  /// that the lines had at first.
  private NearestLists restored(NearestLists lists, int[] order) {
    NearestLists restored = new NearestLists(order.length, wanted);
    tasks.forEachPart(
        (order.length + LEAF - 1) / LEAF,
        part -> {
          int from = part * LEAF;
          int to = Math.min(order.length, from + LEAF);
          for (int at = from; at < to; at++) {
            for (int place = 0; place < wanted; place++) {
              restored.ids[order[at] * wanted + place] = order[lists.ids[at * k + place]];
            }
            ExactDistances.sort(vectors, vectors, restored, order[at], order[at] + 1);
          }
        });
    return restored;
  }

  private static int[] inverse(int[] order) {
    int[] places = new int[order.length];
    for (int at = 0; at < order.length; at++) {
      places[order[at]] = at;
    }
    return places;
  }
}
