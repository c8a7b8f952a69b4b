package outcrop.app.view;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import outcrop.analysis.render.Drawing;
import outcrop.analysis.render.Target;
import outcrop.analysis.spec.ChartStyle.Anchor;
import outcrop.analysis.spec.ChartStyle.AxisSide;
import outcrop.analysis.spec.ChartStyle.Note;
import outcrop.analysis.spec.ChartStyle.Spot;
import outcrop.app.view.part.MarkActions;
import outcrop.app.viewmodel.ChartViewModel;

/// Brings what a user does to the notes of a chart to its model.
///
/// @param drawing the chart as it is shown now
record MarkHands(ChartViewModel<?, ?> model, Supplier<Optional<Drawing>> drawing, ChartTexts texts)
    implements MarkActions {
  @Override
  public void move(Target target, double x, double y, boolean kept) {
    switch (target) {
      case Target.Note(int index) ->
          note(index)
              .flatMap(note -> spot(note.at().anchor(), x, y))
              .ifPresent(spot -> model.style().moveNote(index, spot, kept));
      case Target.Arrow(int index, int arrow) ->
          note(index)
              .filter(note -> arrow < note.arrows().size())
              .flatMap(note -> spot(note.arrows().get(arrow).anchor(), x, y))
              .ifPresent(spot -> model.style().moveArrow(index, arrow, spot, kept));
      default -> {}
    }
  }

  private Optional<Note> note(int index) {
    List<Note> notes = model.specProperty().get().style().notes();
    return index < notes.size() ? Optional.of(notes.get(index)) : Optional.empty();
  }

  /// Whether there is one plot that something can be put on; small multiples have many.
  boolean hasPlot() {
    return drawing.get().flatMap(Drawing::frame).isPresent();
  }

  /// The spot at a pixel.
  Optional<Spot> spot(Anchor anchor, double x, double y) {
    return drawing.get().flatMap(shown -> SpotPlace.of(shown, anchor, model::axis, x, y));
  }

  /// The value of an axis at a pixel.
  Optional<String> value(AxisSide side, double x, double y) {
    return drawing.get().flatMap(shown -> SpotPlace.value(shown, side, model.axis(side), x, y));
  }

  @Override
  public void edit(Target.Note note) {
    drawing
        .get()
        .flatMap(
            shown -> shown.regions().stream().filter(hit -> hit.target().equals(note)).findFirst())
        .ifPresent(hit -> texts.editNote(note.index(), hit.bounds()));
  }

  /// Adds a note at a pixel and lets the user write it.
  void add(double x, double y, String text) {
    spot(Anchor.DATA, x, y)
        .ifPresent(
            spot -> {
              int index = model.style().addNote(new Note(text, spot, List.of()));
              drawing
                  .get()
                  .ifPresent(
                      _ ->
                          texts.editNote(
                              index, new outcrop.analysis.render.Bounds(x - 70, y - 14, 140, 28)));
            });
  }

  @Override
  public void remove(Target target) {
    switch (target) {
      case Target.Note(int index) -> model.style().removeNote(index);
      case Target.Arrow(int index, int arrow) -> model.style().removeArrow(index, arrow);
      case Target.Reference(int index) -> model.style().removeLine(index);
      case Target.Band(int index) -> model.style().removeBand(index);
      default -> {}
    }
  }
}
