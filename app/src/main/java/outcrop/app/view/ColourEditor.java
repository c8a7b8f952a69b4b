package outcrop.app.view;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ColorPicker;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.util.Duration;
import org.controlsfx.control.SearchableComboBox;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.query.ViewData.DistributionData;
import outcrop.analysis.render.Colour;
import outcrop.analysis.render.Palette;
import outcrop.analysis.spec.ChartLook.Colours;
import outcrop.analysis.spec.ChartStyle;
import outcrop.app.viewmodel.ChartColours;
import outcrop.app.viewmodel.ChartViewModel;
import outcrop.app.viewmodel.Words;

/// The colours of a chart: one per value of the field that colours it, or one for all marks and one
/// for each value that shall stand out. Hidden where colours belong to no value.
final class ColourEditor extends VBox {
  private static final int SHOWN = 12;

  private final Desk desk;
  private final Words words;
  private final ChartViewModel<?, ?> model;
  private final Faces faces;
  private final VBox list = Nodes.column(4);
  private final Button reset;
  private final ComboBox<String> more = new SearchableComboBox<>();
  private final Set<String> wanted = new HashSet<>();
  private List<String> shown = List.of();
  private Map<String, String> pinned = Map.of();
  private Colours palette = Colours.STANDARD;

  /// What is coloured, as the user sees it.
  interface Faces {
    /// The colour that a value is drawn in.
    Colour colour(String value, ChartStyle style);

    String name(String value);
  }

  /// The colours of values of a field.
  ColourEditor(Desk desk, ChartViewModel<?, ?> model) {
    this(desk, model, new OfValues(desk, model));
  }

  ColourEditor(Desk desk, ChartViewModel<?, ?> model, Faces faces) {
    super(8);
    this.faces = faces;
    this.desk = desk;
    this.words = desk.words();
    this.model = model;
    reset =
        Nodes.button(words.of("editor.resetColours"), () -> colours(Map.of(), ""), "small", "flat");
    HBox head = Nodes.row(8, Nodes.heading(words.of("editor.colours")), Nodes.spacer(), reset);
    more.setPromptText(words.of("editor.otherColour"));
    more.setAccessibleText(words.of("editor.otherColour"));
    more.setMaxWidth(Double.MAX_VALUE);
    more.setOnAction(_ -> list(more.getValue()));
    getChildren().addAll(head, list, more);
    model.shownProperty().subscribe(_ -> refresh());
    model.dataProperty().subscribe(_ -> refresh());
    desk.dark()
        .subscribe(
            _ -> {
              list.getChildren().clear();
              refresh();
            });
  }

  private void refresh() {
    ChartColours what = model.colours();
    ChartStyle own = model.specProperty().get().style();
    List<String> all = what.values();
    setVisible(!all.isEmpty());
    setManaged(!all.isEmpty());
    int first = what.groups().isEmpty() ? Math.min(1, all.size()) : Math.min(SHOWN, all.size());
    Set<String> listed = new LinkedHashSet<>(all.subList(0, first));
    all.stream()
        .filter(value -> wanted.contains(value) || own.colours().containsKey(value))
        .forEach(listed::add);
    List<String> values = List.copyOf(listed);
    offer(all.stream().filter(value -> !listed.contains(value)).toList());
    reset.setDisable(own.colours().isEmpty());
    ChartStyle style = model.shownProperty().get().style();
    boolean same =
        values.equals(shown) && style.colours().equals(pinned) && style.look().colours() == palette;
    if (same && !list.getChildren().isEmpty()) {
      return;
    }
    shown = values;
    pinned = style.colours();
    palette = style.look().colours();
    list.getChildren()
        .setAll(values.stream().map(value -> row(value, faces.colour(value, style))).toList());
  }

  /// Lets the user find a value that is not listed.
  private void offer(List<String> others) {
    boolean any = !others.isEmpty();
    more.setVisible(any);
    more.setManaged(any);
    if (!more.getItems().equals(others)) {
      more.setValue(null);
      more.getItems().setAll(others);
    }
  }

  private void list(@Nullable String value) {
    if (value != null && wanted.add(value)) {
      // The box still tells of its choice; its items may change only when it has done so.
      PauseTransition told = new PauseTransition(Duration.millis(1));
      told.setOnFinished(_ -> refresh());
      told.play();
    }
  }

  private Node row(String value, Colour colour) {
    ColorPicker picker = new ColorPicker(Color.web(colour.hex()));
    picker.getStyleClass().add("swatch");
    picker.setAccessibleText(words.of("editor.colourOf", faces.name(value)));
    picker.setOnAction(
        _ -> {
          Map<String, String> changed = new HashMap<>(model.specProperty().get().style().colours());
          Color chosen = picker.getValue();
          changed.put(value, hex(chosen));
          colours(changed, "colour:" + value);
        });
    Label name = Nodes.label(faces.name(value));
    name.setMinWidth(0);
    HBox.setHgrow(name, Priority.ALWAYS);
    return Nodes.row(8, picker, name);
  }

  /// A colour as styles write it.
  static String hex(Color colour) {
    return "#%02x%02x%02x"
        .formatted(
            Math.round(colour.getRed() * 255),
            Math.round(colour.getGreen() * 255),
            Math.round(colour.getBlue() * 255));
  }

  private void colours(Map<String, String> colours, String mergeKey) {
    model.editStyle(style -> style.withColours(colours), mergeKey);
  }

  private record OfValues(Desk desk, ChartViewModel<?, ?> model) implements Faces {
    @Override
    public Colour colour(String value, ChartStyle style) {
      List<String> groups = model.colours().groups();
      Palette palette =
          groups.isEmpty()
              ? Palette.plain(desk.theme(), style.colours())
              : Palette.of(desk.theme(), style, groups);
      return palette.colour(value);
    }

    @Override
    public String name(String value) {
      if (value.equals(DistributionData.MISSING_GROUP)) {
        return desk.words().of("value.missing");
      }
      if (value.isEmpty()) {
        return desk.words()
            .of(model.colours().groups().isEmpty() ? "editor.allBars" : "value.empty");
      }
      return value;
    }
  }
}
