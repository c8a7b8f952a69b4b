package outcrop.app.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Separator;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.query.TailBands;
import outcrop.analysis.query.TailBands.Band;
import outcrop.analysis.query.TailFigure;
import outcrop.analysis.query.TailStudy;
import outcrop.analysis.query.ViewData.DistributionData;
import outcrop.analysis.query.ViewData.FacetData;
import outcrop.analysis.query.ViewData.Panel;
import outcrop.analysis.query.ViewData.TailData;
import outcrop.analysis.render.TailFigureText;
import outcrop.analysis.render.TailVerdictText;
import outcrop.analysis.render.TailWords;
import outcrop.analysis.spec.TailSpec.Fit;
import outcrop.analysis.spec.TailSpec.Measure;
import outcrop.analysis.stats.ClassCrossing;
import outcrop.analysis.stats.Goodness;
import outcrop.analysis.stats.PowerLawFit;
import outcrop.analysis.stats.PowerLawResult;
import outcrop.app.viewmodel.TailViewModel;
import outcrop.app.viewmodel.Words;

/// Beside a long tail: every measure with its interval, the test of a power law, and the bands by
/// the values of another field.
final class TailPanel extends ScrollPane {
  private static final int DRAWS = 100;
  private static final int PAGE = 8;
  private static final double WIDTH = 300;

  private final Words words;
  private final TailWords drawn;
  private final TailViewModel model;
  private final GridPane figures = grid();
  private final Label verdict = Nodes.wrapped("");
  private final Label fitted = Nodes.wrapped("", "muted");
  private final Label wrong = Nodes.wrapped("", "field-problem");
  private final TextField draws = new TextField();
  private final TextField seed = new TextField();
  private final Button test;
  private final GridPane parts = grid();
  private int valuesShown = PAGE;
  private final ComboBox<Panel> panels = new ComboBox<>();

  TailPanel(Desk desk, TailViewModel model) {
    this.words = desk.words();
    this.drawn = ChartLanguage.of(words).tail();
    this.model = model;
    test = Nodes.button(words.of("tail.test"), this::test, "small");
    test.setId("tail-test");
    panels.setId("tail-panels");
    panels.setMaxWidth(Double.MAX_VALUE);
    panels.managedProperty().bind(panels.visibleProperty());
    Nodes.name(panels, words.of("tail.panel"));
    panels.setConverter(new PanelNames());
    panels.setOnAction(_ -> show());
    VBox box =
        Nodes.column(
            10, panels, heading("tail.measures", copyButton()), figures, new Separator(), law());
    box.getChildren().addAll(new Separator(), beside(), parts);
    Nodes.padded(box, 10, 12);
    setContent(box);
    setFitToWidth(true);
    setPrefWidth(WIDTH);
    setMinWidth(220);
    getStyleClass().add("page-scroll");
    setId("tail-panel");
    setAccessibleText(words.of("tail.measures"));
    model.dataProperty().subscribe(_ -> follow());
    model.specProperty().subscribe(_ -> show());
    model.studyingProperty().subscribe(test::setDisable);
  }

  private static GridPane grid() {
    GridPane grid = new GridPane();
    grid.setHgap(10);
    grid.setVgap(4);
    return grid;
  }

  private Node heading(String key, Node... more) {
    List<Node> nodes = new ArrayList<>(List.of(Nodes.heading(words.of(key)), Nodes.spacer()));
    nodes.addAll(List.of(more));
    return Nodes.row(8, nodes.toArray(Node[]::new));
  }

  private Button copyButton() {
    return Nodes.iconButton("copy", words.of("tail.copy"), this::copy);
  }

  private Node law() {
    Fit fit = model.specProperty().get().fit();
    draws.setText(String.valueOf(fit.draws() == 0 ? DRAWS : fit.draws()));
    seed.setText(String.valueOf(fit.seed()));
    draws.setPrefColumnCount(5);
    seed.setPrefColumnCount(5);
    draws.setId("tail-draws");
    seed.setId("tail-seed");
    draws.setOnAction(_ -> test());
    seed.setOnAction(_ -> test());
    wrong.setVisible(false);
    wrong.setManaged(false);
    GridPane inputs = grid();
    inputs.addRow(0, named("tail.draws", draws), named("tail.seed", seed));
    inputs.addRow(1, draws, seed, test);
    return Nodes.column(6, heading("tail.law"), verdict, fitted, inputs, wrong);
  }

