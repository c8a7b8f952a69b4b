package outcrop.app.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.spec.DistributionSpec.Scale;
import outcrop.analysis.spec.TailSpec;
import outcrop.analysis.spec.TailSpec.Counted;
import outcrop.analysis.spec.TailSpec.Look;
import outcrop.analysis.spec.TailSpec.Preset;
import outcrop.app.viewmodel.TailViewModel;
import outcrop.app.viewmodel.Words;

/// Everything about a long tail that can be changed. Each change shows at once and can be undone.
final class TailEditor extends VBox {
  private final Words words;
  private final TailViewModel model;
  private final EditorRows rows = new EditorRows();

  TailEditor(Desk desk, TailViewModel model) {
    super(16);
    this.words = desk.words();
    this.model = model;
    getStyleClass().add("editor");
    content();
    axes();
    getChildren().addAll(rows, new SizeRows(words, model));
    model.specProperty().subscribe(_ -> rows.refresh());
  }

  private TailSpec spec() {
    return model.specProperty().get();
  }

  private String word(String key) {
    return words.of("editor." + key);
  }

  private void content() {
    rows.heading(word("content"));
    TextField title =
        rows.text(
            word("title"),
            spec().field(),
            () -> spec().title(),
            text -> {
              model.edit(now -> now.withTitle(text), "title");
              return "";
            });
    title.setId("editor-title");
    List<String> fields = model.project().tailed().stream().map(Field::name).toList();
    rows.search(word("field"), fields, Function.identity(), () -> spec().field(), model::setField)
        .setId("editor-field");
    rows.choice(
            words.of("tail.preset"),
            List.of(Preset.values()),
            value -> words.of("tail.preset." + value),
            () -> spec().bands().preset(),
            model::setPreset)
        .setId("editor-preset");
    rows.choice(
            words.of("tail.counted"),
            List.of(Counted.values()),
            value -> words.of("tail.counted." + value),
            () -> spec().counted(),
            model::setCounted)
        .setId("editor-counted");
    List<String> events = new ArrayList<>(List.of(""));
    events.addAll(fields);
    rows.search(
            words.of("tail.events"),
            events,
            name -> name.isEmpty() ? words.of("tail.rowOrder") : name,
            () -> spec().beside().events(),
            model::setEvents)
        .setId("editor-events");
    rows.check(
        words.of("tail.fittedLaws"),
        () -> spec().look().fitted(),
        value -> look(now -> now.withFitted(value)));
  }

  private void axes() {
    rows.heading(word("axes"));
    rows.choice(
            word("xScale"),
            List.of(Scale.values()),
            value -> words.of("scale." + value),
            () -> spec().look().x(),
            value -> look(now -> now.withX(value)))
        .setId("editor-x-scale");
    rows.choice(
            word("yScale"),
            List.of(Scale.values()),
            value -> words.of("scale." + value),
            () -> spec().look().y(),
            value -> look(now -> now.withY(value)))
        .setId("editor-y-scale");
  }

  private void look(UnaryOperator<Look> change) {
    model.edit(now -> now.withLook(change.apply(now.look())), "");
  }
}
