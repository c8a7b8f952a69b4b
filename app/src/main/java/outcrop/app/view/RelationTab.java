package outcrop.app.view;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import outcrop.app.view.part.ChartActions.TextPart;
import outcrop.app.view.part.DrawingActions;
import outcrop.app.viewmodel.RelationViewModel;

/// A relation of several fields in a tab.
final class RelationTab extends DrawingTab {
  private final RelationViewModel model;
  private Brush.@Nullable Area dragged;

  RelationTab(Desk desk, RelationViewModel model) {
    super(desk, model);
    this.model = model;
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
      if (region.target() instanceof Target.Item(int item) && model.isChosen(places(plain, item))) {
        items.add(item);
      }
    }
    return super.draw(spec, data, width, height, options.withBrush(new Brush.Items(items)));
  }

  private static List<Place> places(Drawing drawing, int item) {
    return drawing.facts() instanceof RelationMarks marks ? marks.places(item) : List.of();
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
      } else if (target instanceof Target.Item(int item)) {
        chart().drawing().ifPresent(shown -> model.toggle(places(shown, item), additive));
      }
    }

    @Override
    public boolean scroll(Target target, int steps) {
      return FacetScroll.scroll(chart(), steps);
    }

    @Override
    public void drag(Drag drag) {
      Frame frame = chart().drawing().flatMap(Drawing::frame).orElse(null);
      if (frame == null) {
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
