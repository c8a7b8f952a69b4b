package outcrop.app.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.spec.ChartStyle;
import outcrop.analysis.spec.DistributionSpec;
import outcrop.analysis.spec.DistributionSpec.Bins;
import outcrop.analysis.spec.DistributionSpec.Grouping;
import outcrop.analysis.spec.DistributionSpec.Order;
import outcrop.analysis.spec.DistributionSpec.Scale;
import outcrop.analysis.spec.DistributionSpec.Shape;
import outcrop.analysis.spec.DistributionSpec.Step;
import outcrop.app.viewmodel.DistributionViewModel;
import outcrop.app.viewmodel.Words;

/// Everything about a distribution that can be changed. Each change shows at once and can be
/// undone.
final class DistributionEditor extends VBox {
  private final Words words;
  private final DistributionViewModel model;
  private final EditorRows rows = new EditorRows();

  DistributionEditor(Desk desk, DistributionViewModel model) {
    super(16);
    this.words = desk.words();
    this.model = model;
    getStyleClass().add("editor");
    content();
    axes();
    getChildren().addAll(rows, new ColourEditor(desk, model));
    model.specProperty().subscribe(_ -> rows.refresh());
  }

  private DistributionSpec spec() {
    return model.specProperty().get();
  }

  private String word(String key) {
    return words.of("editor." + key);
  }

  private void content() {
    rows.heading(word("content"));
    TextField title =
        rows.text(
            word("title"),
            spec().field(),
            () -> spec().title(),
            text -> {
              model.edit(now -> now.withTitle(text), "title");
              return "";
            });
    title.setId("editor-title");
    rows.onRefresh(() -> title.setPromptText(spec().field()));
    List<String> fields = model.project().countable().stream().map(Field::name).toList();
    rows.search(word("field"), fields, Function.identity(), () -> spec().field(), model::setField)
        .setId("editor-field");
    List<String> split = new ArrayList<>(List.of(""));
    model.project().countable().stream()
        .filter(field -> field.type() == FieldType.CATEGORY)
        .map(Field::name)
        .forEach(split::add);
    if (!split.contains(spec().by())) {
      split.add(spec().by());
    }
    rows.search(
            word("by"),
            split,
            name -> name.isEmpty() ? word("noSplit") : name,
            () -> spec().by(),
            model::setBy)
        .setId("editor-by");
    rows.search(
            word("facet"),
            split,
            name -> name.isEmpty() ? word("noFacet") : name,
            () -> spec().facet(),
            name -> model.edit(now -> now.withFacet(name), ""))
        .setId("editor-facet");
    ComboBox<Shape> shape =
        rows.choice(
            word("shape"),
            model.shapes(),
            value -> words.of("shape." + value),
            () -> spec().shape(),
            model::setShape);
    shape.setId("editor-shape");
    rows.onRefresh(
        () -> {
          if (!shape.getItems().equals(model.shapes())) {
            shape.getItems().setAll(model.shapes());
            shape.setValue(spec().shape());
          }
          shape.setDisable(model.shapes().size() < 2);
        });
    ComboBox<Step> step =
        rows.choice(
            word("step"),
            List.of(Step.values()),
            value -> words.of("step." + value),
            () -> spec().bins().step(),
            model::setStep);
    step.setId("editor-step");
    rows.onRefresh(() -> step.setDisable(!model.isTime()));
    ComboBox<Grouping> grouping =
        rows.choice(
            word("grouping"),
            List.of(Grouping.values()),
            value -> words.of("grouping." + value),
            () -> spec().axes().grouping(),
            value -> model.edit(now -> now.withAxes(now.axes().withGrouping(value)), ""));
    grouping.setId("editor-grouping");
    rows.onRefresh(() -> grouping.setDisable(spec().by().isEmpty() || spec().shape().isSpread()));
    rows.text(
            word("bins"),
            word("automatic"),
            () -> spec().bins().count() == 0 ? "" : String.valueOf(spec().bins().count()),
            text ->
                number(text, 1000, "binsWrong", value -> bins(now -> now.withCount(value), "bins")))
        .setId("editor-bins");
    ComboBox<Order> order =
        rows.choice(
            word("order"),
            List.of(Order.values()),
            value -> words.of("order." + value),
            () -> spec().bins().order(),
            value -> bins(now -> now.withOrder(value), ""));
    order.setId("editor-order");
    rows.text(
        word("limit"),
        word("allThatFit"),
        () -> spec().bins().limit() == 0 ? "" : String.valueOf(spec().bins().limit()),
        text ->
            number(
                text, 100_000, "limitWrong", value -> bins(now -> now.withLimit(value), "limit")));
    rows.check(
        word("missing"),
        () -> spec().bins().missing(),
        value -> bins(now -> now.withMissing(value), ""));
  }

  private void axes() {
    rows.heading(word("axes"));
    TextField title =
        rows.text(
            word("xTitle"),
            spec().field(),
            () -> spec().style().xTitle(),
            text -> {
              style(now -> now.withXTitle(text), "xTitle");
              return "";
            });
    rows.onRefresh(() -> title.setPromptText(spec().field()));
    ComboBox<Scale> x =
        rows.choice(
            word("xScale"),
            List.of(Scale.values()),
            value -> words.of("scale." + value),
            () -> spec().axes().x(),
            value -> model.edit(now -> now.withAxes(now.axes().withX(value)), ""));
    x.setId("editor-x-scale");
    rows.onRefresh(() -> x.setDisable(!isNumber()));
    rows.text(
        word("yTitle"),
        word("automatic"),
        () -> spec().style().yTitle(),
        text -> {
          style(now -> now.withYTitle(text), "yTitle");
          return "";
        });
    rows.choice(
            word("yScale"),
            List.of(Scale.values()),
            value -> words.of("scale." + value),
            () -> spec().axes().y(),
            value -> model.edit(now -> now.withAxes(now.axes().withY(value)), ""))
        .setId("editor-y-scale");
  }

  private boolean isNumber() {
    return model
        .project()
        .columns()
        .schema()
        .find(spec().field())
        .map(field -> field.type() == FieldType.NUMBER)
        .orElse(false);
  }

  private void bins(Function<Bins, Bins> change, String mergeKey) {
    model.edit(now -> now.withBins(change.apply(now.bins())), mergeKey);
  }

  private void style(Function<ChartStyle, ChartStyle> change, String mergeKey) {
    model.edit(now -> now.withStyle(change.apply(now.style())), mergeKey);
  }

  /// A whole number from nothing, which means automatic, to a largest.
  private String number(
      String text, int largest, String wrong, java.util.function.IntConsumer accepted) {
    String typed = text.strip();
    if (typed.isEmpty()) {
      accepted.accept(0);
      return "";
    }
    if (!typed.matches("\\d{1,6}")
        || Integer.parseInt(typed) < 1
        || Integer.parseInt(typed) > largest) {
      return words.of("editor." + wrong, largest);
    }
    accepted.accept(Integer.parseInt(typed));
    return "";
  }
}
