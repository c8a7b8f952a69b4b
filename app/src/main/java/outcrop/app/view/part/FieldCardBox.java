package outcrop.app.view.part;

import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import outcrop.analysis.dataset.Field;

/// The card of one field: name, bars, what is missing, centre and spread, top values, warnings.
///
/// Enter opens the field; every line that filters is a button of its own.
final class FieldCardBox extends VBox {
  static final double HEIGHT = 298;
  private static final double BARS = 48;
  private static final int VALUES = 3;
  private static final int WARNINGS = 2;
  private static final int LONGEST = 300;
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

  private final CardGrid grid;
  private final Words words;
  private final FontIcon icon = new FontIcon();
  private final Label name = PartsStyle.styled(new Label(), "card-name");
  private final Label about = PartsStyle.styled(new Label(), "card-about");
  private final HBox buttons = new HBox(0);
  private final ChartPane chart;
  private final Button missing = PartsStyle.styled(new Button(), "card-line", "card-missing");
  private final Label distinct = PartsStyle.styled(new Label(), "card-distinct");
  private final Label low = PartsStyle.styled(new Label(), "card-end");
  private final Label high = PartsStyle.styled(new Label(), "card-end");
  private final HBox ends;
  private final Label measures = PartsStyle.styled(new Label(), "card-measures");
  private final VBox values = new VBox(2);
  private final VBox warnings = new VBox(2);
  private final Tooltip nameTip = new Tooltip();
  private @Nullable CardState shown;

