package outcrop.app.view;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.spec.DistributionSpec.Shape;
import outcrop.analysis.spec.DistributionSpec.Step;
import outcrop.app.viewmodel.DistributionViewModel;
import outcrop.app.viewmodel.Words;

/// Above a distribution: as what it is drawn and, for times, by which step of the calendar. Nothing
/// where the field has one shape only.
final class ShapeBar extends HBox {
  private final Words words;
  private final DistributionViewModel model;
  private final ComboBox<Shape> shapes;
  private final ComboBox<Step> steps;
  private boolean refreshing;

  ShapeBar(Words words, DistributionViewModel model) {
    super(8);
    this.words = words;
    this.model = model;
    getStyleClass().add("shape-bar");
    setAlignment(Pos.CENTER_RIGHT);
    shapes = box("editor.shape", "shape.", model::setShape);
    shapes.setId("shape-choice");
    steps = box("editor.step", "step.", model::setStep);
    steps.setId("step-choice");
    steps.getItems().setAll(Step.values());
    getChildren().addAll(steps, shapes);
    model.specProperty().subscribe(_ -> refresh());
  }

  private <T extends Enum<T>> ComboBox<T> box(String name, String prefix, Consumer<T> chosen) {
    ComboBox<T> box = new ComboBox<>();
    box.setAccessibleText(words.of(name));
    box.getStyleClass().add("small");
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable T item) {
            return item == null ? "" : words.of(prefix + item.name());
          }

          @Override
          public T fromString(String text) {
            throw new UnsupportedOperationException("The box is not edited as text");
          }
        });
    box.setOnAction(
        _ -> {
          if (!refreshing && box.getValue() != null) {
            model.activate();
            chosen.accept(box.getValue());
          }
        });
    return box;
  }

  private void refresh() {
    refreshing = true;
    List<Shape> offered = model.shapes();
    if (!shapes.getItems().equals(offered)) {
      shapes.getItems().setAll(offered);
    }
    shapes.setValue(model.specProperty().get().shape());
    steps.setValue(model.specProperty().get().bins().step());
    steps.setVisible(model.isTime());
    steps.setManaged(model.isTime());
    boolean any = offered.size() > 1;
    setVisible(any);
    setManaged(any);
    refreshing = false;
  }
}
