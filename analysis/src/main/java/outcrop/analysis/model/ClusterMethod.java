package outcrop.analysis.model;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/// A way to find clusters, with its parameters. As JSON, the property `name` says which.
///
/// All of them measure Euclidean distances. A number that is left out, or zero where zero makes no
/// sense, is the default; what is chosen from the data then stands in the notes of the result.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "name")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ClusterMethod.KMeans.class, name = "kMeans"),
  @JsonSubTypes.Type(value = ClusterMethod.ChosenKMeans.class, name = "chosenKMeans")
})
public sealed interface ClusterMethod {
  /// The most clusters that may be asked for.
  int MOST_CLUSTERS = 10_000;

  /// K-means with a number of clusters.
  ///
  /// @param k 1…[#MOST_CLUSTERS]
  /// @param starts how often to begin anew, the best is kept; 1…100, by default 5
  record KMeans(int k, int starts) implements ClusterMethod {
    /// @throws IllegalArgumentException where a number is out of its range
    public KMeans {
      starts = starts == 0 ? DEFAULT_STARTS : starts;
      check("k", k, 1, MOST_CLUSTERS);
      check("starts", starts, 1, 100);
    }
  }

  /// K-means with as many clusters as [ClusterCounts] finds best.
  ///
  /// @param fewest at least 2, which is the default
  /// @param most at most 200, by default 20
  record ChosenKMeans(int fewest, int most) implements ClusterMethod {
    /// @throws IllegalArgumentException where a number is out of its range
    public ChosenKMeans {
      fewest = fewest == 0 ? 2 : fewest;
      most = most == 0 ? Math.max(fewest, 20) : most;
      check("fewest", fewest, 2, 200);
      check("most", most, fewest, 200);
    }
  }

  /// Starts of k-means unless told otherwise.
  int DEFAULT_STARTS = 5;

  private static void check(String name, double number, double least, double most) {
    if (!(number >= least && number <= most)) {
      throw new IllegalArgumentException(
          "“%s” must be %s to %s, not %s"
              .formatted(name, plain(least), plain(most), plain(number)));
    }
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
  }
}