  FieldCardBox(CardGrid grid, Words words) {
    super(4);
    this.grid = grid;
    this.words = words;
    getStyleClass().add("field-card");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.NODE);
    chart = new ChartPane(words.patterns());
    chart.setCompact();
    chart.setMinHeight(BARS);
    chart.setPrefHeight(BARS);
    chart.setMaxHeight(BARS);
    name.setTooltip(nameTip);
    name.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
    measures.setTextOverrun(javafx.scene.control.OverrunStyle.ELLIPSIS);
    about.setMinWidth(0);
    HBox.setHgrow(name, Priority.SOMETIMES);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(6, icon, name, about, gap, buttons);
    head.setAlignment(Pos.CENTER_LEFT);
    head.setMinHeight(24);
    Region between = new Region();
    HBox.setHgrow(between, Priority.ALWAYS);
    HBox facts = new HBox(6, missing, between, distinct);
    facts.setAlignment(Pos.CENTER_LEFT);
    facts.setMinHeight(20);
    distinct.setMinWidth(USE_PREF_SIZE);
    missing.setMnemonicParsing(false);
    missing.setOnAction(event -> act(field -> grid.actions().chooseMissing(field)));
    Region middle = new Region();
    HBox.setHgrow(middle, Priority.ALWAYS);
    ends = new HBox(6, low, middle, high);
    VBox.setMargin(ends, new javafx.geometry.Insets(-4, 0, 0, 0));
    Region filler = new Region();
    VBox.setVgrow(filler, Priority.ALWAYS);
    getChildren().addAll(head, chart, ends, facts, measures, values, filler, warnings);
    addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    setMinHeight(HEIGHT);
    setPrefHeight(HEIGHT);
    setMaxHeight(HEIGHT);
    setMinWidth(0);
  }

  private void act(java.util.function.Consumer<Field> action) {
    CardState state = shown;
    if (state != null) {
      action.accept(state.field);
    }
  }

  /// The field of the card, null where the card stands for none.
  @Nullable Field field() {
    return shown == null ? null : shown.field;
  }

  /// Shows another field, or the same with what is known now; null for an empty place.
  void show(@Nullable CardState state) {
    boolean other = state != shown;
    shown = state;
    setVisible(state != null);
    if (state == null) {
      return;
    }
    CardFace face = grid.face(state);
    if (other) {
      chart.showMessage("");
    }
    String title = oneLine(face.field().name());
    icon.setIconCode(TypeIcon.of(face.field()));
    name.setText(title);
    about.setText(face.about());
    nameTip.setText(title + "\n" + words.get(TypeIcon.key(face.field().type())));
    setAccessibleText(face.spoken());
    buttons.getChildren().setAll(face.buttons().stream().map(FieldCardBox::button).toList());
    PartsStyle.show(missing, !face.missing().isEmpty());
    missing.setText(face.missing());
    missing.setStyle(bar("-color-warning-muted", face.missingShare(), 0));
    distinct.setText(face.distinct());
    low.setText(face.low());
    high.setText(face.high());
    PartsStyle.show(ends, !face.low().isEmpty());
    measures.setText(face.measures());
    PartsStyle.show(measures, !face.measures().isEmpty());
    measures.setTooltip(face.measures().isEmpty() ? null : new Tooltip(face.measures()));
    showValues(state, face);
    showWarnings(face);
    showBars(state);
  }

  private static Button button(CardFace.OpenButton open) {
    Button button =
        PartsStyle.iconButton(
            Feather.findByDescription("fth-" + open.icon()), open.name(), open.action());
    button.setFocusTraversable(true);
    return button;
  }

  private void showValues(CardState state, CardFace face) {
    values.getChildren().clear();
    for (CardFace.Value value : face.values().stream().limit(VALUES).toList()) {
      Label text = PartsStyle.styled(new Label(oneLine(value.shown())), "card-value-name");
      Label rows = PartsStyle.styled(new Label(value.rows()), "card-value-rows");
      rows.setMinWidth(USE_PREF_SIZE);
      Region gap = new Region();
      HBox.setHgrow(gap, Priority.ALWAYS);
      HBox line = new HBox(6, text, gap, rows);
      line.setAlignment(Pos.CENTER_LEFT);
      Button button = PartsStyle.styled(new Button(null, line), "card-line", "card-value");
      button.setMaxWidth(Double.MAX_VALUE);
      button.setMinWidth(0);
      line.prefWidthProperty().bind(button.widthProperty().subtract(12));
      button.setStyle(bar("-color-accent-muted", value.share(), value.contextShare()));
      button.pseudoClassStateChanged(CHOSEN, state.chosen.contains(value.value()));
      button.setAccessibleText(words.get("card.value", value.shown(), value.rows()));
      button.setTooltip(new Tooltip(oneLine(value.shown()) + "\n" + value.rows()));
      boolean[] additive = new boolean[1];
      button.addEventFilter(
          MouseEvent.MOUSE_PRESSED,
          event -> additive[0] = event.isShortcutDown() || event.isShiftDown());
      button.addEventFilter(KeyEvent.KEY_PRESSED, event -> additive[0] = event.isShortcutDown());
      button.setOnAction(
          event -> act(field -> grid.actions().choose(field, value.value(), additive[0])));
      values.getChildren().add(button);
    }
  }

  /// A bar from the left as the background of a line: the share of what is shown before the share
  /// of all.
  private static String bar(String colour, double share, double context) {
    double front = Math.clamp(100 * share, 0.0, 100.0);
    double back = Math.clamp(Math.max(100 * context, front), 0.0, 100.0);
    return String.format(
        Locale.ROOT,
        "-fx-background-color: linear-gradient(to right, %1$s 0%%, %1$s %2$.2f%%,"
            + " -color-neutral-muted %2$.2f%%, -color-neutral-muted %3$.2f%%,"
            + " transparent %3$.2f%%);",
        colour,
        front,
        back);
  }

  private void showWarnings(CardFace face) {
    warnings.getChildren().clear();
    List<CardFace.Warning> all = face.warnings();
    int most = all.size() > WARNINGS ? WARNINGS - 1 : WARNINGS;
    all.stream().limit(most).map(this::warning).forEach(warnings.getChildren()::add);
    if (all.size() > most) {
      Button more = line(words.get("card.more", all.size() - most), "");
      ContextMenu menu = new ContextMenu();
      for (CardFace.Warning warning : all) {
        MenuItem item = new MenuItem(warning.tip());
        item.setMnemonicParsing(false);
        item.setDisable(warning.action().isEmpty());
        warning.action().ifPresent(action -> item.setOnAction(event -> action.run()));
        menu.getItems().add(item);
      }
      more.setOnAction(event -> menu.show(more, javafx.geometry.Side.BOTTOM, 0, 2));
      warnings.getChildren().add(more);
    }
  }

  private Button warning(CardFace.Warning warning) {
    Button button = line(warning.text(), warning.tip());
    warning.action().ifPresent(action -> button.setOnAction(event -> action.run()));
    if (warning.action().isEmpty()) {
      button.getStyleClass().add("still");
    }
    return button;
  }

  private static Button line(String text, String tip) {
    Button button =
        PartsStyle.styled(
            new Button(oneLine(text), new FontIcon(Feather.ALERT_TRIANGLE)),
            "card-line",
            "card-warning");
    button.setMnemonicParsing(false);
    button.setMaxWidth(Double.MAX_VALUE);
    button.setMinWidth(0);
    button.setAccessibleText(tip.isEmpty() ? text : tip);
    if (!tip.isEmpty()) {
      Tooltip tooltip = new Tooltip(tip);
      tooltip.setWrapText(true);
      tooltip.setMaxWidth(380);
      button.setTooltip(tooltip);
    }
    return button;
  }

  private void showBars(CardState state) {
    chart.setActions(grid.actions().bars(state.field));
    if (state.data != null && state.picture != null) {
      chart.setChart(state.data, state.picture);
      if (state.chosen.isEmpty()) {
        chart.setBrush(state.brush);
      } else {
        chart.setChosen(state.chosen);
      }
    }
  }

  private static String oneLine(String text) {
    String start = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    return start.replaceAll("\\s+", " ");
  }

  private void clicked(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
      act(field -> grid.actions().open(field));
    }
  }

  private void pressed(KeyEvent event) {
    if (event.getTarget() == this && event.getCode() == KeyCode.ENTER) {
      act(field -> grid.actions().open(field));
      event.consume();
    }
  }
}
