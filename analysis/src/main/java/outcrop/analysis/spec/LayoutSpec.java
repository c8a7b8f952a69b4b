package outcrop.analysis.spec;

import java.util.List;

/// How the views are arranged: a tree of splits with groups of tabs at its leaves.
public sealed interface LayoutSpec {
  LayoutSpec EMPTY = new Tabs(List.of(), "");

  /// Views on top of each other.
  ///
  /// @param views ids of views, left to right
  /// @param front the id of the view in front; empty where there is none
  record Tabs(List<String> views, String front) implements LayoutSpec {
    public Tabs {
      views = List.copyOf(views);
    }
  }

  /// Two arrangements beside each other.
  ///
  /// @param vertical whether the second stands below the first
  /// @param share the first one's share of the space, 0.05…0.95
  record Split(boolean vertical, double share, LayoutSpec first, LayoutSpec second)
      implements LayoutSpec {}
}
