package outcrop.app.view;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.curation.ShareText;
import outcrop.analysis.spec.ShapeTarget;
import outcrop.analysis.spec.TargetSpec;
import outcrop.analysis.spec.TargetSpec.Mode;
import outcrop.analysis.task.UserFailure;
import outcrop.app.viewmodel.ShapeViewModel;
import outcrop.app.viewmodel.Words;

/// At the right while a distribution is being shaped: the kind of target and its settings, what
/// comes of it, the other fields that move, and the button that makes it an operation.
final class ShapePane extends BorderPane {
  /// The kinds of targets as a user chooses them.
  private enum Kind {
    ROWS,
    CAP,
    TEMPERATURE,
    UNIFORM,
    LIKE,
    SHARES
  }

  private final Words words;
  private final ShapeViewModel model;
  private final ComboBox<Kind> kinds = new ComboBox<>();
  private final ComboBox<Mode> modes = new ComboBox<>();
  private final VBox settings = Nodes.column(6);
  private final Slider temperature = new Slider(0, 1, 1);
  private final TextField cap = new TextField();
  private final TextField like = new TextField();
  private final TextArea shares = new TextArea();
  private final TextField total = new TextField();
  private final CheckBox missing;
  private final Label problem = Nodes.wrapped("", "field-problem");

  /// Controls that are set by the program tell nothing.
  private boolean refreshing = true;

  ShapePane(Words words, ShapeViewModel model) {
    this.words = words;
    this.model = model;
    this.missing = Nodes.plain(new CheckBox(words.of("shape.missing")));
    getStyleClass().add("shape-pane");
    setId("shape-pane");
    choices();
    VBox content =
        Nodes.column(
            10,
            head(),
            labelled("shape.kind", kinds),
            settings,
            labelled("shape.mode", modes),
            missing,
            problem,
            new ShapeFindings(words, model));
    content.getStyleClass().add("shape-content");
    ScrollPane scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("page-scroll");
    setCenter(scroll);
    setBottom(buttons());
    refreshing = false;
    model.shownProperty().subscribe(_ -> refresh());
    model.problemProperty().subscribe(this::showProblem);
  }

  private HBox head() {
    return Nodes.row(
        4,
        Nodes.heading(words.of("shape.title")),
        Nodes.spacer(),
        Nodes.iconButton("x", words.of("shape.cancel"), model::cancel));
  }

  private VBox labelled(String key, javafx.scene.control.Control control) {
    Label label = Nodes.label(words.of(key), "muted");
    label.setLabelFor(control);
    control.setAccessibleText(words.of(key));
    control.setMaxWidth(Double.MAX_VALUE);
    return Nodes.column(2, label, control);
  }

  private void choices() {
    kinds.getItems().setAll(Kind.values());
    kinds.setConverter(named("shape.kind."));
    kinds.setId("shape-kind");
    kinds.setOnAction(_ -> chosen(kinds.getValue()));
    modes.getItems().setAll(Mode.values());
    modes.setConverter(named("shape.mode."));
    modes.setId("shape-mode");
    modes.setOnAction(_ -> edit(target -> target.withMode(modes.getValue())));
    missing.setOnAction(_ -> edit(target -> target.withMissing(missing.isSelected())));
    temperature.setBlockIncrement(0.05);
    temperature.setMajorTickUnit(0.25);
    temperature.setShowTickMarks(true);
    temperature.setShowTickLabels(true);
    temperature.setId("shape-temperature");
    temperature
        .valueProperty()
        .subscribe(
            value -> {
              if (!refreshing) {
                double tau = Math.rint(value.doubleValue() * 100) / 100;
                model.change(new ShapeTarget.Temperature(tau), !temperature.isValueChanging());
              }
            });
    temperature
        .valueChangingProperty()
        .subscribe(
            changing -> {
              TargetSpec now = model.shownProperty().get();
              if (!changing && !refreshing && now != null) {
                model.keep(now);
              }
            });
    cap.setId("shape-cap");
    cap.setOnAction(_ -> number(cap, rows -> model.cap(rows, true)));
    like.setPromptText(words.of("shape.like.prompt"));
    like.setId("shape-like");
    like.setOnAction(_ -> model.like(like.getText().strip()));
    shares.setPromptText(words.of("shape.shares.prompt"));
    shares.setPrefRowCount(5);
    shares.setId("shape-shares");
    total.setPromptText(words.of("shape.total.prompt"));
    total.setId("shape-total");
    total.setOnAction(_ -> totalTyped());
  }

  private <E extends Enum<E>> StringConverter<E> named(String prefix) {
    return new StringConverter<>() {
      @Override
      public String toString(@Nullable E value) {
        return value == null ? "" : words.of(prefix + value);
      }

      @Override
      public @Nullable E fromString(String text) {
        return null;
      }
    };
  }

  private void totalTyped() {
    if (total.getText().isBlank()) {
      edit(target -> target.withTotal(0));
    } else {
      number(total, rows -> edit(target -> target.withTotal(rows)));
    }
  }

