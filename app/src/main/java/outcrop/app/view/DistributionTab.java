package outcrop.app.view;

import java.util.Set;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import outcrop.analysis.query.ViewData.DistributionData;
import outcrop.analysis.render.ChartLayout;
import outcrop.analysis.render.ChartWords;
import outcrop.analysis.spec.ChartSpec;
import outcrop.app.view.dock.DockedView;
import outcrop.app.view.part.ChartPane;
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
  private final ChartTexts texts;

  DistributionTab(Desk desk, DistributionViewModel model) {
    this.desk = desk;
    this.model = model;
    this.words = new CommandWords(desk.words());
    this.chartWords = ChartLanguage.of(desk.words());
    this.chart = new ChartPane(desk.words()::pattern);
    this.texts = new ChartTexts(desk.words(), model, this::title);
    pane.setCenter(new StackPane(chart, texts));
    pane.setTop(new ShapeBar(desk.words(), model));
    pane.getStyleClass().add("chart-tab");
    chart.showMessage(desk.words().of("chart.counting"));
    chart.setActions(new ChartGestures(model, texts::edit));
    model.dataProperty().subscribe(_ -> show());
    model.shownProperty().subscribe(_ -> show());
    model.ownProperty().subscribe(_ -> showChosen());
    model.problemProperty().subscribe(_ -> show());
    desk.dark().subscribe(_ -> show());
  }

  private void show() {
    DistributionData data = model.dataProperty().get();
    String problem = model.problemProperty().get();
    if (!problem.isEmpty()) {
      chart.showMessage(problem);
    } else if (data != null) {
      ChartSpec spec = model.shownProperty().get();
      chart.setChart(
          data,
          (width, height, options) ->
              ChartLayout.layout(
                  spec, data, width, height, desk.theme(), options.withWords(chartWords)));
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
    chart.requestFocus();
  }

  DistributionViewModel model() {
    return model;
  }
}
