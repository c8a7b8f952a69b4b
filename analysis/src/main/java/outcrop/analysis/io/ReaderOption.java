package outcrop.analysis.io;

import java.util.List;

/// One setting of a reader, described so that the command line and the window can offer every
/// setting of every format in the same way.
///
/// The value in force stands in [ImportSpec.SourceSpec#options()] under the name; a reader
/// completes what is not given by a guess from the content.
///
/// @param name as it is written in an [ImportSpec]
/// @param kind which values there are
/// @param choices all values of a [Kind#CHOICE], values worth offering for the others
/// @param usual the value where nothing speaks for another, empty for none
/// @param help what it decides, one sentence
public record ReaderOption(
    String name, Kind kind, List<String> choices, String usual, String help) {
  /// Which values an option takes.
  public enum Kind {
    /// One of the choices.
    CHOICE,
    /// `true` or `false`.
    FLAG,
    /// Any text; the choices are suggestions.
    TEXT,
    /// A whole number from 0.
    NUMBER
  }

  public ReaderOption {
    choices = List.copyOf(choices);
  }

  static ReaderOption choice(String name, List<String> choices, String help) {
    return new ReaderOption(name, Kind.CHOICE, choices, choices.getFirst(), help);
  }

  static ReaderOption flag(String name, boolean usual, String help) {
    return new ReaderOption(
        name, Kind.FLAG, List.of("true", "false"), Boolean.toString(usual), help);
  }

  /// @param suggestions the first is the usual value; empty where there is none
  static ReaderOption text(String name, List<String> suggestions, String help) {
    return new ReaderOption(
        name, Kind.TEXT, suggestions, suggestions.isEmpty() ? "" : suggestions.getFirst(), help);
  }

  static ReaderOption number(String name, int usual, String help) {
    return new ReaderOption(name, Kind.NUMBER, List.of(), Integer.toString(usual), help);
  }
}
