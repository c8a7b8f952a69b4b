package outcrop.app.viewmodel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import outcrop.analysis.spec.AxisStyle;
import outcrop.analysis.spec.ChartLook;
import outcrop.analysis.spec.ChartStyle;
import outcrop.analysis.spec.ChartStyle.AxisSide;
import outcrop.analysis.spec.ChartStyle.Band;
import outcrop.analysis.spec.ChartStyle.Note;
import outcrop.analysis.spec.ChartStyle.ReferenceLine;
import outcrop.analysis.spec.ChartStyle.Spot;

/// Changes of lines, bands, notes, axes and looks of a chart of any kind. Each is one step of the
/// history but for typing and dragging, which are one step as long as they go on.
public final class StyleEdits {
  private final ChartViewModel<?, ?> chart;

  StyleEdits(ChartViewModel<?, ?> chart) {
    this.chart = chart;
  }

  private ChartStyle now() {
    return chart.specProperty().get().style();
  }

  public void axis(AxisSide side, UnaryOperator<AxisStyle> change, String mergeKey) {
    chart.editStyle(style -> style.withAxis(side, change.apply(style.axis(side))), mergeKey);
  }

  public void look(UnaryOperator<ChartLook> change, String mergeKey) {
    chart.editStyle(style -> style.withLook(change.apply(style.look())), mergeKey);
  }

  public void addLine(ReferenceLine line) {
    lines(lines -> lines.add(line), "");
  }

  /// @param index a line that there is; others are passed over
  public void setLine(int index, ReferenceLine line, String mergeKey) {
    lines(lines -> replace(lines, index, line), mergeKey);
  }

  public void removeLine(int index) {
    lines(lines -> remove(lines, index), "");
  }

  private void lines(Consumer<List<ReferenceLine>> change, String mergeKey) {
    List<ReferenceLine> lines = new ArrayList<>(now().lines());
    change.accept(lines);
    chart.editStyle(style -> style.withLines(lines), mergeKey);
  }

  public void addBand(Band band) {
    bands(bands -> bands.add(band), "");
  }

  public void setBand(int index, Band band, String mergeKey) {
    bands(bands -> replace(bands, index, band), mergeKey);
  }

  public void removeBand(int index) {
    bands(bands -> remove(bands, index), "");
  }

  private void bands(Consumer<List<Band>> change, String mergeKey) {
    List<Band> bands = new ArrayList<>(now().bands());
    change.accept(bands);
    chart.editStyle(style -> style.withBands(bands), mergeKey);
  }

  /// Adds a note.
  ///
  /// @return its place among the notes
  public int addNote(Note note) {
    notes(notes -> notes.add(note), "");
    return now().notes().size() - 1;
  }

  public void setNote(int index, Note note, String mergeKey) {
    notes(notes -> replace(notes, index, note), mergeKey);
  }

  public void removeNote(int index) {
    notes(notes -> remove(notes, index), "");
  }

  private void notes(Consumer<List<Note>> change, String mergeKey) {
    List<Note> notes = new ArrayList<>(now().notes());
    change.accept(notes);
    chart.editStyle(style -> style.withNotes(notes), mergeKey);
  }

  /// Puts a note elsewhere.
  ///
  /// @param kept whether it stays there; otherwise it is only shown there
  public void moveNote(int index, Spot to, boolean kept) {
    move(index, note -> note.withAt(to), kept);
  }

  /// Lets an arrow of a note point elsewhere.
  ///
  /// @param kept whether it stays so; otherwise it is only shown so
  public void moveArrow(int index, int arrow, Spot to, boolean kept) {
    move(
        index,
        note -> {
          List<Spot> arrows = new ArrayList<>(note.arrows());
          replace(arrows, arrow, to);
          return note.withArrows(arrows);
        },
        kept);
  }

  private void move(int index, UnaryOperator<Note> change, boolean kept) {
    if (index < 0 || index >= now().notes().size()) {
      return;
    }
    Note moved = change.apply(now().notes().get(index));
    if (kept) {
      setNote(index, moved, "");
    } else {
      List<Note> notes = new ArrayList<>(now().notes());
      notes.set(index, moved);
      chart.previewStyle(style -> style.withNotes(notes));
    }
  }

  public void addArrow(int index, Spot to) {
    if (index >= 0 && index < now().notes().size()) {
      List<Spot> arrows = new ArrayList<>(now().notes().get(index).arrows());
      arrows.add(to);
      setNote(index, now().notes().get(index).withArrows(arrows), "");
    }
  }

  public void removeArrow(int index, int arrow) {
    if (index >= 0 && index < now().notes().size()) {
      List<Spot> arrows = new ArrayList<>(now().notes().get(index).arrows());
      remove(arrows, arrow);
      setNote(index, now().notes().get(index).withArrows(arrows), "");
    }
  }

  private static <T> void replace(List<T> list, int index, T value) {
    if (index >= 0 && index < list.size()) {
      list.set(index, value);
    }
  }

  private static <T> void remove(List<T> list, int index) {
    if (index >= 0 && index < list.size()) {
      list.remove(index);
    }
  }
}
