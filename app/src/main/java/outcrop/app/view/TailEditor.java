package outcrop.app.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TitledPane;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.query.TailBands.Part;
import outcrop.analysis.render.BandColours;
import outcrop.analysis.render.Colour;
import outcrop.analysis.render.TailFigureText;
import outcrop.analysis.render.TailWords;
import outcrop.analysis.spec.ChartStyle;
import outcrop.analysis.spec.ChartStyle.AxisSide;
import outcrop.analysis.spec.DistributionSpec.Scale;
import outcrop.analysis.spec.TailSpec;
import outcrop.analysis.spec.TailSpec.Counted;
import outcrop.analysis.spec.TailSpec.Look;
import outcrop.analysis.spec.TailSpec.Measure;
import outcrop.analysis.spec.TailSpec.Preset;
import outcrop.analysis.spec.TailSpec.Shape;
import outcrop.app.viewmodel.CommandWords;
import outcrop.app.viewmodel.TailViewModel;
import outcrop.app.viewmodel.Words;

/// Everything about a long tail that can be changed.
final class TailEditor extends ChartEditor<TailSpec> {
  private final Words words;
  private final TailViewModel model;

  TailEditor(Desk desk, TailViewModel model) {
    super(desk.words(), model);
    this.words = desk.words();
    this.model = model;
    content();
    axes();
    getChildren().addAll(measures(), new ColourEditor(desk, model, new OfBands(desk)));
    rows().refresh();
  }

  private void content() {
    EditorRows rows = rows();
    CommandWords titles = new CommandWords(words);
    title(() -> titles.title(spec().withTitle("")));
    List<String> fields = model.project().tailed().stream().map(Field::name).toList();
    field(fields, () -> spec().field(), model::setField);
    rows.choice(
            words.of("tail.shape"),
            List.of(Shape.values()),
            value -> words.of("tail.shape." + value),
            () -> spec().shape(),
            model::setShape)
        .setId("editor-shape");
    rows.choice(
            words.of("tail.preset"),
            List.of(Preset.values()),
            value -> words.of("tail.preset." + value),
            () -> spec().bands().preset(),
            model::setPreset)
        .setId("editor-bands");
    rows.choice(
            words.of("tail.counted"),
            List.of(Counted.values()),
            value -> words.of("tail.counted." + value),
            () -> spec().counted(),
            model::setCounted)
        .setId("editor-counted");
    optional(
            words.of("tail.events"),
            fields,
            words.of("tail.rowOrder"),
            () -> spec().beside().events(),
            model::setEvents)
        .setId("editor-events");
    ComboBox<String> label =
        optional(
            words.of("tail.label"),
            fields(FieldType.CATEGORY, FieldType.LIST, FieldType.NUMBER),
            words.of("tail.noLabel"),
            () -> spec().beside().label(),
            name -> model.edit(now -> now.withBeside(now.beside().withLabel(name)), ""));
    label.setId("editor-label");
    ComboBox<String> vector =
        optional(
            words.of("tail.vector"),
            model.project().columns().schema().fields().stream()
                .filter(field -> field.type() == FieldType.VECTOR)
                .map(Field::name)
                .toList(),
            words.of("tail.noVector"),
            () -> spec().beside().vector(),
            name -> model.edit(now -> now.withBeside(now.beside().withVector(name)), ""));
    vector.setId("editor-vector");
    rows.onRefresh(
        () -> {
          label.setDisable(spec().shape() != Shape.LABELS);
          vector.setDisable(spec().shape() != Shape.VARIATION);
        });
    facet(fields(FieldType.CATEGORY), name -> model.edit(now -> now.withFacet(name), ""));
    rows.check(
        words.of("tail.fittedLaws"),
        () -> spec().look().fitted(),
        value -> look(now -> now.withFitted(value)));
    rows.check(
        words.of("tail.context"),
        () -> spec().look().context(),
        value -> look(now -> now.withContext(value)));
  }

  private void axes() {
    rows().heading(word("axes"));
    axisTitle(AxisSide.X, () -> word("automatic"));
    ComboBox<Scale> x =
        scale(AxisSide.X, () -> spec().look().x(), value -> look(now -> now.withX(value)));
    axisTitle(AxisSide.Y, () -> word("automatic"));
    ComboBox<Scale> y =
        scale(AxisSide.Y, () -> spec().look().y(), value -> look(now -> now.withY(value)));
    rows()
        .onRefresh(
            () -> {
              x.setDisable(!spec().shape().hasScale(AxisSide.X));
              y.setDisable(!spec().shape().hasScale(AxisSide.Y));
            });
  }

  /// Which numbers stand under the title.
  private TitledPane measures() {
    EditorRows rows = new EditorRows();
    TailWords drawn = ChartLanguage.of(words).tail();
    for (Measure measure : Measure.values()) {
      rows.check(
              TailFigureText.name(measure, drawn),
              () -> spec().look().measures().contains(measure),
              wanted -> show(measure, wanted))
          .setId("editor-measure-" + measure);
    }
    TitledPane pane = new TitledPane(words.of("tail.drawnMeasures"), rows);
    pane.setExpanded(false);
    pane.setAnimated(false);
    pane.setId("editor-measures");
    pane.getStyleClass().add("editor-fold");
    model.specProperty().subscribe(_ -> rows.refresh());
    return pane;
  }

  private void show(Measure measure, boolean wanted) {
    List<Measure> shown = new ArrayList<>(spec().look().measures());
    shown.remove(measure);
    if (wanted) {
      shown.add(measure);
    }
    shown.sort(null);
    look(now -> now.withMeasures(shown));
  }

  private void look(UnaryOperator<Look> change) {
    model.edit(now -> now.withLook(change.apply(now.look())), "");
  }

  /// Head, body and tail, which have a colour each.
  private record OfBands(Desk desk) implements ColourEditor.Faces {
    @Override
    public Colour colour(String value, ChartStyle style) {
      return BandColours.of(desk.theme(), style, part(value));
    }

    @Override
    public String name(String value) {
      return desk.words().of("tail.part." + part(value));
    }

    private static Part part(String key) {
      return List.of(Part.values()).stream()
          .filter(part -> BandColours.key(part).equals(key))
          .findFirst()
          .orElseThrow();
    }
  }
}
