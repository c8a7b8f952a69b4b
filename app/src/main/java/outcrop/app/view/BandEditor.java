package outcrop.app.view;

import java.util.List;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.ColorPicker;
import javafx.scene.control.TextField;
import javafx.scene.paint.Color;
import outcrop.analysis.render.Colour;
import outcrop.analysis.spec.ChartStyle;
import outcrop.analysis.spec.ChartStyle.AxisSide;
import outcrop.analysis.spec.ChartStyle.Band;
import outcrop.analysis.spec.ChartStyle.End;
import outcrop.analysis.spec.Measure;
import outcrop.app.viewmodel.ChartViewModel;

/// The shaded bands of a chart.
final class BandEditor extends ListEditor<Band> {
  private final Desk desk;
  private final EndInput ends;

  BandEditor(Desk desk, ChartViewModel<?, ?> model) {
    super(desk.words(), model, "band");
    this.desk = desk;
    ends = new EndInput(words, model);
    follow();
  }

  @Override
  List<Band> items(ChartStyle style) {
    return style.bands();
  }

  @Override
  void put(List<Band> items, String mergeKey) {
    model.editStyle(style -> style.withBands(items), mergeKey);
  }

  @Override
  Band fresh() {
    boolean scaled = model.axis(AxisSide.X).isScaled();
    return scaled
        ? new Band(
            AxisSide.X, End.at(Measure.quantile(0.25)), End.at(Measure.quantile(0.75)), "", "")
        : new Band(AxisSide.Y, End.at(""), End.at(""), "", "");
  }

  private Band now(int index) {
    List<Band> bands = items();
    return index < bands.size() ? bands.get(index) : fresh();
  }

  @Override
  Node row(int index, Band band) {
    Node axis =
        box(
            words.of("editor.lineAxis"),
            List.of(AxisSide.values()),
            side -> words.of("axis." + side),
            band.axis(),
            side -> {
              Band old = now(index);
              choose(index, new Band(side, old.from(), old.to(), old.label(), old.colour()));
            });
    TextField label =
        text(
            words.of("editor.lineLabel"),
            band.label(),
            _ -> "",
            text -> {
              Band old = now(index);
              type(
                  index,
                  new Band(old.axis(), old.from(), old.to(), text, old.colour()),
                  "bandLabel");
            });
    boolean own = Colour.isHex(band.colour());
    ColorPicker picker =
        new ColorPicker(Color.web(own ? band.colour() : desk.theme().accent().hex()));
    picker.getStyleClass().add("swatch");
    picker.setAccessibleText(words.of("editor.bandColour"));
    picker.setOnAction(
        _ -> {
          Band old = now(index);
          type(
              index,
              new Band(
                  old.axis(),
                  old.from(),
                  old.to(),
                  old.label(),
                  ColourEditor.hex(picker.getValue())),
              "bandColour");
        });
    return Nodes.column(
        4,
        Nodes.row(4, axis, picker, label, removal(index)),
        end(
            index,
            Band::from,
            (old, end) -> new Band(old.axis(), end, old.to(), old.label(), old.colour())),
        end(
            index,
            Band::to,
            (old, end) -> new Band(old.axis(), old.from(), end, old.label(), old.colour())));
  }

  private Node end(
      int index, Function<Band, End> which, java.util.function.BiFunction<Band, End, Band> change) {
    End end = which.apply(now(index));
    Node kind =
        box(
            words.of("editor.measure"),
            List.of(Measure.Kind.values()),
            one -> words.of("measure." + one),
            end.measure().kind(),
            one -> {
              End old = which.apply(now(index));
              choose(
                  index,
                  change.apply(now(index), new End(old.value(), old.measure().withKind(one))));
            });
    TextField value =
        text(
            ends.prompt(end.measure()),
            ends.text(end.value(), end.measure()),
            typed -> ends.faultOf(now(index).axis(), typed, which.apply(now(index)).measure()),
            typed -> {
              End old = which.apply(now(index));
              type(
                  index,
                  change.apply(
                      now(index),
                      new End(
                          ends.value(typed, old.value(), old.measure()),
                          ends.measure(typed, old.measure()))),
                  "bandEnd");
            });
    boolean typed = ends.isTyped(end.measure());
    value.setVisible(typed);
    value.setManaged(typed);
    return Nodes.row(4, kind, value);
  }
}
