package outcrop.app.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import outcrop.analysis.dataset.Field;
import outcrop.app.view.part.FieldList;
import outcrop.app.viewmodel.ChartViewModel;
import outcrop.app.viewmodel.FieldJoin;
import outcrop.app.viewmodel.Words;

/// Lies over a chart while a field is dragged over it: one place in the middle for each thing that
/// the field can do for the chart. Outside of them the field goes beside the chart as everywhere.
final class FieldDropZones extends StackPane {
  private static final PseudoClass HOVERED = PseudoClass.getPseudoClass("field-over");

  private final Words words;
  private final ChartViewModel<?, ?> model;
  private final VBox zones = Nodes.column(2);
  private String offered = "";
  private List<FieldJoin> joins = List.of();

  private FieldDropZones(Words words, ChartViewModel<?, ?> model) {
    this.words = words;
    this.model = model;
    zones.setAlignment(Pos.CENTER);
    zones.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    getChildren().add(zones);
    setMouseTransparent(true);
    setVisible(false);
  }

  /// Lets fields be dropped on a chart.
  ///
  /// @param chart holds the chart, and the zones above it
  static void install(StackPane chart, Words words, ChartViewModel<?, ?> model) {
    FieldDropZones zones = new FieldDropZones(words, model);
    chart.getChildren().add(zones);
    chart.addEventHandler(DragEvent.DRAG_OVER, zones::over);
    chart.addEventHandler(DragEvent.DRAG_EXITED, _ -> zones.setVisible(false));
    chart.addEventHandler(DragEvent.DRAG_DROPPED, zones::dropped);
  }

  private void over(DragEvent event) {
    offer(field(event));
    Optional<Node> zone = zone(event);
    zones.getChildren().forEach(one -> one.pseudoClassStateChanged(HOVERED, false));
    zone.ifPresent(
        one -> {
          one.pseudoClassStateChanged(HOVERED, true);
          event.acceptTransferModes(TransferMode.COPY);
          event.consume();
        });
  }

  private void dropped(DragEvent event) {
    Optional<Node> zone = zone(event);
    setVisible(false);
    if (zone.isPresent()) {
      FieldJoin how = joins.get(zones.getChildren().indexOf(zone.get()));
      event.setDropCompleted(true);
      event.consume();
      model.activate();
      model.join(how, offered);
    }
  }

  private Optional<Field> field(DragEvent event) {
    return event.getDragboard().getContent(FieldList.FIELD) instanceof String name
        ? model.project().columns().schema().find(name)
        : Optional.empty();
  }

  private void offer(Optional<Field> field) {
    List<FieldJoin> now = field.map(model::joins).orElse(List.of());
    String name = field.map(Field::name).orElse("");
    setVisible(!now.isEmpty());
    if (now.equals(joins) && name.equals(offered)) {
      return;
    }
    joins = now;
    offered = name;
    List<Node> labels = new ArrayList<>();
    for (FieldJoin how : now) {
      Label label = Nodes.label(words.of("join." + how, name), "drop-zone");
      label.setMaxWidth(Double.MAX_VALUE);
      labels.add(label);
    }
    zones.getChildren().setAll(labels);
    zones.applyCss();
    layout();
  }

  private Optional<Node> zone(DragEvent event) {
    return zones.getChildren().stream()
        .filter(
            zone ->
                isVisible()
                    && zone.localToScene(zone.getLayoutBounds())
                        .contains(event.getSceneX(), event.getSceneY()))
        .findFirst();
  }
}
