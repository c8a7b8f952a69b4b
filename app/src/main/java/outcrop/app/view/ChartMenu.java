package outcrop.app.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Point2D;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import outcrop.analysis.render.Target;
import outcrop.analysis.spec.AxisStyle;
import outcrop.analysis.spec.ChartLook.LegendPlace;
import outcrop.analysis.spec.ChartStyle;
import outcrop.analysis.spec.ChartStyle.Anchor;
import outcrop.analysis.spec.ChartStyle.AxisSide;
import outcrop.analysis.spec.ChartStyle.Band;
import outcrop.analysis.spec.ChartStyle.End;
import outcrop.analysis.spec.ChartStyle.ReferenceLine;
import outcrop.analysis.spec.Measure;
import outcrop.app.view.part.ChartActions.TextPart;
import outcrop.app.viewmodel.AxisTraits;
import outcrop.app.viewmodel.ChartViewModel;
import outcrop.app.viewmodel.Words;

/// The context menu of everything that any chart has: its axes, its legend, and what lies over the
/// plot.
final class ChartMenu {
  private final Words words;
  private final ChartViewModel<?, ?> model;
  private final MarkHands hands;
  private final ChartTexts texts;
  private final Supplier<Point2D> pointer;

  /// @param pointer where the menu was asked for, in pixels of the drawing
  ChartMenu(
      Words words,
      ChartViewModel<?, ?> model,
      MarkHands hands,
      ChartTexts texts,
      Supplier<Point2D> pointer) {
    this.words = words;
    this.model = model;
    this.hands = hands;
    this.texts = texts;
    this.pointer = pointer;
  }

  List<MenuItem> items(Optional<Target> target) {
    return switch (target.orElse(null)) {
      case null -> plot();
      case Target.ValueAxis _ -> axis(AxisSide.X);
      case Target.CountAxis _ -> axis(AxisSide.Y);
      case Target.LegendEntry _, Target.MoreLegend _ -> List.of(legend());
      case Target.Title _ -> List.of(text(TextPart.TITLE), text(TextPart.SUBTITLE));
      case Target.Subtitle _ -> List.of(text(TextPart.SUBTITLE));
      case Target.Note note -> note(note);
      case Target.Arrow _, Target.Reference _, Target.Band _ -> List.of(removal(target.get()));
      default -> plot();
    };
  }

  private MenuItem item(String key, Runnable action) {
    MenuItem item = new MenuItem(words.of("chartMenu." + key));
    item.setMnemonicParsing(false);
    item.setOnAction(_ -> action.run());
    return item;
  }

  private MenuItem removal(Target target) {
    return item("remove", () -> hands.remove(target));
  }

  private List<MenuItem> note(Target.Note note) {
    Point2D at = pointer.get();
    return List.of(
        item("editNote", () -> hands.edit(note)),
        item(
            "addArrow",
            () ->
                hands
                    .spot(Anchor.DATA, at.getX(), at.getY() + 70)
                    .ifPresent(spot -> model.style().addArrow(note.index(), spot))),
        removal(note));
  }

  /// Adds something to the plot where the menu was asked for.
  private List<MenuItem> plot() {
    Point2D at = pointer.get();
    List<MenuItem> items = new ArrayList<>();
    if (!hands.hasPlot()) {
      return items;
    }
    items.add(
        item("addNote", () -> hands.add(at.getX(), at.getY(), words.of("chartMenu.newNote"))));
    lines(AxisSide.X, "addLine", at).ifPresent(items::add);
    if (model.axis(AxisSide.Y).kind() != AxisTraits.Kind.COUNTS) {
      lines(AxisSide.Y, "addLevelLine", at).ifPresent(items::add);
    }
    return items;
  }

  /// The lines and bands that an axis can have; empty where it has names.
  private Optional<MenuItem> lines(AxisSide side, String key, Point2D at) {
    if (!model.axis(side).isScaled()) {
      return Optional.empty();
    }
    Menu lines = new Menu(words.of("chartMenu." + key));
    lines
        .getItems()
        .addAll(
            item("lineHere", () -> lineAt(side, at)),
            item("lineMean", () -> line(side, Measure.of(Measure.Kind.MEAN))),
            item("lineMedian", () -> line(side, Measure.of(Measure.Kind.MEDIAN))),
            item("lineQuantile", () -> line(side, Measure.quantile(0.9))),
            item(
                "bandQuartiles",
                () ->
                    model
                        .style()
                        .addBand(
                            new Band(
                                side,
                                End.at(Measure.quantile(0.25)),
                                End.at(Measure.quantile(0.75)),
                                words.of("chartMenu.quartiles"),
                                ""))));
    return Optional.of(lines);
  }

  private void line(AxisSide side, Measure measure) {
    model.style().addLine(new ReferenceLine(side, "", "", measure));
  }

  private void lineAt(AxisSide side, Point2D at) {
    hands
        .value(side, at.getX(), at.getY())
        .ifPresent(value -> model.style().addLine(new ReferenceLine(side, value, "")));
  }

  private MenuItem text(TextPart part) {
    MenuItem item = new MenuItem(words.of("chart.edit." + part) + " …");
    item.setMnemonicParsing(false);
    item.setOnAction(_ -> texts.edit(part));
    return item;
  }

  private List<MenuItem> axis(AxisSide side) {
    AxisTraits traits = model.axis(side);
    List<MenuItem> items = new ArrayList<>();
    items.add(text(side == AxisSide.X ? TextPart.X_TITLE : TextPart.Y_TITLE));
    if (!traits.isScaled()) {
      return items;
    }
    Menu notations = new Menu(words.of("chartMenu.notation"));
    for (AxisStyle.Notation notation : traits.notations()) {
      RadioMenuItem item = new RadioMenuItem(words.of("notation." + notation));
      item.setSelected(style().axis(side).format().notation() == notation);
      item.setOnAction(
          _ ->
              model
                  .style()
                  .axis(side, axis -> axis.withFormat(axis.format().withNotation(notation)), ""));
      notations.getItems().add(item);
    }
    MenuItem reset = item("resetAxis", () -> model.style().axis(side, _ -> AxisStyle.AUTO, ""));
    reset.setDisable(style().axis(side).equals(AxisStyle.AUTO));
    items.addAll(List.of(notations, new SeparatorMenuItem(), reset));
    return items;
  }

  private ChartStyle style() {
    return model.specProperty().get().style();
  }

  private Menu legend() {
    Menu menu = new Menu(words.of("chartMenu.legend"));
    Arrays.stream(LegendPlace.values())
        .forEach(
            place -> {
              RadioMenuItem item = new RadioMenuItem(words.of("legend." + place));
              item.setSelected(style().legend() && style().look().legend() == place);
              item.setOnAction(
                  _ ->
                      model.editStyle(
                          style -> style.withLegend(true).withLook(style.look().withLegend(place)),
                          ""));
              menu.getItems().add(item);
            });
    RadioMenuItem none = new RadioMenuItem(words.of("legend.NONE"));
    none.setSelected(!style().legend());
    none.setOnAction(_ -> model.editStyle(style -> style.withLegend(false), ""));
    menu.getItems().add(none);
    return menu;
  }
}
