package outcrop.app.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import outcrop.analysis.query.ViewData.DistributionData;
import outcrop.analysis.query.ViewData.FacetData;
import outcrop.analysis.render.ChartLayout;
import outcrop.analysis.render.ChartWords;
import outcrop.analysis.render.Target;
import outcrop.analysis.spec.ChartSpec;
import outcrop.app.view.dock.DockedView;
import outcrop.app.view.part.ChartActions.TextPart;
import outcrop.app.view.part.ChartPane;
import outcrop.app.view.part.DrawingActions;
import outcrop.app.view.part.DrawingPane;
import outcrop.app.viewmodel.CommandWords;
import outcrop.app.viewmodel.DistributionViewModel;

/// A distribution in a tab.
final class DistributionTab implements DockedView {
  private final Desk desk;
  private final DistributionViewModel model;
  private final CommandWords words;
  private final ChartWords chartWords;
  private final ChartPane chart;
  private final BorderPane pane = new BorderPane();
  private final ShapeLayer target;
  private final ChartTexts texts;
  private final DrawingPane facets;
  private boolean showing;

  DistributionTab(Desk desk, DistributionViewModel model) {
    this.desk = desk;
    this.model = model;
    this.words = new CommandWords(desk.words());
    this.chartWords = ChartLanguage.of(desk.words());
    this.chart = new ChartPane(desk.words()::pattern);
    this.texts = new ChartTexts(desk.words(), model, this::title);
    this.facets = new DrawingPane(desk.words()::pattern);
    facets.setActions(new FacetGestures());
    MarkHands none = new MarkHands(model, facets::drawing, texts);
    facets.setMenu(new ChartMenu(desk.words(), model, none, texts, facets::pointer)::items);
    facets.setVisible(false);
    StackPane layers = new StackPane(chart, facets, texts);
    FieldDropZones.install(layers, desk.words(), model);
    pane.setCenter(layers);
    ShapeBar shapes = new ShapeBar(desk, model);
    this.target = new ShapeLayer(desk.words(), model.shape(), chart::setShaping, this::showTarget);
    pane.setTop(Nodes.row(0, Nodes.spacer(), shapes, target.toggle()));
    pane.getStyleClass().add("chart-tab");
    chart.showMessage(desk.words().of("chart.counting"));
    chart.setActions(new ChartGestures(model, texts::edit, () -> ShapeBar.open(desk, model, true)));
    MarkHands hands = new MarkHands(model, chart::drawing, texts);
    chart.setMarks(hands);
    ChartMenu menu = new ChartMenu(desk.words(), model, hands, texts, chart::pointer);
    BarMenu bars = new BarMenu(desk.words(), model);
    chart.setMenu(target -> menu(bars.items(target), menu.items(target)));
    model.dataProperty().subscribe(_ -> show());
    model.shownProperty().subscribe(_ -> show());
    model.ownProperty().subscribe(_ -> showChosen());
    model.problemProperty().subscribe(_ -> show());
    desk.dark().subscribe(_ -> show());
    showing = true;
    show();
  }

  /// Not before everything is there that draws it.
  private void showTarget() {
    if (showing) {
      show();
    }
  }

  private static List<MenuItem> menu(List<MenuItem> ofBar, List<MenuItem> ofChart) {
    List<MenuItem> items = new ArrayList<>(ofBar);
    if (!ofBar.isEmpty() && !ofChart.isEmpty()) {
      items.add(new SeparatorMenuItem());
    }
    items.addAll(ofChart);
    return items;
  }

  private void show() {
    DistributionData data = model.dataProperty().get();
    String problem = model.problemProperty().get();
    FacetData many = model.facetsProperty().get();
    chart.setVisible(many == null);
    facets.setVisible(many != null);
    if (many != null && problem.isEmpty()) {
      ChartSpec spec = model.shownProperty().get();
      facets.setPicture(
          (width, height, options) ->
              ChartLayout.layout(
                  spec, many, width, height, desk.theme(), options.withWords(chartWords)));
      return;
    }
    if (!problem.isEmpty()) {
      chart.showMessage(problem);
    } else if (data != null) {
      ChartSpec spec = target.drawn(model.shownProperty().get());
      chart.setChart(
          data,
          (width, height, options) ->
              ChartLayout.layout(
                  spec,
                  data,
                  width,
                  height,
                  desk.theme(),
                  target.told(options.withWords(chartWords))));
      showChosen();
    }
  }

  private void showChosen() {
    if (model.isPreviewing()) {
      return;
    }
    Set<String> chosen = model.chosenBars();
    if (chosen.isEmpty()) {
      chart.setChosen(Set.of());
      chart.setBrush(AxisPlace.of(model.brushed(), model.dataProperty().get()).orElse(null));
    } else {
      chart.setChosen(chosen);
    }
  }

  /// Small multiples are chosen as wholes.
  private final class FacetGestures implements DrawingActions {
    @Override
    public boolean activate() {
      return model.activate();
    }

    @Override
    public void choose(Target target, boolean additive) {
      if (target instanceof Target.Panel(int panel, Target _)) {
        model.toggleFacet(panel, additive);
      } else if (target instanceof Target.LegendEntry(int group)) {
        DistributionData first = model.dataProperty().get();
        if (first != null && group < first.groups().size()) {
          model.toggleGroup(first.groups().get(group), additive);
        }
      }
    }

    @Override
    public boolean scroll(Target target, int steps) {
      return FacetScroll.scroll(facets, target, steps);
    }

    @Override
    public void clear() {
      model.clear();
    }

    @Override
    public void editText(TextPart part) {
      texts.edit(part);
    }
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
  public String icon() {
    return "bar-chart-2";
  }

  @Override
  public void focus() {
    (facets.isVisible() ? facets : chart).requestFocus();
  }

  DistributionViewModel model() {
    return model;
  }
}
