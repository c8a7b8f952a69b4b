package outcrop.app.viewmodel;

import java.util.ArrayList;
import java.util.List;
import outcrop.analysis.spec.LayoutSpec;

/// Changes of an arrangement that a hand makes: a divider dragged, a tab put into another group.
public final class LayoutEdits {
  private LayoutEdits() {}

  /// With another share for the split at a path of turns, `0` to the first part and `1` to the
  /// second; the empty path is the outermost split.
  public static LayoutSpec withShare(LayoutSpec layout, String path, double share) {
    if (!(layout instanceof LayoutSpec.Split split)) {
      return layout;
    }
    if (path.isEmpty()) {
      return new LayoutSpec.Split(split.vertical(), share, split.first(), split.second());
    }
    String rest = path.substring(1);
    return path.charAt(0) == '0'
        ? new LayoutSpec.Split(
            split.vertical(), split.share(), withShare(split.first(), rest, share), split.second())
        : new LayoutSpec.Split(
            split.vertical(), split.share(), split.first(), withShare(split.second(), rest, share));
  }

  /// With a view put into the group of another, before the tab at `index` of the group as it is
  /// shown now.
  public static LayoutSpec moved(LayoutSpec layout, String view, String groupMember, int index) {
    if (view.equals(groupMember)) {
      return layout;
    }
    LayoutSpec.Tabs group = group(layout, groupMember);
    List<String> before = group.views().subList(0, Math.clamp(index, 0, group.views().size()));
    int at = (int) before.stream().filter(other -> !other.equals(view)).count();
    LayoutSpec rest = layout.withoutView(view).orElse(LayoutSpec.EMPTY);
    return inserted(rest, view, groupMember, at);
  }

  private static LayoutSpec inserted(LayoutSpec layout, String view, String member, int at) {
    return switch (layout) {
      case LayoutSpec.Tabs tabs -> {
        if (!tabs.views().contains(member)) {
          yield tabs;
        }
        List<String> views = new ArrayList<>(tabs.views());
        views.add(Math.min(at, views.size()), view);
        yield new LayoutSpec.Tabs(views, view);
      }
      case LayoutSpec.Split split ->
          new LayoutSpec.Split(
              split.vertical(),
              split.share(),
              inserted(split.first(), view, member, at),
              inserted(split.second(), view, member, at));
    };
  }

  /// The group that holds a view, an empty one where none does.
  public static LayoutSpec.Tabs group(LayoutSpec layout, String view) {
    return switch (layout) {
      case LayoutSpec.Tabs tabs ->
          tabs.views().contains(view) ? tabs : new LayoutSpec.Tabs(List.of(), "");
      case LayoutSpec.Split split -> {
        LayoutSpec.Tabs first = group(split.first(), view);
        yield first.views().isEmpty() ? group(split.second(), view) : first;
      }
    };
  }

  /// Whether two arrangements differ at most in shares and in which tabs are in front.
  public static boolean sameShape(LayoutSpec one, LayoutSpec other) {
    return switch (one) {
      case LayoutSpec.Tabs tabs ->
          other instanceof LayoutSpec.Tabs others && others.views().equals(tabs.views());
      case LayoutSpec.Split split ->
          other instanceof LayoutSpec.Split others
              && others.vertical() == split.vertical()
              && sameShape(split.first(), others.first())
              && sameShape(split.second(), others.second());
    };
  }
}
