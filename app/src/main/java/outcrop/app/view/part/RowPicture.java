package outcrop.app.view.part;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.task.TaskHandle;
import outcrop.analysis.task.TaskRunner;
import outcrop.analysis.task.UserFailure;

/// The picture of one row as large as the room allows, with marked boxes; it comes when it is
/// ready, and a broken one says why.
final class RowPicture extends Region {
  /// The largest side that is decoded; a picture is never enlarged beyond whole pixels.
  private static final int LARGEST = 1024;

  private static final double WAITING_HEIGHT = 120;

  private final Words words;
  private final TaskRunner runner;
  private final Executor delivery;
  private final double tallest;
  private final ImageView view = new ImageView();
  private final Pane boxes = new Pane();
  private final Label message = PartsStyle.styled(new Label(), "picture-message");
  private List<PictureBox.Drawn> marked = List.of();
  private @Nullable TaskHandle<Optional<Image>> running;

  /// @param tallest the height in pixels that the picture takes at most
  RowPicture(Words words, TaskRunner runner, Executor delivery, double tallest) {
    this.words = words;
    this.runner = runner;
    this.delivery = delivery;
    this.tallest = tallest;
    getStyleClass().add("row-picture");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    view.setPreserveRatio(true);
    boxes.setMouseTransparent(true);
    message.setWrapText(true);
    getChildren().addAll(view, boxes, message);
  }

  /// Shows the picture of a row.
  ///
  /// @param name what the picture is, for screen readers
  void show(RowPictures pictures, int row, String name, List<PictureBox> newBoxes) {
    stop();
    marked = newBoxes.stream().map(PictureBox.Drawn::of).toList();
    boxes.setVisible(false);
    boxes.getChildren().clear();
    marked.forEach(box -> boxes.getChildren().addAll(box.frame(), box.name()));
    setAccessibleText(name);
    view.setImage(null);
    say("");
    TaskHandle<Optional<Image>> task =
        runner.start(
            words.get("gallery.making"),
            context -> pictures.picture(row, LARGEST, LARGEST, context));
    running = task;
    task.outcome()
        .whenComplete(
            (image, failure) ->
                delivery.execute(
                    () -> {
                      if (running == task) {
                        running = null;
                        arrived(image, failure);
                      }
                    }));
  }

  private void arrived(@Nullable Optional<Image> image, @Nullable Throwable failure) {
    if (failure != null || image == null) {
      say(reason(failure));
    } else if (image.isPresent()) {
      view.setImage(image.get());
      boxes.setVisible(true);
    } else {
      say(words.get("gallery.none"));
    }
    requestLayout();
  }

  private String reason(@Nullable Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    return switch (cause) {
      case UserFailure broken -> String.valueOf(broken.getMessage());
      case CancellationException _ -> "";
      case null, default -> words.get("gallery.broken");
    };
  }

  private void say(String sentence) {
    message.setText(sentence);
    PartsStyle.show(message, !sentence.isEmpty());
    if (!sentence.isEmpty()) {
      setAccessibleText(sentence);
    }
    requestLayout();
  }

  /// Shows nothing any more.
  void stop() {
    if (running != null) {
      running.cancel();
      running = null;
    }
  }

  private double scale(double width) {
    Image image = view.getImage();
    if (image == null) {
      return 0;
    }
    double fit = Math.min(width / image.getWidth(), tallest / image.getHeight());
    return fit >= 2 ? Math.min(8, Math.floor(fit)) : Math.min(1, fit);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefHeight(double width) {
    double own = width < 0 ? getWidth() : width;
    Image image = view.getImage();
    if (image != null) {
      return Math.ceil(image.getHeight() * scale(own));
    }
    return message.isVisible() ? message.prefHeight(own) : Math.min(WAITING_HEIGHT, tallest);
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefWidth(double height) {
    return 240;
  }

  @Override
  protected void layoutChildren() {
    message.resizeRelocate(0, 0, getWidth(), getHeight());
    Image image = view.getImage();
    if (image == null) {
      return;
    }
    double scale = scale(getWidth());
    double width = image.getWidth() * scale;
    double height = image.getHeight() * scale;
    view.setSmooth(scale < 2);
    view.setFitWidth(width);
    view.setFitHeight(height);
    boxes.resizeRelocate(0, 0, width, height);
    marked.forEach(box -> box.place(width, height));
  }
}
