package outcrop.analysis.model;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// A fitted space taken apart for its file: a few facts and long arrays of numbers.
record SpaceParts(Facts facts, List<float[]> arrays) {
  static SpaceParts of(FittedSpace space) {
    return switch (space) {
      case TextSpace text ->
          new SpaceParts(
              new TextFacts(text.dimensions(), text.withoutStopWords()),
              List.of(text.weights().global(), text.axes().values()));
      case TableSpace table -> new SpaceParts(new TableFacts(table.fields()), List.of());
      case ImageSpace image ->
          new SpaceParts(
              new ImageFacts(image.maps().stream().map(LinearMap::outputs).toList()),
              image.maps().stream()
                  .flatMap(map -> Stream.of(map.centre(), map.axes().values()))
                  .toList());
    };
  }

  /// What is short about a space.
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = TextFacts.class, name = "text"),
    @JsonSubTypes.Type(value = TableFacts.class, name = "table"),
    @JsonSubTypes.Type(value = ImageFacts.class, name = "image")
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

  /// @param outputs dimensions that come out of each of the maps
  record ImageFacts(List<Integer> outputs) implements Facts {
    @Override
    public FittedSpace space(List<float[]> arrays) {
      check(arrays, 2 * outputs.size());
      List<LinearMap> maps = new ArrayList<>();
      for (int i = 0; i < outputs.size(); i++) {
        float[] centre = arrays.get(2 * i);
        Vectors axes = new Vectors(outputs.get(i), centre.length, arrays.get(2 * i + 1));
        maps.add(new LinearMap(centre, axes));
      }
      return new ImageSpace(maps);
    }
  }

  private static void check(List<float[]> arrays, int wanted) {
    if (arrays.size() != wanted) {
      throw new IllegalArgumentException("There are " + wanted + " arrays in such a space");
    }
  }
}
