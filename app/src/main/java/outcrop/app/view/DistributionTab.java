package outcrop.app.view;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import outcrop.analysis.query.ViewData.DistributionData;
import outcrop.analysis.render.ChartLayout;
import outcrop.analysis.render.ChartWords;
import outcrop.analysis.spec.DistributionSpec;
import outcrop.app.view.dock.DockedView;
import outcrop.app.view.part.ChartActions.TextPart;
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
  private final Pane fieldLayer = new Pane();

  DistributionTab(Desk desk, DistributionViewModel model) {
    this.desk = desk;
    this.model = model;
    this.words = new CommandWords(desk.words());
    this.chartWords = ChartLanguage.of(desk.words());
    this.chart = new ChartPane(desk.words()::pattern);
    fieldLayer.setPickOnBounds(false);
    pane.setCenter(new StackPane(chart, fieldLayer));
    pane.getStyleClass().add("chart-tab");
    chart.showMessage(desk.words().of("chart.counting"));
    chart.setActions(new ChartGestures(model, this::edit));
    model.dataProperty().subscribe(_ -> show());
    model.specProperty().subscribe(_ -> show());
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
      DistributionSpec spec = model.specProperty().get();
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
    Set<String> chosen = new HashSet<>(model.chosen().values());
    if (chosen.isEmpty()) {
      chart.setChosen(Set.of());
      chart.setBrush(AxisPlace.of(model.brushed(), model.dataProperty().get()).orElse(null));
    } else {
      chart.setChosen(chosen);
    }
  }

  /// Lets the user write a text where it stands.
  private void edit(TextPart part) {
    DistributionSpec spec = model.specProperty().get();
    switch (part) {
      case TITLE ->
          write(
              spec.title().isEmpty() ? title() : spec.title(),
              part,
              text -> model.edit(now -> now.withTitle(text), ""));
      case X_TITLE ->
          write(
              spec.style().xTitle().isEmpty() ? spec.field() : spec.style().xTitle(),
              part,
              text -> model.edit(now -> now.withStyle(now.style().withXTitle(text)), ""));
      case Y_TITLE ->
          write(
              spec.style().yTitle(),
              part,
              text -> model.edit(now -> now.withStyle(now.style().withYTitle(text)), ""));
    }
  }

  private void write(String before, TextPart part, Consumer<String> done) {
    TextField field = new TextField(before);
    field.getStyleClass().add("title-field");
    field.setAccessibleText(desk.words().of("chart.edit." + part));
    double width = Math.min(320, pane.getWidth() - 32);
    field.setPrefWidth(width);
    double x =
        switch (part) {
          case TITLE, Y_TITLE -> 12;
          case X_TITLE -> Math.max(12, (pane.getWidth() - width) / 2);
        };
    double y =
        switch (part) {
          case TITLE -> 8;
          case Y_TITLE -> Math.max(8, pane.getHeight() / 2 - 16);
          case X_TITLE -> Math.max(8, pane.getHeight() - 40);
        };
    field.relocate(x, y);
    Runnable end = () -> fieldLayer.getChildren().remove(field);
    field.setOnAction(
        _ -> {
          String text = field.getText().strip();
          end.run();
          if (!text.equals(before)) {
            done.accept(text);
          }
        });
    field.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            end.run();
          }
        });
    fieldLayer.getChildren().setAll(field);
    field.requestFocus();
    field.selectAll();
    field
        .focusedProperty()
        .subscribe(
            focused -> {
              if (!focused) {
                end.run();
              }
            });
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