  private Label named(String key, TextField field) {
    Label label = Nodes.label(words.of(key), "muted");
    label.setLabelFor(field);
    field.setAccessibleText(words.of(key));
    return label;
  }

  private void test() {
    Optional<Long> wanted = number(draws.getText(), Fit.MOST_DRAWS);
    Optional<Long> start = number(seed.getText(), Long.MAX_VALUE);
    boolean right = wanted.isPresent() && start.isPresent();
    wrong.setText(right ? "" : words.of("tail.testWrong", Fit.MOST_DRAWS));
    wrong.setVisible(!right);
    wrong.setManaged(!right);
    if (right) {
      model.testFit(wanted.get().intValue(), start.get());
    }
  }

  private static Optional<Long> number(String text, long most) {
    try {
      long number = Long.parseLong(text.strip());
      return number >= 0 && number <= most ? Optional.of(number) : Optional.empty();
    } catch (NumberFormatException noNumber) {
      return Optional.empty();
    }
  }

  private Node beside() {
    List<String> fields = new ArrayList<>(List.of(""));
    model.project().countable().stream()
        .filter(field -> field.type() == FieldType.CATEGORY)
        .map(Field::name)
        .filter(name -> !name.equals(model.specProperty().get().field()))
        .forEach(fields::add);
    EditorRows rows = new EditorRows();
    rows.search(
            words.of("tail.other"),
            fields,
            name -> name.isEmpty() ? words.of("tail.noOther") : name,
            () -> model.specProperty().get().beside().other(),
            model::setOther)
        .setId("tail-other");
    rows.refresh();
    model.specProperty().subscribe(_ -> rows.refresh());
    return Nodes.column(6, heading("tail.besideTitle"), rows);
  }

  /// Offers the small multiples there are, and stays with the one that is shown.
  private void follow() {
    FacetData facets = model.facetsProperty().get();
    panels.setVisible(facets != null);
    if (facets != null) {
      Panel before = panels.getValue();
      panels.getItems().setAll(facets.panels());
      panels.setValue(
          facets.panels().stream()
              .filter(panel -> before != null && panel.name().equals(before.name()))
              .findFirst()
              .orElse(facets.panels().isEmpty() ? null : facets.panels().getFirst()));
    }
    show();
  }

  /// What the measures are of: one of the small multiples where there are some.
  private @Nullable TailData data() {
    Panel panel = panels.getValue();
    return model.isRepeated() && panel != null && panel.data() instanceof TailData one
        ? one
        : model.dataProperty().get();
  }

  private final class PanelNames extends StringConverter<Panel> {
    @Override
    public String toString(@Nullable Panel panel) {
      return panel == null ? "" : groupName(panel.name());
    }

    @Override
    public Panel fromString(String text) {
      throw new UnsupportedOperationException("The box is not edited as text");
    }
  }

  private void show() {
    TailData data = data();
    if (data == null) {
      return;
    }
    showFigures(data);
    Optional<PowerLawResult> law = data.study().flatMap(TailStudy::powerLaw);
    verdict.setText(law.map(result -> TailVerdictText.of(result, drawn)).orElse(drawn.studying()));
    fitted.setText(law.map(this::fitted).orElse(""));
    showParts(data);
  }

  private void showFigures(TailData data) {
    figures.getChildren().clear();
    int row = 0;
    for (Measure measure : Measure.values()) {
      TailFigure figure = TailFigure.of(measure, data).orElse(null);
      if (figure != null) {
        Label name = Nodes.label(TailFigureText.name(measure, drawn), "muted");
        name.setMinWidth(0);
        Label value = Nodes.label(TailFigureText.value(figure));
        Label interval = Nodes.label(TailFigureText.interval(figure), "muted");
        GridPane.setHalignment(value, HPos.RIGHT);
        value.setMinWidth(USE_PREF_SIZE);
        interval.setMinWidth(USE_PREF_SIZE);
        String why =
            words.of("tail.why." + measure)
                + "\n"
                + words.of("tail.n", words.count(figure.n()))
                + (figure.interval() == null ? "" : "\n" + words.of("tail.interval"));
        for (Label label : List.of(name, value, interval)) {
          Nodes.tooltip(label, why);
        }
        name.setAccessibleHelp(why);
        figures.addRow(row++, name, value, interval);
      }
    }
  }

