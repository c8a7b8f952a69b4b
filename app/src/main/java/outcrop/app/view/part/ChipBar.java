package outcrop.app.view.part;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import outcrop.analysis.selection.SelectionClause;

/// The clauses in force as chips that can be disabled, inverted and removed.
public final class ChipBar extends Region {
  private final Words words;
  private final FlowPane flow = PartsStyle.styled(new FlowPane(8, 8), "chip-flow");
  private final Button clear = new Button();
  private Consumer<String> onToggle = id -> {};
  private Consumer<String> onInvert = id -> {};
  private Consumer<String> onRemove = id -> {};
  private Runnable onClear = () -> {};

  /// @param words gives the pattern of a key in `parts.properties`
  public ChipBar(Function<String, String> words) {
    this.words = new Words(words);
    getStyleClass().add("chip-bar");
    flow.setRowValignment(VPos.CENTER);
    clear.setText(this.words.get("chips.clear"));
    clear.getStyleClass().addAll("chip-clear");
    clear.setOnAction(event -> onClear.run());
    getChildren().add(flow);
    setAccessibleText(this.words.get("chips.name"));
  }

  /// Shows clauses.
  ///
  /// @param label says a clause in the user's words, without its inversion
  /// @param full says it with nothing left out, for the tooltip
  public void setClauses(
      List<SelectionClause> clauses,
      Function<SelectionClause, String> label,
      Function<SelectionClause, String> full) {
    int focused = focusedIndex();
    flow.getChildren()
        .setAll(
            clauses.stream()
                .map(
                    clause ->
                        (Node)
                            new Chip(
                                this,
                                words,
                                clause,
                                new Chip.Text(label.apply(clause), full.apply(clause))))
                .toList());
    if (!clauses.isEmpty()) {
      flow.getChildren().add(clear);
    }
    if (focused >= 0 && !clauses.isEmpty()) {
      flow.getChildren().get(Math.min(focused, clauses.size() - 1)).requestFocus();
    }
    requestLayout();
  }

  /// Told the id of a clause to be enabled or disabled.
  public void setOnToggle(Consumer<String> action) {
    onToggle = action;
  }

  /// Told the id of a clause to be inverted.
  public void setOnInvert(Consumer<String> action) {
    onInvert = action;
  }

  /// Told the id of a clause to be removed.
  public void setOnRemove(Consumer<String> action) {
    onRemove = action;
  }

  /// All clauses are to go.
  public void setOnClear(Runnable action) {
    onClear = action;
  }

  void toggle(String id) {
    onToggle.accept(id);
  }

  void invert(String id) {
    onInvert.accept(id);
  }

  void remove(String id) {
    onRemove.accept(id);
  }

  /// Moves the keyboard from a chip to its neighbour.
  void step(Chip from, int by) {
    int target = flow.getChildren().indexOf(from) + by;
    if (target >= 0 && target < flow.getChildren().size()) {
      flow.getChildren().get(target).requestFocus();
    }
  }

  private int focusedIndex() {
    for (int i = 0; i < flow.getChildren().size(); i++) {
      if (flow.getChildren().get(i).isFocusWithin()) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefWidth(double height) {
    return snappedLeftInset() + flow.prefWidth(-1) + snappedRightInset();
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefHeight(double width) {
    double across = snappedLeftInset() + snappedRightInset();
    return snappedTopInset()
        + flow.prefHeight(width < 0 ? -1 : width - across)
        + snappedBottomInset();
  }

  @Override
  protected void layoutChildren() {
    double left = snappedLeftInset();
    double top = snappedTopInset();
    flow.resizeRelocate(
        left,
        top,
        getWidth() - left - snappedRightInset(),
        getHeight() - top - snappedBottomInset());
  }

  @Override
  public String getUserAgentStylesheet() {
    return PartsStyle.sheet();
  }
}
