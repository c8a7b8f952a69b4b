package outcrop.app.view.part;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.animation.AnimationTimer;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.query.ViewData.DistributionData;

/// Any number of fields as cards, as many beside each other as there is room for.
///
/// Only cards in view have nodes and ask for data. Arrows go from card to card, Tab goes through
/// what is on a card.
public final class CardGrid extends Region {
  private static final double NARROWEST = 216;
  private static final double GAP = 10;

  private final Words words;
  private final ListView<Integer> lines = new ListView<>();
  private final Map<String, CardState> states = new LinkedHashMap<>();
  private final Map<Integer, Line> inView = new HashMap<>();
  private final AnimationTimer teller =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          stop();
          tellVisible();
        }
      };
  private List<String> order = List.of();
  private List<Field> told = List.of();
  private final CardActions actions;
  private final Function<Field, CardFace> faces;
  private Consumer<List<Field>> onVisible = fields -> {};
  private int columns = 1;

  /// @param words gives the pattern of a key in `parts.properties`
  /// @param faces writes what stands on the card of a field; asked for cards in view only
  public CardGrid(
      Function<String, String> words, Function<Field, CardFace> faces, CardActions actions) {
    this.faces = faces;
    this.words = new Words(words);
    this.actions = actions;
    getStyleClass().add("card-grid");
    lines.setCellFactory(list -> new Line());
    lines.setFixedCellSize(FieldCardBox.HEIGHT + GAP);
    lines.setFocusTraversable(false);
    lines.setAccessibleText(this.words.get("card.grid"));
    lines.setPlaceholder(
        PartsStyle.styled(new Label(this.words.get("fields.none")), "part-message"));
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    getChildren().add(lines);
    setMinSize(0, 0);
  }

  /// Shows the cards of these fields in this order, with words asked for anew; what is known of
  /// their bars stays.
  public void setFields(List<Field> fields) {
    Map<String, CardState> now = new LinkedHashMap<>();
    for (Field field : fields) {
      CardState known = states.get(field.name());
      CardState state = known != null && known.field.equals(field) ? known : new CardState(field);
      state.face = null;
      now.put(field.name(), state);
    }
    states.clear();
    states.putAll(now);
    List<String> names = List.copyOf(now.keySet());
    boolean sameLines = names.size() == order.size();
    order = names;
    if (sameLines) {
      refresh();
    } else {
      split();
    }
    teller.start();
  }

  /// The words of a card, asked for when it comes into view.
  CardFace face(CardState state) {
    CardFace face = state.face;
    if (face == null) {
      face = faces.apply(state.field);
      state.face = face;
    }
    return face;
  }

  /// Shows the bars of a field, and its words anew; unknown fields are ignored.
  public void setChart(String field, DistributionData data, Picture picture) {
    change(
        field,
        state -> {
          state.face = null;
          state.data = data;
          state.picture = picture;
        });
  }

  /// Shows what of a field is filtered: a range, or some values.
  public void setFiltered(String field, @Nullable BinRange range, Set<String> values) {
    change(
        field,
        state -> {
          state.brush = range;
          state.chosen = Set.copyOf(values);
        });
  }

  /// Told the fields whose cards came into view, each time these are others.
  public void setOnVisible(Consumer<List<Field>> action) {
    onVisible = action;
  }

  CardActions actions() {
    return actions;
  }

  /// How many cards stand beside each other.
  public int columns() {
    return columns;
  }

  /// Puts the keyboard on the first card in view.
  public void focusCards() {
    inView.values().stream()
        .min((a, b) -> Integer.compare(a.getIndex(), b.getIndex()))
        .ifPresent(line -> line.cards.getFirst().requestFocus());
  }

  private void change(String field, Consumer<CardState> change) {
    CardState state = states.get(field);
    if (state != null) {
      change.accept(state);
      int place = order.indexOf(field);
      Line line = inView.get(place / columns);
      if (line != null) {
        line.showCards();
      }
    }
  }

  private void refresh() {
    inView.values().forEach(Line::showCards);
  }

  private void split() {
    int count = (order.size() + columns - 1) / columns;
    lines.getItems().setAll(IntStream.range(0, count).boxed().toList());
    refresh();
  }

  private void tellVisible() {
    List<Field> fields = new ArrayList<>();
    inView.values().stream()
        .sorted((a, b) -> Integer.compare(a.getIndex(), b.getIndex()))
        .forEach(
            line ->
                line.cards.stream()
                    .map(FieldCardBox::field)
                    .forEach(
                        field -> {
                          if (field != null) {
                            fields.add(field);
                          }
                        }));
    if (!fields.equals(told)) {
      told = List.copyOf(fields);
      onVisible.accept(told);
    }
  }

  private void pressed(KeyEvent event) {
    if (!(event.getTarget() instanceof FieldCardBox card) || card.field() == null) {
      return;
    }
    int at = order.indexOf(card.field().name());
    int to =
        switch (event.getCode()) {
          case LEFT -> at - 1;
          case RIGHT -> at + 1;
          case UP -> at - columns;
          case DOWN -> at + columns;
          case HOME -> 0;
          case END -> order.size() - 1;
          default -> -1;
        };
    if (to >= 0 && to < order.size()) {
      event.consume();
      focus(to);
    }
  }

  private void focus(int place) {
    int row = place / columns;
    Line line = inView.get(row);
    boolean whole =
        line != null
            && line.getBoundsInParent().getMinY() >= 0
            && line.getBoundsInParent().getMaxY() <= lines.getHeight();
    if (!whole) {
      lines.scrollTo(row);
      lines.layout();
    }
    Line there = inView.get(row);
    if (there != null) {
      there.cards.get(place % columns).requestFocus();
    }
  }

  @Override
  protected void layoutChildren() {
    double room = Math.max(0, getWidth() - LinkedBar.WIDTH - GAP);
    int fitting = Math.max(1, (int) ((room + GAP) / (NARROWEST + GAP)));
    if (fitting != columns) {
      columns = fitting;
      inView.values().forEach(Line::makeCards);
      split();
    }
    lines.resizeRelocate(0, 0, getWidth(), getHeight());
  }

  @Override
  public String getUserAgentStylesheet() {
    return PartsStyle.sheet();
  }

  /// One line of cards.
  private final class Line extends ListCell<Integer> {
    private final HBox box = PartsStyle.styled(new HBox(GAP), "card-line-box");
    private List<FieldCardBox> cards = List.of();

    Line() {
      getStyleClass().add("card-cell");
      setPrefWidth(0);
      makeCards();
    }

    void makeCards() {
      cards =
          IntStream.range(0, columns)
              .mapToObj(i -> new FieldCardBox(CardGrid.this, words))
              .toList();
      cards.forEach(
          card -> {
            HBox.setHgrow(card, Priority.ALWAYS);
            card.setPrefWidth(0);
            card.setMaxWidth(Double.MAX_VALUE);
          });
      box.getChildren().setAll(cards);
    }

    @Override
    protected void updateItem(@Nullable Integer row, boolean empty) {
      Integer before = getItem();
      super.updateItem(row, empty);
      if (before != null && !before.equals(row)) {
        inView.remove(before, this);
        teller.start();
      }
      if (row == null || empty) {
        if (row == null && before != null) {
          inView.remove(before, this);
        }
        setGraphic(null);
        return;
      }
      setGraphic(box);
      inView.put(row, this);
      showCards();
      teller.start();
    }

    void showCards() {
      Integer row = getItem();
      for (int i = 0; i < cards.size(); i++) {
        int place = (row == null ? 0 : row) * columns + i;
        boolean there = row != null && !isEmpty() && place < order.size();
        cards.get(i).show(there ? states.get(order.get(place)) : null);
      }
    }
  }
}
