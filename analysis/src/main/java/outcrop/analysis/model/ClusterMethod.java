package outcrop.analysis.model;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/// A way to find clusters, with its parameters. As JSON, the property `name` says which.
///
/// All of them measure Euclidean distances. A number that is left out, or is zero where that makes
/// no sense, takes its default; what is chosen from the data stands in the notes of the result.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "name")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ClusterMethod.KMeans.class, name = "kMeans"),
  @JsonSubTypes.Type(value = ClusterMethod.ChosenKMeans.class, name = "chosenKMeans"),
  @JsonSubTypes.Type(value = ClusterMethod.XMeans.class, name = "xMeans"),
  @JsonSubTypes.Type(value = ClusterMethod.GMeans.class, name = "gMeans"),
  @JsonSubTypes.Type(value = ClusterMethod.Hdbscan.class, name = "hdbscan"),
  @JsonSubTypes.Type(value = ClusterMethod.Dbscan.class, name = "dbscan"),
  @JsonSubTypes.Type(value = ClusterMethod.Birch.class, name = "birch"),
  @JsonSubTypes.Type(value = ClusterMethod.Hierarchical.class, name = "hierarchical")
})
public sealed interface ClusterMethod {
  /// The most clusters that may be asked for.
  int MOST_CLUSTERS = 10_000;

  /// Starts of k-means unless told otherwise.
  int DEFAULT_STARTS = 5;

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

  /// K-means that splits clusters as long as two explain them better than one by the Bayesian
  /// information criterion (Pelleg and Moore 2000).
  ///
  /// @param most clusters allowed, 2…1,000; by default 100
  record XMeans(int most) implements ClusterMethod {
    /// @throws IllegalArgumentException where the number is out of its range
    public XMeans {
      most = most == 0 ? 100 : most;
      check("most", most, 2, 1_000);
    }
  }

  /// K-means that splits clusters as long as they are not normal along the line of the split, by
  /// the test of Anderson and Darling at 0.0001 (Hamerly and Elkan 2003).
  ///
  /// @param most clusters allowed, 2…1,000; by default 100
  record GMeans(int most) implements ClusterMethod {
    /// @throws IllegalArgumentException where the number is out of its range
    public GMeans {
      most = most == 0 ? 100 : most;
      check("most", most, 2, 1_000);
    }
  }

  /// Clusters of any shape and density, by how long they last while the density rises; the rest is
  /// unclustered (Campello, Moulavi and Sander 2013).
  ///
  /// @param smallest the fewest rows of a cluster, at least 2; by default a two-hundredth of the
  ///   rows and at least 15
  /// @param neighbours how many rows, itself included, make the density around a row, 1…1,000; by
  ///   default 10
  record Hdbscan(int smallest, int neighbours) implements ClusterMethod {
    /// @throws IllegalArgumentException where a number is out of its range
    public Hdbscan {
      neighbours = neighbours == 0 ? 10 : neighbours;
      check("smallest", smallest == 0 ? 2 : smallest, 2, Integer.MAX_VALUE);
      check("neighbours", neighbours, 1, 1_000);
    }
  }

  /// Rows with many rows near them, and what is within reach of those; the rest is unclustered
  /// (Ester and others 1996).
  ///
  /// @param radius how near; by default taken from the distances between neighbours
  /// @param neighbours how many rows, itself included, 1…10,000; by default 5
  record Dbscan(double radius, int neighbours) implements ClusterMethod {
    /// @throws IllegalArgumentException where a number is out of its range
    public Dbscan {
      neighbours = neighbours == 0 ? 5 : neighbours;
      check("radius", radius, 0, Double.MAX_VALUE);
      check("neighbours", neighbours, 1, 10_000);
    }
  }

  /// A tree of small round groups that is made in one pass and then merged (Zhang, Ramakrishnan and
  /// Livny 1996).
  ///
  /// @param k clusters after merging, 1…1,000
  /// @param radius of the small groups; by default such that there are some hundreds
  record Birch(int k, double radius) implements ClusterMethod {
    /// @throws IllegalArgumentException where a number is out of its range
    public Birch {
      check("k", k, 1, 1_000);
      check("radius", radius, 0, Double.MAX_VALUE);
    }
  }

  /// Merging the nearest groups until so many are left.
  ///
  /// @param k 1…1,000
  /// @param linkage how far groups are from each other; by default Ward's
  record Hierarchical(int k, Linkage linkage) implements ClusterMethod {
    /// @throws IllegalArgumentException where the number is out of its range
    public Hierarchical {
      linkage = linkage == null ? Linkage.WARD : linkage;
      check("k", k, 1, 1_000);
    }
  }

  /// How far two groups are from each other.
  enum Linkage {
    /// By how much merging them raises the squared distances from the means.
    WARD,
    /// The furthest two rows.
    COMPLETE,
    /// The mean over pairs of rows.
    AVERAGE,
    /// The nearest two rows.
    SINGLE
  }

  private static void check(String name, double number, double least, double most) {
    if (!(number >= least && number <= most)) {
      throw new IllegalArgumentException(
          most == Integer.MAX_VALUE || most == Double.MAX_VALUE
              ? "“%s” must be at least %s, not %s".formatted(name, plain(least), plain(number))
              : "“%s” must be %s to %s, not %s"
                  .formatted(name, plain(least), plain(most), plain(number)));
    }
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
  }
}
