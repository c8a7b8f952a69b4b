package outcrop.app.view;

import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import outcrop.analysis.query.ViewData;
import outcrop.analysis.render.ChartLayout;
import outcrop.analysis.render.ChartWords;
import outcrop.analysis.render.Drawing;
import outcrop.analysis.render.LayoutOptions;
import outcrop.analysis.spec.ChartSpec;
import outcrop.app.view.dock.DockedView;
import outcrop.app.view.part.DrawingActions;
import outcrop.app.view.part.DrawingPane;
import outcrop.app.viewmodel.ChartViewModel;
import outcrop.app.viewmodel.CommandWords;

/// A chart in a tab whose marks are targets to click, drag and reach by keyboard. A subclass says
/// what that means and what stands beside the chart.
abstract class DrawingTab implements DockedView {
  private final Desk desk;
  private final ChartViewModel<?, ?> model;
  private final CommandWords words;
  private final ChartWords chartWords;
  private final DrawingPane chart;
  private final ChartTexts texts;
  private final BorderPane pane = new BorderPane();
  private final StackPane layers = new StackPane();

  DrawingTab(Desk desk, ChartViewModel<?, ?> model) {
    this.desk = desk;
    this.model = model;
    this.words = new CommandWords(desk.words());
    this.chartWords = ChartLanguage.of(desk.words());
    this.chart = new DrawingPane(desk.words()::pattern);
    this.texts = new ChartTexts(desk.words(), model, this::title);
    pane.setCenter(layers);
    layers.getChildren().addAll(chart, texts);
    FieldDropZones.install(layers, desk.words(), model);
    pane.getStyleClass().add("chart-tab");
    chart.showMessage(desk.words().of("chart.counting"));
    MarkHands hands = new MarkHands(model, chart::drawing, texts);
    chart.setMarks(hands);
    chart.setMenu(new ChartMenu(desk.words(), model, hands, texts, chart::pointer)::items);
    model.dataProperty().subscribe(_ -> show());
    model.shownProperty().subscribe(_ -> show());
    model.problemProperty().subscribe(_ -> show());
    desk.dark().subscribe(_ -> show());
  }

  /// Told once, by the subclass, what the user's gestures mean.
  void setActions(DrawingActions actions) {
    chart.setActions(actions);
  }

  private void show() {
    ViewData facets = model.facetsProperty().get();
    ViewData data = facets == null ? model.dataProperty().get() : facets;
    String problem = model.problemProperty().get();
    if (!problem.isEmpty()) {
      chart.showMessage(problem);
    } else if (data != null) {
      ChartSpec spec = shaped(model.shownProperty().get());
      chart.setPicture(
          (width, height, options) ->
              draw(spec, data, width, height, options.withWords(chartWords)));
    }
  }

  /// The spec as it is under the hand; a subclass adds what is drafted and not kept.
  ChartSpec shaped(ChartSpec spec) {
    return spec;
  }

  /// Lays the chart out; a subclass marks in it what is chosen.
  Drawing draw(ChartSpec spec, ViewData data, double width, double height, LayoutOptions options) {
    return ChartLayout.layout(spec, data, width, height, desk.theme(), options);
  }

  /// Draws again, because what is marked changed.
  void redraw() {
    show();
  }

  Desk desk() {
    return desk;
  }

  DrawingPane chart() {
    return chart;
  }

  ChartTexts texts() {
    return texts;
  }

  /// Shows something over the chart.
  void over(Node node) {
    layers.getChildren().add(node);
  }

  /// Where a subclass puts what stands around the chart.
  BorderPane pane() {
    return pane;
  }

  @Override
  public Region node() {
    return pane;
  }

  @Override
  public String title() {
    return words.title(model.specProperty().get());
  }

  @Override
  public void focus() {
    chart.requestFocus();
  }
}
