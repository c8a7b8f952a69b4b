package outcrop.app.view;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import outcrop.analysis.task.TaskProgress;
import outcrop.app.viewmodel.Words;

/// How far one piece of work is: what it does, a bar, time left, and a way to stop it.
final class ProgressCard extends VBox {
  private final Words words;
  private final Supplier<Optional<TaskProgress>> progress;
  private final Label title = Nodes.label("", "title");
  private final Label stage = Nodes.label("", "muted");
  private final Label left = Nodes.label("", "muted");
  private final ProgressBar bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
  private final Timeline clock;

  ProgressCard(Words words, Supplier<Optional<TaskProgress>> progress, Runnable cancel) {
    super(12);
    this.words = words;
    this.progress = progress;
    getStyleClass().addAll("card", "progress-card");
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText(words.of("progress.name"));
    Button stop = Nodes.button(words.of("action.cancel"), cancel);
    stop.setId("cancel-work");
    getChildren()
        .addAll(
            title,
            bar,
            Nodes.row(8, stage, Nodes.spacer(), left),
            Nodes.row(8, Nodes.spacer(), stop));
    clock = new Timeline(new KeyFrame(javafx.util.Duration.millis(150), _ -> refresh()));
    clock.setCycleCount(Animation.INDEFINITE);
    sceneProperty()
        .subscribe(
            scene -> {
              if (scene == null) {
                clock.stop();
              } else {
                refresh();
                clock.play();
              }
            });
  }

  private void refresh() {
    progress
        .get()
        .ifPresent(
            now -> {
              title.setText(now.title());
              bar.setProgress(now.fraction().orElse(ProgressBar.INDETERMINATE_PROGRESS));
              String done =
                  now.fraction()
                      .map(share -> words.of("progress.percent", (int) Math.floor(share * 100)))
                      .orElse("");
              stage.setText(now.stage() + (done.isEmpty() ? "" : "  " + done));
              left.setText(
                  now.timeLeft()
                      .map(time -> words.of("progress.left", spoken(words, time)))
                      .orElse(""));
            });
  }

  /// A duration as people say it: seconds, then minutes.
  static String spoken(Words words, Duration time) {
    return words.duration((time.toMillis() + 500) / 1000);
  }
}
