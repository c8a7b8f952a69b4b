package outcrop.app.view;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.curation.FieldShift;
import outcrop.analysis.curation.ProportionalFit;
import outcrop.analysis.curation.ShapeNote;
import outcrop.analysis.curation.ShapeResult;
import outcrop.analysis.curation.ShapedRows.Forecast;
import outcrop.analysis.spec.TargetSpec.Mode;
import outcrop.app.viewmodel.ShapeViewModel;
import outcrop.app.viewmodel.Words;

/// What comes of a target: rows kept, what cannot be reached, and the fields that move.
final class ShapeFindings extends VBox {
  private static final int MOST_FIELDS = 30;
  private static final double BAR = 72;

  private final Words words;
  private final ShapeViewModel model;
  private final Label kept = Nodes.wrapped("", "shape-number");
  private final VBox facts = Nodes.column(3);
  private final VBox moved = Nodes.column(1);

  ShapeFindings(Words words, ShapeViewModel model) {
    super(8);
    this.words = words;
    this.model = model;
    kept.setId("shape-kept");
    moved.setId("shape-moved");
    getChildren().addAll(kept, facts, Nodes.heading(words.of("shape.moved")), moved);
    model.forecastProperty().subscribe(this::show);
  }

  private void show(@Nullable Forecast forecast) {
    if (forecast == null) {
      kept.setText(words.of("shape.counting"));
      facts.getChildren().clear();
      moved.getChildren().clear();
      return;
    }
    ShapeResult result = model.outcome().orElseGet(() -> forecast.shapes().getFirst());
    kept.setText(keptText(result));
    facts.getChildren().clear();
    if (result.spec().mode() == Mode.REPEAT) {
      double share = share(result.effective(), result.rowsBefore());
      fact(words.of("shape.effective", result.effective(), share));
    }
    if (result.unreachable() > 0) {
      fact(words.of("shape.unreachable", result.unreachable(), result.unreachableClasses()));
    }
    if (result.reachable() >= 0) {
      fact(words.of("shape.reachable", Math.floor(result.reachable() + 1e-6)));
    }
    if (result.largestDeviation() > 0.0005) {
      fact(words.of("shape.deviation", 100 * result.largestDeviation()));
    }
    result.notes().stream().limit(6).forEach(note -> fact(sentence(note)));
    if (forecast.fit() != null) {
      fit(forecast, forecast.fit());
    }
    showMoved(forecast);
  }

  private String keptText(ShapeResult result) {
    Mode mode = result.spec().mode();
    double number = mode == Mode.WEIGHTS ? result.effective() : result.rowsAfter();
    return words.of(
        "shape.result." + mode, number, result.rowsBefore(), share(number, result.rowsBefore()));
  }

  private static double share(double part, double whole) {
    return whole == 0 ? 0 : 100 * part / whole;
  }

  private void fact(String text) {
    facts.getChildren().add(Nodes.wrapped(text, "muted"));
  }

  private void fit(Forecast forecast, ProportionalFit fit) {
    String other = model.partner().map(view -> view.specProperty().get().field()).orElse("");
    fact(
        fit.converged()
            ? words.of("shape.fit.met", other, fit.iterations())
            : words.of("shape.fit.unmet", other, fit.iterations(), 100 * fit.deviation()));
    fit.impossible().stream()
        .limit(3)
        .forEach(
            margin -> {
              String value =
                  forecast.shapes().get(margin.second() ? 1 : 0).before().key(margin.index());
              fact(
                  words.of(
                      "shape.fit.impossible", value == null ? words.of("shape.noValue") : value));
            });
  }

  private String sentence(ShapeNote note) {
    return words.of("shape.note." + note.kind(), note.value(), note.amount(), note.classes());
  }

  private void showMoved(Forecast forecast) {
    List<FieldShift> shifts = forecast.shifts();
    List<FieldShift> moving = shifts.stream().filter(FieldShift::moves).toList();
    moved.getChildren().clear();
    double largest = moving.stream().mapToDouble(FieldShift::effect).max().orElse(1);
    moving.stream()
        .limit(MOST_FIELDS)
        .forEach(shift -> moved.getChildren().add(row(shift, largest)));
    int still = shifts.size() - moving.size();
    if (still > 0 || moving.isEmpty()) {
      moved
          .getChildren()
          .add(
              Nodes.wrapped(
                  words.of(moving.isEmpty() ? "shape.noneMoves" : "shape.still", still), "muted"));
    }
  }

  private Button row(FieldShift shift, double largest) {
    Region bar = new Region();
    bar.getStyleClass().add("moved-bar");
    double width = Math.max(2, BAR * shift.effect() / largest);
    bar.setMinSize(width, 8);
    bar.setMaxSize(width, 8);
    HBox track = Nodes.row(0, bar);
    track.setMinWidth(BAR);
    track.setMaxWidth(BAR);
    Label name = Nodes.label(shift.field());
    name.setMinWidth(40);
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    Label effect = Nodes.label(words.of("shape.points", 100 * shift.effect()), "muted");
    // As wide as the widest share, so that all bars begin in one line.
    effect.setMinWidth(52);
    effect.setAlignment(javafx.geometry.Pos.CENTER_RIGHT);
    HBox content = Nodes.row(8, name, track, effect);
    Button row = new Button(null, content);
    content.setMaxWidth(Double.MAX_VALUE);
    content.prefWidthProperty().bind(row.widthProperty().subtract(12));
    row.getStyleClass().addAll("flat", "shape-row");
    row.setMaxWidth(Double.MAX_VALUE);
    row.setOnAction(_ -> model.open(shift.field()));
    Nodes.name(row, about(shift));
    return row;
  }

  private String about(FieldShift shift) {
    String bin = shift.bin();
    String value =
        bin == null
            ? words.of("shape.noValue")
            : bin.isEmpty() ? words.of("shape.rareValues") : bin;
    String text =
        words.of(
            "shape.shift",
            shift.field(),
            100 * shift.effect(),
            100 * shift.byChance(),
            value,
            100 * shift.change());
    return Double.isNaN(shift.standardised())
        ? text
        : text + "\n" + words.of("shape.shift.mean", shift.standardised());
  }
}
