package outcrop.app.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.spec.AxisStyle;
import outcrop.analysis.spec.AxisStyle.Notation;
import outcrop.analysis.spec.ChartLook.Background;
import outcrop.analysis.spec.ChartLook.Colours;
import outcrop.analysis.spec.ChartLook.LegendPlace;
import outcrop.analysis.spec.ChartStyle;
import outcrop.analysis.spec.ChartStyle.AxisSide;
import outcrop.analysis.spec.ChartStyle.Preset;
import outcrop.app.viewmodel.AxisTraits;
import outcrop.app.viewmodel.ChartViewModel;
import outcrop.app.viewmodel.Words;

/// What the charts of every kind have in common: subtitle, axes, lines, bands, notes, legend,
/// palette, letters, paper and size. Each change shows at once and can be undone.
final class StyleEditor extends VBox {
  private final Words words;
  private final ChartViewModel<?, ?> model;

  StyleEditor(Desk desk, ChartViewModel<?, ?> model) {
    super(16);
    this.words = desk.words();
    this.model = model;
    getStyleClass().add("editor");
    List<Region> ofAxes =
        List.of(
            axis(AxisSide.X),
            axis(AxisSide.Y),
            new LineEditor(words, model),
            new BandEditor(desk, model));
    getChildren().add(look());
    getChildren().addAll(ofAxes);
    getChildren().addAll(new NoteEditor(words, model), new SizeRows(words, model));
    model
        .specProperty()
        .subscribe(
            _ ->
                ofAxes.forEach(
                    part -> {
                      part.setVisible(model.hasAxes());
                      part.setManaged(model.hasAxes());
                    }));
  }

  private ChartStyle style() {
    return model.specProperty().get().style();
  }

  private String word(String key) {
    return words.of("editor." + key);
  }

  private EditorRows look() {
    EditorRows rows = new EditorRows();
    rows.heading(word("look"));
    rows.text(
            word("subtitle"),
            "",
            () -> style().subtitle(),
            text -> {
              model.editStyle(style -> style.withSubtitle(text), "subtitle");
              return "";
            })
        .setId("editor-subtitle");
    List<String> places =
        new ArrayList<>(Arrays.stream(LegendPlace.values()).map(Enum::name).toList());
    places.add("NONE");
    rows.choice(
            word("legend"),
            places,
            place -> words.of("legend." + place),
            () -> style().legend() ? style().look().legend().name() : "NONE",
            this::setLegend)
        .setId("editor-legend");
    rows.choice(
            word("palette"),
            List.of(Colours.values()),
            colours -> words.of("palette." + colours),
            () -> style().look().colours(),
            colours -> model.style().look(look -> look.withColours(colours), ""))
        .setId("editor-palette");
    rows.text(
            word("textSize"),
            "100",
            () -> NumberColumn.textOf(Math.rint(style().look().textSize() * 1000) / 10),
            this::setTextSize)
        .setId("editor-text-size");
    rows.choice(
            word("background"),
            List.of(Background.values()),
            paper -> words.of("background." + paper),
            () -> style().look().background(),
            paper -> model.style().look(look -> look.withBackground(paper), ""))
        .setId("editor-background");
    List<String> presets = new ArrayList<>(List.of(""));
    Arrays.stream(Preset.values()).map(Enum::name).forEach(presets::add);
    rows.choice(
            word("preset"),
            presets,
            preset -> words.of(preset.isEmpty() ? "preset.NONE" : "preset." + preset),
            this::preset,
            name -> {
              if (!name.isEmpty()) {
                model.editStyle(Preset.valueOf(name)::on, "");
              }
            })
        .setId("editor-preset");
    model.specProperty().subscribe(_ -> rows.refresh());
    return rows;
  }

  private void setLegend(String place) {
    model.editStyle(
        style ->
            place.equals("NONE")
                ? style.withLegend(false)
                : style
                    .withLegend(true)
                    .withLook(style.look().withLegend(LegendPlace.valueOf(place))),
        "");
  }

  private String setTextSize(String text) {
    String typed = text.strip().replace("%", "").strip();
    double percent = typed.isEmpty() ? 100 : AxisTraits.NUMBERS.value(typed).orElse(0);
    if (!(percent >= 50 && percent <= 400)) {
      return word("textSizeWrong");
    }
    model.style().look(look -> look.withTextSize(percent / 100), "textSize");
    return "";
  }

