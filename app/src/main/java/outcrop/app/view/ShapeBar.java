package outcrop.app.view;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.query.BinAxis;
import outcrop.analysis.query.ViewData.DistributionData;
import outcrop.analysis.spec.DistributionSpec.Shape;
import outcrop.analysis.spec.DistributionSpec.Step;
import outcrop.app.viewmodel.DistributionViewModel;
import outcrop.app.viewmodel.Words;

/// Above a distribution: as what it is drawn, by which step of the calendar where there are times,
/// and the lists of all values where there are more than the chart has room for.
final class ShapeBar extends HBox {
  /// More values than this seldom all have room.
  private static final int FEW = 12;

  private final Words words;
  private final DistributionViewModel model;
  private final ComboBox<Shape> shapes;
  private final ComboBox<Step> steps;
  private final Button values;
  private final Button groups;
  private boolean refreshing;

  ShapeBar(Desk desk, DistributionViewModel model) {
    super(8);
    this.words = desk.words();
    this.model = model;
    getStyleClass().add("shape-bar");
    setAlignment(Pos.CENTER_RIGHT);
    shapes = box("editor.shape", "shape.", model::setShape);
    shapes.setId("shape-choice");
    steps = box("editor.step", "step.", model::setStep);
    steps.setId("step-choice");
    steps.getItems().setAll(Step.values());
    values = list(desk, "values.all", false);
    values.setId("all-values");
    groups = list(desk, "values.allGroups", true);
    groups.setId("all-groups");
    getChildren().addAll(values, groups, steps, shapes);
    model.specProperty().subscribe(_ -> refresh());
    model.dataProperty().subscribe(_ -> refresh());
  }

  private Button list(Desk desk, String name, boolean ofGroups) {
    Button button = new Button(words.of(name), Nodes.icon("list"));
    button.getStyleClass().addAll("flat", "small");
    button.setAccessibleText(words.of(name));
    button.setOnAction(_ -> open(desk, model, ofGroups));
    return button;
  }

  /// Shows every value of the field, or of the splitting one.
  static void open(Desk desk, DistributionViewModel model, boolean ofGroups) {
    model.activate();
    ValuesView view = new ValuesView(desk, model, ofGroups);
    desk.overlays().show(view, true);
    view.focusText();
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

  private static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  private void refresh() {
    refreshing = true;
    List<Shape> offered = model.shapes();
    if (!shapes.getItems().equals(offered)) {
      shapes.getItems().setAll(offered);
    }
    shapes.setValue(model.specProperty().get().shape());
    steps.setValue(model.specProperty().get().bins().step());
    show(steps, model.isTime());
    show(shapes, offered.size() > 1);
    DistributionData data = model.dataProperty().get();
    show(values, data != null && data.axis() instanceof BinAxis.Values all && all.size() > FEW);
    show(groups, data != null && data.groups().contains(DistributionData.OTHER_GROUPS));
    boolean any = getChildren().stream().anyMatch(Node::isVisible);
    setVisible(any);
    setManaged(any);
    refreshing = false;
  }
}
