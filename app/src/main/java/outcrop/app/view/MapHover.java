package outcrop.app.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.ColumnUse;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.render.MapMarks;
import outcrop.analysis.render.MapPlace;
import outcrop.analysis.spec.DefaultViews;
import outcrop.analysis.spec.MapSpec;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.UserFailure;
import outcrop.app.viewmodel.MapViewModel;

/// Over a map: a ring around the point under the pointer with a card of its row, and a ring around
/// the row that the inspector shows.
///
/// Texts and images of the card are read off the screen's thread.
final class MapHover extends Pane {
  private static final Duration PATIENCE = Duration.millis(90);
  private static final double NEAR = 8;
  private static final int PICTURE = 160;
  private static final int LETTERS = 220;
  private static final double GAP = 14;

  private final Desk desk;
  private final MapViewModel model;
  private final Supplier<Optional<MapMarks>> marks;
  private final Circle ring = new Circle(7);
  private final Circle focus = new Circle(8);
  private final VBox card = new VBox(4);
  private final PauseTransition patience = new PauseTransition(PATIENCE);
  private int row = -1;
  private double atX;
  private double atY;

  /// What is told of a row.
  ///
  /// @param image null for none
  private record Told(@Nullable Image image, List<String> lines) {}

  /// @param marks what the map knows as it is drawn now
  MapHover(Desk desk, MapViewModel model, Supplier<Optional<MapMarks>> marks) {
    this.desk = desk;
    this.model = model;
    this.marks = marks;
    setMouseTransparent(true);
    setFocusTraversable(false);
    ring.getStyleClass().add("map-ring");
    focus.getStyleClass().add("map-focus");
    card.getStyleClass().add("map-card");
    card.setManaged(false);
    for (javafx.scene.Node node : List.of(ring, focus, card)) {
      node.setVisible(false);
    }
    ring.setManaged(false);
    focus.setManaged(false);
    getChildren().addAll(focus, ring, card);
    javafx.scene.shape.Rectangle clip = new javafx.scene.shape.Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
    patience.setOnFinished(_ -> ask());
  }

  /// The row of the point nearest to a pixel, −1 where none is near.
  int rowAt(double x, double y) {
    MapMarks shown = marks.get().orElse(null);
    if (shown == null) {
      return -1;
    }
    int point = shown.place().nearest(x, y, NEAR, shown::isShown);
    return point < 0 ? -1 : shown.place().points().rows()[point];
  }

  /// The pointer is at a pixel.
  void point(double x, double y) {
    int found = rowAt(x, y);
    atX = x;
    atY = y;
    if (found != row) {
      row = found;
      card.setVisible(false);
      patience.stop();
      if (found >= 0) {
        patience.playFromStart();
      }
      place();
    }
  }

  /// The pointer is elsewhere.
  void leave() {
    row = -1;
    patience.stop();
    card.setVisible(false);
    ring.setVisible(false);
  }

  /// Puts the rings where their points are now.
  void place() {
    ring(ring, row);
    ring(focus, model.project().chosen().focused());
  }

  private void ring(Circle circle, int of) {
    MapPlace place = marks.get().map(MapMarks::place).orElse(null);
    double[] values = place == null || of < 0 ? null : model.placeOf(of).orElse(null);
    if (place == null || values == null) {
      circle.setVisible(false);
      return;
    }
    double x = place.pixelX(place.points().x().share(values[0]));
    double y = place.pixelY(place.points().y().share(values[1]));
    circle.setVisible(place.plot().contains(x, y));
    circle.setCenterX(x);
    circle.setCenterY(y);
  }

  private void ask() {
    int asked = row;
    if (asked < 0) {
      return;
    }
    model
        .project()
        .work()
        .start(
            desk.words().of("map.reading"),
            context -> told(asked, context),
            told -> {
              if (row == asked) {
                show(told);
              }
            },
            _ -> {});
  }

  private Told told(int asked, TaskContext context) {
    ColumnStore columns = model.project().columns();
    MapSpec spec = model.specProperty().get();
    List<String> lines = new ArrayList<>();
    try (ColumnUse _ = columns.use()) {
      List<String> names = new ArrayList<>(DefaultViews.captions(columns.schema()));
      columns.schema().fields().stream()
          .filter(field -> field.type() == FieldType.TEXT)
          .map(Field::name)
          .findFirst()
          .filter(name -> !names.contains(name))
          .ifPresent(names::add);
      for (String name : names) {
        add(lines, columns, name, asked);
      }
      if (!spec.colour().isEmpty() && !names.contains(spec.colour())) {
        add(lines, columns, spec.colour(), asked);
      }
      if (lines.isEmpty()) {
        add(lines, columns, spec.x(), asked);
        add(lines, columns, spec.y(), asked);
      }
    }
    return new Told(picture(columns, asked, context), lines);
  }

  private void add(List<String> lines, ColumnStore columns, String field, int asked) {
    if (columns.schema().find(field).isPresent()) {
      String text = columns.textAt(field, asked);
      String value =
          text == null
              ? desk.words().of("map.missing")
              : text.length() <= LETTERS
                  ? text
                  : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, LETTERS)))
                      + "…";
      lines.add(field + ": " + value.replaceAll("\\s+", " ").strip());
    }
  }

  private @Nullable Image picture(ColumnStore columns, int asked, TaskContext context) {
    Optional<Field> field =
        columns.schema().fields().stream()
            .filter(found -> found.type() == FieldType.IMAGE)
            .findFirst();
    try {
      return field
          .flatMap(
              found ->
                  ProjectPictures.of(model.project().workspace().images(), found.name())
                      .picture(asked, PICTURE, PICTURE, context))
          .orElse(null);
    } catch (UserFailure broken) {
      return null;
    }
  }

  private void show(Told told) {
    card.getChildren().clear();
    if (told.image != null) {
      card.getChildren().add(new ImageView(told.image));
    }
    for (String line : told.lines) {
      Label label = Nodes.wrapped(line);
      label.setMaxWidth(280);
      card.getChildren().add(label);
    }
    card.setVisible(true);
    card.applyCss();
    card.resize(Math.min(300, card.prefWidth(-1)), 10);
    card.resize(card.getWidth(), card.prefHeight(card.getWidth()));
    card.layout();
    boolean flips = atX + GAP + card.getWidth() > getWidth();
    double left = flips ? atX - GAP - card.getWidth() : atX + GAP;
    double lowest = Math.max(4, getHeight() - card.getHeight() - 4);
    card.relocate(Math.max(4, left), Math.clamp(atY + GAP, 4, lowest));
  }
}