  private void number(TextField field, java.util.function.LongConsumer use) {
    String digits = field.getText().replaceAll("[\\s,.'’_]", "");
    if (digits.matches("\\d{1,15}")) {
      showProblem("");
      use.accept(Long.parseLong(digits));
    } else {
      showProblem(words.of("shape.notANumber"));
    }
  }

  private void edit(java.util.function.UnaryOperator<TargetSpec> change) {
    TargetSpec now = model.shownProperty().get();
    if (!refreshing && now != null) {
      model.keep(change.apply(now));
    }
  }

  /// A kind that needs a word of the user waits for it.
  private void chosen(Kind kind) {
    if (refreshing || kind == null) {
      return;
    }
    switch (kind) {
      case ROWS -> model.change(new ShapeTarget.Rows(List.of()), true);
      case CAP -> model.cap(middleCount(), true);
      case TEMPERATURE -> model.change(new ShapeTarget.Temperature(0.5), true);
      case UNIFORM -> model.change(new ShapeTarget.Uniform(), true);
      case LIKE, SHARES -> showSettings(kind);
    }
  }

  /// A cap to begin with: half of the largest bar.
  private double middleCount() {
    return model
        .result()
        .map(result -> java.util.Arrays.stream(result.before().rows()).max().orElse(0) / 2.0)
        .orElse(0.0);
  }

  private void refresh() {
    TargetSpec target = model.shownProperty().get();
    if (target == null) {
      return;
    }
    refreshing = true;
    try {
      Kind kind = kind(target.target());
      kinds.setValue(kind);
      modes.setValue(target.mode());
      missing.setSelected(target.missing());
      total.setText(target.total() == 0 ? "" : Long.toString(target.total()));
      switch (target.target()) {
        case ShapeTarget.Cap(long rows) -> cap.setText(Long.toString(rows));
        case ShapeTarget.Temperature(double tau) -> {
          if (!temperature.isValueChanging()) {
            temperature.setValue(tau);
          }
        }
        case ShapeTarget.Like(var query, _) -> like.setText(query);
        case ShapeTarget.Rows _, ShapeTarget.Uniform _, ShapeTarget.Shares _ -> {}
      }
      showSettings(kind);
    } finally {
      refreshing = false;
    }
  }

  private static Kind kind(ShapeTarget target) {
    return switch (target) {
      case ShapeTarget.Rows _ -> Kind.ROWS;
      case ShapeTarget.Cap _ -> Kind.CAP;
      case ShapeTarget.Temperature _ -> Kind.TEMPERATURE;
      case ShapeTarget.Uniform _ -> Kind.UNIFORM;
      case ShapeTarget.Like _ -> Kind.LIKE;
      case ShapeTarget.Shares _ -> Kind.SHARES;
    };
  }

  private void showSettings(Kind kind) {
    List<javafx.scene.Node> nodes = new ArrayList<>();
    switch (kind) {
      case ROWS -> nodes.add(Nodes.wrapped(words.of("shape.rows.hint"), "muted"));
      case CAP -> nodes.add(labelled("shape.cap", cap));
      case TEMPERATURE -> nodes.add(labelled("shape.temperature", temperature));
      case UNIFORM -> {}
      case LIKE -> {
        nodes.add(labelled("shape.like", like));
        nodes.add(use("shape.like.use", () -> model.like(like.getText().strip())));
      }
      case SHARES -> {
        nodes.add(labelled("shape.shares", shares));
        nodes.add(use("shape.shares.use", this::paste));
      }
    }
    if (kind != Kind.ROWS && kind != Kind.CAP) {
      nodes.add(labelled("shape.total", total));
    }
    if (!settings.getChildren().equals(nodes)) {
      boolean same = kind == settings.getUserData();
      if (!same) {
        settings.setUserData(kind);
        settings.getChildren().setAll(nodes);
      }
    }
  }

  private Button use(String key, Runnable run) {
    return Nodes.button(words.of(key), run);
  }

  private void paste() {
    try {
      model.change(
          new ShapeTarget.Shares(ShareText.parse(shares.getText(), words.of("shape.shares"))),
          true);
      showProblem("");
    } catch (UserFailure | IllegalArgumentException wrong) {
      showProblem(String.valueOf(wrong.getMessage()));
    }
  }

  private void showProblem(String text) {
    problem.setText(text);
    problem.setVisible(!text.isEmpty());
    problem.setManaged(!text.isEmpty());
  }

  private HBox buttons() {
    Button apply = Nodes.button(words.of("shape.apply"), model::apply, "accent");
    apply.setId("shape-apply");
    Button cancel = Nodes.button(words.of("shape.cancel"), model::cancel, "flat");
    HBox.setHgrow(apply, Priority.ALWAYS);
    apply.setMaxWidth(Double.MAX_VALUE);
    HBox buttons = Nodes.row(8, apply, cancel);
    buttons.getStyleClass().add("shape-buttons");
    return buttons;
  }
}
