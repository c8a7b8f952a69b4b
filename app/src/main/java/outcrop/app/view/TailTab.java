package outcrop.app.view;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import javafx.geometry.VPos;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.query.TailBands.Band;
import outcrop.analysis.query.TailBands.Part;
import outcrop.analysis.query.ViewData;
import outcrop.analysis.query.ViewData.TailData;
import outcrop.analysis.render.Brush;
import outcrop.analysis.render.Drawing;
import outcrop.analysis.render.LayoutOptions;
import outcrop.analysis.render.TailPlaces;
import outcrop.analysis.render.Target;
import outcrop.analysis.spec.ChartSpec;
import outcrop.analysis.spec.TailSpec.Preset;
import outcrop.analysis.spec.TailSpec.Shape;
import outcrop.app.view.part.ChartActions.TextPart;
import outcrop.app.view.part.DrawingActions;
import outcrop.app.viewmodel.TailViewModel;
import outcrop.app.viewmodel.Words;

/// The long tail of a field in a tab: the chart, with what can be done with its bands above it.
final class TailTab extends DrawingTab {
  /// From this width on the menus have room for their names.
  private static final double ROOMY = 780;

  /// A choice is never narrower than this.
  private static final double READABLE = 120;

  /// From this width on there is room for measures beside the chart.
  private static final double BESIDE = 700;

  private final Words words;
  private final TailViewModel model;
  private final NoticeBand refusal = new NoticeBand("warning");
  private final ComboBox<Shape> shapes = new ComboBox<>();
  private final ComboBox<Preset> preset = new ComboBox<>();
  private final ToggleButton measures = new ToggleButton();
  private final MenuButton filter;
  private @Nullable ShapeLayer target;
  private @Nullable TailPanel panel;
  private boolean showing;

  TailTab(Desk desk, TailViewModel model) {
    super(desk, model);
    this.words = desk.words();
    this.model = model;
    setActions(new Gestures());
    pane().setMinWidth(0);
    filter = Nodes.menuButton(words.of("tail.filter"), "filter", pane(), ROOMY);
    filter.getItems().add(new MenuItem());
    filter.setOnShowing(_ -> filter.getItems().setAll(bandItems()));
    preset.setId("tail-preset");
    choice(
        preset,
        List.of(Preset.values()),
        words.of("tail.preset"),
        "tail.preset.",
        model::setPreset);
    shapes.setId("tail-shape");
    choice(shapes, List.of(Shape.values()), words.of("tail.shape"), "tail.shape.", model::setShape);
    measures.setText(words.of("tail.measures"));
    measures.setGraphic(Nodes.icon("sidebar"));
    measures.setId("tail-measures");
    named(measures);
    ShapeLayer shape = new ShapeLayer(words, model.shape(), chart()::setShaping, this::redraw);
    target = shape;
    measures.selectedProperty().subscribe(_ -> placePanel());
    pane().widthProperty().subscribe(_ -> placePanel());
    pane().heightProperty().subscribe(_ -> placePanel());
    FlowPane tools =
        new FlowPane(4, 4, shapes, preset, Nodes.row(4, filter, shape.toggle(), measures));
    tools.setRowValignment(VPos.CENTER);
    tools.getStyleClass().add("view-tools");
    List.of(shapes, preset).forEach(box -> fit(box, tools));
    pane().setTop(Nodes.column(0, refusal, tools));
    model.refusalProperty().subscribe(sentence -> refusal.show(sentence));
    model.specProperty().subscribe(_ -> showSpec());
    model.ownProperty().subscribe(_ -> showChosen());
  }

  /// A flat button that shows its name where there is room, and tells it everywhere.
  private void named(ButtonBase button) {
    button.getStyleClass().add("flat");
    button.setMinWidth(Region.USE_PREF_SIZE);
    Nodes.name(button, button.getText());
    pane()
        .widthProperty()
        .subscribe(
            width ->
                button.setContentDisplay(
                    width.doubleValue() < ROOMY
                        ? ContentDisplay.GRAPHIC_ONLY
                        : ContentDisplay.LEFT));
  }

  /// A choice takes a line of its own before it becomes narrower than its words.
  private static void fit(Region box, Region line) {
    box.setMinWidth(READABLE);
    box.maxWidthProperty()
        .bind(
            line.widthProperty()
                .map(
                    width ->
                        Math.max(
                            READABLE,
                            width.doubleValue()
                                - line.getInsets().getLeft()
                                - line.getInsets().getRight())));
  }

  /// Measures stand beside the chart, or below it where the tab is narrow.
  private void placePanel() {
    if (!measures.isSelected()) {
      pane().setRight(null);
      pane().setBottom(null);
      return;
    }
    TailPanel shown = panel;
    if (shown == null) {
      shown = new TailPanel(desk(), model);
      panel = shown;
    }
    boolean narrow = pane().getWidth() < BESIDE;
    shown.setPrefHeight(narrow ? pane().getHeight() * 0.45 : Region.USE_COMPUTED_SIZE);
    if (narrow && pane().getBottom() != shown) {
      pane().setRight(null);
      pane().setBottom(shown);
    } else if (!narrow && pane().getRight() != shown) {
      pane().setBottom(null);
      pane().setRight(shown);
    }
  }

