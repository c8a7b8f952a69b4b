package outcrop.app.view;

import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;

/// The program's mark: layers of rock, the one on top showing at the surface.
final class AppMark extends Pane {
  AppMark(double size) {
    double unit = size / 10;
    getStyleClass().add("app-mark");
    setMinSize(size, size);
    setMaxSize(size, size);
    double[] heights = {2, 5, 8, 4};
    for (int i = 0; i < heights.length; i++) {
      Rectangle bar =
          new Rectangle(
              unit * (0.6 + i * 2.3), unit * (9 - heights[i]), unit * 1.9, unit * heights[i]);
      bar.setArcWidth(unit * 0.8);
      bar.setArcHeight(unit * 0.8);
      bar.getStyleClass().add(i == 2 ? "mark-high" : "mark-bar");
      getChildren().add(bar);
    }
  }
}
