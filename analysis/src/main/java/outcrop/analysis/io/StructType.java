package outcrop.analysis.io;

import java.util.ArrayList;
import java.util.List;

/// Takes the name of a struct type of the database apart: `STRUCT(a INTEGER, "b c" STRUCT(d
/// DATE))`.
final class StructType {
  private static final String START = "STRUCT(";

  private StructType() {}

  /// One member.
  record Member(String name, String type) {}

  /// The members in order, none where the type is no struct.
  static List<Member> members(String type) {
    List<Member> members = new ArrayList<>();
    if (!type.startsWith(START) || !type.endsWith(")")) {
      return members;
    }
    String list = type.substring(START.length(), type.length() - 1);
    int start = 0;
    int depth = 0;
    boolean quoted = false;
    for (int i = 0; i <= list.length(); i++) {
      char c = i == list.length() ? ',' : list.charAt(i);
      quoted ^= c == '"';
      if (quoted) {
        continue;
      }
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (c == ',' && depth == 0) {
        members.add(member(list.substring(start, i).strip()));
        start = i + 1;
      }
    }
    return members;
  }

  private static Member member(String text) {
    int end = 0;
    boolean quoted = false;
    while (end < text.length() && (quoted || text.charAt(end) != ' ')) {
      quoted ^= text.charAt(end) == '"';
      end++;
    }
    String name = text.substring(0, end);
    boolean wrapped = name.length() > 1 && name.startsWith("\"");
    return new Member(
        wrapped ? name.substring(1, name.length() - 1).replace("\"\"", "\"") : name,
        text.substring(end).strip());
  }
}
