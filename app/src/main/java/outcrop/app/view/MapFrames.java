package outcrop.app.view;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.query.ViewData;
import outcrop.analysis.render.ChartLayout;
import outcrop.analysis.render.Drawing;
import outcrop.analysis.render.LayoutOptions;
import outcrop.analysis.render.Theme;
import outcrop.analysis.spec.ChartSpec;
import outcrop.app.viewmodel.Work;

/// Lays out a chart off the screen's thread, as often as it is asked to and no more: while one
/// frame is made, only the newest of those asked for waits.
final class MapFrames {
  private final Work work;
  private final String title;
  private final Runnable arrived;
  private final Consumer<String> failed;
  private @Nullable Frame waiting;
  private @Nullable Frame making;
  private @Nullable Made made;

  /// Everything that a frame depends on.
  record Frame(
      ChartSpec spec,
      ViewData data,
      double width,
      double height,
      Theme theme,
      LayoutOptions options) {
    private boolean isSame(@Nullable Frame other) {
      return other != null
          && data == other.data
          && width == other.width
          && height == other.height
          && theme == other.theme
          && options.equals(other.options)
          && spec.equals(other.spec);
    }
  }

  private record Made(Frame frame, Drawing drawing) {}

  /// @param title what the work is called where it takes long
  /// @param arrived called when another frame is there
  MapFrames(Work work, String title, Runnable arrived, Consumer<String> failed) {
    this.work = work;
    this.title = title;
    this.arrived = arrived;
    this.failed = failed;
  }

  /// The newest frame that there is, empty before the first; makes the one that is wanted where it
  /// is another.
  Optional<Drawing> newest(Frame wanted) {
    if (!wanted.isSame(making) && (made == null || !wanted.isSame(made.frame))) {
      waiting = wanted;
      next();
    }
    return Optional.ofNullable(made).map(Made::drawing);
  }

  private void next() {
    Frame frame = waiting;
    if (making != null || frame == null) {
      return;
    }
    waiting = null;
    making = frame;
    work.start(
        title,
        _ ->
            ChartLayout.layout(
                frame.spec, frame.data, frame.width, frame.height, frame.theme, frame.options),
        drawing -> {
          made = new Made(frame, drawing);
          ended();
          arrived.run();
        },
        sentence -> {
          ended();
          failed.accept(sentence);
        });
  }

  private void ended() {
    making = null;
    next();
  }
}
