package outcrop.app.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.DoubleSupplier;
import java.util.function.UnaryOperator;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Slider;
import javafx.scene.layout.VBox;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.spec.DistributionSpec.Scale;
import outcrop.analysis.spec.MapSpec;
import outcrop.analysis.spec.MapSpec.Aspect;
import outcrop.analysis.spec.MapSpec.Dots;
import outcrop.analysis.spec.MapSpec.Layers;
import outcrop.app.viewmodel.MapViewModel;
import outcrop.app.viewmodel.Words;

/// Everything about a map that can be changed. Each change shows at once and can be undone.
final class MapEditor extends VBox {
  private static final int LEVELS = 3;

  private final Words words;
  private final MapViewModel model;
  private final EditorRows rows = new EditorRows();

  MapEditor(Desk desk, MapViewModel model) {
    super(16);
    this.words = desk.words();
    this.model = model;
    getStyleClass().add("editor");
    content();
    points();
    layers();
    getChildren().add(rows);
    model.specProperty().subscribe(_ -> rows.refresh());
  }

  private MapSpec spec() {
    return model.specProperty().get();
  }

  private String word(String key) {
    return words.of("map." + key);
  }

  private List<String> fields(boolean none, FieldType... types) {
    List<String> names = new ArrayList<>(none ? List.of("") : List.of());
    model.project().schemaProperty().get().fields().stream()
        .filter(field -> List.of(types).contains(field.type()))
        .map(Field::name)
        .forEach(names::add);
    return names;
  }

  private ComboBox<String> field(
      String key,
      List<String> names,
      java.util.function.Supplier<String> value,
      java.util.function.Consumer<String> chosen) {
    ComboBox<String> box =
        rows.search(word(key), names, name -> name.isEmpty() ? word("none") : name, value, chosen);
    box.setId("editor-" + key.toLowerCase(Locale.ROOT));
    return box;
  }

  private void content() {
    rows.heading(words.of("editor.content"));
    rows.text(
            words.of("editor.title"),
            "",
            () -> spec().title(),
            text -> {
              model.edit(now -> now.withTitle(text), "title");
              return "";
            })
        .setId("editor-title");
    List<String> numbers = fields(false, FieldType.NUMBER);
    field("x", numbers, () -> spec().x(), name -> model.setFields(name, spec().y()));
    field("y", numbers, () -> spec().y(), name -> model.setFields(spec().x(), name));
    field(
        "colour",
        fields(true, FieldType.CATEGORY, FieldType.NUMBER, FieldType.TIME, FieldType.LIST),
        () -> spec().colour(),
        model::setColour);
    rows.choice(
            word("scale"),
            List.of(Scale.values()),
            scale -> words.of("scale." + scale),
            () -> spec().scale(),
            scale -> model.edit(now -> now.withScale(scale), ""))
        .setId("editor-scale");
    rows.choice(
            word("aspect"),
            List.of(Aspect.values()),
            aspect -> word("aspect." + aspect),
            () -> spec().window().aspect(),
            aspect -> model.edit(now -> now.withWindow(now.window().withAspect(aspect)), ""))
        .setId("editor-aspect");
  }

  private void points() {
    rows.heading(word("points"));
    slider("size", 1, 20, () -> spec().dots().size(), value -> dots(d -> d.withSize(value)));
    slider(
        "opacity",
        0.05,
        1,
        () -> spec().dots().opacity(),
        value -> dots(d -> d.withOpacity(value)));
  }

  private void dots(UnaryOperator<Dots> change) {
    model.edit(now -> now.withDots(change.apply(now.dots())), "dots");
  }

  private void layers() {
    rows.heading(word("layers"));
    layer("pointsLayer", () -> spec().layers().points(), Layers::withPoints);
    layer("contours", () -> spec().layers().contours(), Layers::withContours);
    layer("labels", () -> spec().layers().labels(), Layers::withLabels);
    List<String> categories = fields(true, FieldType.CATEGORY);
    for (int level = 0; level < LEVELS; level++) {
      int at = level;
      rows.search(
              words.of("map.labelField", level + 1),
              categories,
              name -> name.isEmpty() ? word("none") : name,
              () -> at < spec().labels().fields().size() ? spec().labels().fields().get(at) : "",
              name -> setLabelField(at, name))
          .setId("editor-label-" + (level + 1));
    }
    layer("snippets", () -> spec().layers().snippets(), Layers::withSnippets);
    field(
        "snippet",
        fields(true, FieldType.TEXT, FieldType.CATEGORY),
        () -> spec().labels().snippet(),
        this::setSnippet);
    rows.check(
        word("axes"),
        () -> spec().layers().axes(),
        value -> model.edit(now -> now.withLayers(now.layers().withAxes(value)), ""));
  }

  private void setLabelField(int at, String name) {
    List<String> fields = new ArrayList<>(spec().labels().fields());
    if (name.isEmpty()) {
      if (at < fields.size()) {
        fields.remove(at);
      }
    } else if (at < fields.size()) {
      fields.set(at, name);
    } else {
      fields.add(name);
    }
    model.edit(now -> now.withLabels(now.labels().withFields(fields)), "");
    rows.refresh();
  }

  /// Texts that are chosen while they are off are wanted.
  private void setSnippet(String name) {
    model.edit(
        now -> {
          MapSpec changed = now.withLabels(now.labels().withSnippet(name));
          return !name.isEmpty() && now.layers().snippets() == 0
              ? changed.withLayers(now.layers().withSnippets(1))
              : changed;
        },
        "");
  }

  private void layer(String key, DoubleSupplier value, BiFunction<Layers, Double, Layers> change) {
    slider(
        key,
        0,
        1,
        value,
        to -> model.edit(now -> now.withLayers(change.apply(now.layers(), to)), "layer:" + key));
  }

  private void slider(
      String key,
      double least,
      double most,
      DoubleSupplier value,
      java.util.function.DoubleConsumer chosen) {
    Slider slider = new Slider(least, most, value.getAsDouble());
    slider.setId("editor-" + key.toLowerCase(Locale.ROOT));
    slider.setBlockIncrement((most - least) / 20);
    rows.row(word(key), slider);
    boolean[] showing = {false};
    slider
        .valueProperty()
        .subscribe(
            (_, now) -> {
              double rounded = Math.rint(now.doubleValue() * 20) / 20;
              if (!showing[0] && rounded != value.getAsDouble()) {
                chosen.accept(Math.clamp(rounded, least, most));
              }
            });
    rows.onRefresh(
        () -> {
          showing[0] = true;
          if (!slider.isValueChanging()) {
            slider.setValue(value.getAsDouble());
          }
          showing[0] = false;
        });
  }
}
