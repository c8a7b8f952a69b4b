package outcrop.app.view;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import outcrop.analysis.spec.ChartStyle;
import outcrop.analysis.spec.ChartStyle.Anchor;
import outcrop.analysis.spec.ChartStyle.AxisSide;
import outcrop.analysis.spec.ChartStyle.Note;
import outcrop.analysis.spec.ChartStyle.Spot;
import outcrop.app.viewmodel.AxisTraits;
import outcrop.app.viewmodel.ChartViewModel;
import outcrop.app.viewmodel.Words;

/// The notes of a chart with their arrows: what the mouse does to them on the plot, by keyboard.
final class NoteEditor extends ListEditor<Note> {
  NoteEditor(Words words, ChartViewModel<?, ?> model) {
    super(words, model, "note");
    follow();
  }

  @Override
  List<Note> items(ChartStyle style) {
    return style.notes();
  }

  @Override
  void put(List<Note> items, String mergeKey) {
    model.editStyle(style -> style.withNotes(items), mergeKey);
  }

  @Override
  Note fresh() {
    return new Note(words.of("chartMenu.newNote"), new Spot(Anchor.PLOT, "0.5", "0.2"), List.of());
  }

  private Note now(int index) {
    List<Note> notes = items();
    return index < notes.size() ? notes.get(index) : fresh();
  }

  @Override
  Node row(int index, Note note) {
    TextField text =
        text(
            words.of("chart.edit.NOTE"),
            note.text().replace("\n", " "),
            _ -> "",
            typed -> type(index, now(index).withText(typed), "noteText"));
    text.setId("editor-note-" + index);
    Button arrow =
        Nodes.iconButton(
            "arrow-down-right",
            words.of("chartMenu.addArrow"),
            () -> {
              List<Spot> arrows = new ArrayList<>(now(index).arrows());
              arrows.add(new Spot(Anchor.PLOT, "0.5", "0.6"));
              choose(index, now(index).withArrows(arrows));
            });
    var rows =
        Nodes.column(
            4,
            Nodes.row(4, text, arrow, removal(index)),
            spot(index, note.at(), spot -> now(index).withAt(spot), List.of()));
    for (int i = 0; i < note.arrows().size(); i++) {
      int at = i;
      Node gone =
          Nodes.iconButton(
              "x",
              words.of("editor.removeArrow"),
              () -> {
                List<Spot> arrows = new ArrayList<>(now(index).arrows());
                arrows.remove(at);
                choose(index, now(index).withArrows(arrows));
              });
      rows.getChildren()
          .add(
              spot(
                  index,
                  note.arrows().get(i),
                  spot -> {
                    List<Spot> arrows = new ArrayList<>(now(index).arrows());
                    arrows.set(at, spot);
                    return now(index).withArrows(arrows);
                  },
                  List.of(gone)));
    }
    return rows;
  }

  private Node spot(
      int index, Spot spot, java.util.function.Function<Spot, Note> change, List<Node> behind) {
    Spot[] last = {spot};
    Node anchor =
        box(
            words.of("editor.anchor"),
            List.of(Anchor.values()),
            one -> words.of("anchor." + one),
            spot.anchor(),
            one -> {
              Spot moved =
                  one == Anchor.PLOT
                      ? new Spot(one, "0.5", "0.5")
                      : new Spot(one, last[0].x(), last[0].y());
              choose(index, change.apply(moved));
            });
    TextField x =
        text(
            words.of("editor.spotX"),
            spot.x(),
            typed -> faultOf(AxisSide.X, spot.anchor(), typed),
            typed -> {
              last[0] = new Spot(spot.anchor(), typed, last[0].y());
              type(index, change.apply(last[0]), "noteX");
            });
    TextField y =
        text(
            words.of("editor.spotY"),
            spot.y(),
            typed -> faultOf(AxisSide.Y, spot.anchor(), typed),
            typed -> {
              last[0] = new Spot(spot.anchor(), last[0].x(), typed);
              type(index, change.apply(last[0]), "noteY");
            });
    var row = Nodes.row(4, anchor, x, y);
    row.getChildren().addAll(behind);
    return row;
  }

  private String faultOf(AxisSide side, Anchor anchor, String typed) {
    if (anchor == Anchor.PLOT) {
      double share = AxisTraits.NUMBERS.value(typed).orElse(-1);
      return share >= 0 && share <= 1 ? "" : words.of("editor.shareWrong");
    }
    return model.axis(side).faultOf(typed, model.specProperty().get().fields().getFirst(), words);
  }
}
