package outcrop.app.view.part;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import outcrop.analysis.task.TaskHandle;

/// The jobs that run, with stage, progress, time left and a way to stop each. Work that ends within
/// half a second never shows, and without work the pane takes no room.
public final class JobsPane extends Region {
  private static final Duration PACE = Duration.millis(200);
  private static final long SHOWN_AFTER_MILLIS = 500;

  private final Words words;
  private final Supplier<List<TaskHandle<?>>> running;
  private final VBox box = PartsStyle.styled(new VBox(), "jobs-box");
  private final Map<TaskHandle<?>, JobRow> rows = new LinkedHashMap<>();
  private final Timeline clock = new Timeline(new KeyFrame(PACE, event -> refresh()));

  /// @param words gives the pattern of a key in `parts.properties`
  /// @param running the jobs that run now, asked for a few times a second while the pane is in a
  ///   window
  public JobsPane(Function<String, String> words, Supplier<List<TaskHandle<?>>> running) {
    this.words = new Words(words);
    this.running = running;
    getStyleClass().add("jobs-pane");
    setAccessibleText(this.words.get("jobs.name"));
    getChildren().add(box);
    setVisible(false);
    setManaged(false);
    clock.setCycleCount(Animation.INDEFINITE);
    sceneProperty()
        .subscribe(
            scene -> {
              if (scene == null) {
                clock.stop();
              } else {
                clock.play();
              }
            });
  }

  private void refresh() {
    List<TaskHandle<?>> tasks =
        running.get().stream()
            .filter(task -> !task.outcome().isDone())
            .filter(task -> task.progress().elapsed().toMillis() >= SHOWN_AFTER_MILLIS)
            .toList();
    boolean same = rows.keySet().stream().toList().equals(tasks);
    if (!same) {
      rows.keySet().retainAll(tasks);
      tasks.forEach(task -> rows.computeIfAbsent(task, key -> new JobRow(words, key)));
      box.getChildren().setAll(rows.values());
      setVisible(!rows.isEmpty());
      setManaged(!rows.isEmpty());
    }
    rows.values().forEach(JobRow::refresh);
  }

  @Override
  protected double computePrefWidth(double height) {
    return box.prefWidth(height);
  }

  @Override
  protected double computePrefHeight(double width) {
    return box.prefHeight(width);
  }

  @Override
  protected void layoutChildren() {
    box.resizeRelocate(0, 0, getWidth(), getHeight());
  }

  @Override
  public String getUserAgentStylesheet() {
    return PartsStyle.sheet();
  }
}
