package outcrop.app.view;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.control.MenuItem;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.query.ViewData;
import outcrop.analysis.render.Brush;
import outcrop.analysis.render.Drawing;
import outcrop.analysis.render.Frame;
import outcrop.analysis.render.HitRegion;
import outcrop.analysis.render.LayoutOptions;
import outcrop.analysis.render.RelationMarks;
import outcrop.analysis.render.RelationMarks.Place;
import outcrop.analysis.render.Target;
import outcrop.analysis.spec.ChartSpec;
import outcrop.analysis.spec.RelationSpec.Shape;
import outcrop.app.view.part.ChartActions.TextPart;
import outcrop.app.view.part.DrawingActions;
import outcrop.app.viewmodel.RelationViewModel;

/// A relation of several fields in a tab.
final class RelationTab extends DrawingTab {
  private final RelationViewModel model;
  private final PlaceMenu menu;
  private Brush.@Nullable Area dragged;

  RelationTab(Desk desk, RelationViewModel model) {
    super(desk, model);
    this.model = model;
    this.menu = new PlaceMenu(desk.words(), model);
    setActions(new Gestures());
    model.ownProperty().subscribe(_ -> redraw());
  }

  @Override
  public String icon() {
    return switch (model.specProperty().get().shape()) {
      case HEAT_MAP -> "grid";
      case SCATTER -> "crosshair";
      case PARALLEL_SETS -> "shuffle";
      case TREEMAP -> "layout";
    };
  }

  @Override
  Drawing draw(ChartSpec spec, ViewData data, double width, double height, LayoutOptions options) {
    Optional<Brush.Area> area = Optional.ofNullable(dragged).or(model::brushed);
    if (area.isPresent()) {
      return super.draw(spec, data, width, height, options.withBrush(area.get()));
    }
    Drawing plain = super.draw(spec, data, width, height, options);
    if (!model.hasChosen()) {
      return plain;
    }
    Set<Integer> items = new HashSet<>();
    for (HitRegion region : plain.regions()) {
      if (region.target() instanceof Target.Item(int item)
          && model.isChosen(places(plain, region.target()))) {
        items.add(item);
      }
    }
    return super.draw(spec, data, width, height, options.withBrush(new Brush.Items(items)));
  }

  /// What an item or an entry of the legend stands for; empty for anything else.
  private static List<Place> places(Drawing drawing, Target target) {
    if (!(drawing.facts() instanceof RelationMarks marks)) {
      return List.of();
    }
    return switch (target) {
      case Target.Item(int item) -> marks.places(item);
      case Target.LegendEntry(int entry) -> marks.entry(entry).stream().toList();
      default -> List.of();
    };
  }

  private final class Gestures implements DrawingActions {
    @Override
    public boolean activate() {
      return model.activate();
    }

    @Override
    public void choose(Target target, boolean additive) {
      if (target instanceof Target.Panel(int panel, Target _)) {
        model.toggleFacet(panel, additive);
      } else {
        chart().drawing().ifPresent(shown -> model.toggle(places(shown, target), additive));
      }
    }

    @Override
    public boolean scroll(Target target, int steps) {
      return FacetScroll.scroll(chart(), target, steps);
    }

    @Override
    public List<MenuItem> menu(Target target) {
      return chart().drawing().map(shown -> menu.items(places(shown, target))).orElse(List.of());
    }

    @Override
    public void drag(Drag drag) {
      Frame frame = chart().drawing().flatMap(Drawing::frame).orElse(null);
      if (frame == null || model.specProperty().get().shape() != Shape.SCATTER) {
        return;
      }
      Brush.Area area =
          new Brush.Area(
              new Brush.Range(x(frame, drag.fromX()), x(frame, drag.toX())),
              new Brush.Range(y(frame, drag.fromY()), y(frame, drag.toY())));
      if (drag.done()) {
        dragged = null;
        model.brush(area);
      } else {
        dragged = area;
        model.preview(area);
      }
      redraw();
    }

    private static double x(Frame frame, double pixel) {
      return frame.values().toValue(Math.clamp(pixel, frame.bounds().x(), frame.bounds().right()));
    }

    private static double y(Frame frame, double pixel) {
      return frame.counts().toValue(Math.clamp(pixel, frame.bounds().y(), frame.bounds().bottom()));
    }

    @Override
    public void clear() {
      dragged = null;
      model.endPreview();
      model.clear();
    }

    @Override
    public void editText(TextPart part) {
      texts().edit(part);
    }
  }
}
