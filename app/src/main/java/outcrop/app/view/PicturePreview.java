package outcrop.app.view;

import javafx.geometry.Pos;
import javafx.scene.Group;
import javafx.scene.layout.Background;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.transform.Scale;
import outcrop.analysis.render.Colour;
import outcrop.analysis.render.Drawing;
import outcrop.app.view.part.DrawingCanvas;

/// A drawing as it will be exported, as large as there is room for, on a ground that shows where it
/// ends.
final class PicturePreview extends StackPane {
  private static final double EDGE = 8;

  private final double height;
  private final DrawingCanvas canvas = new DrawingCanvas();
  private final StackPane paper = new StackPane(canvas);
  private final Scale scale = new Scale();
  private double drawnWidth = 1;
  private double drawnHeight = 1;

  /// @param height the most that it takes
  PicturePreview(double height) {
    this.height = height;
    getStyleClass().add("picture-preview");
    setAlignment(Pos.CENTER);
    setMinSize(0, 0);
    setPrefHeight(height);
    setMaxHeight(Region.USE_PREF_SIZE);
    canvas.setManaged(false);
    paper.setManaged(false);
    paper.getTransforms().add(scale);
    getChildren().add(new Group(paper));
    widthProperty().subscribe(_ -> fit());
  }

  void show(Drawing drawing) {
    drawnWidth = drawing.width();
    drawnHeight = drawing.height();
    Colour ground = drawing.background();
    paper.setBackground(
        Background.fill(Color.rgb(ground.red(), ground.green(), ground.blue(), ground.opacity())));
    paper.resize(drawnWidth, drawnHeight);
    canvas.resize(drawnWidth, drawnHeight);
    canvas.setDrawing(drawing);
    fit();
  }

  void clear() {
    canvas.clear();
    paper.setBackground(Background.EMPTY);
  }

  private void fit() {
    double room = Math.max(1, getWidth() - 2 * EDGE);
    double factor = Math.min(1, Math.min(room / drawnWidth, (height - 2 * EDGE) / drawnHeight));
    scale.setX(factor);
    scale.setY(factor);
  }
}