  /// A box that chooses one of some values, named by keys of the bundle.
  private <T> void choice(
      ComboBox<T> box, List<T> values, String name, String keys, Consumer<T> chosen) {
    box.getItems().setAll(values);
    Nodes.name(box, name);
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable T value) {
            return value == null ? "" : words.of(keys + value);
          }

          @Override
          public T fromString(String text) {
            throw new UnsupportedOperationException("The box is not edited as text");
          }
        });
    box.setOnAction(
        _ -> {
          if (!showing && box.getValue() != null) {
            chosen.accept(box.getValue());
          }
        });
  }

  private void showSpec() {
    showing = true;
    preset.setValue(model.specProperty().get().bands().preset());
    shapes.setValue(model.specProperty().get().shape());
    showing = false;
  }

  private void showChosen() {
    LayoutOptions options = LayoutOptions.DEFAULT;
    chart()
        .setOptions(
            model.chosenClasses().isEmpty()
                ? options
                : options.withBrush(new Brush.Values(model.chosenClasses())));
  }

  @Override
  ChartSpec shaped(ChartSpec spec) {
    return target == null ? spec : target.drawn(spec);
  }

  @Override
  Drawing draw(ChartSpec spec, ViewData data, double width, double height, LayoutOptions options) {
    return super.draw(spec, data, width, height, target == null ? options : target.told(options));
  }

  /// What can be done with each band.
  private List<MenuItem> bandItems() {
    List<MenuItem> items = new java.util.ArrayList<>();
    model
        .bands()
        .ifPresent(
            bands ->
                bands.list().stream().map(Band::part).forEach(part -> items.add(filterItem(part))));
    MenuItem field = new MenuItem(words.of("tail.addField"), Nodes.icon("plus"));
    field.setDisable(!model.canAddField());
    field.setOnAction(_ -> model.addBandsAsField());
    items.add(field);
    return items;
  }

  private MenuItem filterItem(Part part) {
    MenuItem item =
        new MenuItem(words.of("tail.filterTo", model.partName(part)), Nodes.icon("filter"));
    item.setOnAction(_ -> model.filterTo(part));
    return item;
  }

  @Override
  public String icon() {
    return "trending-down";
  }

  TailViewModel model() {
    return model;
  }

  /// What the user does to the chart.
  private final class Gestures implements DrawingActions {
    private int drags;
    private boolean dragging;

    @Override
    public boolean activate() {
      return model.activate();
    }

    @Override
    public void choose(Target target, boolean additive) {
      switch (target) {
        case Target.Panel(int panel, Target _) -> model.toggleFacet(panel, additive);
        case Target.Item(int rank) -> model.toggleClass(rank, additive);
        case Target.LegendEntry(int band) ->
            model.bands().ifPresent(bands -> model.filterTo(bands.list().get(band).part()));
        default -> {}
      }
    }

    @Override
    public boolean scroll(Target target, int steps) {
      return model.specProperty().get().shape() == Shape.RASTER && !model.isRepeated()
          ? FacetScroll.scroll(chart(), new Target.MoreLegend(), steps)
          : FacetScroll.scroll(chart(), target, steps);
    }

    @Override
    public void drag(Drag drag) {
      Drawing drawing = chart().drawing().orElse(null);
      TailData data = model.dataProperty().get();
      if (drawing == null || data == null || data.classes().count() == 0) {
        return;
      }
      if (!dragging) {
        dragging = true;
        drags++;
        held = drawing.hitAt(drag.fromX(), drag.fromY()).map(hit -> hit.target()).orElse(null);
      }
      OptionalDouble value = drawing.valueAt(drag.toX());
      if (held instanceof Target.Handle(int handle) && value.isPresent()) {
        double size = TailPlaces.sizeAt(model.specProperty().get(), data, value.getAsDouble());
        model.moveBound(handle, size, drags);
      }
      dragging = !drag.done();
    }

    private @Nullable Target held;

    @Override
    public void nudge(Target.Handle handle, int steps) {
      model.nudgeBound(handle.index(), -steps);
    }

    @Override
    public void clear() {
      model.clear();
    }

    @Override
    public void editText(TextPart part) {
      texts().edit(part);
    }

    @Override
    public List<MenuItem> menu(Target target) {
      return switch (target) {
        case Target.Item(int rank) -> {
          if (!model.specProperty().get().shape().hasRanks()) {
            yield List.of();
          }
          MenuItem same = new MenuItem(words.of("tail.sameSize"), Nodes.icon("filter"));
          same.setOnAction(_ -> model.filterToSizeOf(rank));
          yield List.of(same);
        }
        case Target.LegendEntry _, Target.Handle _ -> bandItems();
        default -> List.of();
      };
    }
  }
}
