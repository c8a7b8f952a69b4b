package outcrop.analysis.discovery;

import outcrop.analysis.task.UserFailure;

/// One value of a dimension, such as “black” of “colour”.
///
/// @param name unique in its dimension, also as the value of the dimension's field
public record Attribute(String name, AttributeRule rule) {
  private static final int LONGEST_NAME = 200;

  /// @throws UserFailure for a name that is blank, too long, or the one of rows without attribute
  public Attribute {
    name = checked(name, "An attribute");
    if (name.equalsIgnoreCase(Dimension.UNASSIGNED)) {
      throw new UserFailure(
          "“" + name + "” is what rows without an attribute are called; choose another name.");
    }
  }

  static String checked(String name, String what) {
    String stripped = name.strip();
    if (stripped.isEmpty() || stripped.length() > LONGEST_NAME) {
      throw new UserFailure(what + " needs a name of at most " + LONGEST_NAME + " characters.");
    }
    return stripped;
  }
}
