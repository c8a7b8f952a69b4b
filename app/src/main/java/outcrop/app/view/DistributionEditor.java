package outcrop.app.view;

import java.util.List;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.spec.ChartStyle.AxisSide;
import outcrop.analysis.spec.DistributionSpec;
import outcrop.analysis.spec.DistributionSpec.Bins;
import outcrop.analysis.spec.DistributionSpec.Grouping;
import outcrop.analysis.spec.DistributionSpec.Order;
import outcrop.analysis.spec.DistributionSpec.Scale;
import outcrop.analysis.spec.DistributionSpec.Shape;
import outcrop.analysis.spec.DistributionSpec.Step;
import outcrop.app.viewmodel.DistributionViewModel;
import outcrop.app.viewmodel.Words;

/// Everything about a distribution that can be changed.
final class DistributionEditor extends ChartEditor<DistributionSpec> {
  private final Words words;
  private final DistributionViewModel model;

  DistributionEditor(Desk desk, DistributionViewModel model) {
    super(desk.words(), model);
    this.words = desk.words();
    this.model = model;
    content();
    axes();
    getChildren().add(new ColourEditor(desk, model));
    rows().refresh();
  }

  private void content() {
    EditorRows rows = rows();
    title(() -> spec().field());
    field(
        model.project().countable().stream().map(Field::name).toList(),
        () -> spec().field(),
        model::setField);
    List<String> split = fields(FieldType.CATEGORY);
    optional(word("by"), split, word("noSplit"), () -> spec().by(), model::setBy)
        .setId("editor-by");
    facet(split, name -> model.edit(now -> now.withFacet(name), ""));
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
    rows().heading(word("axes"));
    axisTitle(AxisSide.X, () -> spec().field());
    ComboBox<Scale> x =
        scale(
            AxisSide.X,
            () -> spec().axes().x(),
            value -> model.edit(now -> now.withAxes(now.axes().withX(value)), ""));
    rows().onRefresh(() -> x.setDisable(!isNumber()));
    axisTitle(AxisSide.Y, () -> word("automatic"));
    scale(
        AxisSide.Y,
        () -> spec().axes().y(),
        value -> model.edit(now -> now.withAxes(now.axes().withY(value)), ""));
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
