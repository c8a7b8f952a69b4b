package outcrop.app.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.render.Brush;
import outcrop.analysis.render.MapPlace;
import outcrop.analysis.render.Target;
import outcrop.analysis.selection.Predicate;
import outcrop.app.view.part.DrawingPane;
import outcrop.app.viewmodel.MapViewModel;
import outcrop.app.viewmodel.MapViewModel.Combine;

/// What mouse and keyboard do to a map: move, come closer, outline, look at a row.
///
/// Everything outside the plot (titles, axes, legend) is left to the chart that the map is drawn
/// in.
final class MapGestures {
  private static final double STARTS = 3;
  private static final double APART = 3;
  private static final double WHEEL = 0.0022;
  private static final double STEP = 1.4;
  private static final double PAN = 0.15;

  private final MapViewModel model;
  private final MapTab tab;
  private final DrawingPane chart;
  private final List<Point2D> line = new ArrayList<>();
  private @Nullable MapPlace start;
  private boolean moving;
  private boolean panning;
  private Combine combine = Combine.REPLACE;

  MapGestures(Desk desk, MapViewModel model, MapTab tab) {
    this.model = model;
    this.tab = tab;
    this.chart = tab.chart();
    chart.addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
    chart.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::dragged);
    chart.addEventFilter(MouseEvent.MOUSE_RELEASED, this::released);
    chart.addEventFilter(MouseEvent.MOUSE_MOVED, this::moved);
    chart.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> tab.hover().leave());
    chart.addEventFilter(ScrollEvent.SCROLL, this::scrolled);
    chart.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    chart.setAccessibleHelp(desk.words().of("map.keys"));
  }

  private boolean isInPlot(double x, double y) {
    return tab.place().filter(place -> place.plot().contains(x, y)).isPresent()
        && chart
            .drawing()
            .flatMap(drawing -> drawing.hitAt(x, y))
            .filter(hit -> !(hit.target() instanceof Target.Item))
            .isEmpty();
  }

  private void pressed(MouseEvent event) {
    boolean drags =
        event.getButton() == MouseButton.PRIMARY || event.getButton() == MouseButton.MIDDLE;
    if (!drags || !isInPlot(event.getX(), event.getY())) {
      return;
    }
    event.consume();
    chart.requestFocus();
    model.activate();
    start = tab.place().orElse(null);
    line.clear();
    line.add(new Point2D(event.getX(), event.getY()));
    moving = false;
    boolean keys = event.isShiftDown() || event.isAltDown() || event.isShortcutDown();
    panning =
        event.getButton() == MouseButton.MIDDLE
            || tab.tools().tool() == MapTools.Tool.MOVE && !keys;
    combine = keys ? Combine.of(event.isShiftDown(), event.isAltDown()) : tab.tools().combine();
    tab.hover().leave();
  }

  private void dragged(MouseEvent event) {
    MapPlace from = start;
    if (from == null) {
      return;
    }
    event.consume();
    Point2D here = new Point2D(event.getX(), event.getY());
    Point2D first = line.getFirst();
    moving = moving || here.distance(first) > STARTS;
    if (!moving) {
      return;
    }
    if (panning) {
      tab.move(from.panned(here.getX() - first.getX(), here.getY() - first.getY()));
      return;
    }
    if (isRectangle()) {
      while (line.size() > 1) {
        line.removeLast();
      }
      line.add(here);
    } else if (line.getLast().distance(here) >= APART) {
      line.add(here);
    }
    outline(from);
    shape(from).ifPresent(shape -> model.preview(shape, combine));
  }

  private boolean isRectangle() {
    return tab.tools().tool() == MapTools.Tool.RECTANGLE;
  }

  private double[][] values(MapPlace place) {
    List<Point2D> corners = line;
    if (isRectangle() && line.size() == 2) {
      Point2D a = line.getFirst();
      Point2D b = line.getLast();
      corners = List.of(a, new Point2D(b.getX(), a.getY()), b, new Point2D(a.getX(), b.getY()));
    }
    return new double[][] {
      corners.stream().mapToDouble(p -> place.valueX(p.getX())).toArray(),
      corners.stream().mapToDouble(p -> place.valueY(p.getY())).toArray()
    };
  }

  private void outline(MapPlace place) {
    double[][] values = values(place);
    List<Brush.Outline> all = new ArrayList<>();
    Brush.Outlines kept = model.outlinedProperty().get();
    if (kept != null && combine != Combine.REPLACE) {
      all.addAll(kept.outlines());
    }
    all.add(new Brush.Outline(values[0], values[1]));
    tab.showDrawn(new Brush.Outlines(all, Optional.empty()));
  }

  private Optional<Predicate> shape(MapPlace place) {
    double perX = place.points().x().length() / place.perX();
    double perY = place.points().y().length() / place.perY();
    double[][] values = values(place);
    if (isRectangle()) {
      double[] x = Arrays.stream(values[0]).sorted().toArray();
      double[] y = Arrays.stream(values[1]).sorted().toArray();
      return Optional.of(model.rectangle(x[0], y[0], x[x.length - 1], y[y.length - 1], perX, perY));
    }
    return model.lasso(values[0], values[1], perX, perY);
  }

  private void released(MouseEvent event) {
    MapPlace from = start;
    if (from == null) {
      return;
    }
    event.consume();
    start = null;
    if (!moving) {
      click(event);
    } else if (!panning) {
      tab.showDrawn(null);
      shape(from).ifPresentOrElse(shape -> model.select(shape, combine), () -> model.endPreview());
    }
  }

  private void click(MouseEvent event) {
    if (event.getClickCount() == 2 && event.getButton() == MouseButton.PRIMARY) {
      tab.place().ifPresent(place -> tab.move(place.zoomed(2, event.getX(), event.getY())));
    } else if (event.getButton() == MouseButton.PRIMARY) {
      int row = tab.hover().rowAt(event.getX(), event.getY());
      if (row >= 0) {
        model.focusRow(row);
      }
    }
  }

  private void moved(MouseEvent event) {
    if (isInPlot(event.getX(), event.getY())) {
      chart.setCursor(tab.tools().tool() == MapTools.Tool.MOVE ? Cursor.DEFAULT : Cursor.CROSSHAIR);
      tab.hover().point(event.getX(), event.getY());
      event.consume();
    } else {
      tab.hover().leave();
    }
  }

  private void scrolled(ScrollEvent event) {
    if (tab.place().filter(p -> p.plot().contains(event.getX(), event.getY())).isEmpty()) {
      return;
    }
    event.consume();
    double turn = event.getDeltaY() == 0 ? event.getDeltaX() : event.getDeltaY();
    tab.place()
        .ifPresent(
            place -> tab.move(place.zoomed(Math.exp(turn * WHEEL), event.getX(), event.getY())));
  }

  private void key(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    boolean used = true;
    switch (event.getCode()) {
      case PLUS, ADD, EQUALS -> tab.zoom(STEP);
      case MINUS, SUBTRACT -> tab.zoom(1 / STEP);
      case DIGIT0, NUMPAD0, HOME -> tab.fit();
      case LEFT, KP_LEFT -> tab.pan(-PAN, 0);
      case RIGHT, KP_RIGHT -> tab.pan(PAN, 0);
      case UP, KP_UP -> tab.pan(0, PAN);
      case DOWN, KP_DOWN -> tab.pan(0, -PAN);
      case F -> tab.fitSelection();
      case V -> selectView();
      case M -> tab.tools().choose(MapTools.Tool.MOVE);
      case R -> tab.tools().choose(MapTools.Tool.RECTANGLE);
      case L -> tab.tools().choose(MapTools.Tool.LASSO);
      default -> used = event.getText().equals("+") || event.getText().equals("-");
    }
    if (used) {
      event.consume();
    }
  }

  /// Outlines what is in view, for who has no mouse.
  private void selectView() {
    tab.place()
        .ifPresent(
            place ->
                model.select(
                    model.rectangle(
                        place.valueX(place.plot().x()),
                        place.valueY(place.plot().bottom()),
                        place.valueX(place.plot().right()),
                        place.valueY(place.plot().y()),
                        place.points().x().length() / place.perX(),
                        place.points().y().length() / place.perY()),
                    tab.tools().combine()));
  }
}