  private String fitted(PowerLawResult law) {
    if (!(law.fit() instanceof PowerLawFit fit)) {
      return "";
    }
    String said =
        words.of(
            "tail.fitted",
            words.number(Math.round(fit.alpha() * 1e4) / 1e4),
            words.number(Math.round(fit.se() * 1e4) / 1e4),
            words.number(fit.xmin()),
            words.count(fit.nTail()),
            words.count(fit.n()),
            words.number(Math.round(fit.ks() * 1e4) / 1e4));
    Goodness goodness = law.goodness();
    return goodness == null
        ? said
        : said
            + " "
            + words.of(
                "tail.tested",
                words.number(goodness.pValue()),
                words.count(goodness.draws()),
                String.valueOf(goodness.seed()));
  }

  /// Rows of each band by the values of the other field, and the classes that lack rows there.
  private void showParts(TailData data) {
    parts.getChildren().clear();
    ClassCrossing found = data.study().flatMap(TailStudy::crossing).orElse(null);
    TailBands bands = model.bands().orElse(null);
    if (found == null || bands == null) {
      return;
    }
    parts.addRow(
        0,
        Nodes.label(model.specProperty().get().beside().other(), "muted"),
        Nodes.label(words.of("tail.band"), "muted"),
        Nodes.label(words.of("tail.rows"), "muted"),
        Nodes.label(words.of("tail.lacking"), "muted"));
    int line = 1;
    int shown = Math.min(valuesShown, found.values());
    for (int value = 0; value < shown; value++) {
      for (Band band : bands.list()) {
        boolean first = band == bands.list().getFirst();
        Label rows = Nodes.label(words.count(found.rows(value, band.from(), band.to())));
        GridPane.setHalignment(rows, HPos.RIGHT);
        parts.addRow(
            line++,
            Nodes.label(first ? valueName(found, value) : ""),
            Nodes.label(model.partName(band.part())),
            rows,
            lacking(found, value, band));
      }
    }
    if (shown < found.values()) {
      parts.add(more(found.values() - shown), 0, line, 4, 1);
    }
  }

  private Node more(int hidden) {
    Hyperlink more =
        Nodes.plain(new Hyperlink(words.of("tail.moreValues", Math.min(PAGE, hidden), hidden)));
    more.setOnAction(
        _ -> {
          valuesShown += PAGE;
          show();
        });
    return more;
  }

  private String valueName(ClassCrossing found, int value) {
    return groupName(found.isMissing(value) ? DistributionData.MISSING_GROUP : found.name(value));
  }

  private String groupName(String group) {
    return switch (group) {
      case DistributionData.MISSING_GROUP -> words.of("value.missing");
      case DistributionData.OTHER_GROUPS -> words.of("tail.otherGroups");
      case "" -> words.of("value.empty");
      default -> group;
    };
  }

  /// How many classes of the band have no row there; a click filters to them.
  private Node lacking(ClassCrossing found, int value, Band band) {
    int lacking = found.without(value, band.from(), band.to());
    String text = words.of("tail.lackingOf", words.count(lacking), words.count(band.classes()));
    if (lacking == 0) {
      return Nodes.label(text, "muted");
    }
    Hyperlink link = Nodes.plain(new Hyperlink(text));
    Nodes.name(
        link,
        words.of(
            "tail.filterToLacking",
            words.count(lacking),
            model.partName(band.part()),
            valueName(found, value)));
    link.setOnAction(_ -> model.filterToLacking(value, band.part()));
    return link;
  }

  private void copy() {
    TailData data = data();
    if (data == null) {
      return;
    }
    StringJoiner lines = new StringJoiner("\n");
    for (Measure measure : Measure.values()) {
      TailFigure.of(measure, data)
          .ifPresent(
              figure ->
                  lines.add(
                      TailFigureText.name(measure, drawn)
                          + "\t"
                          + TailFigureText.value(figure)
                          + "\t"
                          + TailFigureText.interval(figure)));
    }
    lines.add(verdict.getText()).add(fitted.getText());
    ClipboardContent content = new ClipboardContent();
    content.putString(lines.toString());
    Clipboard.getSystemClipboard().setContent(content);
  }
}
