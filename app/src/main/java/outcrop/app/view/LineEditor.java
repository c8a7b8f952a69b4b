package outcrop.app.view;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import outcrop.analysis.spec.ChartStyle;
import outcrop.analysis.spec.ChartStyle.AxisSide;
import outcrop.analysis.spec.ChartStyle.ReferenceLine;
import outcrop.analysis.spec.Measure;
import outcrop.app.viewmodel.ChartViewModel;
import outcrop.app.viewmodel.Words;

/// The reference lines of a chart, at values or at what is worked out from the rows.
final class LineEditor extends ListEditor<ReferenceLine> {
  private final EndInput ends;

  LineEditor(Words words, ChartViewModel<?, ?> model) {
    super(words, model, "line");
    ends = new EndInput(words, model);
    follow();
  }

  @Override
  List<ReferenceLine> items(ChartStyle style) {
    return style.lines();
  }

  @Override
  void put(List<ReferenceLine> items, String mergeKey) {
    model.editStyle(style -> style.withLines(items), mergeKey);
  }

  @Override
  ReferenceLine fresh() {
    return new ReferenceLine(AxisSide.X, "", "");
  }

  @Override
  Node row(int index, ReferenceLine line) {
    Node axis =
        box(
            words.of("editor.lineAxis"),
            List.of(AxisSide.values()),
            side -> words.of("axis." + side),
            line.axis(),
            side ->
                choose(
                    index,
                    new ReferenceLine(
                        side, now(index).value(), now(index).label(), now(index).measure())));
    Node kind =
        box(
            words.of("editor.measure"),
            List.of(Measure.Kind.values()),
            one -> words.of("measure." + one),
            line.measure().kind(),
            one ->
                choose(
                    index,
                    new ReferenceLine(
                        now(index).axis(),
                        now(index).value(),
                        now(index).label(),
                        now(index).measure().withKind(one))));
    TextField value =
        text(
            ends.prompt(line.measure()),
            ends.text(line.value(), line.measure()),
            typed -> ends.faultOf(now(index).axis(), typed, now(index).measure()),
            typed -> {
              ReferenceLine old = now(index);
              type(
                  index,
                  new ReferenceLine(
                      old.axis(),
                      ends.value(typed, old.value(), old.measure()),
                      old.label(),
                      ends.measure(typed, old.measure())),
                  "line");
            });
    value.setId("editor-line-" + index);
    boolean typed = ends.isTyped(line.measure());
    value.setVisible(typed);
    value.setManaged(typed);
    TextField label =
        text(
            words.of("editor.lineLabel"),
            line.label(),
            _ -> "",
            text -> {
              ReferenceLine old = now(index);
              type(
                  index,
                  new ReferenceLine(old.axis(), old.value(), text, old.measure()),
                  "lineLabel");
            });
    return Nodes.column(
        4,
        Nodes.row(4, axis, kind, value, removal(index)),
        line.measure().measured()
            ? Nodes.row(
                4,
                ends.rows(
                    line.measure(),
                    rows ->
                        choose(
                            index,
                            new ReferenceLine(
                                now(index).axis(), now(index).value(), now(index).label(), rows)),
                    this),
                label)
            : Nodes.row(4, label));
  }

  private ReferenceLine now(int index) {
    List<ReferenceLine> lines = items();
    return index < lines.size() ? lines.get(index) : fresh();
  }
}
