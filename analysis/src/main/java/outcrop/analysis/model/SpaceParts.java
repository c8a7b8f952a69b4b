package outcrop.analysis.model;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Arrays;
import java.util.List;

/// A fitted space taken apart for its file: a few facts and long arrays of numbers.
record SpaceParts(Facts facts, List<float[]> arrays) {
  static SpaceParts of(FittedSpace space) {
    return switch (space) {
      case TextSpace text ->
          new SpaceParts(
              new TextFacts(text.dimensions(), text.withoutStopWords()),
              List.of(text.weights().global(), text.axes().values()));
      case TableSpace table -> new SpaceParts(new TableFacts(table.fields()), List.of());
    };
  }

  /// What is short about a space.
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = TextFacts.class, name = "text"),
    @JsonSubTypes.Type(value = TableFacts.class, name = "table")
  })
  sealed interface Facts {
    /// Puts the space together.
    ///
    /// @throws IllegalArgumentException where the parts do not belong together
    FittedSpace space(List<float[]> arrays);
  }

  record TextFacts(int dimensions, boolean withoutStopWords) implements Facts {
    @Override
    public FittedSpace space(List<float[]> arrays) {
      check(arrays, 2);
      if (arrays.getFirst().length != TextBuckets.ALL) {
        throw new IllegalArgumentException("There is one weight per bucket");
      }
      TextWeights weights = new TextWeights(arrays.getFirst());
      int[] lineOf = TextSpace.lines(weights);
      int lines = (int) Arrays.stream(lineOf).filter(line -> line >= 0).count();
      return new TextSpace(
          withoutStopWords, weights, lineOf, new Vectors(lines, dimensions, arrays.get(1)));
    }
  }

  record TableFacts(List<TableField> fields) implements Facts {
    @Override
    public FittedSpace space(List<float[]> arrays) {
      check(arrays, 0);
      return new TableSpace(fields);
    }
  }

  private static void check(List<float[]> arrays, int wanted) {
    if (arrays.size() != wanted) {
      throw new IllegalArgumentException("There are " + wanted + " arrays in such a space");
    }
  }
}