  private String preset() {
    return Arrays.stream(Preset.values())
        .filter(preset -> preset.isOf(style()))
        .map(Enum::name)
        .findFirst()
        .orElse("");
  }

  /// An axis, folded away until it is wanted.
  private TitledPane axis(AxisSide side) {
    EditorRows rows = new EditorRows();
    rows.text(
            word("rangeFrom"),
            word("automatic"),
            () -> style().axis(side).from(),
            text -> setRange(side, text.strip(), style().axis(side).to()))
        .setId("editor-from-" + side);
    rows.text(
            word("rangeTo"),
            word("automatic"),
            () -> style().axis(side).to(),
            text -> setRange(side, style().axis(side).from(), text.strip()))
        .setId("editor-to-" + side);
    rows.text(
        word("tickStep"),
        word("automatic"),
        () -> style().axis(side).step(),
        text -> {
          String fault = model.axis(side).faultOfStep(text, words);
          if (fault.isEmpty()) {
            model.style().axis(side, axis -> axis.withStep(text.strip()), "step" + side);
          }
          return fault;
        });
    rows.text(
        word("tickList"),
        word("tickListPrompt"),
        () -> String.join("; ", style().axis(side).ticks()),
        text -> setTicks(side, text));
    rows.choice(
        word("notation"),
        List.of(Notation.values()),
        notation -> words.of("notation." + notation),
        () -> style().axis(side).format().notation(),
        notation ->
            model
                .style()
                .axis(side, axis -> axis.withFormat(axis.format().withNotation(notation)), ""));
    rows.text(
        word("decimals"),
        word("automatic"),
        () -> decimals(style().axis(side)),
        text -> setDecimals(side, text.strip()));
    affix(rows, side, "prefix", AxisStyle.Format::prefix, AxisStyle.Format::withPrefix);
    affix(rows, side, "suffix", AxisStyle.Format::suffix, AxisStyle.Format::withSuffix);
    TitledPane pane = new TitledPane(word("axis." + side), rows);
    pane.setExpanded(false);
    pane.setAnimated(false);
    pane.setId("editor-axis-" + side);
    pane.getStyleClass().add("editor-fold");
    model.specProperty().subscribe(_ -> rows.refresh());
    Runnable scaled = () -> rows.setDisable(!model.axis(side).isScaled());
    model.dataProperty().subscribe(_ -> scaled.run());
    model.specProperty().subscribe(_ -> scaled.run());
    return pane;
  }

  private void affix(
      EditorRows rows,
      AxisSide side,
      String key,
      java.util.function.Function<AxisStyle.Format, String> value,
      java.util.function.BiFunction<AxisStyle.Format, String, AxisStyle.Format> change) {
    TextField field =
        rows.text(
            word(key),
            "",
            () -> value.apply(style().axis(side).format()),
            text -> {
              model
                  .style()
                  .axis(
                      side, axis -> axis.withFormat(change.apply(axis.format(), text)), key + side);
              return "";
            });
    field.setId("editor-" + key + "-" + side);
  }

  private String setRange(AxisSide side, String from, String to) {
    String fault = model.axis(side).faultOfRange(from, to, words);
    if (fault.isEmpty()) {
      model.style().axis(side, axis -> axis.withRange(from, to), "range" + side);
    }
    return fault;
  }

  private String setTicks(AxisSide side, String text) {
    List<String> ticks =
        Arrays.stream(text.split(";")).map(String::strip).filter(t -> !t.isEmpty()).toList();
    for (String tick : ticks) {
      String fault = model.axis(side).faultOf(tick, "", words);
      if (!fault.isEmpty()) {
        return fault;
      }
    }
    model.style().axis(side, axis -> axis.withTicks(ticks), "ticks" + side);
    return "";
  }

  private static String decimals(AxisStyle axis) {
    return axis.format().decimals() < 0 ? "" : Integer.toString(axis.format().decimals());
  }

  private String setDecimals(AxisSide side, String text) {
    if (!text.isEmpty() && !text.matches("\\d|1[0-5]")) {
      return word("decimalsWrong");
    }
    int decimals = text.isEmpty() ? -1 : Integer.parseInt(text);
    model
        .style()
        .axis(
            side, axis -> axis.withFormat(axis.format().withDecimals(decimals)), "decimals" + side);
    return "";
  }
}
