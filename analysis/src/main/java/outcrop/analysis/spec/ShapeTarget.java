package outcrop.analysis.spec;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The shape that a distribution should have. Its classes are the values of a category or the bins
/// of numbers and times; rows without a value are a class of their own.
///
/// [Cap] and [Rows] want a number of rows of each class; the others want shares, and how many rows
/// that makes is decided by the total of the [TargetSpec].
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ShapeTarget.Cap.class, name = "cap"),
  @JsonSubTypes.Type(value = ShapeTarget.Rows.class, name = "rows"),
  @JsonSubTypes.Type(value = ShapeTarget.Temperature.class, name = "temperature"),
  @JsonSubTypes.Type(value = ShapeTarget.Uniform.class, name = "uniform"),
  @JsonSubTypes.Type(value = ShapeTarget.Shares.class, name = "shares"),
  @JsonSubTypes.Type(value = ShapeTarget.Like.class, name = "like")
})
public sealed interface ShapeTarget {
  /// At most so many rows of each class; smaller classes stay whole. A row of a class of `n` rows
  /// is kept with probability `t / max(n, t)` (Xu et al., “Demystifying CLIP Data”, 2024).
  record Cap(long rows) implements ShapeTarget {
    /// @throws IllegalArgumentException for a negative cap
    public Cap {
      if (rows < 0) {
        throw new IllegalArgumentException("A cap must be 0 or more rows, not " + rows);
      }
    }
  }

  /// So many rows of the classes named, all others as they are.
  record Rows(List<ClassAmount> rows) implements ShapeTarget {
    /// @throws IllegalArgumentException for a number of rows that is negative or not finite
    public Rows {
      rows = List.copyOf(rows);
      rows.forEach(wanted -> wanted.check("The rows wanted"));
    }
  }

  /// Shares in proportion to `n^tau`: 1 leaves the distribution as it is, 0 makes it uniform.
  record Temperature(double tau) implements ShapeTarget {
    /// @throws IllegalArgumentException for a temperature outside 0…1
    public Temperature {
      if (!(tau >= 0 && tau <= 1)) {
        throw new IllegalArgumentException("A temperature must be 0 to 1, not " + tau);
      }
    }
  }

  /// The same share for each class that has rows.
  record Uniform() implements ShapeTarget {}

  /// Shares that somebody wrote down; classes that are not named get none. They need not add up to
  /// one: only their proportions count.
  record Shares(List<ClassAmount> shares) implements ShapeTarget {
    /// @throws IllegalArgumentException for a share that is negative or not finite, and where no
    ///   share is positive
    public Shares {
      shares = checked(shares);
    }
  }

  /// The shares that the classes have among other rows, such as those of another split.
  ///
  /// @param query the other rows, in the search language
  /// @param shares how they were spread when they were counted last; an operation counts again
  record Like(String query, List<ClassAmount> shares) implements ShapeTarget {
    /// @throws IllegalArgumentException as for [Shares]
    public Like {
      shares = checked(shares);
    }
  }

  /// An amount for one class.
  ///
  /// @param value the value of a category, or the exact text of the lower edge of a bin; null for
  ///   the rows without a value
  record ClassAmount(@Nullable String value, double amount) {
    private void check(String what) {
      if (!(amount >= 0 && amount < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            what
                + " of "
                + (value == null ? "the missing values" : "“" + value + "”")
                + " must be 0 or more, not "
                + amount);
      }
    }
  }

  private static List<ClassAmount> checked(List<ClassAmount> shares) {
    shares.forEach(share -> share.check("The share"));
    if (shares.stream().noneMatch(share -> share.amount() > 0)) {
      throw new IllegalArgumentException("At least one share must be greater than 0");
    }
    return List.copyOf(shares);
  }
}
