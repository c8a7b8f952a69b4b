package outcrop.app.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.spec.ChartStyle.AxisSide;
import outcrop.analysis.spec.DistributionSpec.Order;
import outcrop.analysis.spec.DistributionSpec.Scale;
import outcrop.analysis.spec.RelationSpec;
import outcrop.analysis.spec.RelationSpec.Axes;
import outcrop.analysis.spec.RelationSpec.Bins;
import outcrop.analysis.spec.RelationSpec.Measure;
import outcrop.analysis.spec.RelationSpec.Shape;
import outcrop.analysis.spec.RelationSpec.Trend;
import outcrop.app.viewmodel.RelationViewModel;
import outcrop.app.viewmodel.Words;

/// Everything about a relation that can be changed.
final class RelationEditor extends ChartEditor<RelationSpec> {
  private final Words words;
  private final RelationViewModel model;
  private final EditorRows rows = rows();

  RelationEditor(Desk desk, RelationViewModel model) {
    super(desk.words(), model);
    this.words = desk.words();
    this.model = model;
    content();
    values();
    axes();
    getChildren().add(new ColourEditor(desk, model));
    rows.refresh();
  }

  private void content() {
    title(() -> "");
    rows.choice(
            words.of("relation.shape"),
            List.of(Shape.values()),
            shape -> words.of("relation.shape." + shape),
            () -> spec().shape(),
            model::setShape)
        .setId("editor-shape");
    List<String> fields = new ArrayList<>(List.of(""));
    model.project().countable().stream().map(Field::name).forEach(fields::add);
    int most = 0;
    for (Shape shape : Shape.values()) {
      most = Math.max(most, shape.most());
    }
    for (int i = 0; i < most; i++) {
      int at = i;
      ComboBox<String> box =
          rows.search(
              words.of("relation.field", i + 1),
              fields,
              name -> name.isEmpty() ? words.of("relation.noField") : name,
              () -> at < spec().crossed().size() ? spec().crossed().get(at) : "",
              name -> setField(at, name));
      box.setId("editor-field-" + (i + 1));
      rows.onRefresh(() -> box.setDisable(at >= spec().shape().most()));
    }
    optional(
            words.of("relation.colour"),
            fields(FieldType.CATEGORY, FieldType.NUMBER),
            words.of("relation.noColour"),
            () -> spec().colour(),
            name -> model.edit(now -> now.withColour(name), ""))
        .setId("editor-colour");
    facet(
        fields(FieldType.CATEGORY, FieldType.NUMBER, FieldType.TIME),
        name -> model.edit(now -> now.withFacet(name), ""));
  }

  /// A field that is not named ends the fields; one beyond the end joins them.
  private void setField(int at, String name) {
    List<String> fields = new ArrayList<>(spec().crossed());
    if (name.isEmpty()) {
      if (at < fields.size() && fields.size() > spec().shape().fewest()) {
        fields.remove(at);
      }
    } else if (at < fields.size()) {
      fields.set(at, name);
    } else {
      fields.add(name);
    }
    model.setCrossed(fields);
    rows.refresh();
  }

  private void values() {
    rows.heading(words.of("relation.places"));
    number("across", () -> spec().bins().across(), Bins::withAcross);
    number("upwards", () -> spec().bins().upwards(), Bins::withUpwards);
    rows.choice(
            word("order"),
            List.of(Order.values()),
            value -> words.of("order." + value),
            () -> spec().bins().order(),
            value -> bins(now -> now.withOrder(value), ""))
        .setId("editor-order");
    rows.check(
        words.of("relation.missing"),
        () -> spec().bins().missing(),
        value -> bins(now -> now.withMissing(value), ""));
  }

  private void number(
      String name,
      Supplier<Integer> value,
      java.util.function.BiFunction<Bins, Integer, Bins> change) {
    rows.text(
            words.of("relation." + name),
            word("automatic"),
            () -> value.get() == 0 ? "" : String.valueOf(value.get()),
            text -> {
              String typed = text.strip();
              boolean right =
                  typed.isEmpty()
                      || typed.matches("\\d{1,4}")
                          && Integer.parseInt(typed) >= 1
                          && Integer.parseInt(typed) <= Bins.MOST;
              if (!right) {
                return words.of("editor.binsWrong", Bins.MOST);
              }
              int wanted = typed.isEmpty() ? 0 : Integer.parseInt(typed);
              bins(now -> change.apply(now, wanted), name);
              return "";
            })
        .setId("editor-" + name);
  }

  private void axes() {
    rows.heading(word("axes"));
    choice("measure", Measure.values(), () -> spec().axes().measure(), Axes::withMeasure)
        .setId("editor-measure");
    choice("trend", Trend.values(), () -> spec().axes().trend(), Axes::withTrend)
        .setId("editor-trend");
    rows.choice(
            words.of("relation.colourScale"),
            List.of(Scale.values()),
            scale -> words.of("scale." + scale),
            () -> spec().axes().colour(),
            scale -> axes(now -> now.withColour(scale)))
        .setId("editor-colourScale");
    TextField x = axisTitle(AxisSide.X, () -> word("automatic"));
    scale(AxisSide.X, () -> spec().axes().x(), scale -> axes(now -> now.withX(scale)));
    TextField y = axisTitle(AxisSide.Y, () -> word("automatic"));
    scale(AxisSide.Y, () -> spec().axes().y(), scale -> axes(now -> now.withY(scale)));
    rows.onRefresh(
        () -> {
          x.setDisable(!model.hasAxes());
          y.setDisable(!model.hasAxes());
        });
  }

  private <E extends Enum<E>> ComboBox<E> choice(
      String name,
      E[] values,
      Supplier<E> value,
      java.util.function.BiFunction<Axes, E, Axes> change) {
    return rows.choice(
        words.of("relation." + name),
        List.of(values),
        one -> words.of("relation." + name + "." + one),
        value,
        one -> axes(now -> change.apply(now, one)));
  }

  private void axes(UnaryOperator<Axes> change) {
    model.edit(now -> now.withAxes(change.apply(now.axes())), "");
  }

  private void bins(Function<Bins, Bins> change, String mergeKey) {
    model.edit(now -> now.withBins(change.apply(now.bins())), mergeKey);
  }
}
