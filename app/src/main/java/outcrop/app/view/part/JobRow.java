package outcrop.app.view.part;

import java.time.Duration;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import outcrop.analysis.task.TaskHandle;
import outcrop.analysis.task.TaskProgress;

/// One running job.
final class JobRow extends VBox {
  private final Words words;
  private final TaskHandle<?> task;
  private final Label title = PartsStyle.styled(new Label(), "job-title");
  private final Label left = PartsStyle.styled(new Label(), "job-left");
  private final Label stage = PartsStyle.styled(new Label(), "job-stage");
  private final ProgressBar bar = PartsStyle.styled(new ProgressBar(), "small");
  private final Button cancel;
  private boolean cancelled;

  JobRow(Words words, TaskHandle<?> task) {
    super(4);
    this.words = words;
    this.task = task;
    getStyleClass().add("job-row");
    cancel =
        PartsStyle.iconButton(
            Feather.X, words.get("jobs.cancelName", task.progress().title()), this::cancel);
    HBox.setHgrow(title, Priority.ALWAYS);
    title.setMaxWidth(Double.MAX_VALUE);
    left.setMinWidth(USE_PREF_SIZE);
    bar.setMaxWidth(Double.MAX_VALUE);
    HBox line = new HBox(8, title, left, cancel);
    line.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(line, bar, stage);
    refresh();
  }

  private void cancel() {
    cancelled = true;
    cancel.setDisable(true);
    task.cancel();
    refresh();
  }

  /// Takes over how far the job is now.
  void refresh() {
    TaskProgress progress = task.progress();
    title.setText(progress.title());
    stage.setText(cancelled ? words.get("jobs.stopping") : progress.stage());
    boolean staged = !stage.getText().isEmpty();
    stage.setVisible(staged);
    stage.setManaged(staged);
    bar.setProgress(progress.fraction().orElse(ProgressBar.INDETERMINATE_PROGRESS));
    String share = progress.fraction().map(f -> words.get("jobs.share", f)).orElse("");
    left.setText(cancelled ? "" : progress.timeLeft().map(this::timeLeft).orElse(share));
    setAccessibleText(progress.title() + ", " + stage.getText() + ", " + left.getText());
  }

  private String timeLeft(Duration time) {
    long seconds = Math.max(1, time.toSeconds());
    if (seconds < 90) {
      return words.get("jobs.secondsLeft", seconds);
    }
    return seconds < 5400
        ? words.get("jobs.minutesLeft", Math.round(seconds / 60.0))
        : words.get("jobs.hoursLeft", Math.round(seconds / 3600.0));
  }
}
