package outcrop.analysis.io;

import java.io.Reader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.dataset.Conversation;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Where the rows are in a JSON text, as its head suggests.
///
/// @param place of the rows
/// @param member the dotted name of the list that holds the rows, empty elsewhere
/// @param group a name for the field that tells which member holds a row, empty where none does
/// @param others members that are not read
record JsonShape(Place place, String member, String group, List<String> others) {
  /// Where rows are.
  enum Place {
    /// One value per line.
    LINES,
    /// The elements of one list.
    LIST,
    /// The elements of a list inside an object.
    MEMBER,
    /// The elements of all lists of an object; the name of the list becomes a field.
    GROUPS,
    /// The members of an object; the name becomes a field.
    KEYED,
    /// Values one after another, over any number of lines.
    VALUES
  }

  /// What a row is.
  enum Elements {
    OBJECTS,
    LISTS,
    VALUES
  }

  /// A list that holds rows is recognised by one of these names, or by its length.
  private static final Set<String> NAMES_OF_ROWS =
      Set.of(
          "data",
          "rows",
          "records",
          "items",
          "results",
          "examples",
          "samples",
          "features",
          "docs",
          "documents",
          "instances",
          "entries",
          "annotations",
          "questions",
          "dataset",
          "train");

  private static final int CLEARLY_ROWS = 5;

  /// Objects around the list of rows, at most.
  private static final int DEEPEST_LIST = 3;

  private static final int FEWEST_KEYED = 3;
  private static final double LISTS_ALIKE = 0.5;
  private static final double MEMBERS_ALIKE = 0.3;

  private static final List<String> WORDS_OF_SPLITS =
      List.of("train", "test", "val", "valid", "validation", "dev");

  private static JsonShape of(Place place) {
    return new JsonShape(place, "", "", List.of());
  }

  /// How a place is called in the options.
  static String word(Place place) {
    return place.name().toLowerCase(Locale.ROOT);
  }

  static Elements elements(@Nullable JsonToken first) {
    return first == JsonToken.START_OBJECT || first == null
        ? Elements.OBJECTS
        : first == JsonToken.START_ARRAY ? Elements.LISTS : Elements.VALUES;
  }

  /// @param text from the start, any length; may break off
  /// @param head its first characters
  /// @param name of the file, in lower case
  static JsonShape of(Reader text, String head, String name) {
    boolean namedLines = name.contains(".jsonl") || name.contains(".ndjson");
    List<String> lines = head.strip().lines().limit(2).toList();
    String firstLine = lines.isEmpty() ? "" : lines.getFirst();
    boolean severalObjects = lines.size() > 1 && lines.get(1).startsWith("{");
    try (JsonParser parser = JsonRowParser.parser(text)) {
      JsonToken first = parser.nextToken();
      if (first == JsonToken.START_ARRAY) {
        return list(parser, firstLine);
      }
      if (first != JsonToken.START_OBJECT) {
        return of(Place.LINES);
      }
      boolean wholeLine = isOneValue(firstLine);
      Members members = Members.read(parser, DEEPEST_LIST);
      boolean alone = !members.isWhole() || isEnd(parser);
      if (wholeLine && (namedLines || !alone)) {
        return of(Place.LINES);
      }
      return alone ? single(members, members.isWhole() || !severalObjects) : of(Place.VALUES);
    } catch (JacksonException e) {
      // Broken: lines lose the fewest rows, and the cursor says where the text breaks.
      return of(Place.LINES);
    }
  }

  private static boolean isEnd(JsonParser parser) {
    try {
      return parser.nextToken() == null;
    } catch (JacksonException e) {
      // Something follows that is no JSON.
      return false;
    }
  }

  private static boolean isOneValue(String line) {
    char[] chars = line.toCharArray();
    try (JsonParser parser = JsonRowParser.parser(chars, 0, chars.length)) {
      JsonToken first = parser.nextToken();
      parser.skipChildren();
      // A second value on the same line is still a line of rows.
      return first != null;
    } catch (JacksonException e) {
      return false;
    }
  }

  private static JsonShape list(JsonParser parser, String firstLine) {
    JsonToken inner = parser.nextToken();
    if (inner == JsonToken.START_OBJECT || !isOneValue(firstLine)) {
      return of(Place.LIST);
    }
    try {
      while (parser.streamReadContext().getNestingDepth() > 0) {
        parser.nextToken();
      }
      return parser.nextToken() == JsonToken.START_ARRAY ? of(Place.LINES) : of(Place.LIST);
    } catch (JacksonException e) {
      return of(Place.LIST);
    }
  }

  /// The rows of one object, which is everything that there is.
  private static JsonShape single(Members members, boolean sound) {
    if (!sound) {
      return of(Place.LINES);
    }
    List<Member> all = members.all();
    List<Member> tables = tables(all);
    if (!tables.isEmpty()) {
      List<Member> like =
          all.stream()
              .filter(member -> !member.isInner())
              .filter(member -> alike(List.of(tables.getFirst(), member), LISTS_ALIKE))
              .toList();
      if (like.size() > 1 && like.contains(tables.getFirst())) {
        return groups(like, all);
      }
      Member longest = tables.getFirst();
      for (Member table : tables) {
        longest = table.count() > longest.count() ? table : longest;
      }
      boolean sure = longest.count() >= CLEARLY_ROWS || NAMES_OF_ROWS.contains(longest.leaf());
      return sure ? member(longest, all) : of(Place.VALUES);
    }
    if (all.size() > 1 && all.stream().allMatch(Member::isListOfTexts)) {
      return groups(all, all);
    }
    boolean keyed =
        all.size() >= FEWEST_KEYED
            && all.stream().allMatch(Member::isObject)
            && alike(all, MEMBERS_ALIKE);
    return keyed
        ? new JsonShape(Place.KEYED, "", freeName("key", all.getFirst()), List.of())
        : of(Place.VALUES);
  }

