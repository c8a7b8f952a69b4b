package outcrop.analysis.io;

import com.dynatrace.hash4j.hashing.Hashing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.UserFailure;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// All annotations of a COCO file by the image that they belong to, in about 50 bytes each:
/// outlines are not kept.
final class CocoAnnotations {
  /// Numbers of one annotation: x, y, width, height and area.
  private static final int NUMBERS = 5;

  private static final int AREA = 4;
  private static final int MOST = 20_000_000;

  private final Map<Long, String> categories = new HashMap<>();
  private final Map<Long, int[]> byImage = new HashMap<>();
  private final Set<Long> unknownCategories = new HashSet<>();
  private int count;
  private long[] category = new long[1024];
  private int[] next = new int[1024];
  private boolean[] crowd = new boolean[1024];
  // NaN where the file does not say.
  private double[] numbers = new double[1024 * NUMBERS];
  private long taken;

  private CocoAnnotations() {}

  /// Reads the lists `categories` and `annotations`; the others are passed over.
  static CocoAnnotations read(SourceFile file, TaskContext context) throws java.io.IOException {
    CocoAnnotations all = new CocoAnnotations();
    try (CocoStream stream = new CocoStream(file, context)) {
      for (String list = stream.nextList(); list != null; list = stream.nextList()) {
        switch (list) {
          case "categories" -> {
            while (stream.nextObject()) {
              stream.read(all::addCategory);
            }
          }
          case "annotations" -> {
            while (stream.nextObject()) {
              context.checkCancelled();
              all.checkRoom(file);
              stream.read(all::addAnnotation);
            }
          }
          default -> stream.skipList();
        }
      }
    }
    return all;
  }

  /// The key of an id: numbers are themselves, other texts count by a hash.
  static long key(String id) {
    try {
      return Long.parseLong(id);
    } catch (NumberFormatException text) {
      return Hashing.xxh3_64().hashCharsToLong(id);
    }
  }

  private boolean addCategory(JsonParser json) {
    String id = null;
    String name = null;
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String member = json.currentName();
      JsonToken value = json.nextToken();
      if (value.isScalarValue() && member.equals("id")) {
        id = json.getString();
      } else if (value.isScalarValue() && member.equals("name")) {
        name = json.getString();
      } else {
        json.skipChildren();
      }
    }
    if (id != null) {
      categories.put(key(id), name == null ? id : name);
    }
    return true;
  }

  private void checkRoom(SourceFile file) {
    if (count == MOST) {
      throw new UserFailure(
          file.name() + " holds more than " + MOST + " annotations; split it into several files.");
    }
    if (count == next.length) {
      int size = Math.min(MOST, 2 * count);
      category = Arrays.copyOf(category, size);
      next = Arrays.copyOf(next, size);
      crowd = Arrays.copyOf(crowd, size);
      numbers = Arrays.copyOf(numbers, size * NUMBERS);
    }
  }

  private boolean addAnnotation(JsonParser json) {
    int at = count * NUMBERS;
    Arrays.fill(numbers, at, at + NUMBERS, Double.NaN);
    crowd[count] = false;
    category[count] = Long.MIN_VALUE;
    String image = null;
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String member = json.currentName();
      JsonToken value = json.nextToken();
      switch (member) {
        case "image_id" -> image = value.isScalarValue() ? json.getString() : null;
        case "category_id" -> {
          if (value.isScalarValue()) {
            category[count] = key(json.getString());
          }
        }
        case "area" -> {
          if (value.isNumeric()) {
            numbers[at + AREA] = json.getDoubleValue();
          }
        }
        case "iscrowd" ->
            crowd[count] =
                value == JsonToken.VALUE_TRUE || value.isNumeric() && json.getDoubleValue() != 0;
        case "bbox" -> box(json, value, at);
        default -> {}
      }
      json.skipChildren();
    }
    append(image);
    return true;
  }

  /// Reads four numbers and stands at the end of the list then.
  private void box(JsonParser json, JsonToken value, int at) {
    if (value != JsonToken.START_ARRAY) {
      return;
    }
    int read = 0;
    for (JsonToken token = json.nextToken();
        token != JsonToken.END_ARRAY;
        token = json.nextToken()) {
      if (token.isNumeric() && read < AREA) {
        numbers[at + read] = json.getDoubleValue();
      }
      json.skipChildren();
      read++;
    }
    if (read != AREA) {
      Arrays.fill(numbers, at, at + AREA, Double.NaN);
    }
  }

  private void append(@Nullable String image) {
    int own = count++;
    next[own] = -1;
    if (image != null) {
      int[] ends = byImage.computeIfAbsent(key(image), key -> new int[] {own, own});
      if (ends[1] != own) {
        next[ends[1]] = own;
        ends[1] = own;
      }
    }
  }

  int count() {
    return count;
  }

  /// Annotations that were handed over to no image.
  long left() {
    return count - taken;
  }

  /// How many categories are referred to and not listed, among the annotations handed over.
  int unknownCategories() {
    return unknownCategories.size();
  }

  /// The annotations of one image, column by column.
  ///
  /// @param categories names, null where an annotation has none
  /// @param numbers x, y, width, height and area of each, NaN where not said
  /// @param crowds how many stand for a crowd
  record OfImage(List<@Nullable String> categories, double[][] numbers, int crowds) {
    int size() {
      return categories.size();
    }
  }

  /// Hands over the annotations of an image.
  OfImage take(String image) {
    int[] ends = byImage.get(key(image));
    List<Integer> rows = new ArrayList<>();
    for (int at = ends == null ? -1 : ends[0]; at >= 0; at = next[at]) {
      rows.add(at);
    }
    taken += rows.size();
    List<@Nullable String> names = new ArrayList<>();
    double[][] values = new double[NUMBERS][rows.size()];
    int crowds = 0;
    for (int i = 0; i < rows.size(); i++) {
      int row = rows.get(i);
      names.add(name(category[row]));
      crowds += crowd[row] ? 1 : 0;
      for (int number = 0; number < NUMBERS; number++) {
        values[number][i] = numbers[row * NUMBERS + number];
      }
    }
    return new OfImage(names, values, crowds);
  }

  private @Nullable String name(long key) {
    if (key == Long.MIN_VALUE) {
      return null;
    }
    String name = categories.get(key);
    if (name == null) {
      unknownCategories.add(key);
      return Long.toString(key);
    }
    return name;
  }
}
