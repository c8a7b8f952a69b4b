package outcrop.analysis.spec;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How the views are arranged: a tree of splits with groups of tabs at its leaves.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = LayoutSpec.Tabs.class, name = "tabs"),
  @JsonSubTypes.Type(value = LayoutSpec.Split.class, name = "split")
})
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

  /// The views in reading order.
  default List<String> allViews() {
    return switch (this) {
      case Tabs tabs -> tabs.views();
      case Split split -> {
        List<String> views = new ArrayList<>(split.first().allViews());
        views.addAll(split.second().allViews());
        yield views;
      }
    };
  }

  /// With a view brought to the front of its group.
  default LayoutSpec front(String view) {
    return switch (this) {
      case Tabs tabs -> tabs.views().contains(view) ? new Tabs(tabs.views(), view) : tabs;
      case Split split ->
          new Split(
              split.vertical(),
              split.share(),
              split.first().front(view),
              split.second().front(view));
    };
  }

  /// With a view added in front of the group that holds `beside`, or of the last group.
  default LayoutSpec withView(String view, String beside) {
    return switch (this) {
      case Tabs tabs -> {
        List<String> views = new ArrayList<>(tabs.views());
        int at = views.indexOf(beside);
        views.add(at < 0 ? views.size() : at + 1, view);
        yield new Tabs(views, view);
      }
      case Split split ->
          split.first().allViews().contains(beside)
              ? new Split(
                  split.vertical(),
                  split.share(),
                  split.first().withView(view, beside),
                  split.second())
              : new Split(
                  split.vertical(),
                  split.share(),
                  split.first(),
                  split.second().withView(view, beside));
    };
  }

  /// Without a view; a group that becomes empty gives its space to its neighbour. Empty where
  /// nothing is left.
  default Optional<LayoutSpec> withoutView(String view) {
    return switch (this) {
      case Tabs tabs -> {
        List<String> views = new ArrayList<>(tabs.views());
        int at = views.indexOf(view);
        views.remove(view);
        if (views.isEmpty()) {
          yield Optional.empty();
        }
        String front =
            tabs.front().equals(view) ? views.get(Math.min(at, views.size() - 1)) : tabs.front();
        yield Optional.of(new Tabs(views, front));
      }
      case Split split -> {
        Optional<LayoutSpec> first = split.first().withoutView(view);
        Optional<LayoutSpec> second = split.second().withoutView(view);
        if (first.isPresent() && second.isPresent()) {
          yield Optional.of(new Split(split.vertical(), split.share(), first.get(), second.get()));
        }
        yield first.or(() -> second);
      }
    };
  }

  /// With a view moved out into a group of its own beside the group that holds `beside`.
  ///
  /// @param vertical whether the new group stands above or below, not left or right
  /// @param before whether it stands first
  default LayoutSpec split(String view, String beside, boolean vertical, boolean before) {
    LayoutSpec rest = withoutView(view).orElse(EMPTY);
    return rest.splitGroup(new Tabs(List.of(view), view), beside, vertical, before);
  }

  private LayoutSpec splitGroup(Tabs group, String beside, boolean vertical, boolean before) {
    return switch (this) {
      case Tabs tabs -> {
        if (!tabs.views().contains(beside)) {
          yield tabs;
        }
        yield before
            ? new Split(vertical, 0.5, group, tabs)
            : new Split(vertical, 0.5, tabs, group);
      }
      case Split split ->
          new Split(
              split.vertical(),
              split.share(),
              split.first().splitGroup(group, beside, vertical, before),
              split.second().splitGroup(group, beside, vertical, before));
    };
  }

  /// Two arrangements beside each other.
  ///
  /// @param vertical whether the second stands below the first
  /// @param share the first one's share of the space, 0.05…0.95
  record Split(boolean vertical, double share, LayoutSpec first, LayoutSpec second)
      implements LayoutSpec {
    public Split {
      share = Math.clamp(share, 0.05, 0.95);
    }
  }
}