  /// The lists that may hold the rows: of objects where there are any, else of lists.
  private static List<Member> tables(List<Member> all) {
    List<Member> tables = all.stream().filter(Member::isTable).toList();
    List<Member> objects =
        tables.stream().filter(table -> table.element() == JsonToken.START_OBJECT).toList();
    return objects.isEmpty() ? tables : objects;
  }

  private static JsonShape groups(List<Member> groups, List<Member> all) {
    long splits = groups.stream().filter(group -> isSplit(group.name())).count();
    String field = freeName(splits * 2 >= groups.size() ? "split" : "group", groups.getFirst());
    return new JsonShape(Place.GROUPS, "", field, others(all, groups));
  }

  private static boolean isSplit(String name) {
    List<String> words = List.of(name.toLowerCase(Locale.ROOT).split("[^a-z]+"));
    return WORDS_OF_SPLITS.stream().anyMatch(words::contains);
  }

  private static String freeName(String wanted, Member rows) {
    String name = wanted;
    while (rows.keys().contains(name)) {
      name += '_';
    }
    return name;
  }

  private static JsonShape member(Member rows, List<Member> all) {
    return new JsonShape(Place.MEMBER, rows.name(), "", others(all, List.of(rows)));
  }

  private static List<String> others(List<Member> all, List<Member> read) {
    return all.stream().filter(member -> !read.contains(member)).map(Member::name).toList();
  }

  /// Whether the rows of these have the same kind and this share of their names in common.
  private static boolean alike(List<Member> members, double share) {
    Member first = members.getFirst();
    return members.stream()
        .allMatch(
            member ->
                member.element() == first.element()
                    && common(member.keys(), first.keys()) >= share);
  }

  private static double common(Set<String> some, Set<String> others) {
    Set<String> all = new HashSet<>(some);
    all.addAll(others);
    Set<String> both = new HashSet<>(some);
    both.retainAll(others);
    return all.isEmpty() ? 1 : (double) both.size() / all.size();
  }

  /// One member of the outer object, or of an object in it.
  ///
  /// @param token with which its value starts
  /// @param element with which its first element starts, where it is a list
  /// @param keys of the value, or of its first element
  /// @param count of elements that the head shows
  private record Member(
      String name, JsonToken token, @Nullable JsonToken element, Set<String> keys, int count) {
    /// A list of objects or of lists; the messages of a conversation belong into one row.
    boolean isTable() {
      boolean rows = element == JsonToken.START_OBJECT && !Conversation.isMessage(keys);
      return count > 1 && (rows || element == JsonToken.START_ARRAY);
    }

    boolean isListOfTexts() {
      return token == JsonToken.START_ARRAY && element == JsonToken.VALUE_STRING;
    }

    boolean isObject() {
      return token == JsonToken.START_OBJECT;
    }

    boolean isInner() {
      return name.contains(".");
    }

    String leaf() {
      return name.substring(name.lastIndexOf('.') + 1);
    }
  }

  /// @param isWhole whether the object came to its end
  private record Members(List<Member> all, boolean isWhole) {
    /// Reads the object in which the parser stands.
    ///
    /// @param levels of objects to look into for lists
    static Members read(JsonParser parser, int levels) {
      List<Member> all = new ArrayList<>();
      try {
        JsonToken token = parser.nextToken();
        for (; token == JsonToken.PROPERTY_NAME; token = parser.nextToken()) {
          String name = parser.currentName();
          if (parser.nextToken() == JsonToken.START_OBJECT && levels > 1) {
            addObject(name, parser, levels, all);
          } else {
            all.add(member(name, parser));
          }
        }
        return new Members(all, token == JsonToken.END_OBJECT);
      } catch (JacksonException e) {
        // The head breaks off here.
        return new Members(all, false);
      }
    }

    private static void addObject(String name, JsonParser parser, int levels, List<Member> all) {
      Members inner = read(parser, levels - 1);
      List<Member> tables = inner.all().stream().filter(Member::isTable).toList();
      if (tables.isEmpty()) {
        Set<String> keys = new LinkedHashSet<>();
        inner.all().forEach(member -> keys.add(member.name()));
        all.add(new Member(name, JsonToken.START_OBJECT, null, keys, keys.size()));
      }
      for (Member table : tables) {
        String path = name + '.' + table.name();
        all.add(new Member(path, table.token(), table.element(), table.keys(), table.count()));
      }
    }

    private static Member member(String name, JsonParser parser) {
      JsonToken token = parser.currentToken();
      if (token != JsonToken.START_ARRAY) {
        parser.skipChildren();
        return new Member(name, token, null, Set.of(), 0);
      }
      JsonToken element = null;
      Set<String> keys = new LinkedHashSet<>();
      int count = 0;
      try {
        for (JsonToken next = parser.nextToken();
            next != JsonToken.END_ARRAY && next != null;
            next = parser.nextToken()) {
          element = count++ == 0 ? next : element;
          if (count == 1 && next == JsonToken.START_OBJECT) {
            keys(parser, keys);
          } else {
            parser.skipChildren();
          }
        }
      } catch (JacksonException e) {
        // A list that is longer than the head; what was seen of it counts.
      }
      return new Member(name, token, element, keys, count);
    }

    private static void keys(JsonParser parser, Set<String> into) {
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        into.add(parser.currentName());
        parser.nextToken();
        parser.skipChildren();
      }
    }
  }
}
