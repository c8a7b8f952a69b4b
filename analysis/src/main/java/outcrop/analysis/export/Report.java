package outcrop.analysis.export;

import java.util.List;
import java.util.Optional;
import outcrop.analysis.render.Drawing;
import outcrop.analysis.render.Theme;

/// Several views with what was said of them, ready to be written. Its size depends on the views and
/// not on the rows behind.
///
/// @param facts what it was made from, in order
public record Report(String title, List<Fact> facts, List<Entry> entries, Theme theme) {
  public Report {
    facts = List.copyOf(facts);
    entries = List.copyOf(entries);
  }

  public record Fact(String name, String value) {}

  /// One view.
  ///
  /// @param note in Markdown; empty for none
  /// @param lines what it shows of which rows, and when it was added: one sentence each
  /// @param drawing empty where it cannot be drawn any more
  /// @param problem why it cannot; empty where it can
  public record Entry(
      String title, String note, List<String> lines, Optional<Drawing> drawing, String problem) {
    public Entry {
      lines = List.copyOf(lines);
    }
  }
}
