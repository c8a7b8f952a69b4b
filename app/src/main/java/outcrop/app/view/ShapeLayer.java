package outcrop.app.view;

import java.util.function.Consumer;
import javafx.scene.control.ToggleButton;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.render.LayoutOptions;
import outcrop.analysis.spec.ChartSpec;
import outcrop.analysis.spec.ShapedSpec;
import outcrop.app.view.part.ShapeActions;
import outcrop.app.viewmodel.ShapeViewModel;
import outcrop.app.viewmodel.Words;

/// The target of a chart in its tab: the button that sets one, the gestures that move it, and what
/// is drawn of it.
final class ShapeLayer {
  private final ShapeViewModel model;
  private final ToggleButton toggle = Nodes.plain(new ToggleButton(null, Nodes.icon("sliders")));

  /// @param gestures told who moves the target; null where there is none
  /// @param redraw draws the chart again
  ShapeLayer(
      Words words,
      ShapeViewModel model,
      Consumer<@Nullable ShapeActions> gestures,
      Runnable redraw) {
    this.model = model;
    toggle.getStyleClass().addAll("flat", "shape-toggle");
    toggle.setId("shape-toggle");
    Nodes.name(toggle, words.of("action.shape"));
    toggle.setOnAction(_ -> switched());
    model
        .shownProperty()
        .subscribe(
            target -> {
              toggle.setSelected(target != null);
              gestures.accept(target == null ? null : new ShapeGestures(model));
              redraw.run();
            });
    model.forecastProperty().subscribe(_ -> redraw.run());
    model.view().specProperty().subscribe(_ -> toggle.setDisable(!model.view().canBeShaped()));
  }

  private void switched() {
    if (model.isOn()) {
      model.cancel();
    } else {
      model.view().activate();
      model.start();
    }
  }

  /// Sets a target, or takes it away.
  ToggleButton toggle() {
    return toggle;
  }

  /// A spec with the target as it is under the hand.
  ChartSpec drawn(ChartSpec spec) {
    return spec instanceof ShapedSpec shaped
        ? shaped.withTarget(model.shownProperty().get())
        : spec;
  }

  /// What a drawing knows of what comes of the target.
  LayoutOptions told(LayoutOptions options) {
    return options.withOutcome(model.outcome());
  }
}
