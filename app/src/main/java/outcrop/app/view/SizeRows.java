package outcrop.app.view;

import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.spec.ChartStyle.Size;
import outcrop.analysis.spec.ChartStyle.Unit;
import outcrop.app.viewmodel.ChartViewModel;
import outcrop.app.viewmodel.Words;

/// The size of a chart when it is exported.
final class SizeRows extends EditorRows {
  private static final double LARGEST = 10_000;

  private final Words words;
  private final ChartViewModel<?, ?> model;

  SizeRows(Words words, ChartViewModel<?, ?> model) {
    this.words = words;
    this.model = model;
    heading(words.of("editor.size"));
    text(
        words.of("editor.width"),
        "160",
        () -> length(size().width()),
        text -> sized(text, (now, value) -> new Size(value, now.height(), now.unit())));
    text(
        words.of("editor.height"),
        "100",
        () -> length(size().height()),
        text -> sized(text, (now, value) -> new Size(now.width(), value, now.unit())));
    choice(
        words.of("editor.unit"),
        List.of(Unit.values()),
        unit -> unit.name().toLowerCase(Locale.ROOT),
        () -> size().unit(),
        unit -> set(new Size(size().width(), size().height(), unit), ""));
    model.specProperty().subscribe(_ -> refresh());
  }

  private Size size() {
    return model.specProperty().get().style().size();
  }

  private static String length(double value) {
    return value == 0 ? "" : NumberColumn.textOf(value);
  }

  private String sized(String text, BiFunction<Size, Double, Size> change) {
    String typed = text.strip().replace(',', '.');
    if (!typed.isEmpty() && !typed.matches("\\d{1,5}(\\.\\d{0,3})?")) {
      return words.of("editor.sizeWrong");
    }
    double value = typed.isEmpty() ? 0 : Double.parseDouble(typed);
    if (value > LARGEST) {
      return words.of("editor.sizeWrong");
    }
    set(change.apply(size(), value), "size");
    return "";
  }

  private void set(Size size, String mergeKey) {
    model.editStyle(style -> style.withSize(size), mergeKey);
  }
}
