package outcrop.app.view;

import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.query.PointGrid;
import outcrop.analysis.query.ViewData;
import outcrop.analysis.query.ViewData.MapData;
import outcrop.analysis.render.Brush;
import outcrop.analysis.render.Drawing;
import outcrop.analysis.render.LayoutOptions;
import outcrop.analysis.render.MapMarks;
import outcrop.analysis.render.MapPlace;
import outcrop.analysis.render.Target;
import outcrop.analysis.spec.ChartSpec;
import outcrop.analysis.spec.MapSpec;
import outcrop.analysis.spec.MapSpec.Window;
import outcrop.app.view.part.ChartActions.TextPart;
import outcrop.app.view.part.DrawingActions;
import outcrop.app.viewmodel.MapViewModel;

/// A map in a tab: its points, with tools above, the values of its colour beside it, and the row
/// under the pointer over it.
final class MapTab extends DrawingTab {
  private static final Duration KEPT_AFTER = Duration.millis(400);

  private final MapViewModel model;
  private final MapFrames frames;
  private final MapHover hover;
  private final MapTools tools;
  private final PauseTransition keep = new PauseTransition(KEPT_AFTER);
  private @Nullable Window moved;
  private Brush.@Nullable Outlines drawn;

  MapTab(Desk desk, MapViewModel model) {
    super(desk, model);
    this.model = model;
    this.frames =
        new MapFrames(
            model.project().work(),
            desk.words().of("map.drawing"),
            this::redraw,
            sentence -> {
              if (!sentence.isEmpty()) {
                chart().showMessage(sentence);
              }
            });
    setActions(new Actions());
    hover = new MapHover(desk, model, () -> marks());
    over(hover);
    tools = new MapTools(desk, model, this);
    pane().setMinWidth(0);
    pane().setTop(tools);
    new MapGestures(desk, model, this);
    keep.setOnFinished(_ -> keepWindow());
    model.outlinedProperty().subscribe(_ -> redraw());
    model
        .specProperty()
        .subscribe(
            (before, now) -> {
              if (!before.window().equals(now.window())) {
                moved = null;
                redraw();
              }
            });
    model.project().chosen().focusedProperty().subscribe(_ -> hover.place());
  }

  @Override
  public String icon() {
    return "map";
  }

  @Override
  Drawing draw(ChartSpec spec, ViewData data, double width, double height, LayoutOptions options) {
    MapSpec shown = (MapSpec) spec;
    if (moved != null) {
      shown = shown.withWindow(moved);
    }
    if (tools != null && tools.hasLegend()) {
      shown = shown.withStyle(shown.style().withLegend(false));
    }
    Brush.Outlines outlines = drawn != null ? drawn : model.outlinedProperty().get();
    LayoutOptions own = options.withResolution(scale());
    Optional<Drawing> drawing =
        frames.newest(
            new MapFrames.Frame(
                shown,
                data,
                width,
                height,
                desk().theme(),
                outlines == null ? own : own.withBrush(outlines)));
    if (hover != null) {
      hover.place();
    }
    return drawing.orElseGet(() -> empty(width, height));
  }

  private Drawing empty(double width, double height) {
    return new Drawing(
        width,
        height,
        desk().theme().background(),
        title(),
        "",
        List.of(),
        List.of(),
        Optional.empty(),
        _ -> "");
  }

  /// Pixels of the screen per unit.
  private double scale() {
    return chart().getScene() == null || chart().getScene().getWindow() == null
        ? 1
        : chart().getScene().getWindow().getOutputScaleX();
  }

  /// What the drawn map knows; empty before it is drawn.
  Optional<MapMarks> marks() {
    return chart()
        .drawing()
        .map(Drawing::facts)
        .filter(MapMarks.class::isInstance)
        .map(MapMarks.class::cast);
  }

  /// The way between places and pixels as the map is seen now, also where the frame that shows it
  /// is still being made.
  Optional<MapPlace> place() {
    return marks().map(MapMarks::place).map(place -> place.in(window()));
  }

  /// The part that is shown.
  Window window() {
    return moved != null ? moved : model.specProperty().get().window();
  }

  /// Shows another part at once, and keeps it when it stays so for a moment.
  void move(Window window) {
    moved = window;
    redraw();
    keep.playFromStart();
  }

  private void keepWindow() {
    Window window = moved;
    if (window != null) {
      model.show(window);
    }
  }

  /// Shows all points.
  void fit() {
    move(Window.ALL.withAspect(window().aspect()));
  }

  /// Closer or farther, around the middle.
  void zoom(double factor) {
    place()
        .ifPresent(
            place -> move(place.zoomed(factor, place.plot().centreX(), place.plot().centreY())));
  }

  /// Moves by a share of what is shown.
  void pan(double across, double upwards) {
    place()
        .ifPresent(
            place ->
                move(
                    place.panned(-across * place.plot().width(), upwards * place.plot().height())));
  }

  /// Shows just the rows that are outlined, else those that the filter keeps.
  void fitSelection() {
    MapData data = model.dataProperty().get();
    MapPlace place = place().orElse(null);
    RowSet rows = model.selection().orElse(null);
    if (data == null || place == null || rows == null) {
      return;
    }
    PointGrid points = data.points();
    double steps = PointGrid.SPAN - 1;
    double[] ends = {1, 1, 0, 0};
    for (int i = 0; i < points.size(); i++) {
      if (rows.contains(points.rows()[i])) {
        ends[0] = Math.min(ends[0], points.xs()[i] / steps);
        ends[1] = Math.min(ends[1], points.ys()[i] / steps);
        ends[2] = Math.max(ends[2], points.xs()[i] / steps);
        ends[3] = Math.max(ends[3], points.ys()[i] / steps);
      }
    }
    if (ends[0] <= ends[2]) {
      move(place.showing(ends[0], ends[1], ends[2], ends[3]));
    }
  }

  /// Shows an outline that is being drawn, none where it is null.
  void showDrawn(Brush.@Nullable Outlines outlines) {
    drawn = outlines;
    redraw();
  }

  MapHover hover() {
    return hover;
  }

  MapTools tools() {
    return tools;
  }

  private final class Actions implements DrawingActions {
    @Override
    public boolean activate() {
      return model.activate();
    }

    @Override
    public void choose(Target target, boolean additive) {
      MapData data = model.dataProperty().get();
      if (target instanceof Target.LegendEntry(int code)
          && data != null
          && data.colours().isPresent()
          && code < data.colours().get().names().size()) {
        String value = data.colours().get().names().get(code);
        if (additive) {
          model.toggleSolo(value, false);
        } else {
          model.toggleHidden(value);
        }
      } else if (target instanceof Target.MoreLegend) {
        tools.showLegend(true);
      }
    }

    @Override
    public void clear() {
      showDrawn(null);
      model.endPreview();
      model.clear();
    }

    @Override
    public void editText(TextPart part) {
      texts().edit(part);
    }
  }
}
